// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/LargePages.h"

#include <cstddef>
#include <type_traits>
#include <vector>

namespace dsp
{

/** Gives memory that starts on a cache line, of the process or of LargePages. */
template <typename Sample>
struct CacheLineAllocator
{
    using value_type = Sample;
    using propagate_on_container_move_assignment = std::true_type; // what moves stays where it is
    using propagate_on_container_swap = std::true_type;

    CacheLineAllocator() = default;

    /** @param pages  must live longer than what is allocated; nullptr: none */
    // NOLINTNEXTLINE(google-explicit-constructor): it stands for them
    CacheLineAllocator (LargePages* pages) : shared (pages) {}

    template <typename Other>
    CacheLineAllocator ( // NOLINT(google-explicit-constructor): allocators convert
        const CacheLineAllocator<Other>& other) noexcept
        : shared (other.shared)
    {}

    Sample* allocate (std::size_t count)
    {
        const auto bytes = count * sizeof (Sample);
        return static_cast<Sample*> (shared == nullptr ? allocateOnCacheLine (bytes)
                                                       : shared->allocate (bytes));
    }

    void deallocate (Sample* memory, std::size_t count) noexcept
    {
        if (shared == nullptr)
            deallocateOnCacheLine (memory, count * sizeof (Sample));
    }

    bool operator== (const CacheLineAllocator& other) const noexcept
    {
        return shared == other.shared;
    }

    LargePages* shared = nullptr;
};

/** A vector whose first sample starts a cache line. */
template <typename Sample>
using AlignedBuffer = std::vector<Sample, CacheLineAllocator<Sample>>;

} // namespace dsp
