// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/Decibels.h"
#include "units/Loudness.h"
#include "units/SampleRate.h"

#include <memory>
#include <optional>

namespace hearing
{

/** What BS.1770 and EBU Tech 3341/3342 measure of a programme. Silence has no number: nullopt. */
struct ProgrammeLoudness
{
    std::optional<units::Lufs> integrated;
    std::optional<double> rangeLu;
    std::optional<units::Decibels> truePeakDbtp;
    std::optional<units::Lufs> maxMomentary;
    std::optional<units::Lufs> maxShortTerm;
};

/** Measures a stream as it goes by (libebur128): mono or stereo, any rate.

    A mono file counts as one channel. Not for the audio thread.
*/
class LoudnessMeter
{
public:
    LoudnessMeter (std::size_t numChannels, units::SampleRate rate);
    ~LoudnessMeter();
    LoudnessMeter (LoudnessMeter&&) noexcept;
    LoudnessMeter& operator= (LoudnessMeter&&) noexcept;

    void process (dsp::ConstAudioBlock block);

    ProgrammeLoudness result() const;

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace hearing
