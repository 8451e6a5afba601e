// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace support
{

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    #define ELSEWHERE_IS_SANITIZED 1
#elif defined(__has_feature)
    #if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
        #define ELSEWHERE_IS_SANITIZED 1
    #endif
#endif

/** Whether a sanitizer watches, which makes everything five to fifteen times slower: long tests repeat
    themselves less often then. */
#if defined(ELSEWHERE_IS_SANITIZED)
inline constexpr bool isSanitized = true;
#else
inline constexpr bool isSanitized = false;
#endif

} // namespace support
