// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessSlopes.h"

#include <algorithm>

namespace hearing
{
namespace
{

/** Goes up the Bark scale and writes the pattern behind itself, straight piece by straight piece. */
class Walk
{
public:
    double specificLoudness() const { return level; }
    double z() const { return position; }

    void levelTo (double endBark, double height)
    {
        level = height;
        fallTo (endBark, 0.0, height);
    }

    /** A straight piece that falls by so much per Bark and ends at this height. */
    void fallTo (double endBark, double steepness, double endHeight)
    {
        pattern.sone += (endBark - position) * (level + endHeight) / 2.0;

        // A step on the border belongs to what lies below it, however the border was rounded.
        constexpr double rounding = 1e-4;

        for (; step < barkSteps && barkOf (step) <= endBark + rounding; ++step)
            pattern.specific[step] = static_cast<float> (
                std::max (0.0, level - steepness * (barkOf (step) - position)));

        position = endBark;
        level = endHeight;
    }

    const LoudnessPattern& result() const { return pattern; }

private:
    LoudnessPattern pattern;
    std::size_t step = 0;
    double position = 0.0;
    double level = 0.0;
};

/** One straight piece of a slope inside a band. */
void fall (Walk& walk, std::size_t band, double core)
{
    const std::size_t range = slopeRange (walk.specificLoudness());
    const double steepness = slopeSteepness[range][slopeColumn (band)];
    const double floor = std::max (slopeRangeEnd[range], core);
    const double reach = walk.z() + (walk.specificLoudness() - floor) / steepness;

    if (reach > upperLimitBark[band])
    {
        const double end = upperLimitBark[band];
        walk.fallTo (end, steepness, walk.specificLoudness() - steepness * (end - walk.z()));
    }
    else
    {
        walk.fallTo (reach, steepness, floor);
    }
}

} // namespace

std::size_t slopeRange (double specificLoudness)
{
    std::size_t range = 0;

    while (range + 1 < numSlopeRanges && slopeRangeEnd[range] >= specificLoudness)
        ++range;

    return range;
}

LoudnessPattern withSlopes (const CoreLoudness& core)
{
    Walk walk;

    for (std::size_t band = 0; band < core.size(); ++band)
        while (walk.z() < upperLimitBark[band])
            if (walk.specificLoudness() > core[band])
                fall (walk, band, core[band]);
            else
                walk.levelTo (upperLimitBark[band], core[band]);

    return walk.result();
}

} // namespace hearing
