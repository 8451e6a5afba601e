// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/DeviceBank.h"
#include "monitoring/StereoMode.h"

#include <optional>
#include <vector>

namespace monitoring
{

class MonitoringSession;

/** What is done at the desk to what is heard. Solo is left out: it only takes away. */
struct DeskState
{
    StereoMode mode = StereoMode::stereo;
    std::optional<units::Decibels> noise {}; ///< K-weighted level of the loop, trim included
};

/** Brings prepared picks to the audio thread and knows the names of what was sent. Nothing gets much louder
    at once: no switch by more than 3 dB, and neither noise nor a stereo mode by more than 3 dB over
    the device alone. What would is held back, programme and noise together. Control thread.
*/
class PlanSwitch
{
public:
    /** K-weighted, over the stretches of the master that devices are matched on. */
    static constexpr units::Decibels mostRise { 3.0 };

    /** What was sent is not heard any more: another sound card begins. */
    void forget() { sent.clear(); }

    /** Sends it unless it is what was sent last, or differs from that by a refined match alone: then what
        is heard stays as it is until the next switch. */
    void send (const Pick& pick, PreparedPick ready, MonitoringSession& device);

    void desk (const DeskState& wanted) { state = wanted; }

    /** What is heard is held back by this, so that the desk makes it no louder than it may. */
    units::Decibels heldBack() const;

    /** Whose plan has this number; nothing for one that was not sent, or long ago. */
    std::optional<Pick> named (std::uint32_t planNumber) const;

private:
    /** A plan that was lent to the audio thread. */
    struct Sent
    {
        std::uint32_t number = 0;
        Pick pick {};
        units::Decibels loudness { 0.0 };
        PreparedPick ready {}; ///< without its kernel
    };

    double riseAtDesk (const PreparedPick& plan) const;
    units::Decibels allowedRise (const PreparedPick& plan) const;
    units::Decibels heldBackFor (const PreparedPick& next) const;

    DeskState state;
    std::vector<Sent> sent; ///< the last few, newest last
};

} // namespace monitoring
