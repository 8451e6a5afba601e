// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/DiffuseNoise.h"

#include "dsp/AudioBuffer.h"
#include "dsp/Fft.h"
#include "dsp/ThirdOctave.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>

namespace hearing
{
namespace
{

/** Falls steeply from the bass on, as road noise does, with a step at 1 kHz. */
dsp::FrequencyResponse roadNoise()
{
    std::vector<double> centres;
    std::vector<double> levels;

    for (int band = -16; band <= 12; ++band)
    {
        centres.push_back (dsp::ThirdOctave { band }.centreHz());
        levels.push_back ((band < 0 ? -20.0 - 1.6 * (band + 16) : -52.0 - 2.0 * band));
    }

    return *dsp::FrequencyResponse::fromPoints (centres, levels);
}

dsp::AudioBuffer
noise (const dsp::FrequencyResponse& table, int rate, double seconds, std::uint64_t seed)
{
    dsp::AudioBuffer buffer { 2, static_cast<std::size_t> (seconds * rate) };
    DiffuseNoise source { table, { rate }, seed };
    source.process (buffer.block());
    return buffer;
}

/** Mean powers and cross power of a stereo signal in one third octave, from Hann-windowed
    transforms. */
struct BandPowers
{
    double left = 0.0;
    double right = 0.0;
    double cross = 0.0;
};

class Spectra
{
public:
    Spectra (const dsp::AudioBuffer& stereo, int atRate) : rate (atRate)
    {
        const dsp::DesignFft fft { size };
        powers.resize (fft.numBins());
        std::size_t blocks = 0;

        for (std::size_t start = 0; start + size <= stereo.numFrames(); start += size / 2, ++blocks)
        {
            const auto left = fft.forward (windowed (stereo.channel (0).subspan (start, size)));
            const auto right = fft.forward (windowed (stereo.channel (1).subspan (start, size)));

            for (std::size_t k = 0; k < left.size(); ++k)
            {
                powers[k].left += std::norm (left[k]);
                powers[k].right += std::norm (right[k]);
                powers[k].cross += (left[k] * std::conj (right[k])).real();
            }
        }

        // 3/8 is the mean square of a Hann window.
        scale = 2.0
                / (0.375 * static_cast<double> (size) * static_cast<double> (size)
                   * static_cast<double> (blocks));
    }

    BandPowers in (double lowHz, double highHz) const
    {
        BandPowers sum;

        for (std::size_t k = 1; k < powers.size(); ++k)
        {
            const double frequency = static_cast<double> (k) * rate / static_cast<double> (size);

            if (frequency >= lowHz && frequency < highHz)
            {
                sum.left += scale * powers[k].left;
                sum.right += scale * powers[k].right;
                sum.cross += scale * powers[k].cross;
            }
        }

        return sum;
    }

private:
    static constexpr std::size_t size = 131072;

    static std::vector<double> windowed (std::span<const float> samples)
    {
        std::vector<double> result;

        for (std::size_t n = 0; n < samples.size(); ++n)
            result.push_back (samples[n]
                              * std::pow (std::sin (std::numbers::pi * static_cast<double> (n)
                                                    / static_cast<double> (samples.size())),
                                          2));

        return result;
    }

