// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/AllocationGuard.h"

#include <cerrno>

// The test program supplies malloc and its family, so operator new, FFTW and every other library
// in the process is counted, not just our own code. glibc offers the real ones under these names.
// The sanitizers bring their own malloc, so tests/CMakeLists.txt turns the counting off for them.
#if COUNT_HEAP_CALLS

namespace
{
thread_local std::size_t heapCalls = 0;
} // namespace

    // The tree is built with hidden symbols; these must be seen by the shared libraries.
    #pragma GCC visibility push(default)

extern "C"
{
    void* __libc_malloc (std::size_t);
    void* __libc_calloc (std::size_t, std::size_t);
    void* __libc_realloc (void*, std::size_t);
    void* __libc_memalign (std::size_t, std::size_t);
    void __libc_free (void*);

    void* malloc (std::size_t size)
    {
        ++heapCalls;
        return __libc_malloc (size);
    }

    void* calloc (std::size_t count, std::size_t size)
    {
        ++heapCalls;
        return __libc_calloc (count, size);
    }

    void* realloc (void* memory, std::size_t size)
    {
        ++heapCalls;
        return __libc_realloc (memory, size);
    }

    void* memalign (std::size_t alignment, std::size_t size)
    {
        ++heapCalls;
        return __libc_memalign (alignment, size);
    }

    void* aligned_alloc (std::size_t alignment, std::size_t size)
    {
        return memalign (alignment, size);
    }

    int posix_memalign (void** result, std::size_t alignment, std::size_t size)
    {
        *result = memalign (alignment, size);
        return *result == nullptr ? ENOMEM : 0;
    }

    void free (void* memory)
    {
        ++heapCalls;
        __libc_free (memory);
    }
}

    #pragma GCC visibility pop

#else

namespace
{
constexpr std::size_t heapCalls = 0;
} // namespace

#endif

namespace support
{

AllocationGuard::AllocationGuard() : countAtStart (heapCalls) {}

std::size_t AllocationGuard::count() const { return heapCalls - countAtStart; }

} // namespace support
