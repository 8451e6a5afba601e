// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Signals.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace support
{

Signal noise (std::size_t numChannels, std::size_t numFrames, unsigned seed)
{
    std::mt19937 generator { seed };
    std::normal_distribution<double> normal;
    Signal signal (numChannels, std::vector<double> (numFrames));

    for (auto& channel : signal)
        std::generate (channel.begin(), channel.end(), [&] { return normal (generator); });

    return signal;
}

dsp::TransferMatrix
decayingMatrix (std::size_t numOutputs, std::size_t numInputs, std::size_t numTaps, unsigned seed)
{
    dsp::TransferMatrix matrix { numOutputs, numInputs, numTaps, { 48000 } };
    const auto samples = noise (numOutputs * numInputs, numTaps, seed);

    for (std::size_t o = 0; o < numOutputs; ++o)
        for (std::size_t i = 0; i < numInputs; ++i)
            for (std::size_t n = 0; n < numTaps; ++n)
                matrix.path (o, i)[n] = samples[o * numInputs + i][n]
                                        * std::pow (10.0,
                                                    -3.0 * static_cast<double> (n)
                                                        / static_cast<double> (numTaps));

    return matrix;
}

dsp::TransferMatrix unitMatrix (std::size_t numChannels)
{
    dsp::TransferMatrix matrix { numChannels, numChannels, 1, { 48000 } };

    for (std::size_t c = 0; c < numChannels; ++c)
        matrix.path (c, c)[0] = 1.0;

    return matrix;
}

Signal directConvolution (const Signal& in, const dsp::TransferMatrix& matrix)
{
    const auto numFrames = in.front().size();
    Signal out (matrix.numOutputs(), std::vector<double> (numFrames + matrix.numTaps() - 1));

    for (std::size_t o = 0; o < matrix.numOutputs(); ++o)
        for (std::size_t i = 0; i < matrix.numInputs(); ++i)
            for (std::size_t tap = 0; tap < matrix.numTaps(); ++tap)
                if (const auto gain = matrix.path (o, i)[tap]; gain != 0.0)
                    for (std::size_t n = 0; n < numFrames; ++n)
                        out[o][n + tap] += gain * in[i][n];

    return out;
}

dsp::AudioBuffer toBuffer (const Signal& signal)
{
    dsp::AudioBuffer buffer (signal.size(), signal.front().size());

    for (std::size_t c = 0; c < signal.size(); ++c)
        std::transform (signal[c].begin(),
                        signal[c].end(),
                        buffer.channel (c).begin(),
                        [] (double sample) { return static_cast<float> (sample); });

    return buffer;
}

Signal fromBlock (dsp::ConstAudioBlock block)
{
    Signal signal;

    for (std::size_t c = 0; c < block.numChannels(); ++c)
        signal.emplace_back (block.channel (c).begin(), block.channel (c).end());

    return signal;
}

Signal part (const Signal& signal, std::size_t start, std::size_t length)
{
    Signal piece (signal.size(), std::vector<double> (length));

    for (std::size_t c = 0; c < signal.size(); ++c)
        for (std::size_t n = start; n < std::min (start + length, signal[c].size()); ++n)
            piece[c][n - start] = signal[c][n];

    return piece;
}

Signal delayed (const Signal& signal, std::size_t frames)
{
    Signal late (signal.size(), std::vector<double> (signal.front().size()));

    for (std::size_t c = 0; c < signal.size(); ++c)
        for (std::size_t n = frames; n < signal[c].size(); ++n)
            late[c][n] = signal[c][n - frames];

    return late;
}

} // namespace support
