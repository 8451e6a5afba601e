// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/WaveformOverview.h"
#include "ui/values/MainViewState.h"

namespace app
{

/** The waveform of the track that plays, for a display: made anew only when there is more to be seen. */
class Picture
{
public:
    void show (const monitoring::WaveformOverview& overview, ui::WaveformView& view);

private:
    std::shared_ptr<const ui::WaveformPeaks> peaks;
    std::uint64_t drawnVersion = 0;
    double drawnSeconds = 0.0;
};

} // namespace app
