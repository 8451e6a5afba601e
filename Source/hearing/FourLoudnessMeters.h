// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/AudioBuffer.h"
#include "dsp/TruePeakMeter.h"
#include "hearing/GatedLoudness.h"
#include "hearing/KWeightedLanes.h"
#include "hearing/LoudnessMeter.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace hearing
{

/** Integrated loudness and true peak of up to four programmes that go by at the same time, all for the price
    of one: what LoudnessMeter measures of each with Extent::integratedAndPeak.

    Not for the audio thread.
*/
class FourLoudnessMeters
{
public:
    static constexpr std::size_t most = 4;

    /** @param numChannels  of each programme: 1 or 2 */
    FourLoudnessMeters (std::span<const std::size_t> numChannels, units::SampleRate rate);

    /** The next frames of every programme, of the same stretch of time. A block that is shorter than the
        others is the last of its programme, and those that follow are empty. Non-finite samples count as
        silence. */
    void process (std::span<const dsp::ConstAudioBlock> blocks);

    ProgrammeLoudness result (std::size_t programme) const;

private:
    // The step of BS.1770's gating blocks, and how many of them make one.
    static constexpr std::size_t stepsPerSecond = GatedLoudness::blocksPerSecond;
    static constexpr std::size_t stepsPerBlock = 4;

    struct Programme
    {
        std::size_t numChannels = 0;
        std::size_t firstChannel = 0; ///< of the lanes
        dsp::TruePeakMeter peaks;
        std::uint64_t numFrames = 0;
        GatedLoudness gated {};
        std::array<double, stepsPerBlock> steps {}; ///< energies of the latest, as a ring
    };

    std::uint64_t endOfStep() const;
    void processChunk (std::span<const dsp::ConstAudioBlock> blocks,
                       std::size_t start,
                       std::size_t count);
    void take (Programme& programme, dsp::ConstAudioBlock block, std::size_t count);
    void finishStep();
    void finishStep (Programme& programme);

    units::SampleRate rate;
    KWeightedLanes lanes;
    AddKWeighted addKWeighted;
    dsp::AudioBuffer clean;
    std::vector<Programme> programmes {};
    std::uint64_t numSteps = 0;
    std::uint64_t framesSoFar = 0; ///< of the longest programme
};

} // namespace hearing
