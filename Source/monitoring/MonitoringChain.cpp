// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MonitoringChain.h"

#include <utility>

namespace monitoring
{

MonitoringChain::MonitoringChain (const ChainLayout& layout)
    : adapter (layout.numInputs, layout.numOutputs, layout.blockSize),
      convolver ({ layout.numInputs,
                   layout.numOutputs,
                   layout.blockSize,
                   layout.maximumTaps,
                   layout.rate.framesIn (layout.fade) })
{
    if (layout.safety == Safety::limited)
        limiter.emplace (
            dsp::TruePeakLimiter::Settings { layout.numOutputs, layout.rate, layout.ceiling });
}

MonitoringChain::~MonitoringChain()
{
    giveBack (playing);
    giveBack (outgoing);
    giveBack (waiting);
}

std::unique_ptr<ChainPlan> MonitoringChain::send (std::unique_ptr<ChainPlan> plan)
{
    PRECONDITION (plan != nullptr && plan->kernel != nullptr);
    return plans.send (std::move (plan));
}

std::size_t MonitoringChain::latencyFrames() const noexcept REALTIME
{
    return adapter.latencyFrames() + (limiter ? limiter->latencyFrames() : 0);
}

void MonitoringChain::process (dsp::ConstAudioBlock in, dsp::AudioBlock out) noexcept REALTIME
{
    adapter.process (in, out, [this] (dsp::ConstAudioBlock from, dsp::AudioBlock to) noexcept {
        processBlock (from, to);
    });
}

void MonitoringChain::processBlock (dsp::ConstAudioBlock in, dsp::AudioBlock out) noexcept REALTIME
{
    receivePlans();
    convolver.process (in, out);

    if (limiter)
        limiter->process (out);
}

void MonitoringChain::receivePlans() noexcept REALTIME
{
    while (auto* const newer = plans.receive())
    {
        giveBack (waiting);
        waiting = newer;
    }

    if (convolver.isFading())
        return;

    giveBack (outgoing);

    if (waiting != nullptr)
    {
        outgoing = std::exchange (playing, std::exchange (waiting, nullptr));
        convolver.play (playing->kernel.get());
    }
}

void MonitoringChain::giveBack (ChainPlan*& plan) noexcept REALTIME
{
    if (plan != nullptr)
        plans.giveBack (std::exchange (plan, nullptr));
}

void MonitoringChain::reset() noexcept REALTIME
{
    adapter.reset();
    convolver.reset();

    if (limiter)
        limiter->reset();
}

} // namespace monitoring
