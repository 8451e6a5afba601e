// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Realignment.h"

#include "analysis/rules/HopsWithin.h"

#include <algorithm>

namespace analysis
{

namespace
{

using Kind = Treatment::Kind;
using Channel = Treatment::Channel;

// Width alone does not come so far: three times as much power at the sides as in the middle.
constexpr double turnedOverBelow = -0.5;

// Of unrelated channels a peak reaches less than a tenth.
constexpr double lateShare = 0.25;

/** K-weighted, over all of the ranges. */
double correlationWithin (const StereoField& field, std::span<const TimeRange> where)
{
    double left = 0.0;
    double right = 0.0;
    double product = 0.0;

    forEachHopWithin (where, field.hops.size(), [&] (std::size_t hop) {
        left += static_cast<double> (field.hops[hop].left);
        right += static_cast<double> (field.hops[hop].right);
        product += static_cast<double> (field.hops[hop].product);
    });

    return correlation (left, right, product).value_or (1.0);
}

/** The clearest of the segments that the ranges touch. */
std::optional<ChannelDelay> delayWithin (const StereoField& field, std::span<const TimeRange> where)
{
    std::optional<ChannelDelay> clearest;

    for (std::size_t segment = 0; segment < field.delays.size(); ++segment)
    {
        const double start = StereoField::combSegmentSeconds * static_cast<double> (segment);
        const double end = start + StereoField::combSegmentSeconds;
        const auto& delay = field.delays[segment];
        const bool isMeant = std::ranges::any_of (
            where, [&] (const TimeRange& range) { return range.start < end && range.end > start; });

        if (isMeant && delay && delay->share > (clearest ? clearest->share : lateShare))
            clearest = delay;
    }

    return clearest;
}

} // namespace

std::vector<Treatment> realignments (const MasterMeasures& master, std::span<const TimeRange> where)
{
    std::vector<Treatment> treatments;

    if (correlationWithin (master.stereo, where) < turnedOverBelow)
        treatments.push_back ({ .kind = Kind::inversion, .channel = Channel::right });

    if (const auto delay = delayWithin (master.stereo, where))
        for (const auto channel : { Channel::left, Channel::right })
            treatments.push_back (
                { .kind = Kind::delay, .channel = channel, .seconds = delay->seconds });

    return treatments;
}

std::vector<Treatment> realignmentsBefore (std::span<const Treatment> others,
                                           const MasterMeasures& master,
                                           std::span<const TimeRange> where)
{
    auto treatments = realignments (master, where);
    treatments.insert (treatments.end(), others.begin(), others.end());
    return treatments;
}

} // namespace analysis
