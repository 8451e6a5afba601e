// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/HrtfSet.h"

#include "library/DefaultHead.h"
#include "library/ScenarioExamples.h"
#include "library/SpherePoints.h"

#include <gtest/gtest.h>

#include <numbers>

namespace
{

using namespace scenario_examples;
using library::HrtfSet;

const std::filesystem::path kemarFile = "/usr/share/libmysofa/MIT_KEMAR_normal_pinna.sofa";

/** A set of HRIRs from a sphere of delays only: every ear hears a click, later on the far side. */
files::SofaFile clicks()
{
    files::SofaFile file;
    file.conventions = "SimpleFreeFieldHRIR";
    file.title = "clicks";
    file.rate = { 48000 };
    file.numReceivers = 2;
    file.numSamples = 128;

    for (int azimuth = 0; azimuth < 360; azimuth += 15)
        for (int elevation = -60; elevation <= 60; elevation += 30)
        {
            const units::Position source {
                { static_cast<double> (azimuth), static_cast<double> (elevation) }, 1.5
            };
            std::vector<std::vector<double>> ears;

            for (const auto ear : { library::Ear::left, library::Ear::right })
            {
                const double delay =
                    library::sphericalHeadDelay (library::incidence (ear, source)).value;
                std::vector<double> samples (128);
                samples[static_cast<std::size_t> (std::lround (60.0 + delay * 48000.0))] = 0.5;
                ears.push_back (samples);
            }

            file.measurements.push_back ({ source, ears });
        }

    return file;
}

library::EarArrivals arrivalsFrom (const HrtfSet& head, const units::Position& source)
{
    return head.arrivals (source, rate, dsp::DesignFft { HrtfSet::transformSize (rate) });
}

double binHz()
{
    return static_cast<double> (rate.hertz) / static_cast<double> (HrtfSet::transformSize (rate));
}

/** Level difference of the near over the far ear in a band, from the power in it. */
double levelDifferenceDb (const library::EarArrivals& arrivals, double low, double high)
{
    double left = 0.0;
    double right = 0.0;

    for (std::size_t k = 1; k < arrivals.bins[0].size(); ++k)
    {
        const double frequency = binHz() * static_cast<double> (k);

        if (frequency < low || frequency > high)
            continue;

        left += std::norm (arrivals.bins[0][k]);
        right += std::norm (arrivals.bins[1][k]);
    }

    return 10.0 * std::log10 (left / right);
}

double interauralDelay (const library::EarArrivals& arrivals)
{
    return arrivals.delaySeconds[1] - arrivals.delaySeconds[0];
}

/** Power mean over all directions, third octave by third octave, of one ear. */
double diffuseFieldDb (const HrtfSet& head, double centreHz)
{
    const auto points = library::spherePoints (600);
    double power = 0.0;
    int count = 0;

    for (const auto& point : points)
    {
        auto source = library::positionOf (point);
        source.distanceMetres = 2.0;
        const auto arrivals = arrivalsFrom (head, source);

        for (std::size_t k = 1; k < arrivals.bins[0].size(); ++k)
        {
            const double octaves = std::log2 (binHz() * static_cast<double> (k) / centreHz);

            if (std::abs (octaves) > 1.0 / 6.0)
                continue;

            power += std::norm (arrivals.bins[0][k]);
            ++count;
        }
    }

    return 10.0 * std::log10 (power / count);
}

} // namespace

TEST (HrtfSet, aHeadWithoutColourHasFlatTransferFunctions)
{
    const auto head = HrtfSet::fromSofa (clicks(), "clicks.sofa");
    ASSERT_TRUE (head);

    for (const double azimuth : { 0.0, 40.0, 90.0, 200.0 })
    {
        const units::Position source { { azimuth, 10.0 }, 1.5 };
        const auto arrivals = arrivalsFrom (*head, source);

        for (const auto& ear : arrivals.bins)
            for (const auto& bin : ear)
                EXPECT_NEAR (20.0 * std::log10 (std::abs (bin)), 0.0, 0.05);

        // Half a sample of rounding in the clicks themselves.
        const double expected =
            library::sphericalHeadDelay (library::incidence (library::Ear::right, source)).value
            - library::sphericalHeadDelay (library::incidence (library::Ear::left, source)).value;
        EXPECT_NEAR (interauralDelay (arrivals), expected, 1.0 / 48000.0);
    }
}

TEST (HrtfSet, refusesWhatIsNoHeadAndNamesTheFile)
{
    auto room = clicks();
    room.conventions = "SingleRoomSRIR";
    EXPECT_EQ (HrtfSet::fromSofa (room, "room.sofa").problem().where, "room.sofa");

    auto fourEars = clicks();
    fourEars.numReceivers = 4;
    EXPECT_FALSE (HrtfSet::fromSofa (fourEars, "x"));

    auto few = clicks();
    few.measurements.resize (5);
    EXPECT_FALSE (HrtfSet::fromSofa (few, "x"));

    auto deaf = clicks();
    std::fill (deaf.measurements[7].impulseResponses[1].begin(),
               deaf.measurements[7].impulseResponses[1].end(),
               0.0);
    EXPECT_NE (HrtfSet::fromSofa (deaf, "x").problem().where.find ("measurement 7"),
               std::string::npos);

    EXPECT_TRUE (HrtfSet::fromSofa (clicks(), "x"));
}

