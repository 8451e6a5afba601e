// SPDX-License-Identifier: GPL-3.0-or-later
// Loudness over time, and what else depends on how much of it a LoudnessMeter is asked for.
#include "dsp/AudioBuffer.h"
#include "hearing/KWeighting.h"
#include "hearing/LoudnessMeter.h"
#include "hearing/SwellingNoise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace hearing
{
namespace
{

/** BS.1770 word by word: filter, square, mean over the window before this frame. */
class SlowLoudness
{
public:
    SlowLoudness (const dsp::AudioBuffer& buffer, int rate) : power (buffer.numFrames())
    {
        const auto weighting = kWeighting ({ rate });

        for (std::size_t c = 0; c < buffer.numChannels(); ++c)
        {
            dsp::BiquadFilter shelf { weighting.shelf };
            dsp::BiquadFilter highPass { weighting.highPass };

            for (std::size_t n = 0; n < power.size(); ++n)
            {
                const double sample = static_cast<double> (buffer.channel (c)[n]);
                const double weighted = highPass.process (shelf.process (sample));
                power[n] += weighted * weighted;
            }
        }
    }

    double at (std::size_t frame, std::size_t windowFrames) const
    {
        double sum = 0.0;

        for (std::size_t n = frame - std::min (frame, windowFrames); n < frame; ++n)
            sum += power[n];

        return -0.691 + 10.0 * std::log10 (sum / static_cast<double> (windowFrames));
    }

private:
    std::vector<double> power;
};

TEST (LoudnessCurve, drawsTheCurveThatTheDefinitionDraws)
{
    const auto buffer = swells (8.05, 1);
    LoudnessMeter meter { 2, { 48000 }, LoudnessMeter::Extent::programmeAndCurve };
    meter.process (buffer.block());

    const SlowLoudness slow { buffer, 48000 };
    const auto& points = meter.curve().points;
    ASSERT_EQ (points.size(), 80u);

    for (std::size_t n = 0; n < points.size(); ++n)
    {
        EXPECT_NEAR (points[n].momentaryLufs, slow.at ((n + 1) * 4800, 19200), 1e-4) << n;
        EXPECT_NEAR (points[n].shortTermLufs, slow.at ((n + 1) * 4800, 144000), 1e-4) << n;
    }
}

TEST (LoudnessCurve, readsLiveWhatTheCurveShows)
{
    const auto buffer = swells (6.0, 2);
    LoudnessMeter meter { 2, { 48000 }, LoudnessMeter::Extent::programmeAndCurve };

    for (std::size_t n = 0; n < buffer.numFrames(); n += 4800)
    {
        meter.process (buffer.block().slice (n, 4800));
        const auto reading = meter.now();
        EXPECT_NEAR (reading.momentary->value, meter.curve().points.back().momentaryLufs, 1e-4);
        EXPECT_NEAR (reading.shortTerm->value, meter.curve().points.back().shortTermLufs, 1e-4);
        EXPECT_EQ (reading.integrated.has_value(), n + 4800 >= 19200);
    }

    EXPECT_EQ (meter.now().integrated, meter.result().integrated);
}

TEST (LoudnessCurve, drawsSilenceAsMinusInfinityAndReadsItAsNoNumber)
{
    const dsp::AudioBuffer silence { 2, 48000 };
    LoudnessMeter meter { 2, { 48000 }, LoudnessMeter::Extent::programmeAndCurve };
    meter.process (silence.block());

    ASSERT_EQ (meter.curve().points.size(), 10u);
    EXPECT_EQ (meter.curve().points.back().momentaryLufs, -HUGE_VALF);
    EXPECT_FALSE (meter.now().momentary);
    EXPECT_FALSE (meter.now().shortTerm);
    EXPECT_FALSE (meter.now().integrated);
}

/** Of full windows, so many tenths of a second apart: the 95th of the sorted over the
    10th in a hundred. */
double rangeOfCurve (const LoudnessCurve& curve, std::size_t tenths)
{
    std::vector<float> lufs;

    for (std::size_t n = 29; n < curve.points.size(); n += tenths)
        lufs.push_back (curve.points[n].shortTermLufs);

    std::ranges::sort (lufs);
    const auto atShare = [&] (double share) {
        const double rank = std::max (1.0, std::round (share * static_cast<double> (lufs.size())));
        return static_cast<double> (lufs[static_cast<std::size_t> (rank) - 1]);
    };
    return atShare (0.95) - atShare (0.1);
}

TEST (LoudnessCurve, takesTheRangeOfAFullWindowEveryTenthOfASecond)
{
    // So short that a window every second would say something else.
    const auto buffer = swells (5.7, 4);
    LoudnessMeter meter { 2, { 48000 }, LoudnessMeter::Extent::programmeAndCurve };
    meter.process (buffer.block());

    EXPECT_NEAR (*meter.result().rangeLu, rangeOfCurve (meter.curve(), 1), 0.0101);
    EXPECT_GT (std::abs (*meter.result().rangeLu - rangeOfCurve (meter.curve(), 10)), 0.3);
    EXPECT_EQ (programmeLoudness (buffer.block(), { 48000 }).rangeLu, meter.result().rangeLu);
}

TEST (LoudnessCurve, reckonsLessWhenLessIsAsked)
{
    const auto buffer = swells (6.0, 3);
    LoudnessMeter meter { 2, { 48000 }, LoudnessMeter::Extent::integratedAndPeak };
    meter.process (buffer.block());
    const auto whole = programmeLoudness (buffer.block(), { 48000 });

    EXPECT_NEAR (meter.result().integrated->value, whole.integrated->value, 1e-9);
    EXPECT_EQ (meter.result().truePeakDbtp, whole.truePeakDbtp);
    EXPECT_FALSE (meter.result().rangeLu);
    EXPECT_FALSE (meter.result().maxMomentary);
    EXPECT_FALSE (meter.result().maxShortTerm);
}

} // namespace
} // namespace hearing
