// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassHarmonics.h"

#include "hearing/EqualLoudness.h"
#include "hearing/SineRemoval.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hearing
{
namespace
{

double levelDb (double power, double meanSquareOneDbSpl)
{
    return power > 0.0 ? 10.0 * std::log10 (power) + meanSquareOneDbSpl
                       : -std::numeric_limits<double>::infinity();
}

FrameHarmonics harmonicsIn (const BassSpectrum& spectrum, double f0Hz, double meanSquareOneDbSpl)
{
    const double highestHz = std::min (highestBassHarmonicHz,
                                       spectrum.frequencyOf (spectrum.powers.size() - 1)
                                           - 3.0 * spectrum.binHz);
    SineRemoval removal { spectrum };
    FrameHarmonics result;

    for (std::size_t i = 0; i < numBassHarmonics; ++i)
        if (const double hz = f0Hz * static_cast<double> (i + 1); hz <= highestHz)
            result[i] = HarmonicLevel { levelDb (removal.remove (hz), meanSquareOneDbSpl), 0.0 };

    const auto maskers = removal.remainder();

    for (std::size_t i = 0; i < numBassHarmonics; ++i)
        if (const double hz = f0Hz * static_cast<double> (i + 1); result[i])
            result[i]->thresholdDbSpl = std::max (
                thresholdOfHearing ({ hz }).dbSpl,
                levelDb (maskedThresholdPower (hz, maskers, meanSquareOneDbSpl),
                         meanSquareOneDbSpl));

    return result;
}

/** The f0 of every frame, notes carried on into the frames around them that have none. */
std::vector<std::optional<double>> pitchesAround (const BassLine& line)
{
    constexpr std::size_t framesAround = harmonicFramesAroundNotes;
    std::vector<std::optional<double>> result;

    for (const auto& frame : line.frames)
        result.push_back (frame.f0Hz);

    for (const auto& note : line.notes)
        for (std::size_t i = note.firstFrame - std::min (framesAround, note.firstFrame);
             i < std::min (note.firstFrame + note.numFrames + framesAround, result.size());
             ++i)
            if (! result[i])
                result[i] = note.f0Hz;

    return result;
}

} // namespace

BassHarmonics::BassHarmonics (const BassLine& line,
                              std::size_t numChannels,
                              units::SampleRate rate,
                              units::SoundPressureLevel fullScale)
    : pitches (pitchesAround (line)),
      meanSquareOneDbSpl (fullScale.dbSpl + 10.0 * std::log10 (2.0)),
      frames (numChannels, rate),
      harmonics (pitches.size())
{
    PRECONDITION (std::isfinite (fullScale.dbSpl));
    std::vector<bool> withoutPitch (pitches.size());

    for (std::size_t i = 0; i < pitches.size(); ++i)
        withoutPitch[i] = ! pitches[i];

    frames.leaveOut (std::move (withoutPitch));
}

void BassHarmonics::process (dsp::ConstAudioBlock block)
{
    frames.process (block, [this] (const BassSpectrum& frame) { take (frame); });
}

std::vector<FrameHarmonics> BassHarmonics::finish()
{
    frames.finish ([this] (const BassSpectrum& frame) { take (frame); });
    return std::move (harmonics);
}

void BassHarmonics::take (const BassSpectrum& spectrum)
{
    if (numTaken < pitches.size() && pitches[numTaken])
        harmonics[numTaken] = harmonicsIn (spectrum, *pitches[numTaken], meanSquareOneDbSpl);

    ++numTaken;
}

} // namespace hearing
