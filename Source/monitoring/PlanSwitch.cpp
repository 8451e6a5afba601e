// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/PlanSwitch.h"

#include "monitoring/MonitoringSession.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace monitoring
{

namespace
{

constexpr std::size_t plansRemembered = 32;
constexpr double silenceDb = -190.0;

} // namespace

void PlanSwitch::send (const Pick& pick, PreparedPick ready, MonitoringSession& device)
{
    if (! sent.empty() && sent.back().ready.original == ready.original)
        return;

    const auto held = heldBackFor (ready);
    ready.plan.heldBack = static_cast<float> (held.toGain());
    auto plan = std::exchange (ready.plan, {});
    sent.push_back ({ plan.number, pick, ready.loudnessChange + held, std::move (ready) });

    if (sent.size() > plansRemembered)
        sent.erase (sent.begin());

    device.select (std::move (plan));
}

std::optional<Pick> PlanSwitch::named (std::uint32_t planNumber) const
{
    const auto found = std::ranges::find_if (
        sent, [&] (const Sent& one) { return one.number == planNumber; });
    return found == sent.end() ? std::nullopt : std::optional { found->pick };
}

/** In dB over the device alone in stereo; 0 where there is no programme to compare with. */
double PlanSwitch::riseAtDesk (const PreparedPick& plan) const
{
    if (! plan.programmeLevel || plan.programmeLevel->value() <= silenceDb)
        return 0.0;

    const auto power = [] (units::Decibels level) { return std::pow (10.0, level.value() / 10.0); };
    double sum = power (units::Decibels { plan.modeRises[static_cast<std::size_t> (state.mode)] });

    if (state.noise)
        sum += power (*state.noise + plan.noiseGain - *plan.programmeLevel);

    return 10.0 * std::log10 (sum + 1e-20);
}

/** What the desk adds once it is held back. What it takes away does not count: it may be given back. */
units::Decibels PlanSwitch::allowedRise (const PreparedPick& plan) const
{
    return units::Decibels { std::clamp (riseAtDesk (plan), 0.0, mostRise.value()) };
}

units::Decibels PlanSwitch::heldBack() const
{
    const double rise = sent.empty() ? 0.0 : riseAtDesk (sent.back().ready);
    return units::Decibels { std::min (0.0, mostRise.value() - rise) };
}

units::Decibels PlanSwitch::heldBackFor (const PreparedPick& next) const
{
    if (sent.empty())
        return units::Decibels { 0.0 };

    const auto before = sent.back().loudness + allowedRise (sent.back().ready);
    const auto after = next.loudnessChange + allowedRise (next);
    return std::min (units::Decibels { 0.0 }, before + mostRise - after);
}

} // namespace monitoring
