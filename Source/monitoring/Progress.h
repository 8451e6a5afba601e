// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace monitoring
