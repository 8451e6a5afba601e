// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Picture.h"

namespace app
{

namespace
{

/** Enough for the width of a 4K display. */
constexpr std::size_t numColumns = 3840;

} // namespace

void Picture::of (const std::filesystem::path& file)
{
    if (file == shown)
        return;

    shown = file;
    peaks.reset();
    drawnVersion = 0;
    overview.show (file);
}

void Picture::show (ui::WaveformView& view, double durationSeconds)
{
    view.progress = overview.progress();

    if (shown.empty())
    {
        view.peaks.reset();
        return;
    }

    const auto version = overview.version();

    if (peaks == nullptr || version != drawnVersion || durationSeconds != drawnSeconds)
    {
        drawnVersion = version;
        drawnSeconds = durationSeconds;
        auto drawn = std::make_shared<ui::WaveformPeaks>();

        for (const auto& column : overview.view (0.0, durationSeconds, numColumns))
        {
            drawn->lowest.push_back (column.lowest);
            drawn->highest.push_back (column.highest);
        }

        peaks = std::move (drawn);
    }

    view.peaks = peaks;
}

} // namespace app
