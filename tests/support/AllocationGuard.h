// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace support
{

/** Counts the heap traffic of the current thread while it is in scope. */
class AllocationGuard
{
public:
    AllocationGuard();
    std::size_t count() const;

private:
    std::size_t countAtStart;
};

} // namespace support
