// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/ChainBuilder.h"
#include "monitoring/MonitoringChain.h"

#include <memory>

namespace monitoring
{

enum class Bypass
{
    off,
    on
};

/** The façade of the real-time room: what is heard, and how to change it.

    Bypass is a unit kernel through the very same path, so switching it on and off is a switch like
    any other and the latency never changes. Before anything is selected, the master is heard as it is.
*/
class MonitoringSession
{
public:
    explicit MonitoringSession (const ChainLayout& layout);

    //==============================================================================
    // Control thread

    /** Hears this plan, unless bypassed: then as soon as bypass is off. The newest request wins. */
    void select (ChainPlan plan);

    void bypass (Bypass wanted);

    /** Call now and then (a timer of 50 ms will do): lends what had to wait, and destroys what the
        audio thread has given back. */
    void tend();

    //==============================================================================
    // Any thread

    std::size_t latencyFrames() const noexcept REALTIME { return chain.latencyFrames(); }

    //==============================================================================
    // Audio thread

    /** Any number of frames, the same in and out; `in` and `out` may be the same memory. */
    void process (dsp::ConstAudioBlock in, dsp::AudioBlock out) noexcept REALTIME
    {
        chain.process (in, out);
    }

    /** The plan that is heard, or is being faded to. Valid until the next call of process(). */
    const ChainPlan* heard() const noexcept REALTIME { return chain.heard(); }

    /** Forgets all sound; what is selected stays. */
    void reset() noexcept REALTIME { chain.reset(); }

private:
    void hear (const ChainPlan& plan);

    ChainPlan unity;
    ChainPlan selected;
    Bypass bypassed = Bypass::off;
    MonitoringChain chain;
    std::unique_ptr<ChainPlan> waiting; ///< could not be lent yet
};

} // namespace monitoring
