// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>

namespace ui
{

struct LoudnessView
{
    std::optional<double> momentaryLufs; ///< none: silence, or nothing measured yet
    std::optional<double> shortTermLufs;
    std::optional<double> integratedLufs;
    std::optional<double> rangeLu;
    std::optional<double> truePeakDb;

    bool operator== (const LoudnessView&) const = default;
};

/** One sound as the display shows it. */
struct SoundView
{
    static constexpr std::size_t numBands = 30;
    static constexpr int lowestBand = -16; ///< of IEC 61260-1: 25 Hz; the highest is 20 kHz

    LoudnessView loudness;
    std::array<float, numBands> bandsDb {}; ///< third octaves

    bool operator== (const SoundView&) const = default;
};

struct MetersView
{
    bool isRunning = false; ///< or there is nothing to show
    SoundView master;
    SoundView heard;                           ///< as if nothing were held back
    std::string heardName;                     ///< "Phone, typical"
    std::optional<float> correlation;          ///< −1 … 1; none in silence
    double limiterGainDb = 0.0;                ///< of the output's own safety, at most 0
    std::optional<double> deviceLimiterGainDb; ///< of a device that has one
    std::optional<double> matchDb;             ///< what the level match added
    double headroomDb = 0.0;                   ///< held back for the whole bank

    bool operator== (const MetersView&) const = default;
};

} // namespace ui
