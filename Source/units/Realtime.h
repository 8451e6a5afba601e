// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/** Marks a function that may run on the audio thread: it never allocates, locks, waits, throws,
    or calls anything that does. Clang 20 checks the promise (-Wfunction-effects at compile time,
    -fsanitize=realtime while the tests run); the other compilers read it as documentation.

    It belongs after noexcept:   void process (Block block) noexcept REALTIME;
*/
#if defined(__clang__) && __has_cpp_attribute(clang::nonblocking)
    #define REALTIME [[clang::nonblocking]]
#else
    #define REALTIME
#endif
