// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/Room.h"

#include <array>
#include <vector>

namespace cli
{

namespace
{

constexpr std::size_t numLines = 8;

// Mutually prime in milliseconds, so that echoes do not fall together.
constexpr std::array<double, numLines> lineMilliseconds { 29, 37, 41, 47, 53, 59, 67, 73 };
constexpr double reverberationSeconds = 1.5;

// High frequencies die sooner, as they do in air and on walls.
constexpr double dampingHz = 4500.0;

using Lines = std::array<double, numLines>;

/** Every line to every line, with no energy lost or won. */
void mix (Lines& values)
{
    for (std::size_t span = 1; span < numLines; span *= 2)
        for (std::size_t i = 0; i < numLines; ++i)
            if ((i & span) == 0)
            {
                const double sum = values[i] + values[i + span];
                values[i + span] = values[i] - values[i + span];
                values[i] = sum;
            }

    for (double& value : values)
        value /= std::sqrt (static_cast<double> (numLines));
}

/** A delay that loses what its length loses in the room. */
class Line
{
public:
    Line (double milliseconds, double rate)
        : samples (static_cast<std::size_t> (milliseconds * 0.001 * rate)),
          gain (std::pow (10.0, -3.0 * milliseconds * 0.001 / reverberationSeconds)),
          damping (1.0 - std::exp (-2.0 * std::numbers::pi * dampingHz / rate))
    {}

    double output()
    {
        smoothed += damping * (samples[place] - smoothed);
        return gain * smoothed;
    }

    void input (double value)
    {
        samples[place] = value;
        place = (place + 1) % samples.size();
    }

private:
    std::vector<double> samples;
    double gain;
    double damping;
    double smoothed = 0.0;
    std::size_t place = 0;
};

} // namespace

void addRoom (Track& track, double gain)
{
    std::vector<Line> lines;
    lines.reserve (numLines);

    for (const double milliseconds : lineMilliseconds)
        lines.emplace_back (milliseconds, track.rate());

    const auto left = track.audio.channel (0);
    const auto right = track.audio.channel (1);

    for (std::size_t frame = 0; frame < left.size(); ++frame)
    {
        Lines values {};

        for (std::size_t i = 0; i < numLines; ++i)
            values[i] = lines[i].output();

        const double wetLeft = values[0] - values[2] + values[4] - values[6];
        const double wetRight = values[1] - values[3] + values[5] - values[7];
        mix (values);

        for (std::size_t i = 0; i < numLines; ++i)
            lines[i].input (values[i]
                            + static_cast<double> (i % 2 == 0 ? left[frame] : right[frame]));

        left[frame] += static_cast<float> (gain * wetLeft);
        right[frame] += static_cast<float> (gain * wetRight);
    }
}

} // namespace cli
