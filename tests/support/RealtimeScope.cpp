// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RealtimeScope.h"

#if WITH_REALTIME_SANITIZER

extern "C"
{
    void __rtsan_init();
    void __rtsan_realtime_enter();
    void __rtsan_realtime_exit();
}

namespace support
{

RealtimeScope::RealtimeScope()
{
    __rtsan_init();
    __rtsan_realtime_enter();
}

RealtimeScope::~RealtimeScope() { __rtsan_realtime_exit(); }

} // namespace support

#else

namespace support
{

RealtimeScope::RealtimeScope() = default;
RealtimeScope::~RealtimeScope() = default;

} // namespace support

#endif
