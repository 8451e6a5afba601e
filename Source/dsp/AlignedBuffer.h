// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace dsp
{

/** Gives memory that starts on a cache line, as SIMD code and FFTW want it. */
template <typename Sample>
struct CacheLineAllocator
{
    using value_type = Sample;

    static constexpr std::align_val_t alignment { 64 };

    CacheLineAllocator() = default;

    template <typename Other>
    CacheLineAllocator ( // NOLINT(google-explicit-constructor): allocators convert
        const CacheLineAllocator<Other>&) noexcept
    {}

    Sample* allocate (std::size_t count)
    {
        return static_cast<Sample*> (::operator new (count * sizeof (Sample), alignment));
    }

    void deallocate (Sample* memory, std::size_t) noexcept
    {
        ::operator delete (memory, alignment);
    }

    bool operator== (const CacheLineAllocator&) const noexcept { return true; }
};

/** A vector whose first sample starts a cache line. */
template <typename Sample>
using AlignedBuffer = std::vector<Sample, CacheLineAllocator<Sample>>;

} // namespace dsp
