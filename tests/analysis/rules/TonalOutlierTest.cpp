// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/TonalOutlier.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>

#include "ByHand.h"

namespace analysis
{
namespace
{

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr auto parts = dsp::narrow_bands::perThirdOctave;

/** 60 dB in every third octave, as the masters it is compared with have, give or take 2 dB. */
class Flat : public ByHand
{
public:
    Flat()
    {
        for (auto& ear : device.ears.longTermDbSpl)
            ear.fill (60.0 - 10.0 * std::log10 (parts));

        neutral.ears = device.ears;

        for (const auto& measure : judge().measures)
            norms.add (column.id(), measure.name, { 57.0, 58.0, 59.0, 60.0, 61.0, 62.0, 63.0 });
    }

    void lift (std::size_t firstThird, std::size_t count, double db)
    {
        for (auto& ear : device.ears.longTermDbSpl)
            for (std::size_t part = firstThird * parts; part < (firstThird + count) * parts; ++part)
                ear[part] += db;
    }

    Judgement judge() const { return tonalOutlier (comparison()); }
};

TEST (TonalOutlier, whatIsLikeTheOthersIsNone) { EXPECT_THAT (Flat().judge().findings, IsEmpty()); }

TEST (TonalOutlier, oneBandAloneIsNone)
{
    Flat mix;
    mix.lift (10, 1, 12.0);
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (TonalOutlier, twoBandsInARowAreNotedAndNamed)
{
    Flat mix;
    mix.lift (16, 3, 8.0); // 1 to 1.6 kHz
    const auto judgement = mix.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    EXPECT_EQ (judgement.findings[0].severity, Severity::note);
    EXPECT_EQ (judgement.findings[0].summary,
               "From 890 Hz to 1.8 kHz there is more than is usual: up to 8 dB.");
}

TEST (TonalOutlier, besideTheUsersOwnReferencesItIsAWarning)
{
    Flat mix;
    mix.norms.areTheUsersOwn = true;
    mix.lift (16, 3, -8.0);
    ASSERT_THAT (mix.judge().findings, SizeIs (1));
    EXPECT_EQ (mix.judge().findings[0].severity, Severity::warn);
    EXPECT_THAT (mix.judge().findings[0].summary, HasSubstr ("less"));
}

TEST (TonalOutlier, upAndDownSideBySideAreNoRun)
{
    Flat mix;
    mix.lift (16, 1, 8.0);
    mix.lift (17, 1, -8.0);
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (TonalOutlier, whatCannotBeHeardColoursNothing)
{
    Flat mix;
    mix.norms = {};

    for (const auto& measure : mix.judge().measures)
        mix.norms.add (mix.column.id(), measure.name, { 0.0, 0.0, 0.0, 0.0, 0.0 });

    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

} // namespace
} // namespace analysis
