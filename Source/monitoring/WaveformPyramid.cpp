// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/WaveformPyramid.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>

namespace monitoring
{

void WaveformPyramid::Sum::add (float sample)
{
    lowest = std::min (lowest, sample);
    highest = std::max (highest, sample);
    power += sample * sample;
    ++samples;
}

void WaveformPyramid::Sum::add (const Sum& more)
{
    lowest = std::min (lowest, more.lowest);
    highest = std::max (highest, more.highest);
    power += more.power;
    samples += more.samples;
}

WaveformColumn WaveformPyramid::Sum::column() const
{
    if (samples == 0)
        return {};

    return { lowest, highest, std::sqrt (power / static_cast<float> (samples)) };
}

WaveformPyramid::WaveformPyramid (std::int64_t numFrames)
{
    constexpr auto most = static_cast<std::int64_t> (mostColumns);
    const auto frames = std::max<std::int64_t> (1, numFrames);
    columnFrames = (frames + most - 1) / most;
    auto size = static_cast<std::size_t> ((frames + columnFrames - 1) / columnFrames);
    levels.emplace_back (size);

    while (size > 1)
    {
        size = (size + levelRatio - 1) / levelRatio;
        levels.emplace_back (size);
    }
}

void WaveformPyramid::add (dsp::ConstAudioBlock block)
{
    for (std::size_t n = 0; n < block.numFrames();)
    {
        const auto column = static_cast<std::size_t> (done / columnFrames);

        if (column >= levels.front().size())
            return;

        const auto untilNext = static_cast<std::size_t> (columnFrames - done % columnFrames);
        const auto count = std::min (untilNext, block.numFrames() - n);
        Sum sum;

        for (std::size_t c = 0; c < block.numChannels(); ++c)
            for (const float sample : block.channel (c).subspan (n, count))
                sum.add (sample);

        auto place = column;

        for (auto& level : levels)
        {
            level[place].add (sum);
            place /= levelRatio;
        }

        n += count;
        done += static_cast<std::int64_t> (count);
    }
}

/** Of these columns of the first level: the longest columns of all levels that fit between them. */
WaveformPyramid::Sum WaveformPyramid::joined (std::size_t first, std::size_t last) const
{
    Sum sum;

    while (first < last)
    {
        std::size_t level = 0;
        std::size_t span = 1;

        for (; level + 1 < levels.size() && first % (span * levelRatio) == 0
               && first + span * levelRatio <= last;
             ++level)
            span *= levelRatio;

        sum.add (levels[level][first / span]);
        first += span;
    }

    return sum;
}

std::vector<WaveformColumn>
WaveformPyramid::view (double begin, double end, std::size_t numColumns) const
{
    PRECONDITION (begin < end && numColumns > 0);
    const double spanEach = (end - begin) / static_cast<double> (numColumns)
                            / static_cast<double> (columnFrames);
    const double start = begin / static_cast<double> (columnFrames);
    const auto size = static_cast<double> (levels.front().size());
    const auto place = [size] (double column) {
        return static_cast<std::size_t> (std::clamp (column, 0.0, size));
    };
    std::vector<WaveformColumn> columns;
    columns.reserve (numColumns);

    for (std::size_t n = 0; n < numColumns; ++n)
    {
        const double first = start + spanEach * static_cast<double> (n);
        columns.push_back (
            joined (place (std::floor (first)), place (std::ceil (first + spanEach))).column());
    }

    return columns;
}

} // namespace monitoring
