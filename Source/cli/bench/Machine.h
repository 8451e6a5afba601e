// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace cli
{

/** "AMD EPYC 9R14, 2 cores": what benchmarks were run on. */
std::string machineName();

/** Another program in the folder of this one. */
std::filesystem::path besideThisProgram (const std::string& name);

} // namespace cli
