// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace support
{

/** While one is in scope, the realtime sanitizer stops the program at any call that may block:
    docs/realtime.md. Without the sanitizer it does nothing.
*/
class RealtimeScope
{
public:
    RealtimeScope();
    ~RealtimeScope();
    RealtimeScope (const RealtimeScope&) = delete;
    RealtimeScope& operator= (const RealtimeScope&) = delete;
};

} // namespace support
