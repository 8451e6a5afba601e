// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/RegularisedInverse.h"

#include "dsp/RandomNumbers.h"
#include "dsp/Smoothing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace dsp
{
namespace
{

using namespace units::literals;

double bell (double frequencyHz, double centreHz, double widthOctaves)
{
    const double x = std::log2 (frequencyHz / centreHz) / widthOctaves;
    return std::exp (-x * x);
}

FrequencyResponse curve (double (*levelDbAt) (double))
{
    return FrequencyResponse::sampled (libraryGridHz(), levelDbAt);
}

FrequencyResponse goodHeadphone()
{
    return curve ([] (double f) {
        return 9.0 * bell (f, 3000.0, 0.7) - 4.0 * bell (f, 5500.0, 0.3) - 3.0 * bell (f, 30.0, 0.8)
               + 90.0;
    });
}

FrequencyResponse brightEarbud()
{
    return curve ([] (double f) {
        return 11.0 * bell (f, 2700.0, 0.6) + 6.0 * bell (f, 7000.0, 0.3)
               + 5.0 * bell (f, 50.0, 1.0);
    });
}

FrequencyResponse deepNotch()
{
    return curve ([] (double f) { return -40.0 * bell (f, 4000.0, 0.1); });
}

FrequencyResponse missingBass()
{
    return curve ([] (double f) { return f < 300.0 ? -24.0 * std::log2 (300.0 / f) : 0.0; });
}

FrequencyResponse greatPeak()
{
    return curve ([] (double f) { return 35.0 * bell (f, 500.0, 0.4); });
}

FrequencyResponse noise (unsigned seed)
{
    RandomNumbers random { seed };
    return FrequencyResponse::sampled (libraryGridHz(),
                                       [&random] (double) { return 15.0 * random.gaussian(); });
}

std::vector<FrequencyResponse> nastyHeadphones()
{
    return { deepNotch(), missingBass(), greatPeak(), noise (1), noise (2), noise (3) };
}

/** The mean from which the limits count: that of the smoothed headphone. */
double meanOf (const FrequencyResponse& headphone)
{
    return powerSmoothed (headphone).meanDb (inversion::meanFrom, inversion::meanTo);
}

TEST (RegularisedInverse, undoesAGoodHeadphoneUpToEightKilohertz)
{
    const auto headphone = goodHeadphone();
    const auto product = regularisedInverse (headphone) + powerSmoothed (headphone);

    for (const double frequency : libraryGridHz())
        if (frequency < 8000.0)
        {
            EXPECT_NEAR (product.levelDbAt (frequency), 0.0, 0.25) << frequency;
        }
}

TEST (RegularisedInverse, keepsTheBroadLevelOfTheTreble)
{
    // A raw response at the eardrum lies far below its mean at 12 kHz: that is to be undone.
    const auto headphone = curve ([] (double f) { return f < 7000.0 ? 0.0 : -10.0; });
    const auto inverse = regularisedInverse (headphone);

    EXPECT_NEAR (inverse.levelDbAt (15000.0) - inverse.levelDbAt (1000.0), 10.0, 0.5);
}

TEST (RegularisedInverse, neverGoesBeyondTheLimits)
{
    for (const auto& headphone : nastyHeadphones())
    {
        const auto relative = regularisedInverse (headphone).raisedBy (
            units::Decibels { meanOf (headphone) });
        const auto broad = octaveMeans (relative);

        for (const double frequency : libraryGridHz())
        {
            const double level = relative.levelDbAt (frequency);
            EXPECT_LE (level, 12.0 + 1e-9) << frequency;
            EXPECT_GE (level, -20.0 - 1e-9) << frequency;
            EXPECT_LE (level, broad.levelDbAt (frequency) + 6.0 + 0.3) << frequency;
        }
    }
}

TEST (RegularisedInverse, doesNotFollowANotchToItsBottom)
{
    const auto inverse = regularisedInverse (deepNotch());

    EXPECT_LT (inverse.levelDbAt (4000.0) - inverse.levelDbAt (1000.0), 9.0);
    EXPECT_GT (inverse.levelDbAt (4000.0) - inverse.levelDbAt (1000.0), 3.0);
}

TEST (RegularisedInverse, givesUpBassThatTheHeadphoneDoesNotHave)
{
    const auto inverse = regularisedInverse (missingBass());
    const double inverseOfMean = -meanOf (missingBass());

    EXPECT_NEAR (inverse.levelDbAt (1000.0), 0.0, 0.1);
    EXPECT_NEAR (inverse.levelDbAt (220.0), 10.5, 1.0) << "what it still has is raised";
    EXPECT_NEAR (inverse.levelDbAt (50.0), inverseOfMean, 0.1) << "what it has not is left alone";
    EXPECT_NEAR (inverse.levelDbAt (20.0), inverseOfMean, 0.1);
}

TEST (RegularisedInverse, boostsNeverMoreWhereTheHeadphoneIsLouder)
{
    // As the bass of a headphone rises from −30 dB to +10 dB, its inverse there first grows (there
    // begins to be something to raise) and then only falls.
    double last = 100.0;

    for (int level = -10; level <= 10; ++level)
    {
        const auto headphone = FrequencyResponse::sampled (
            libraryGridHz(), [level] (double f) { return level * bell (f, 60.0, 1.0); });
        const double now = regularisedInverse (headphone).levelDbAt (60.0);
        EXPECT_LT (now, last);
        last = now;
    }
}

TEST (RegularisedInverse, doesNotInvertWhatIsOutsideTheUsableBand)
{
    const auto headphone = curve ([] (double f) { return f < 100.0 ? 9.0 : 0.0; });
    const auto inverse = regularisedInverse (headphone, { 120.0_Hz, 20000.0_Hz });

    EXPECT_NEAR (inverse.levelDbAt (50.0), inverse.levelDbAt (1000.0), 0.01);
}

TEST (EarCoupledDifference, ofADeviceOnItselfIsAUnitResponse)
{
    auto devices = nastyHeadphones();
    devices.push_back (goodHeadphone());
    devices.push_back (brightEarbud());

    for (const auto& device : devices)
        for (const UsableBand band : { UsableBand {}, UsableBand { 80.0_Hz, 10000.0_Hz } })
        {
            const auto unit = earCoupledDifference ({ device, band }, { device, band });

            for (const double level : unit.levelsDb())
                EXPECT_NEAR (level, 0.0, 1e-9);
        }
}

TEST (EarCoupledDifference, isTheDifferenceOfTheCurvesWhereNoLimitActs)
{
    const auto difference = earCoupledDifference ({ brightEarbud() }, { goodHeadphone() });
    const auto published = brightEarbud() - goodHeadphone();

    for (const double frequency : libraryGridHz())
        if (frequency <= 10000.0)
        {
            // Smoothing rounds these curves by less than half a dB; there is no other difference.
            EXPECT_NEAR (difference.levelDbAt (frequency), published.levelDbAt (frequency), 0.5)
                << frequency;
        }
}

TEST (EarCoupledDifference, isExactlyTheDifferenceOfTheSmoothedCurves)
{
    const auto difference = earCoupledDifference ({ brightEarbud() }, { goodHeadphone() });
    const auto smoothed = powerSmoothed (brightEarbud()) - powerSmoothed (goodHeadphone());

    for (const double frequency : libraryGridHz())
        if (frequency <= 10000.0)
        {
            EXPECT_NEAR (difference.levelDbAt (frequency), smoothed.levelDbAt (frequency), 1e-9)
                << frequency;
        }
}

TEST (EarCoupledDifference, letsADeviceFallByMoreThanAnyCut)
{
    const auto device = curve (
        [] (double f) { return f < 500.0 ? -20.0 * std::log2 (500.0 / f) : 0.0; });
    const auto difference = earCoupledDifference ({ device }, { goodHeadphone() });

    EXPECT_NEAR (difference.levelDbAt (62.5) - difference.levelDbAt (1000.0), -60.0, 1.5);
}

TEST (EarCoupledDifference, neverBoostsBeyondTheLimitsForTheHeadphonesSake)
{
    const auto flat = FrequencyResponse::sampled (libraryGridHz(), [] (double) { return 0.0; });

    for (const auto& headphone : nastyHeadphones())
    {
        const auto relative = earCoupledDifference ({ flat }, { headphone })
                                  .raisedBy (units::Decibels { meanOf (headphone) });
        const auto broad = octaveMeans (relative);

        for (const double frequency : libraryGridHz())
        {
            const double level = relative.levelDbAt (frequency);
            EXPECT_LE (level, 12.0 + 1e-9) << frequency;
            EXPECT_GE (level, -20.0 - 1e-9) << frequency;
            EXPECT_LE (level, broad.levelDbAt (frequency) + 6.0 + 0.3) << frequency;
        }
    }
}

TEST (EarCoupledDifference, doesNotRaiseBassBelowTheUsableBand)
{
    const auto bassy = curve ([] (double f) { return 8.0 * bell (f, 20.0, 2.0); });
    const auto flat = curve ([] (double) { return 0.0; });
    const auto difference = earCoupledDifference ({ bassy }, { flat, { 80.0_Hz, 20000.0_Hz } });
    const double mean = meanOf (bassy);

    EXPECT_GT (difference.levelDbAt (80.0), mean + 2.0);
    EXPECT_NEAR (difference.levelDbAt (40.0), mean, 1e-6);
    EXPECT_NEAR (difference.levelDbAt (20.0), mean, 1e-6);
}

TEST (EarCoupledDifference, followsOnlyTheBroadLevelAboveFourteenKilohertz)
{
    const auto ragged = curve (
        [] (double f) { return 6.0 + (f > 9000.0 ? 8.0 * std::sin (60.0 * std::log (f)) : 0.0); });
    const auto flat = curve ([] (double) { return 0.0; });
    const auto difference = earCoupledDifference ({ ragged }, { flat });

    for (const double frequency : { 14000.0, 15000.0, 17000.0, 19000.0 })
        EXPECT_NEAR (difference.levelDbAt (frequency), 6.0, 2.5) << frequency;
}

} // namespace
} // namespace dsp
