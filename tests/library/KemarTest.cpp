// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/DefaultHead.h"
#include "library/HeadExamples.h"

#include <gtest/gtest.h>

#include <numbers>

namespace
{

using namespace head_examples;
using namespace scenario_examples;
using library::HrtfSet;

const std::filesystem::path kemarFile = "/usr/share/libmysofa/MIT_KEMAR_normal_pinna.sofa";

} // namespace

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
