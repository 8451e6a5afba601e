// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/AudioBuffer.h"
#include "dsp/ThirdOctave.h"
#include "hearing/BandLevels.h"
#include "hearing/DiffuseNoise.h"
#include "library/EnvironmentReader.h"
#include "support/StereoSpectrum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <regex>

// The noises that are shipped, made and measured.
namespace
{

std::vector<library::ListeningEnvironment> noisyEnvironments()
{
    std::vector<library::ListeningEnvironment> noisy;
    const auto folder = std::filesystem::path (ELSEWHERE_SOURCE_DIR) / "ir_library/environments";

    for (const auto& entry : std::filesystem::directory_iterator (folder))
        if (auto read = library::readEnvironment (entry.path(), library::Strictness::strict);
            read && read->noise)
            noisy.push_back (std::move (read).value());

    return noisy;
}

/** A-weighting of IEC 61672-1, annex E: an analytic curve, 0 dB at 1 kHz. */
double aWeightingDb (double hertz)
{
    const double square = hertz * hertz;
    const double gain = 12194.0 * 12194.0 * square * square
                        / ((square + 20.6 * 20.6) * (square + 12194.0 * 12194.0)
                           * std::sqrt ((square + 107.7 * 107.7) * (square + 737.9 * 737.9)));
    return 20.0 * std::log10 (gain) + 2.0;
}

double aWeightedLevelDb (const dsp::FrequencyResponse& thirdOctavesDbSpl)
{
    double power = 0.0;

    for (const double frequency : thirdOctavesDbSpl.frequenciesHz())
        power += std::pow (
            10.0,
            0.1
                * (thirdOctavesDbSpl.levelDbAt (frequency)
                   + aWeightingDb (dsp::ThirdOctave::around (frequency).centreHz())));

    return 10.0 * std::log10 (power);
}

constexpr dsp::ThirdOctave first { -16 }; // 25 Hz
constexpr dsp::ThirdOctave last { 12 };   // 16 kHz

/** Whether others are so much louder, beside this band or anywhere, that hearing::BandLevels shows
    them here too: its short sine window lets about −55 dB of them into any band, and at
    25 Hz blurs the edges of bands. */
bool isDrowned (const dsp::FrequencyResponse& table, dsp::ThirdOctave band)
{
    constexpr double besideDb = 4.0;
    constexpr double anywhereDb = 45.0;
    const auto levels = table.levelsDb();
    const double own = table.levelDbAt (band.centreHz());
    const double below = table.levelDbAt (
        dsp::ThirdOctave { band.fromOneKilohertz - 1 }.centreHz());
    const double above = table.levelDbAt (
        dsp::ThirdOctave { band.fromOneKilohertz + 1 }.centreHz());
    return std::max (below, above) > own + besideDb
           || *std::ranges::max_element (levels) > own + anywhereDb;
}

void expectFit (const library::ListeningEnvironment& environment, units::SampleRate rate)
{
    constexpr double fullScaleDbSpl = 100.0;
    const auto table = environment.noise->thirdOctavesDbSpl.raisedBy (
        units::Decibels { -fullScaleDbSpl });
    dsp::AudioBuffer buffer { 2, rate.framesIn ({ 40.0 }) };
    hearing::DiffuseNoise { table, rate, 1 }.process (buffer.block());

    const support::StereoSpectrum spectrum { buffer.block(), rate };
    hearing::BandLevels meter { 2, rate };
    meter.process (buffer.block());
    const auto bothEars = meter.result();
    ASSERT_TRUE (bothEars);

    for (auto band = first; band.fromOneKilohertz <= last.fromOneKilohertz; ++band.fromOneKilohertz)
    {
        const auto power = spectrum.between (band.lowHz(), band.highHz());
        const double wanted = table.levelDbAt (band.centreHz());
        const auto which = environment.id + ", " + std::to_string (rate.hertz) + " Hz, band "
                           + std::to_string (band.centreHz());
        EXPECT_NEAR (power.leftDb(), wanted, 1.0) << which;
        EXPECT_NEAR (power.rightDb(), wanted, 1.0) << which;

        if (! isDrowned (table, band))
        {
            EXPECT_NEAR (bothEars->levelDbAt (band.centreHz()), wanted + 3.01, 1.0) << which;
        }
    }
}

} // namespace

TEST (EnvironmentNoise, fitsEveryThirdOctaveOfEveryEnvironmentAtLowAndHighRates)
{
    const auto noisy = noisyEnvironments();
    EXPECT_GE (noisy.size(), 10u);

    for (const auto& environment : noisy)
        for (const int rate : { 44100, 96000 })
            expectFit (environment, { rate });
}

TEST (EnvironmentNoise, namesEveryThirdOctaveThatIsPromised)
{
    for (const auto& environment : noisyEnvironments())
    {
        const auto frequencies = environment.noise->thirdOctavesDbSpl.frequenciesHz();
        EXPECT_EQ (frequencies.size(), 29u) << environment.id;
        EXPECT_EQ (dsp::ThirdOctave::around (frequencies.front()), first) << environment.id;
        EXPECT_EQ (dsp::ThirdOctave::around (frequencies.back()), last) << environment.id;
    }
}

// Table 3 of IEC 61672-1, and the band pressures it is summed over.
TEST (EnvironmentNoise, weightsAsTheStandardDoes)
{
    EXPECT_NEAR (aWeightingDb (1000.0), 0.0, 0.05);
    EXPECT_NEAR (aWeightingDb (100.0), -19.1, 0.05);
    EXPECT_NEAR (aWeightingDb (31.62), -39.4, 0.05);
    EXPECT_NEAR (aWeightingDb (10000.0), -2.5, 0.05);
}

TEST (EnvironmentNoise, isAsLoudAsItsSummarySays)
{
    const std::regex level { "(\\d+) dB\\(A\\)" };

    for (const auto& environment : noisyEnvironments())
    {
        std::smatch said;
        ASSERT_TRUE (std::regex_search (environment.summary, said, level)) << environment.id;
        EXPECT_NEAR (
            aWeightedLevelDb (environment.noise->thirdOctavesDbSpl), std::stod (said[1]), 0.5)
            << environment.id;
    }
}