TEST (HrtfSet, theSphereIsMarkedModelledAndItsDiffuseFieldIsFlat)
{
    const auto head = HrtfSet::sphericalHead();
    EXPECT_EQ (head.evidence(), library::Evidence::modelled);

    for (const double centre : { 250.0, 1000.0, 4000.0, 10000.0 })
        EXPECT_NEAR (diffuseFieldDb (head, centre), 0.0, 0.3) << centre;
}

TEST (HrtfSet, belowAHundredHertzLevelIsUnityAndPhaseThatOfTheSphere)
{
    const auto head = HrtfSet::sphericalHead();
    const units::Position source { { 90.0, 0.0 }, 3.0 };
    const auto arrivals = arrivalsFrom (head, source);
    const std::size_t bin = 2; // 94 Hz
    const double frequency = binHz() * static_cast<double> (bin);

    for (const auto ear : { library::Ear::left, library::Ear::right })
    {
        const std::size_t e = ear == library::Ear::left ? 0 : 1;
        EXPECT_NEAR (std::abs (arrivals.bins[e][bin]), 1.0, 1.0e-6);
        const double turn = -2.0 * std::numbers::pi * frequency * arrivals.delaySeconds[e];
        const auto expected = library::sphericalHeadPressure (library::incidence (ear, source),
                                                              { frequency });
        EXPECT_NEAR (
            std::arg (arrivals.bins[e][bin] * std::polar (1.0, turn)), std::arg (expected), 1.0e-6);
    }
}

// Brungart & Rabinowitz 1999: at 90° the level difference of long waves grows from next to nothing at
// 1 m to about 15 dB and more in the last decimetres. The rigid sphere's own series is the reference.
TEST (HrtfSet, nearSourcesGainLevelDifference)
{
    const auto head = HrtfSet::sphericalHead();

    for (const double distance : { 0.2, 0.35, 0.7 })
    {
        const units::Position source { { 90.0, 0.0 }, distance };
        const auto arrivals = arrivalsFrom (head, source);
        const double expected =
            20.0
            * std::log10 (std::abs (library::sphericalHeadPressure ({ 0.0, distance }, { 500.0 }))
                          / std::abs (library::sphericalHeadPressure (
                              { std::numbers::pi, distance }, { 500.0 })));
        EXPECT_NEAR (levelDifferenceDb (arrivals, 450.0, 550.0), expected, 0.7) << distance;
    }

    EXPECT_GT (levelDifferenceDb (arrivalsFrom (head, { { 90.0, 0.0 }, 0.2 }), 60.0, 100.0), 10.0);
    EXPECT_LT (levelDifferenceDb (arrivalsFrom (head, { { 90.0, 0.0 }, 2.0 }), 60.0, 100.0), 1.0);
}

TEST (HrtfSet, transformsGrowWithTheRateAndTheLevelsStay)
{
    const auto head = HrtfSet::sphericalHead();
    const units::Position source { { 50.0, 20.0 }, 2.0 };
    const units::SampleRate fast { 192000 };
    const dsp::DesignFft fft { HrtfSet::transformSize (fast) };
    EXPECT_EQ (fft.size(), 4 * HrtfSet::transformSize (rate));

    const auto slowBins = arrivalsFrom (head, source).bins[1];
    const auto fastBins = head.arrivals (source, fast, fft).bins[1];

    for (const std::size_t k : { 10u, 50u, 150u })
        EXPECT_NEAR (std::abs (slowBins[k]), std::abs (fastBins[k]), 1.0e-6);
}

/** The head that Debian's libmysofa1 brings. */
class Kemar : public testing::Test
{
protected:
    void SetUp() override
    {
        if (! std::filesystem::exists (kemarFile))
            GTEST_SKIP() << kemarFile << " is not installed (package libmysofa1)";

        auto read = library::readHead (kemarFile);
        ASSERT_TRUE (read) << read.problem().sentence();
        head = std::make_unique<HrtfSet> (std::move (read).value());
    }

    std::unique_ptr<HrtfSet> head;
};

/** Delay of the right ear's signal behind the left ear's: the maximum of their cross-correlation, up to
    3 kHz. */
