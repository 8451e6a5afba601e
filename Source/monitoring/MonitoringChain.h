// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/BlockAdapter.h"
#include "dsp/MatrixConvolver.h"
#include "dsp/TruePeakLimiter.h"
#include "monitoring/ChainLayout.h"
#include "monitoring/ChainPlan.h"
#include "monitoring/Handoff.h"

#include <memory>
#include <optional>

namespace monitoring
{

/** The running state of one stream: any host block → convolver → match → true-peak limiter.

    It lives through all switches. Plans come by Handoff and go home the same way when their fade is
    over. While one fade runs, further plans wait, and of these the newest wins.
*/
class MonitoringChain
{
public:
    explicit MonitoringChain (const ChainLayout& layout);

    /** The audio thread must have stopped. */
    ~MonitoringChain();
    MonitoringChain (const MonitoringChain&) = delete;
    MonitoringChain& operator= (const MonitoringChain&) = delete;

    //==============================================================================
    // Control thread

    /** Lends a plan, which is heard from the next fixed block or the end of the current fade; or hands
        it straight back when too many are out on loan: try again later. */
    [[nodiscard]] std::unique_ptr<ChainPlan> send (std::unique_ptr<ChainPlan> plan);

    /** Destroys the plans that came home. */
    void collect() { plans.collect(); }

    //==============================================================================
    // Any thread

    /** Constant: the adapter's block and the limiter's look-ahead. */
    std::size_t latencyFrames() const noexcept REALTIME;

    //==============================================================================
    // Audio thread

    /** Any number of frames, the same in and out; `in` and `out` may be the same memory. Silence
        before the first plan. Non-finite samples count as silence. */
    void process (dsp::ConstAudioBlock in, dsp::AudioBlock out) noexcept REALTIME;

    /** The plan that is heard, or is being faded to; nullptr before the first. Valid until the next
        call of process(). */
    const ChainPlan* heard() const noexcept REALTIME { return playing; }

    /** Forgets all sound, ends a fade; the newest plan stays. */
    void reset() noexcept REALTIME;

private:
    void processBlock (dsp::ConstAudioBlock in, dsp::AudioBlock out) noexcept REALTIME;
    void receivePlans() noexcept REALTIME;
    void giveBack (ChainPlan*& plan) noexcept REALTIME;

    Handoff<ChainPlan> plans;
    dsp::BlockAdapter adapter;
    dsp::MatrixConvolver convolver;
    std::optional<dsp::TruePeakLimiter> limiter;

    ChainPlan* playing = nullptr;
    ChainPlan* outgoing = nullptr; ///< still heard while a fade runs
    ChainPlan* waiting = nullptr;  ///< for the fade to end
};

} // namespace monitoring
