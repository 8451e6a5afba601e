// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Realtime.h"

namespace dsp
{

/** While it lives, numbers too small for a normal exponent count as 0 on this thread, where the
    processor would be a hundred times slower with them (x86). Elsewhere it does nothing. */
class FlushDenormals
{
public:
#if defined(__SSE2__)
    FlushDenormals() noexcept REALTIME : before (__builtin_ia32_stmxcsr())
    {
        constexpr unsigned flushToZero = 0x8000;
        constexpr unsigned denormalsAreZero = 0x0040;
        __builtin_ia32_ldmxcsr (before | flushToZero | denormalsAreZero);
    }

    ~FlushDenormals() { __builtin_ia32_ldmxcsr (before); }
#else
    FlushDenormals() noexcept REALTIME {}
    ~FlushDenormals() {}
#endif

    FlushDenormals (const FlushDenormals&) = delete;
    FlushDenormals& operator= (const FlushDenormals&) = delete;

private:
#if defined(__SSE2__)
    unsigned before;
#endif
};

} // namespace dsp
