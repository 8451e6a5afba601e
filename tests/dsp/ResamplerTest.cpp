// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Resampler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <numeric>

namespace dsp
{
namespace
{

constexpr int commonRates[] = { 8000, 44100, 48000, 96000, 192000 };

/** The transfer function, by the definition: Σ h[n]·e^(−jωn). */
std::complex<double> gainAt (const ImpulseResponse& ir, double frequencyHz)
{
    const double omega = 2.0 * std::numbers::pi * frequencyHz / ir.rate.hertz;
    std::complex<double> sum;

    for (std::size_t n = 0; n < ir.samples.size(); ++n)
        sum += ir.samples[n] * std::polar (1.0, -omega * static_cast<double> (n));

    return sum;
}

/** A Gaussian burst that is band-limited for all practical purposes: at t Hz its spectrum has
    fallen by 200 dB, so it can be sampled exactly at any rate above 2·t. */
double burst (double seconds, double centreSeconds, double lowestRateHz)
{
    const double carrierHz = 0.15 * lowestRateHz;
    const double width = 1.1 / (0.25 * lowestRateHz);
    const double t = seconds - centreSeconds;
    return std::exp (-0.5 * t * t / (width * width))
           * std::cos (2.0 * std::numbers::pi * carrierHz * t + 0.7);
}

AudioBuffer resampledInBlocks (const AudioBuffer& in, int from, int to, std::size_t blockSize)
{
    Resampler resampler { in.numChannels(), { from }, { to } };
    std::vector<AudioBuffer> parts;

    for (std::size_t start = 0; start < in.numFrames(); start += blockSize)
        parts.push_back (resampler.process (
            in.block().slice (start, std::min (blockSize, in.numFrames() - start))));

    parts.push_back (resampler.flush());

    std::size_t frames = 0;

    for (const auto& part : parts)
        frames += part.numFrames();

    AudioBuffer out { in.numChannels(), frames };

    for (std::size_t c = 0; c < in.numChannels(); ++c)
    {
        auto next = out.channel (c).begin();

        for (const auto& part : parts)
            next = std::copy (part.channel (c).begin(), part.channel (c).end(), next);
    }

    return out;
}

class ResamplerRates : public testing::TestWithParam<std::tuple<int, int>>
{
protected:
    int from() const { return std::get<0> (GetParam()); }
    int to() const { return std::get<1> (GetParam()); }
    double lowest() const { return std::min (from(), to()); }
};

TEST_P (ResamplerRates, nullsAgainstTheSignalSampledAtTheOtherRate)
{
    AudioBuffer in { 2, static_cast<std::size_t> (from()) / 2 };

    for (std::size_t n = 0; n < in.numFrames(); ++n)
    {
        const double t = static_cast<double> (n) / from();
        in.channel (0)[n] = static_cast<float> (burst (t, 0.2, lowest()));
        in.channel (1)[n] = static_cast<float> (0.5 * burst (t, 0.3, lowest()));
    }

    const auto out = resampledInBlocks (in, from(), to(), 777);
    double worst = 0.0;

    for (std::size_t n = 0; n < out.numFrames(); ++n)
    {
        const double t = static_cast<double> (n) / to();
        worst = std::max (worst, std::abs (out.channel (0)[n] - burst (t, 0.2, lowest())));
        worst = std::max (worst, std::abs (out.channel (1)[n] - 0.5 * burst (t, 0.3, lowest())));
    }

    EXPECT_LT (20.0 * std::log10 (worst), -120.0) << "the samples are in single precision";
}

TEST_P (ResamplerRates, givesAsManyFramesAsTheRatioAsksFor)
{
    for (const std::size_t frames : { 1u, 2u, 147u, 1000u, 44101u })
    {
        AudioBuffer in { 1, frames };
        const double exact = static_cast<double> (frames) * to() / from();

        EXPECT_EQ (resampledInBlocks (in, from(), to(), 333).numFrames(),
                   static_cast<std::size_t> (std::floor (exact + 0.5)));
    }
}

TEST_P (ResamplerRates, soundsTheSameInOneBlockOrMany)
{
    AudioBuffer in { 1, 5000 };

    for (std::size_t n = 0; n < in.numFrames(); ++n)
        in.channel (0)[n] = static_cast<float> (std::sin (0.05 * static_cast<double> (n)));

    const auto whole = resampledInBlocks (in, from(), to(), 5000);

    for (const std::size_t blockSize : { 1u, 64u, 1001u })
    {
        const auto pieces = resampledInBlocks (in, from(), to(), blockSize);
        ASSERT_EQ (pieces.numFrames(), whole.numFrames());
        EXPECT_TRUE (std::equal (
            whole.channel (0).begin(), whole.channel (0).end(), pieces.channel (0).begin()))
            << "blocks of " << blockSize;
    }
}

TEST_P (ResamplerRates, keepsTheGainAndTheArrivalOfAnImpulse)
{
    const std::size_t arrival = static_cast<std::size_t> (0.05 * from());
    ImpulseResponse ir { std::vector<double> (arrival + 300), { from() } };
    ir.samples[arrival] = 1.0;
    ir.samples[arrival + 7] = -0.4;

    const auto out = resampled (ir, { to() });
    EXPECT_EQ (out.rate.hertz, to());

    for (const double part : { 0.0, 0.01, 0.1, 0.25, 0.4, 0.455 })
    {
        // Equal as complex numbers: the same gain and the same time of arrival. The roll-off that
        // soxr promises below its band edge (0.913 of Nyquist) is 0.01 dB.
        const double frequency = part * lowest();
        EXPECT_LT (std::abs (gainAt (out, frequency) - gainAt (ir, frequency)), 0.00115)
            << frequency << " Hz";
    }
}

// Cutting off what rings before the first sample would cost 5 dB from 48 to 96 kHz.
TEST_P (ResamplerRates, keepsTheGainOfAnImpulseThatArrivesAtTheFirstSample)
{
    ImpulseResponse ir { std::vector<double> (300), { from() } };
    ir.samples[0] = 1.0;
    ir.samples[5] = -0.4;
    const auto out = resampled (ir, { to() });

    // Down to a twelfth of the rate and further, the free band is too narrow to do as well.
    const bool faraway = from() > 10 * to();
    const double loudest = 1.4;

    for (const double part : { 0.0, 0.01, 0.1, 0.25, 0.4, 0.45 })
    {
        const double frequency = part * lowest();
        const double change = std::abs (gainAt (out, frequency) / gainAt (ir, frequency));
        EXPECT_NEAR (20.0 * std::log10 (change), 0.0, faraway ? 0.3 : 0.15) << frequency << " Hz";
    }

    // The band above may take the difference, but must not become a whistle.
    for (double part = 0.455; part * lowest() <= 0.5 * to(); part += 0.003)
        EXPECT_LT (std::abs (gainAt (out, part * lowest())), loudest * (faraway ? 4.0 : 2.5))
            << part * lowest() << " Hz";
}

INSTANTIATE_TEST_SUITE_P (Resampler,
                          ResamplerRates,
                          testing::Combine (testing::ValuesIn (commonRates),
                                            testing::ValuesIn (commonRates)));

TEST (Resampler, leavesAnImpulseResponseAloneAtItsOwnRate)
{
    const ImpulseResponse ir { { 0.5, -0.25, 0.0, 1.0 }, { 44100 } };
    EXPECT_EQ (resampled (ir, { 44100 }), ir);
}

TEST (Resampler, ringsForNoLongerThanTheRoomItIsGiven)
{
    ImpulseResponse ir { std::vector<double> (1025), { 48000 } };
    ir.samples[512] = 1.0;
    const auto out = resampled (ir, { 96000 });

    double before = 0.0;

    for (std::size_t n = 0; n < 512; ++n)
        before = std::max (before, std::abs (out.samples[n]));

    EXPECT_LT (20.0 * std::log10 (before / 0.5), -120.0);
}

} // namespace
} // namespace dsp
