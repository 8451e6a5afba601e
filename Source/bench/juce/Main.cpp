// SPDX-License-Identifier: GPL-3.0-or-later
// elsewhere-juce-convolution TAPS FRAMES BLOCKS uniform|growing: plays noise through four of JUCE's convolutions,
// as a matrix of two inputs and two outputs, and prints the seconds of processor time that it took.
#include <juce_dsp/juce_dsp.h>

#include <cstdio>
#include <memory>
#include <string_view>

#include "bench/CpuTime.h"
#include "bench/Workload.h"

namespace
{

using Convolutions = std::vector<std::unique_ptr<juce::dsp::Convolution>>;

Convolutions convolutionsOf (const dsp::TransferMatrix& matrix, bool isGrowing, int blockSize)
{
    Convolutions convolutions;

    for (std::size_t path = 0; path < 4; ++path)
    {
        auto convolution = isGrowing ? std::make_unique<juce::dsp::Convolution> (
                               juce::dsp::Convolution::NonUniform { 4096 })
                                     : std::make_unique<juce::dsp::Convolution>();
        const auto taps = matrix.path (path / 2, path % 2);
        juce::AudioBuffer<float> response { 1, static_cast<int> (taps.size()) };

        for (std::size_t n = 0; n < taps.size(); ++n)
            response.setSample (0, static_cast<int> (n), static_cast<float> (taps[n]));

        convolution->loadImpulseResponse (std::move (response),
                                          bench::rate.hertz,
                                          juce::dsp::Convolution::Stereo::no,
                                          juce::dsp::Convolution::Trim::no,
                                          juce::dsp::Convolution::Normalise::no);
        convolution->prepare (
            { static_cast<double> (bench::rate.hertz), static_cast<juce::uint32> (blockSize), 1 });
        convolutions.push_back (std::move (convolution));
    }

    return convolutions;
}

bool haveTaps (const Convolutions& convolutions, int numTaps)
{
    return std::all_of (convolutions.begin(), convolutions.end(), [numTaps] (const auto& one) {
        return one->getCurrentIRSize() == numTaps;
    });
}

/** Plays so many blocks. @returns seconds of processor time */
double play (Convolutions& convolutions, int blockSize, int numBlocks)
{
    bench::Stream stream { static_cast<std::size_t> (blockSize) };
    juce::AudioBuffer<float> out { 2, blockSize };
    juce::AudioBuffer<float> part { 1, blockSize };
    const double start = bench::processCpuSeconds();

    for (int i = 0; i < numBlocks; ++i)
    {
        const auto in = stream.next();
        out.clear();

        for (std::size_t path = 0; path < 4; ++path)
        {
            part.copyFrom (0, 0, in.channel (path % 2).data(), blockSize);
            juce::dsp::AudioBlock<float> block { part };
            convolutions[path]->process (juce::dsp::ProcessContextReplacing<float> { block });
            out.addFrom (static_cast<int> (path / 2), 0, part, 0, 0, blockSize);
        }
    }

    return bench::processCpuSeconds() - start;
}

} // namespace

int main (int argc, char** argv)
{
    if (argc != 5)
        return 2;

    const int numTaps = std::atoi (argv[1]);
    const int blockSize = std::atoi (argv[2]);
    const int numBlocks = std::atoi (argv[3]);

    if (numTaps < 1 || blockSize < 16 || numBlocks < 1)
        return 2;

    auto convolutions = convolutionsOf (bench::device (static_cast<std::size_t> (numTaps), 1),
                                        std::string_view { argv[4] } == "growing",
                                        blockSize);

    if (! haveTaps (convolutions, numTaps))
        return 1;

    play (convolutions, blockSize, std::max (1, numBlocks / 10));
    std::printf ("%.9f\n", play (convolutions, blockSize, numBlocks));
    return 0;
}
