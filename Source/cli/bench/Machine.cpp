// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bench/Machine.h"

#include <fstream>
#include <thread>

namespace cli
{

std::string machineName()
{
    std::ifstream info { "/proc/cpuinfo" };
    std::string model = "Unknown processor";

    for (std::string line; std::getline (info, line);)
        if (line.starts_with ("model name"))
        {
            model = line.substr (std::min (line.find (": ") + 2, line.size()));
            break;
        }

    return model + ", " + std::to_string (std::thread::hardware_concurrency()) + " cores";
}

std::filesystem::path besideThisProgram (const std::string& name)
{
    std::error_code ignored;
    return std::filesystem::read_symlink ("/proc/self/exe", ignored).parent_path() / name;
}

} // namespace cli
