// SPDX-License-Identifier: GPL-3.0-or-later
// What LiveSession does at the desk: volume, stereo modes, solo, and the noise around the listener.
#include "monitoring/LiveSession.h"

#include <algorithm>

namespace monitoring
{

namespace
{

constexpr units::Decibels dimGain { -20.0 };
constexpr units::Decibels mostNoise { 12.0 };

} // namespace

void LiveSession::setOutputGain()
{
    const auto gain = volumeLevel + (dimmed == Dim::on ? dimGain : units::Decibels { 0.0 });
    controls.outputGain = static_cast<float> (gain.toGain());
}

void LiveSession::volume (units::Decibels wantedLevel)
{
    volumeLevel = std::min (wantedLevel, units::Decibels { 0.0 });
    setOutputGain();
}

void LiveSession::dim (Dim wantedDim)
{
    dimmed = wantedDim;
    setOutputGain();
}

void LiveSession::stereoMode (StereoMode mode)
{
    controls.mode = mode;
    holdBack();
}

void LiveSession::solo (std::optional<SoloBand> band)
{
    controls.solo = band ? static_cast<int> (*band) : -1;
}

void LiveSession::noise (const library::ListeningEnvironment* environment)
{
    noisePlace = environment != nullptr && environment->noise ? environment : nullptr;
    setBank();
    noiseTrim (noiseLevel);
}

void LiveSession::noiseTrim (units::Decibels trim)
{
    noiseLevel = std::min (trim, mostNoise);
    controls.noiseGain = noisePlace == nullptr ? 0.0f : static_cast<float> (noiseLevel.toGain());
    holdBack();
}

void LiveSession::tendNoise()
{
    if (auto made = devices.takeNoiseLoop())
    {
        loopLevel = made->level;
        unsentNoise = std::move (made);
        holdBack();
    }

    if (unsentNoise != nullptr)
        unsentNoise = path->noise.send (std::move (unsentNoise));
    else
        path->noise.collect();
}

void LiveSession::holdBack()
{
    const bool isNoisy = noisePlace != nullptr && loopLevel;
    plans.desk (
        { controls.mode, isNoisy ? std::optional { *loopLevel + noiseLevel } : std::nullopt });
    controls.heldBack = static_cast<float> (plans.heldBack().toGain());
}

} // namespace monitoring
