// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterMeter.h"

#include "units/Precondition.h"

#include <cstdint>

namespace analysis
{

struct MasterMeter::State
{
    State (std::size_t channels, units::SampleRate fileRate)
        : numChannels (channels),
          rate (fileRate),
          loudness (channels, fileRate, hearing::LoudnessMeter::Extent::programmeAndCurve),
          bass (channels, fileRate)
    {}

    std::size_t numChannels;
    units::SampleRate rate;
    std::uint64_t numFrames = 0;
    hearing::LoudnessMeter loudness;
    hearing::BassPitch bass;
};

MasterMeter::MasterMeter (std::size_t numChannels, units::SampleRate rate)
    : state (std::make_unique<State> (numChannels, rate))
{
    PRECONDITION (numChannels == 1 || numChannels == 2);
}

MasterMeter::~MasterMeter() = default;
MasterMeter::MasterMeter (MasterMeter&&) noexcept = default;
MasterMeter& MasterMeter::operator= (MasterMeter&&) noexcept = default;

void MasterMeter::process (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == state->numChannels);
    state->numFrames += block.numFrames();
    state->loudness.process (block);
    state->bass.process (block);
}

MasterMeasures MasterMeter::finish()
{
    MasterMeasures measures;
    measures.seconds = static_cast<double> (state->numFrames) / state->rate.hertz;
    measures.rate = state->rate;
    measures.numChannels = state->numChannels;
    measures.loudness = state->loudness.result();
    measures.curve = state->loudness.curve();
    measures.bass = state->bass.finish();
    return measures;
}

} // namespace analysis
