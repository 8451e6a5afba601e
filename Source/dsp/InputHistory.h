// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/Realtime.h"

#include <memory>

namespace dsp
{

/** The spectra of the last blocks of an input, computed once and shared by every path and every
    device that convolves it. inputs × blocks × bins, split complex.
*/
class InputHistory
{
public:
    InputHistory (std::size_t numInputs, std::size_t blockSize, std::size_t maximumTaps);
    ~InputHistory();
    InputHistory (const InputHistory&) = delete;
    InputHistory& operator= (const InputHistory&) = delete;

    /** Takes exactly one block. Non-finite samples count as silence. */
    void push (ConstAudioBlock in) noexcept REALTIME;

    void reset() noexcept REALTIME;

private:
    friend class KernelPlayer;
    struct State;
    std::unique_ptr<State> state;
};

} // namespace dsp
