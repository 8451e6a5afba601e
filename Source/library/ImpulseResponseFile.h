// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/ImpulseResponse.h"
#include "dsp/TransferMatrix.h"
#include "files/OutputFile.h"
#include "library/DeviceProfile.h"
#include "units/Result.h"

#include <filesystem>
#include <vector>

namespace library
{

/** Float WAV, sample for sample. */
units::Result<void> writeImpulseResponse (const std::filesystem::path& file,
                                          const std::vector<dsp::ImpulseResponse>& channels,
                                          files::Overwrite overwrite);

/** Transducers × 2 (left, right). One channel serves every transducer, fed as the fold says; two are
    left and right on their own; four are true stereo in the order LL, LR, RL, RR.

    @param fold  one row of gains per transducer; for two and four channels there must be two rows
    @returns a Problem (without `where`) when channels and transducers do not fit */
units::Result<dsp::TransferMatrix> impulseMatrix (const std::vector<dsp::ImpulseResponse>& channels,
                                                  const Fold& fold);

} // namespace library
