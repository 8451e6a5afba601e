// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TransferMatrix.h"
#include "monitoring/MasterSpectra.h"
#include "monitoring/StereoMode.h"

#include <array>

namespace monitoring
{

/** How much louder than in stereo each StereoMode is on a device, in dB. */
using ModeRises = std::array<double, numStereoModes>;

/** K-weighted power of all outputs, from the master's spectra: what was out of phase, say, comes to be
    heard on one loudspeaker when a side's polarity is turned. 0 dB where stereo is silent. */
ModeRises risesOfModes (const dsp::TransferMatrix& device, const MasterSpectra& master);

} // namespace monitoring
