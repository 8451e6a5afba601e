// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/AudioBuffer.h"
#include "dsp/offline/OverlapSave.h"

#include <cstddef>
#include <vector>

namespace monitoring
{

/** A stretch of a master, of several hops of an OverlapSavePlan, with the past that their windows need and with
    the spectra that all devices share. */
class MasterTile
{
public:
    /** @param pages  where it is to be, and must not outlive */
    MasterTile (std::size_t numInputs, const dsp::OverlapSavePlan& plan, dsp::LargePages& pages);

    std::size_t numInputs() const { return untouched.numChannels(); }

    /** Of the present stretch. */
    std::size_t numFrames() const { return numCollected; }
    std::size_t room() const { return untouched.numFrames() - numCollected; }

    /** At most as many frames as there is room for. Non-finite samples count as silence, but not in
        master(). */
    void append (dsp::ConstAudioBlock in);

    /** Silence up to the end of the hop. */
    void finishHop();

    std::size_t numWindows() const { return numCollected / plan.hop; }

    /** One of numWindows(). Several threads may transform different ones. */
    void transform (std::size_t window, dsp::OverlapSave& transforms);
    const float* spectra (std::size_t window) const;

    /** What was appended in the window's hop, sample for sample. */
    dsp::ConstAudioBlock master (std::size_t window) const;

    /** Goes on to the next stretch: the end of this one is its past. */
    void advance();

    /** Before the next frame there was silence. */
    void reset();

private:
    dsp::OverlapSavePlan plan;
    std::size_t numPairs;
    dsp::AudioBuffer untouched;
    std::vector<dsp::AlignedBuffer<float>> heard; ///< two for each pair: the past and the stretch
    dsp::AlignedBuffer<float> spectraOfWindows;   ///< windows × pairs
    std::size_t numCollected = 0;
};

} // namespace monitoring
