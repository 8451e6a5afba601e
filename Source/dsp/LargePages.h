// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

namespace dsp
{

/** Memory that starts on a cache line, as SIMD code and FFTW want it. From 2 MB on the system is asked for
    large pages: what is read from end to end again and again then needs a few translations of addresses
    instead of hundreds. */
void* allocateOnCacheLine (std::size_t numBytes);

/** @param numBytes  as allocated */
void deallocateOnCacheLine (void* memory, std::size_t numBytes) noexcept;

/** Large pages for many buffers that are smaller than these: side by side in megabytes, which are given back
    all at once when this is destroyed. For several threads. */
class LargePages
{
public:
    LargePages() = default;
    ~LargePages();
    LargePages (const LargePages&) = delete;
    LargePages& operator= (const LargePages&) = delete;

    /** Starts on a cache line. */
    void* allocate (std::size_t numBytes);

private:
    struct Region
    {
        std::byte* memory;
        std::size_t numBytes;
    };

    std::mutex mutex;
    std::vector<Region> regions;
    std::size_t usedOfLast = 0;
};

} // namespace dsp
