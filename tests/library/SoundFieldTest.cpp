// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/SoundField.h"

#include "dsp/Fft.h"
#include "dsp/ThirdOctave.h"
#include "hearing/TwoEarCorrelation.h"
#include "library/DefaultHead.h"
#include "library/DiffuseTail.h"
#include "library/ScenarioExamples.h"
#include "library/SpherePoints.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace
{

using namespace scenario_examples;

library::ListeningEnvironment cabin()
{
    library::ListeningEnvironment environment;
    environment.cabin = library::Cabin {};
    environment.cabin->reflections = { { 0.003, -6.0, 0.0, 0.0 } };
    return environment;
}

library::DeviceProfile ahead (double distance = 1.0, double elevation = 0.0)
{
    return loudspeaker (
        library::Fold::Kind::leftOnly, { { { 0.0, elevation }, distance } }, flat());
}

dsp::TransferMatrix heard (const library::DeviceProfile& device,
                           const library::ListeningEnvironment* environment)
{
    const auto head = library::HrtfSet::sphericalHead();
    const auto headphones = diffuseFieldHeadphones();
    library::ListeningScenario scenario;
    scenario.device = &device;
    scenario.environment = environment;
    scenario.head = &head;
    scenario.headphones = &headphones;
    return library::scenarioResponse (scenario, targets(), rate)->matrix;
}

double energy (const std::vector<double>& samples)
{
    double sum = 0.0;

    for (const double sample : samples)
        sum += sample * sample;

    return sum;
}

library::DiffuseDecay decay (double seconds, double levelDb)
{
    library::DiffuseDecay result { {}, {}, 0.0, 0.001 };
    result.reverberationTimeSeconds.fill (seconds);
    result.levelDb.fill (levelDb);
    return result;
}

} // namespace

TEST (SoundField, freeFieldIsOnlyDirect)
{
    const auto field = library::soundField (
        library::HrtfSet::sphericalHead(), nullptr, { { { 20.0, 0.0 }, 1.0 } }, rate);
    EXPECT_FALSE (field.direct[0].empty());
    EXPECT_TRUE (field.early[0].empty());
    EXPECT_TRUE (field.late[0].empty());
}

// Delay 2h·sin α: seen from 0.21 m above the table, the mirrored way is longer by this much, and the
// first notch lies where that is half a wave.
TEST (SoundField, theDeskMakesItsComb)
{
    library::ListeningEnvironment environment;
    environment.desk = library::Desk { 0.35, {} };
    auto speaker = ahead (0.8, -10.0);
    speaker.kind = library::DeviceKind::desktopSpeaker;
    const double height = 0.35 - 0.8 * std::sin (10.0 * 3.14159265358979 / 180.0);
    const double across = 0.8 * std::cos (10.0 * 3.14159265358979 / 180.0);
    const double longer = std::hypot (across, 0.35 + height) - 0.8;
    const double notch = 343.2 / (2.0 * longer);
    const auto matrix = heard (speaker, &environment);

    EXPECT_LT (levelDbAt (matrix.path (0, 0), notch),
               levelDbAt (matrix.path (0, 0), notch / 2.0) - 8.0);
    EXPECT_LT (levelDbAt (matrix.path (0, 0), notch),
               levelDbAt (matrix.path (0, 0), notch * 2.0) - 8.0);

    // What lies on the table has it in its own measurement.
    speaker.kind = library::DeviceKind::laptop;
    EXPECT_EQ (heard (speaker, &environment), heard (speaker, nullptr));
}

// +12 dB per octave below the corner, up to the limit.
TEST (SoundField, theCabinLiftsTheBass)
{
    const auto environment = cabin();
    const auto matrix = heard (ahead(), &environment);
    const auto free = heard (ahead(), nullptr);
    const auto gain = [&] (double hertz) {
        return levelDbAt (matrix.path (0, 0), hertz) - levelDbAt (free.path (0, 0), hertz);
    };

    EXPECT_GT (gain (22.0) - gain (400.0), 8.0);
    EXPECT_LT (gain (22.0) - gain (400.0), 15.0);
}

TEST (SoundField, nothingIsAddedToWhatWasMeasuredInItsCabin)
{
    const auto environment = cabin();
    auto sedan = ahead();
    sedan.provenance.rig = "in-cabin";
    EXPECT_EQ (heard (sedan, &environment), heard (sedan, nullptr));
    EXPECT_NE (heard (ahead(), &environment), heard (ahead(), nullptr));
}

