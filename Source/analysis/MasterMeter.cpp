// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterMeter.h"

#include "units/Precondition.h"

#include <cstdint>
#include <optional>

namespace analysis
{

struct MasterMeter::State
{
    State (std::size_t channels, units::SampleRate fileRate, Extent asked)
        : numChannels (channels),
          rate (fileRate),
          loudness (channels, fileRate, hearing::LoudnessMeter::Extent::programmeAndCurve),
          peaks (channels, fileRate),
          faults (channels, fileRate),
          frames (channels, fileRate),
          stereo (frames, fileRate),
          edge (frames),
          overload (fileRate)
    {
        if (asked == Extent::everything)
            bass.emplace (channels, fileRate);
    }

    void add (const FramePowers& powers)
    {
        if (numChannels == 2)
            stereo.add (powers);

        edge.add (powers);
    }

    std::size_t numChannels;
    units::SampleRate rate;
    std::uint64_t numFrames = 0;
    hearing::LoudnessMeter loudness;
    std::optional<hearing::BassPitch> bass;
    PeakCurveMeter peaks;
    SampleFaultsMeter faults;
    MasterFrames frames;
    StereoFieldMeter stereo;
    SpectrumEdgeMeter edge;
    SpeakerOverloadMeter overload;
};

MasterMeter::MasterMeter (std::size_t numChannels, units::SampleRate rate, Extent extent)
    : state (std::make_unique<State> (numChannels, rate, extent))
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

    if (state->bass)
        state->bass->process (block);

    state->peaks.process (block);
    state->faults.process (block);
    state->overload.process (block);
    state->frames.process (block, [this] (const FramePowers& powers) { state->add (powers); });
}

MasterMeasures MasterMeter::finish()
{
    MasterMeasures measures;
    measures.seconds = static_cast<double> (state->numFrames) / state->rate.hertz;
    measures.rate = state->rate;
    measures.numChannels = state->numChannels;
    measures.loudness = state->loudness.result();
    measures.curve = state->loudness.curve();

    if (state->bass)
        measures.bass = state->bass->finish();

    measures.peaks = state->peaks.finish();
    measures.faults = state->faults.finish();
    state->frames.finish ([this] (const FramePowers& powers) { state->add (powers); });
    measures.stereo = state->stereo.finish();
    measures.edge = state->edge.finish();
    measures.overload = state->overload.finish (measures.loudness.integrated);
    return measures;
}

} // namespace analysis
