// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Problem.h"

#include <functional>

namespace monitoring
{

enum class Continue
{
    yes,
    no
};

/** Told now and then how far offline work has come, 0 … 1; says whether to go on. */
using Progress = std::function<Continue (double fraction)>;

/** What work returns that was told not to go on. */
inline units::Problem interruption()
{
    return { units::Problem::Kind::interrupted, "interrupted", "stopped, and tidied up.", "" };
}

} // namespace monitoring
