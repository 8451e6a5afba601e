// SPDX-License-Identifier: GPL-3.0-or-later
// Four programmes in lanes, beside LoudnessMeter, which hears one after the other.
#include "hearing/FourLoudnessMeters.h"

#include "support/Signals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace hearing
{
namespace
{

constexpr units::SampleRate rate { 44100 };
using Programmes = std::vector<dsp::AudioBuffer>;

/** Noise of different lengths and levels; the second is mono. */
Programmes someProgrammes()
{
    Programmes programmes;

    for (const std::size_t p : { 0u, 1u, 2u, 3u })
    {
        auto noise = support::noise (p == 1 ? 1 : 2, 100000 + 20011 * p, static_cast<unsigned> (p));

        for (auto& channel : noise)
            for (std::size_t n = 0; n < channel.size(); ++n)
                channel[n] *= (0.1 + 0.1 * static_cast<double> (p))
                              * std::sin (1e-4 * static_cast<double> (n));

        programmes.push_back (support::toBuffer (noise));
    }

    return programmes;
}

std::vector<dsp::ConstAudioBlock>
partOf (const Programmes& programmes, std::size_t start, std::size_t length)
{
    std::vector<dsp::ConstAudioBlock> blocks;

    for (const auto& programme : programmes)
    {
        const auto first = std::min (start, programme.numFrames());
        blocks.push_back (
            programme.block().slice (first, std::min (length, programme.numFrames() - first)));
    }

    return blocks;
}

std::vector<ProgrammeLoudness> measured (const Programmes& programmes, std::size_t blockSize)
{
    std::vector<std::size_t> channels;
    std::size_t longest = 0;

    for (const auto& programme : programmes)
    {
        channels.push_back (programme.numChannels());
        longest = std::max (longest, programme.numFrames());
    }

    FourLoudnessMeters meters { channels, rate };

    for (std::size_t start = 0; start < longest; start += blockSize)
        meters.process (partOf (programmes, start, blockSize));

    std::vector<ProgrammeLoudness> results;

    for (std::size_t p = 0; p < programmes.size(); ++p)
        results.push_back (meters.result (p));

    return results;
}

void expectEachAsAlone (const Programmes& programmes)
{
    const auto results = measured (programmes, 7000);

    for (std::size_t p = 0; p < programmes.size(); ++p)
    {
        LoudnessMeter alone { programmes[p].numChannels(),
                              rate,
                              LoudnessMeter::Extent::integratedAndPeak };
        alone.process (programmes[p].block());
        EXPECT_NEAR (results[p].integrated->value, alone.result().integrated->value, 1e-9)
            << "programme " << p;
        EXPECT_EQ (results[p].truePeakDbtp->value(), alone.result().truePeakDbtp->value())
            << "programme " << p;
    }
}

TEST (FourLoudnessMeters, readEachProgrammeAsIfItWereAlone)
{
    expectEachAsAlone (someProgrammes());
}

TEST (FourLoudnessMeters, readTheSameInAnyBlocks)
{
    const auto programmes = someProgrammes();
    const auto expected = measured (programmes, 1u << 20);

    for (const std::size_t blockSize : { 61u, 512u, 4410u, 24576u })
    {
        const auto results = measured (programmes, blockSize);

        for (std::size_t p = 0; p < programmes.size(); ++p)
        {
            EXPECT_NEAR (results[p].integrated->value, expected[p].integrated->value, 1e-9);
            EXPECT_EQ (results[p].truePeakDbtp->value(), expected[p].truePeakDbtp->value());
        }
    }
}

TEST (FourLoudnessMeters, takeFewerThanFour)
{
    auto programmes = someProgrammes();
    programmes.resize (2);
    expectEachAsAlone (programmes);
}

TEST (FourLoudnessMeters, countNonFiniteSamplesAsSilence)
{
    auto programmes = someProgrammes();
    programmes[0].channel (0)[1000] = std::numeric_limits<float>::quiet_NaN();
    programmes[2].channel (1)[2000] = std::numeric_limits<float>::infinity();
    expectEachAsAlone (programmes);
}

TEST (FourLoudnessMeters, haveNoNumberForSilence)
{
    Programmes silence;
    silence.emplace_back (2, 44100);
    const auto result = measured (silence, 4096).front();
    EXPECT_FALSE (result.integrated);
    EXPECT_FALSE (result.truePeakDbtp);
}

TEST (KWeightedLanes, weighTheSameOnAnyMachine)
{
    const auto noise = support::toBuffer (support::noise (8, 1003, 5));
    std::vector<const float*> channels;

    for (std::size_t c = 0; c < 8; ++c)
        channels.push_back (noise.channel (c).data());

    auto portable = kWeightedLanes (rate);
    kWeightingLoop (dsp::InstructionSet::portable) (portable, channels.data(), 1003);

    for (const auto set : dsp::instructionSets())
    {
        auto lanes = kWeightedLanes (rate);
        kWeightingLoop (set) (lanes, channels.data(), 1003);

        for (std::size_t lane = 0; lane < 8; ++lane)
            EXPECT_NEAR (portable.energies[lane] / lanes.energies[lane], 1.0, 1e-12) << lane;
    }
}

TEST (KWeightedLanes, weighAsTwoFiltersInARow)
{
    const auto noise = support::toBuffer (support::noise (8, 1003, 6));
    const auto weighting = kWeighting (rate);
    auto lanes = kWeightedLanes (rate);
    std::vector<const float*> channels;

    for (std::size_t c = 0; c < 8; ++c)
        channels.push_back (noise.channel (c).data());

    kWeightingLoop() (lanes, channels.data(), 1003);

    for (std::size_t lane = 0; lane < 8; ++lane)
    {
        dsp::BiquadFilter shelf { weighting.shelf }, highPass { weighting.highPass };
        double energy = 0.0;

        for (const float sample : noise.channel (lane))
            energy += std::pow (highPass.process (shelf.process (static_cast<double> (sample))),
                                2.0);

        EXPECT_NEAR (lanes.energies[lane] / energy, 1.0, 1e-12) << lane;
    }
}

} // namespace
} // namespace hearing