    int rate;
    double scale = 0.0;
    std::vector<BandPowers> powers;
};

TEST (DiffuseNoise, hasTheThirdOctaveLevelsOfItsTable)
{
    const auto table = roadNoise();

    for (const int rate : { 44100, 48000 })
    {
        const Spectra spectra { noise (table, rate, 60.0, 1), rate };

        for (int index = -16; index <= 12; ++index)
        {
            const dsp::ThirdOctave band { index };
            const auto power = spectra.in (band.lowHz(), band.highHz());
            const double wanted = table.levelDbAt (band.centreHz());

            EXPECT_NEAR (10.0 * std::log10 (power.left), wanted, 1.0) << band.centreHz();
            EXPECT_NEAR (10.0 * std::log10 (power.right), wanted, 1.0) << band.centreHz();
        }
    }
}

TEST (DiffuseNoise, isSilentOutsideItsTable)
{
    const auto table = *dsp::FrequencyResponse::fromPoints ({ 500.0, 630.0 }, { -20.0, -20.0 });
    const Spectra spectra { noise (table, 48000, 30.0, 1), 48000 };
    const double inside =
        spectra.in (dsp::ThirdOctave { -3 }.lowHz(), dsp::ThirdOctave { -2 }.highHz()).left;

    EXPECT_NEAR (10.0 * std::log10 (inside), -16.99, 0.3);
    EXPECT_LT (10.0 * std::log10 (spectra.in (20.0, 430.0).left), -80.0);
    EXPECT_LT (10.0 * std::log10 (spectra.in (730.0, 24000.0).left), -80.0);
}

TEST (DiffuseNoise, leavesOutWhatLiesAboveNyquist)
{
    const auto table = *dsp::FrequencyResponse::fromPoints ({ 1000.0, 16000.0 }, { -30.0, -30.0 });
    const auto buffer = noise (table, 8000, 5.0, 1);
    double power = 0.0;

    for (const float sample : buffer.channel (0))
        power += sample * sample / static_cast<double> (buffer.numFrames());

    // 1 to 3.15 kHz are six bands, and a part of that around 4 kHz.
    EXPECT_NEAR (10.0 * std::log10 (power), -30.0 + 10.0 * std::log10 (6.4), 0.4);
}

TEST (DiffuseNoise, isAsAlikeAtTheTwoEarsAsADiffuseField)
{
    const auto table = *dsp::FrequencyResponse::fromPoints ({ 31.5, 10000.0 }, { -30.0, -30.0 });
    const Spectra spectra { noise (table, 48000, 60.0, 3), 48000 };

    for (const double frequency : { 60.0, 125.0, 250.0, 500.0, 700.0, 2000.0, 5000.0 })
    {
        const auto power = spectra.in (frequency / 1.05, frequency * 1.05);
        EXPECT_NEAR (
            power.cross / std::sqrt (power.left * power.right), twoEarCorrelation (frequency), 0.1)
            << frequency;
    }
}

TEST (DiffuseNoise, correlationOfTheEarsIsOneInTheBassAndGoneAtFiveHundredHertz)
{
    EXPECT_NEAR (twoEarCorrelation (0.0), 1.0, 1e-12);
    EXPECT_GT (twoEarCorrelation (60.0), 0.95);
    EXPECT_NEAR (twoEarCorrelation (520.0), 0.0, 0.01);
    EXPECT_LT (std::abs (twoEarCorrelation (3000.0)), 0.05);
}

TEST (DiffuseNoise, isTheSameForTheSameSeedInAnyBlocks)
{
    const auto table = roadNoise();
    const auto whole = noise (table, 44100, 4.0, 9);
    const auto other = noise (table, 44100, 4.0, 10);

    DiffuseNoise source { table, { 44100 }, 9 };
    dsp::AudioBuffer pieces { 2, whole.numFrames() };

    for (std::size_t start = 0; start < pieces.numFrames(); start += 777)
        source.process (
            pieces.block().slice (start, std::min<std::size_t> (777, pieces.numFrames() - start)));

    EXPECT_TRUE (std::ranges::equal (whole.channel (0), pieces.channel (0)));
    EXPECT_TRUE (std::ranges::equal (whole.channel (1), pieces.channel (1)));
    EXPECT_FALSE (std::ranges::equal (whole.channel (0), other.channel (0)));
}

TEST (DiffuseNoise, isAsLoudAtItsStartAsLater)
{
    const auto table = *dsp::FrequencyResponse::fromPoints ({ 1000.0, 8000.0 }, { -30.0, -30.0 });
    const auto buffer = noise (table, 48000, 10.0, 2);

    for (std::size_t start = 0; start + 4800 <= buffer.numFrames(); start += 4800)
    {
        double power = 0.0;

        for (const float sample : buffer.channel (0).subspan (start, 4800))
            power += sample * sample / 4800.0;

        EXPECT_NEAR (10.0 * std::log10 (power), -20.0, 1.0) << start;
    }
}

TEST (ThirdOctave, knowsNominalFrequencies)
{
    EXPECT_EQ (dsp::ThirdOctave::around (31.5), (dsp::ThirdOctave { -15 }));
    EXPECT_EQ (dsp::ThirdOctave::around (1000.0), (dsp::ThirdOctave { 0 }));
    EXPECT_EQ (dsp::ThirdOctave::around (12500.0), (dsp::ThirdOctave { 11 }));
    EXPECT_NEAR (dsp::ThirdOctave { 0 }.highHz(), dsp::ThirdOctave { 1 }.lowHz(), 1e-9);
    EXPECT_NEAR (dsp::ThirdOctave { 3 }.centreHz(), 1995.26, 0.01);
}

} // namespace
} // namespace hearing
