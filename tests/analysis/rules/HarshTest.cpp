// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Harsh.h"

#include "hearing/ThirdOctaveFilters.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "ByHand.h"

namespace analysis
{
namespace
{

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t numHops = 600;
constexpr std::size_t around3150Hz = 21;

/** A minute that falls by 3 dB per octave, beside masters whose resonances reach 2 to 4 dB. */
class Sloping : public ByHand
{
public:
    Sloping()
    {
        EarLevels::Ears hop;

        for (std::size_t band = 0; band < hop[0].size(); ++band)
            hop[0][band] = hop[1][band] = 70.0 - static_cast<double> (band);

        device.ears.thirdOctaves.assign (numHops, hop);
        norms.add (column.id(), "resonanceDb", { 2.0, 2.5, 3.0, 3.0, 3.5, 4.0 });
        norms.add (column.id(), "sharpness5Acum", { 1.0, 1.2, 1.4, 1.6, 1.8, 2.0 });
    }

    void lift (std::size_t band, double db, std::size_t from, std::size_t to)
    {
        for (std::size_t hop = from; hop < to; ++hop)
            for (auto& ear : device.ears.thirdOctaves[hop])
                ear[band] += db;
    }

    Judgement judge()
    {
        device.loudness = earLoudness (device.ears);

        for (auto& levels : device.ears.longTermDbSpl)
            levels.fill (40.0);

        neutral.ears = device.ears;
        return harsh (comparison());
    }
};

TEST (Harsh, aSmoothSlopeIsNot) { EXPECT_THAT (Sloping().judge().findings, IsEmpty()); }

TEST (Harsh, aBandThatAlwaysStandsOutIsNamed)
{
    Sloping mix;
    mix.lift (around3150Hz, 8.0, 0, numHops);
    const auto judgement = mix.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    EXPECT_THAT (judgement.findings[0].summary, HasSubstr ("3.2 kHz"));
    EXPECT_TRUE (judgement.findings[0].plot.has_value());
}

TEST (Harsh, aNoteThatIsHeldForHalfTheTimeIsNoResonance)
{
    Sloping mix;
    mix.lift (around3150Hz, 12.0, 0, numHops / 2);
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (Harsh, whatTheDeviceDoesToAllMastersIsNoFault)
{
    Sloping mix;
    mix.lift (around3150Hz, 8.0, 0, numHops);
    mix.norms = {};
    mix.norms.add (mix.column.id(), "resonanceDb", { 8.0, 8.5, 9.0, 9.5, 10.0 });
    mix.norms.add (mix.column.id(), "sharpness5Acum", { 1.0, 1.2, 1.4, 1.6, 1.8, 2.0 });
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (Harsh, moreTrebleThanMastersHaveIsSharp)
{
    Sloping mix;

    for (std::size_t band = 22; band < hearing::numThirdOctaves; ++band)
        mix.lift (band, 3.0 * static_cast<double> (band - 21), 0, numHops);

    const auto judgement = mix.judge();
    ASSERT_THAT (judgement.findings, testing::Not (IsEmpty()));
    EXPECT_THAT (judgement.findings.back().summary, HasSubstr ("treble"));
    EXPECT_LT (judgement.findings.back().confidence, 0.5);
}

TEST (Harsh, withoutNormsItOnlyMeasures)
{
    Sloping mix;
    mix.lift (around3150Hz, 12.0, 0, numHops);
    mix.norms = {};
    const auto judgement = mix.judge();
    EXPECT_THAT (judgement.findings, IsEmpty());
    EXPECT_FALSE (judgement.notAssessable.empty());
    EXPECT_THAT (judgement.measures, SizeIs (3));
}

} // namespace
} // namespace analysis
