// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace support
{

/** For programs that measure: without the value there is nothing to be measured, and the program ends. */
template <typename Value>
Value orEnd (units::Result<Value> result)
{
    if (result)
        return std::move (*result);

    std::fprintf (stderr, "%s\n", result.problem().sentence().c_str());
    std::exit (1);
}

} // namespace support
