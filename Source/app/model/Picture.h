// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/WaveformOverview.h"
#include "ui/values/MainViewState.h"

#include <filesystem>

namespace app
{

/** The waveform of the track that plays, for a display. */
class Picture
{
public:
    /** Another file, or the same one read anew; empty: none. */
    void of (const std::filesystem::path& file);

    void show (ui::WaveformView& view, double durationSeconds);

    bool isBeingDrawn() const { return overview.progress() < 1.0; }

private:
    monitoring::WaveformOverview overview;
    std::filesystem::path shown;
    std::shared_ptr<const ui::WaveformPeaks> peaks;
    std::uint64_t drawnVersion = 0;
    double drawnSeconds = 0.0;
};

} // namespace app