TEST (SoundField, theFarDoorIsLaterAndFainter)
{
    const auto car = loudspeaker (
        library::Fold::Kind::stereo, { { { 0.0, 0.0 }, 0.85 }, { { 0.0, 0.0 }, 1.3 } }, flat());
    const auto matrix = heard (car, nullptr);
    const auto peak = [&] (std::size_t input) {
        const auto path = matrix.path (0, input);
        return static_cast<double> (std::max_element (path.begin(), path.end()) - path.begin());
    };

    EXPECT_NEAR (peak (1) - peak (0), 0.45 / 343.2 * 48000.0, 1.5);
    EXPECT_NEAR (levelDbAt (matrix.path (0, 0), 600.0) - levelDbAt (matrix.path (0, 1), 600.0),
                 20.0 * std::log10 (1.3 / 0.85),
                 0.5);
}

TEST (DiffuseTail, holdsTheEnergyThatIsAskedFor)
{
    for (const double level : { -12.0, 0.0 })
    {
        const auto tail = library::diffuseTail (decay (0.3, level), rate, 5, 2.0);

        for (const auto& ear : tail)
            EXPECT_NEAR (10.0 * std::log10 (energy (ear)), level, 0.6);
    }
}

TEST (DiffuseTail, isTheSameForTheSameSeedOnly)
{
    const auto first = library::diffuseTail (decay (0.1, 0.0), rate, 1, 1.0);
    EXPECT_EQ (first, library::diffuseTail (decay (0.1, 0.0), rate, 1, 1.0));
    EXPECT_NE (first, library::diffuseTail (decay (0.1, 0.0), rate, 2, 1.0));
}

// In every third octave that a tail of this length holds enough independent values of.
TEST (DiffuseTail, isAsAlikeAtTheEarsAsADiffuseField)
{
    const auto tail = library::diffuseTail (decay (4.0, 0.0), rate, 3, 4.0);
    const dsp::DesignFft fft { 262144 };
    const auto left = fft.forward (tail[0]);
    const auto right = fft.forward (tail[1]);
    const double binHz = rate.hertz / static_cast<double> (fft.size());

    for (int index = -7; index <= 9; ++index)
    {
        const dsp::ThirdOctave band { index };
        double cross = 0.0;
        double powers[2] {};
        double model = 0.0;
        double count = 0.0;

        for (auto k = static_cast<std::size_t> (band.lowHz() / binHz);
             static_cast<double> (k) * binHz < band.highHz();
             ++k)
        {
            cross += (left[k] * std::conj (right[k])).real();
            powers[0] += std::norm (left[k]);
            powers[1] += std::norm (right[k]);
            model += hearing::twoEarCorrelation (static_cast<double> (k) * binHz);
            count += 1.0;
        }

        EXPECT_NEAR (cross / std::sqrt (powers[0] * powers[1]), model / count, 0.15)
            << band.centreHz();
    }
}

// The default head, where there is one, is as alike at its ears.
TEST (DiffuseTail, isAsAlikeAtTheEarsAsAMeasuredHead)
{
    const auto files = library::headFiles ({});

    if (files.empty())
        GTEST_SKIP() << "No measured head: install libmysofa's data.";

    const auto head = library::readHead (files.front());
    ASSERT_TRUE (head) << head.problem().sentence();
    const dsp::DesignFft fft { library::HrtfSet::transformSize (rate) };
    const double binHz = rate.hertz / static_cast<double> (fft.size());
    const auto lastBin = static_cast<std::size_t> (4000.0 / binHz);
    std::vector<double> cross (lastBin + 1);
    std::vector<double> power (lastBin + 1);

    for (const auto& point : library::spherePoints (400))
    {
        const double elevation = std::asin (point.z) * 180.0 / std::numbers::pi;
        const double azimuth = std::atan2 (point.y, point.x) * 180.0 / std::numbers::pi;
        const auto ears = head->arrivals ({ { azimuth, elevation }, 1.4 }, rate, fft);

        for (std::size_t k = 1; k <= lastBin; ++k)
        {
            const double phase = 2.0 * std::numbers::pi * binHz * static_cast<double> (k)
                                 * (ears.delaySeconds[1] - ears.delaySeconds[0]);
            cross[k] +=
                (ears.bins[0][k] * std::conj (ears.bins[1][k]) * std::polar (1.0, phase)).real();
            power[k] += 0.5 * (std::norm (ears.bins[0][k]) + std::norm (ears.bins[1][k]));
        }
    }

    for (std::size_t k = 1; k <= lastBin; ++k)
    {
        const double frequency = binHz * static_cast<double> (k);
        EXPECT_NEAR (cross[k] / power[k], hearing::twoEarCorrelation (frequency), 0.15)
            << frequency;
    }
}
