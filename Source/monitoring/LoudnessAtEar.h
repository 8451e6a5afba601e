// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/EarPath.h"
#include "monitoring/OfflineRenderer.h"
#include "units/Decibels.h"

namespace monitoring
{

/** Where and how loud a rendering is heard. */
struct Hearing
{
    const EarPath& path;
    units::SampleRate rate;
    units::SoundPressureLevel listeningLevel;
};

/** Loudness over time (ISO 532-1, time-varying) of a rendering that goes by, as both ears together hear
    it. Not for the audio thread. */
class LoudnessAtEar
{
public:
    /** @param gain  of the rendering */
    LoudnessAtEar (std::size_t numChannels, units::Decibels gain, const Hearing& how);

    LoudnessAtEar (const LoudnessAtEar&) = delete;
    LoudnessAtEar& operator= (const LoudnessAtEar&) = delete;

    void process (dsp::ConstAudioBlock block);

    /** Of all that went by. */
    hearing::LoudnessOverTime finish();

private:
    LoudnessAtEar (const dsp::TransferMatrix& gainAndPath, const Hearing& how);

    OfflineRenderer toEar;
    hearing::ZwickerLoudness loudness;
    OfflineRenderer::Sink hear;
};

} // namespace monitoring
