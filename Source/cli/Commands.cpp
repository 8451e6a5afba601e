// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"

#include <array>

namespace cli
{

std::span<const AddCommand> allCommands()
{
    static constexpr std::array commands { &addDevices, &addAudition, &addCheck, &addTour,
                                           &addDemo,    &addMeter,    &addPlot,  &addIr,
                                           &addImport,  &addVerify,   &addNorms, &addBench };
    return commands;
}

} // namespace cli
