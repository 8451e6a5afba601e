// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/InputHistory.h"

#include "dsp/AudibleSample.h"

#include <algorithm>

namespace dsp
{
namespace
{

/** Odd, so that the same block of neighbouring groups never competes for one set of the cache. */
std::size_t slotsFor (std::size_t taps, std::size_t blockSize)
{
    return ((taps + blockSize - 1) / blockSize) | 1u;
}

} // namespace

InputHistory::InputHistory (std::size_t numInputs, std::size_t blockSize, std::size_t maximumTaps)
    : inputs (numInputs),
      block (blockSize),
      slots (slotsFor (maximumTaps, blockSize)),
      fft (2 * blockSize),
      lastBlocks (numInputs * blockSize),
      spectra (numInputs * 2 * blockSize * slots)
{}

void InputHistory::push (ConstAudioBlock in) noexcept REALTIME
{
    PRECONDITION (in.numChannels() == inputs && in.numFrames() == block);

    newest = newest == 0 ? slots - 1 : newest - 1;

    for (std::size_t input = 0; input < inputs; ++input)
    {
        const auto fresh = in.channel (input);
        const auto last = std::span { lastBlocks }.subspan (input * block, block);
        const auto window = fft.samples();

        std::copy (last.begin(), last.end(), window.begin());
        std::transform (fresh.begin(), fresh.end(), last.begin(), audible);
        std::copy (last.begin(), last.end(), window.begin() + static_cast<std::ptrdiff_t> (block));
        fft.forward (spectrum (input, newest), pitch());
    }
}

void InputHistory::reset() noexcept REALTIME
{
    std::fill (lastBlocks.begin(), lastBlocks.end(), 0.0f);
    std::fill (spectra.begin(), spectra.end(), 0.0f);
    newest = 0;
}

float* InputHistory::spectrum (std::size_t input, std::size_t slot) noexcept REALTIME
{
    return spectra.data() + input * 2 * block * slots + slot * floatsPerGroup;
}

const float* InputHistory::spectrum (std::size_t input, std::size_t slot) const noexcept REALTIME
{
    return spectra.data() + input * 2 * block * slots + slot * floatsPerGroup;
}

} // namespace dsp
