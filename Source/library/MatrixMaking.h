// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/ImpulseResponse.h"
#include "dsp/TransferMatrix.h"
#include "library/DeviceProfile.h"

#include <array>
#include <span>
#include <vector>

namespace library
{

/** Ones on the diagonal, at this frame. */
dsp::TransferMatrix unitMatrix (std::size_t channels, std::size_t frame, units::SampleRate rate);

/** Output o hears input i as gains[o][i] · responses[o], from this frame on. */
dsp::TransferMatrix folded (std::span<const dsp::ImpulseResponse> responses,
                            std::span<const std::array<double, 2>> gains,
                            std::size_t frame);

/** Without the end that holds less than −100 dB of the loudest path's energy in every path. At least
    one tap. */
dsp::TransferMatrix trimmed (const dsp::TransferMatrix& matrix);

/** At another rate; the same object's copy when it has that rate. */
dsp::TransferMatrix resampledTo (const dsp::TransferMatrix& matrix, units::SampleRate rate);

/** The frame in which the first path arrives: the first that comes within 40 dB of the matrix's
    greatest sample. */
std::size_t firstArrival (const dsp::TransferMatrix& matrix);

} // namespace library
