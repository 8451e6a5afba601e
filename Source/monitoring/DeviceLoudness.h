// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TransferMatrix.h"
#include "monitoring/LoudnessAtEar.h"
#include "monitoring/Progress.h"

#include <filesystem>

namespace monitoring
{

/** Loudness over time at the ear of a whole master on a device. The master is read, rendered and heard as
    it goes by: nothing of it is kept, however long it is.
    @param device  nullptr: untouched */
units::Result<hearing::LoudnessOverTime> deviceLoudness (const std::filesystem::path& master,
                                                         const dsp::TransferMatrix* device,
                                                         units::Decibels gain,
                                                         const Hearing& how,
                                                         const Progress& progress);

} // namespace monitoring
