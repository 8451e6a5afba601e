// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/LargePages.h"

#include <algorithm>
#include <new>

#if defined(__linux__)
    #include <sys/mman.h>
#endif

namespace dsp
{
namespace
{

constexpr std::size_t largePage = std::size_t { 2 } * 1024 * 1024;
constexpr std::size_t smallestRegion = 4 * largePage; // what nobody writes to takes no memory
constexpr std::size_t cacheLine = 64;

std::align_val_t alignmentOf (std::size_t numBytes)
{
    return std::align_val_t { numBytes < largePage ? cacheLine : largePage };
}

std::size_t roundedUp (std::size_t numBytes, std::size_t unit)
{
    return (numBytes + unit - 1) / unit * unit;
}

} // namespace

void* allocateOnCacheLine (std::size_t numBytes)
{
    void* const memory = ::operator new (numBytes, alignmentOf (numBytes));

#if defined(__linux__)
    // Whole pages only: what comes after the block is not ours. If the system has none, nothing is lost.
    if (numBytes >= largePage)
        ::madvise (memory, numBytes / largePage * largePage, MADV_HUGEPAGE);
#endif

    return memory;
}

void deallocateOnCacheLine (void* memory, std::size_t numBytes) noexcept
{
    ::operator delete (memory, alignmentOf (numBytes));
}

LargePages::~LargePages()
{
    for (const auto& region : regions)
        deallocateOnCacheLine (region.memory, region.numBytes);
}

void* LargePages::allocate (std::size_t numBytes)
{
    const std::lock_guard lock { mutex };
    const auto needed = roundedUp (numBytes, cacheLine);

    if (regions.empty() || regions.back().numBytes - usedOfLast < needed)
    {
        const auto size = std::max (smallestRegion, roundedUp (needed, largePage));
        regions.push_back ({ static_cast<std::byte*> (allocateOnCacheLine (size)), size });
        usedOfLast = 0;
    }

    usedOfLast += needed;
    return regions.back().memory + (usedOfLast - needed);
}

} // namespace dsp
