// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/Workload.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace bench
{

dsp::TransferMatrix device (std::size_t numTaps, unsigned seed)
{
    dsp::TransferMatrix matrix { numChannels, numChannels, numTaps, rate };
    std::mt19937 generator { seed };
    std::normal_distribution<double> normal { 0.0, 0.01 };

    for (std::size_t path = 0; path < numChannels * numChannels; ++path)
    {
        const auto taps = matrix.path (path / numChannels, path % numChannels);

        for (std::size_t n = 0; n < numTaps; ++n)
            taps[n] = normal (generator)
                      * std::pow (10.0,
                                  -3.0 * static_cast<double> (n) / static_cast<double> (numTaps));
    }

    return matrix;
}

dsp::AudioBuffer noise (std::size_t numFrames)
{
    dsp::AudioBuffer buffer (numChannels, numFrames);
    std::mt19937 generator { 1 };
    std::normal_distribution<float> normal { 0.0f, 0.1f };

    for (std::size_t c = 0; c < numChannels; ++c)
        std::generate (buffer.channel (c).begin(), buffer.channel (c).end(), [&] {
            return normal (generator);
        });

    return buffer;
}

std::vector<dsp::TransferMatrix> devices (std::size_t count, std::size_t numTaps)
{
    std::vector<dsp::TransferMatrix> made;

    for (unsigned seed = 0; seed < count; ++seed)
        made.push_back (device (numTaps, seed));

    return made;
}

} // namespace bench
