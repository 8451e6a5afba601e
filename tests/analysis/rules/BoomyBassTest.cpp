// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/BoomyBass.h"

#include "dsp/NarrowBands.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "ByHand.h"

namespace analysis
{
namespace
{

using testing::IsEmpty;
using testing::SizeIs;

/** A minute of ten sone, a share of them below 250 Hz, judged by masters that have 20 to 30 % there. */
class WithLowEnd : public ByHand
{
public:
    explicit WithLowEnd (float share)
    {
        HopLoudness hop;
        hop.sone = 10.0f;
        hop.perBark[0] = hop.sone * share;
        hop.perBark[10] = hop.sone * (1.0f - share);
        device.loudness.assign (600, hop);
        norms.add (column.id(), "lowEndShare", { 0.20, 0.22, 0.24, 0.25, 0.26, 0.28, 0.30 });
        norms.add (column.id(), "loudestBassNoteDb", { 1.0, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0 });
    }

    /** Half a minute of notes, one second each, at these levels. */
    void play (const std::vector<std::pair<double, double>>& hzAndDb)
    {
        constexpr std::size_t frames = 24;

        for (std::size_t n = 0; n < 30; ++n)
        {
            const auto& [hz, db] = hzAndDb[n % hzAndDb.size()];
            hearing::FrameHarmonics heard;
            heard[0] = hearing::HarmonicLevel { db, 30.0 };
            master.bass.notes.push_back ({ n * frames, frames, hz });
            master.bass.frames.insert (master.bass.frames.end(), frames, { true, hz, 0.9 });
            device.bass.insert (device.bass.end(), frames, heard);
        }
    }

    Judgement judge() const { return boomyBass (comparison()); }
};

TEST (BoomyBass, isSilentWithinWhatMastersDo)
{
    EXPECT_THAT (WithLowEnd (0.29f).judge().findings, IsEmpty());
}

TEST (BoomyBass, moreThanReleasedMastersHaveIsAWarning)
{
    ASSERT_THAT (WithLowEnd (0.37f).judge().findings, SizeIs (1));
    EXPECT_EQ (WithLowEnd (0.37f).judge().findings[0].severity, Severity::warn);
    EXPECT_EQ (WithLowEnd (0.45f).judge().findings[0].spread, Spread::widespread);
}

TEST (BoomyBass, withoutNormsThereIsAMeasureAndNoVerdict)
{
    WithLowEnd mix (0.9f);
    mix.norms = {};
    const auto judgement = mix.judge();
    EXPECT_THAT (judgement.findings, IsEmpty());
    EXPECT_THAT (judgement.measures, SizeIs (2));
    EXPECT_FALSE (judgement.notAssessable.empty());
}

TEST (BoomyBass, aBassThatIsLouderAgainstTheMidsThanReleasedMastersHaveItIsAWarning)
{
    WithLowEnd mix (0.25f);
    namespace bands = dsp::narrow_bands;

    for (auto& ear : mix.device.ears.longTermDbSpl)
        for (std::size_t band = 0; band < bands::count; ++band)
            ear[band] = bands::centreHz (band) < 150.0 ? 60.0 : 52.0;

    const auto measures = mix.judge().measures;
    const auto level = std::ranges::find (measures, "bassOverMidsDb", &Measure::name);
    ASSERT_NE (level, measures.end());
    EXPECT_NEAR (
        level->value, 8.0 + 10.0 * std::log10 (std::log (110.0 / 30.0) / std::log (10.0)), 0.3);
    const double db = level->value;

    mix.norms.add (mix.column.id(), "bassOverMidsDb", { db - 9, db - 8, db - 7, db - 6, db - 5 });
    ASSERT_THAT (mix.judge().findings, SizeIs (1));
    EXPECT_NE (mix.judge().findings[0].summary.find ("7 dB louder"), std::string::npos);

    mix.norms.add (mix.column.id(), "bassOverMidsDb", { db - 9, db - 8, db - 7, db + 1, db + 2 });
    EXPECT_THAT (mix.judge().findings, IsEmpty());
    mix.norms.add (mix.column.id(), "bassOverMidsDb", { db - 9, db - 8, db - 5, db - 3, db - 2 });
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (BoomyBass, takesTheNormsOfTheKindForADeviceThatHasNone)
{
    WithLowEnd mix (0.45f);
    mix.norms = {};
    mix.norms.add ("phone/*", "lowEndShare", { 0.20, 0.22, 0.24, 0.25, 0.26 });
    EXPECT_THAT (mix.judge().findings, SizeIs (1));
}

TEST (BoomyBass, oneNoteThatStandsOutIsNamed)
{
    WithLowEnd mix (0.25f);
    mix.play ({ { 55.0, 68.0 }, { 61.7, 60.0 }, { 65.4, 59.0 }, { 73.4, 61.0 } });
    const auto judgement = mix.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    EXPECT_EQ (judgement.findings[0].summary, "The low A booms, 8 dB over its neighbours.");
    EXPECT_EQ (judgement.findings[0].severity, Severity::note);
    EXPECT_THAT (judgement.findings[0].ranges, testing::Not (IsEmpty()));
}

TEST (BoomyBass, twoNotesAreTooFewToStandOutFrom)
{
    WithLowEnd mix (0.25f);
    mix.play ({ { 55.0, 72.0 }, { 61.7, 60.0 } });
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

} // namespace
} // namespace analysis
