// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/DeviceBank.h"

#include <vector>

namespace monitoring
{

class MonitoringSession;

/** Brings prepared picks to the audio thread, none of them much louder than the one before, and knows the
    names of what was sent. Control thread.
*/
class PlanSwitch
{
public:
    /** No switch makes it louder than this at once (docs/realtime.md). */
    static constexpr units::Decibels mostRise { 3.0 };

    /** What was sent is not heard any more: another sound card begins. */
    void forget() { sent.clear(); }

    /** Sends it unless it is what was sent last. */
    void send (const Pick& pick, PreparedPick ready, MonitoringSession& device);

    /** Whose plan has this number; nothing for one that was not sent, or long ago. */
    std::optional<Pick> named (std::uint32_t planNumber) const;

private:
    /** A plan that was lent to the audio thread. */
    struct Sent
    {
        std::uint32_t number = 0;
        Pick pick {};
        units::Decibels loudness { 0.0 };
    };

    units::Decibels heldBackFor (const PreparedPick& next) const;

    std::vector<Sent> sent; ///< the last few, newest last
};

} // namespace monitoring