double correlationDelay (const library::EarArrivals& arrivals)
{
    constexpr std::size_t finer = 32;
    const dsp::DesignFft fine { finer * HrtfSet::transformSize (rate) };
    std::vector<std::complex<double>> cross (fine.numBins());
    const double between = 2.0 * std::numbers::pi * interauralDelay (arrivals);

    for (std::size_t k = 1; binHz() * static_cast<double> (k) < 3000.0; ++k)
        cross[k] = std::conj (arrivals.bins[0][k]) * arrivals.bins[1][k]
                   * std::polar (1.0, -between * binHz() * static_cast<double> (k));

    const auto correlation = fine.inverse (cross);
    const auto lag = std::max_element (correlation.begin(), correlation.end())
                     - correlation.begin();
    return static_cast<double> (lag) / (static_cast<double> (finer) * rate.hertz);
}

// Woodworth's formula and most measurements of KEMAR: 0.26 ms and 0.65 to 0.70 ms.
TEST_F (Kemar, interauralDelayAt30And90Degrees)
{
    EXPECT_NEAR (
        correlationDelay (arrivalsFrom (*head, { { 30.0, 0.0 }, 1.4 })), 0.26e-3, 0.025e-3);
    EXPECT_NEAR (correlationDelay (arrivalsFrom (*head, { { 90.0, 0.0 }, 1.4 })), 0.68e-3, 0.03e-3);
    EXPECT_NEAR (correlationDelay (arrivalsFrom (*head, { { 0.0, 0.0 }, 1.4 })), 0.0, 0.02e-3);
}

// Below 1.5 kHz the head is a sphere; above, at 90°, 0.18 √f dB is what people have on the whole (van
// Opstal 2016, as quoted by Brungart and others in JASA Express Letters 1 (2021) 044402).
TEST_F (Kemar, interauralLevelAt30And90Degrees)
{
    const auto sphere = HrtfSet::sphericalHead();

    for (const double azimuth : { 30.0, 90.0 })
    {
        const units::Position source { { azimuth, 0.0 }, 1.4 };
        const auto kemars = arrivalsFrom (*head, source);
        const auto spheres = arrivalsFrom (sphere, source);

        for (const double centre : { 125.0, 250.0, 500.0, 1000.0 })
            EXPECT_NEAR (levelDifferenceDb (kemars, centre / 1.414, centre * 1.414),
                         levelDifferenceDb (spheres, centre / 1.414, centre * 1.414),
                         2.0)
                << azimuth << " degrees, " << centre << " Hz";
    }

    const auto beside = arrivalsFrom (*head, { { 90.0, 0.0 }, 1.4 });

    for (const double centre : { 500.0, 1000.0, 2000.0, 4000.0, 8000.0 })
        EXPECT_NEAR (levelDifferenceDb (beside, centre / 1.414, centre * 1.414),
                     0.18 * std::sqrt (centre),
                     4.0)
            << centre;
}

TEST_F (Kemar, itsOwnDiffuseFieldIsOut)
{
    for (const double centre : { 250.0, 500.0, 2000.0, 8000.0 })
        EXPECT_NEAR (diffuseFieldDb (*head, centre), 0.0, 0.2) << centre;
}

// A flat loudspeaker all around the head, over headphones that are flat in the diffuse field of their
// rig: signal chain, eqs. (4) and (5).
TEST_F (Kemar, aFlatLoudspeakerAllAroundIsFlatThroughTheAnchor)
{
    const auto set = targets();
    const auto headphones = worn (library::DeviceKind::headphones,
                                  library::Quantity::eardrum,
                                  "bk5128",
                                  *set.diffuseField ("bk5128"));
    constexpr std::size_t directions = 60;
    std::vector<double> power (21);

    for (const auto& point : library::spherePoints (directions))
    {
        auto position = library::positionOf (point);
        position.distanceMetres = 2.0;
        const auto speaker = loudspeaker (library::Fold::Kind::leftOnly, { position }, flat());
        library::ListeningScenario scenario;
        scenario.device = &speaker;
        scenario.headphones = &headphones;
        scenario.head = head.get();
        const auto response = library::scenarioResponse (scenario, set, rate);
        ASSERT_TRUE (response);

        // Both ears, mirrored: as good as twice as many directions.
        for (std::size_t ear = 0; ear < 2; ++ear)
            for (std::size_t band = 0; band < power.size(); ++band)
            {
                const double centre = 100.0 * std::exp2 (static_cast<double> (band) / 3.0);
                power[band] += bandPower (response->matrix.path (ear, 0),
                                          centre * std::exp2 (-1.0 / 6.0),
                                          centre * std::exp2 (1.0 / 6.0))
                               / (2.0 * directions);
            }
    }

    double worst = 0.0;

    for (std::size_t band = 0; band < power.size(); ++band)
    {
        const double level = 10.0 * std::log10 (power[band]);
        EXPECT_NEAR (level, 0.0, 0.5)
            << 100.0 * std::exp2 (static_cast<double> (band) / 3.0) << " Hz";
        worst = std::max (worst, std::abs (level));
    }

    RecordProperty ("worstThirdOctaveDb", std::to_string (worst));
}
