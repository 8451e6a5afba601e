// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/GatedLoudness.h"

#include "hearing/MeanSquareLoudness.h"

#include <cmath>

namespace hearing
{
namespace
{

constexpr units::Lufs absoluteGate { -70.0 };
constexpr double relativeGate = 0.1; // −10 LU

/** Of all blocks that are louder than a gate. */
struct Mean
{
    double sum = 0.0;
    std::size_t count = 0;

    void add (double meanSquare)
    {
        sum += meanSquare;
        ++count;
    }

    double value() const { return count == 0 ? 0.0 : sum / static_cast<double> (count); }
};

} // namespace

void GatedLoudness::add (double meanSquare)
{
    if (loudnessOf (meanSquare).value > absoluteGate.value)
        blocks.push_back (meanSquare);
}

units::Lufs GatedLoudness::integrated() const
{
    const GatedLoudness* const alone[] { this };
    return integratedOf (alone);
}

units::Lufs GatedLoudness::integratedOf (std::span<const GatedLoudness* const> programmes)
{
    Mean aboveAbsolute, aboveRelative;

    for (const auto* programme : programmes)
        for (const double block : programme->blocks)
            aboveAbsolute.add (block);

    const double gate = relativeGate * aboveAbsolute.value();

    for (const auto* programme : programmes)
        for (const double block : programme->blocks)
            if (block > gate)
                aboveRelative.add (block);

    return loudnessOf (aboveRelative.value());
}

} // namespace hearing
