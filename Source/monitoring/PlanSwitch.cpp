// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/PlanSwitch.h"

#include "monitoring/MonitoringSession.h"

#include <algorithm>

namespace monitoring
{

namespace
{

constexpr std::size_t plansRemembered = 32;

} // namespace

void PlanSwitch::send (const Pick& pick, PreparedPick ready, MonitoringSession& device)
{
    if (! sent.empty() && sent.back().number == ready.plan.number)
        return;

    const auto held = heldBackFor (ready);
    ready.plan.heldBack = static_cast<float> (held.toGain());
    sent.push_back ({ ready.plan.number, pick, ready.loudnessChange + held });

    if (sent.size() > plansRemembered)
        sent.erase (sent.begin());

    device.select (std::move (ready.plan));
}

std::optional<Pick> PlanSwitch::named (std::uint32_t planNumber) const
{
    const auto found = std::ranges::find_if (
        sent, [&] (const Sent& one) { return one.number == planNumber; });
    return found == sent.end() ? std::nullopt : std::optional { found->pick };
}

units::Decibels PlanSwitch::heldBackFor (const PreparedPick& next) const
{
    if (sent.empty())
        return units::Decibels { 0.0 };

    const auto allowed = sent.back().loudness + mostRise;
    return std::min (units::Decibels { 0.0 }, allowed - next.loudnessChange);
}

} // namespace monitoring
