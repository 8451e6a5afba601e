// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Picture.h"

namespace app
{

namespace
{

/** Enough for the width of a 4K display. */
constexpr std::size_t numColumns = 3840;

} // namespace

void Picture::show (const monitoring::WaveformOverview& overview, ui::WaveformView& view)
{
    view.progress = overview.progress();

    if (view.durationSeconds <= 0.0)
    {
        peaks.reset();
        view.peaks.reset();
        return;
    }

    const auto version = overview.version();

    if (peaks == nullptr || version != drawnVersion || view.durationSeconds != drawnSeconds)
    {
        drawnVersion = version;
        drawnSeconds = view.durationSeconds;
        auto drawn = std::make_shared<ui::WaveformPeaks>();

        for (const auto& column : overview.view (0.0, view.durationSeconds, numColumns))
        {
            drawn->lowest.push_back (column.lowest);
            drawn->highest.push_back (column.highest);
        }

        peaks = std::move (drawn);
    }

    view.peaks = peaks;
}

} // namespace app
