// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/OutputFile.h"
#include "units/SampleRate.h"

namespace cli
{

/** The demo song as a file: float WAV, or FLAC where the name asks for it. */
units::Result<void>
writeDemo (const std::filesystem::path& file, units::SampleRate rate, files::Overwrite overwrite);

} // namespace cli
