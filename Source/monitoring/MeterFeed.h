// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Realtime.h"

#include <array>
#include <atomic>
#include <type_traits>

namespace monitoring
{

/** Readings from one thread to another: the latest wins, and neither ever waits.

    Three copies: one is being written, one read, one lies between. Publishing and looking swap
    with the one between.
*/
template <typename Reading>
class MeterFeed
{
    static_assert (std::is_trivially_copyable_v<Reading>);

public:
    /** The one thread that measures. */
    void publish (const Reading& reading) noexcept REALTIME
    {
        copies[writing] = reading;
        writing = between.exchange (writing | fresh, std::memory_order_acq_rel) & index;
    }

    /** The one thread that displays. Valid until its next call. */
    const Reading& latest() noexcept REALTIME
    {
        if ((between.load (std::memory_order_relaxed) & fresh) != 0)
            showing = between.exchange (showing, std::memory_order_acq_rel) & index;

        return copies[showing];
    }

private:
    static constexpr unsigned index = 3;
    static constexpr unsigned fresh = 4;

    std::array<Reading, 3> copies {};
    std::atomic<unsigned> between { 1 };
    unsigned writing = 0;
    unsigned showing = 2;
};

} // namespace monitoring
