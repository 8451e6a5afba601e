// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/BassDisappears.h"

#include <gmock/gmock.h>

#include <cmath>

#include "ByHand.h"

namespace analysis
{
namespace
{

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t numFrames = 800; // 34 s

/** Ten harmonics, each so many dB above its threshold; the levels swell a little, together. */
hearing::FrameHarmonics harmonics (const std::vector<double>& aboveThresholdDb, std::size_t frame)
{
    hearing::FrameHarmonics result;

    for (std::size_t n = 0; n < aboveThresholdDb.size(); ++n)
        result[n] = hearing::HarmonicLevel {
            40.0 + aboveThresholdDb[n] + 3.0 * std::sin (0.3 * static_cast<double> (frame)), 40.0
        };

    return result;
}

/** One long note at this pitch, with these harmonics in Neutral. */
class BassLineOn : public ByHand
{
public:
    BassLineOn (double f0Hz, const std::vector<double>& inNeutral)
    {
        master.bass.frames.assign (numFrames, { true, f0Hz, 0.9 });
        master.bass.notes = { { 0, numFrames, f0Hz } };

        for (std::size_t frame = 0; frame < numFrames; ++frame)
            neutral.bass.push_back (harmonics (inNeutral, frame));

        device.bass = neutral.bass;
    }

    void setDevice (std::size_t from, std::size_t to, const std::vector<double>& onDevice)
    {
        for (std::size_t frame = from; frame < to; ++frame)
            device.bass[frame] = harmonics (onDevice, frame);
    }

    Judgement judge() const { return bassDisappears (comparison()); }
};

const std::vector<double> rich { 30, 28, 26, 24, 20, 18, 15, 10, 8, 5 };
const std::vector<double> sub { 30, 2, -10, -20, -20, -20, -20, -20, -20, -20 };
const std::vector<double> gone (10, -20.0);

double measure (const Judgement& judgement, std::string_view name)
{
    const auto found = std::ranges::find (judgement.measures, name, &Measure::name);
    return found == judgement.measures.end() ? NAN : found->value;
}

TEST (BassDisappears, withoutALineNothingCanBeSaid)
{
    ByHand silent;
    const auto judgement = bassDisappears (silent.comparison());
    EXPECT_THAT (judgement.findings, IsEmpty());
    EXPECT_EQ (judgement.notAssessable, "No bass line found.");
}

TEST (BassDisappears, aDeviceThatPlaysEverythingIsSilentlyMeasured)
{
    const auto judgement = BassLineOn (55.0, rich).judge();
    EXPECT_THAT (judgement.findings, IsEmpty());
    EXPECT_EQ (measure (judgement, "bassLost"), 0.0);
    EXPECT_EQ (measure (judgement, "bassRetained"), 1.0);
    EXPECT_EQ (measure (judgement, "bassLowestHarmonic"), 1.0);
}

TEST (BassDisappears, aSubWithoutHarmonicsIsGone)
{
    BassLineOn line (45.0, sub);
    line.setDevice (0, numFrames, gone);
    const auto judgement = line.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    EXPECT_EQ (judgement.findings[0].severity, Severity::warn);
    EXPECT_EQ (judgement.findings[0].evidence.measured, 1.0);
    EXPECT_EQ (judgement.findings[0].spread, Spread::widespread);
}

TEST (BassDisappears, theHarmonicsAloneCarryALineWithoutItsFundamental)
{
    BassLineOn line (55.0, rich);
    line.setDevice (0, numFrames, { -20, -10, 12, 20, 20, 18, 15, 10, 8, 5 });
    const auto judgement = line.judge();
    EXPECT_THAT (judgement.findings, IsEmpty());
    EXPECT_EQ (measure (judgement, "bassLowestHarmonic"), 3.0);
}

TEST (BassDisappears, highHarmonicsAloneDoNot)
{
    BassLineOn line (55.0, rich);
    line.setDevice (0, numFrames, { -20, -20, -20, -20, -20, 18, 18, 18, 18, 18 });
    ASSERT_THAT (line.judge().findings, SizeIs (1));
    EXPECT_THAT (line.judge().findings[0].summary, testing::HasSubstr ("6th harmonic"));
}

TEST (BassDisappears, saysWhereAndGradesByTime)
{
    BassLineOn line (45.0, sub);
    line.setDevice (200, 640, gone);
    const auto judgement = line.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    const auto& finding = judgement.findings[0];
    EXPECT_EQ (finding.severity, Severity::warn);
    ASSERT_THAT (finding.ranges, SizeIs (1));
    EXPECT_NEAR (finding.ranges[0].start, 200.0 * 128.0 / 3000.0, 0.05);
    EXPECT_NEAR (finding.ranges[0].end, 640.0 * 128.0 / 3000.0, 0.05);

    line.setDevice (200, 440, sub);
    line.setDevice (440, 640, gone);
    EXPECT_THAT (line.judge().findings, IsEmpty()) << "a quarter is not yet worth a note";
}

std::string severityBeside (BassLineOn& line, const std::vector<double>& lost)
{
    line.norms = {};
    line.norms.add (line.column.id(), "bassLost", lost);
    const auto findings = line.judge().findings;
    return findings.empty() ? "none" : std::string (severityId (findings[0].severity));
}

TEST (BassDisappears, isTheMastersFaultOnlyIfTheLineHasNoOvertones)
{
    BassLineOn withOvertones (45.0, rich);
    withOvertones.setDevice (0, numFrames, gone);
    ASSERT_THAT (withOvertones.judge().findings, SizeIs (1));
    EXPECT_EQ (withOvertones.judge().findings[0].severity, Severity::note);
    EXPECT_NEAR (measure (withOvertones.judge(), "bassOvertonesDb"), -2.3, 0.1);

    BassLineOn withoutAny (45.0, sub);
    withoutAny.setDevice (0, numFrames, gone);
    EXPECT_EQ (withoutAny.judge().findings[0].severity, Severity::warn);
    EXPECT_NEAR (measure (withoutAny.judge(), "bassOvertonesDb"), -27.7, 0.1);
}

TEST (BassDisappears, isNotedWhereADeviceTakesMoreThanUsual)
{
    BassLineOn line (45.0, rich);
    line.setDevice (0, 240, gone); // three tenths
    EXPECT_EQ (severityBeside (line, { 0.1, 0.1, 0.1, 0.1, 0.9 }), "note");
    EXPECT_EQ (severityBeside (line, { 0.0, 0.0, 0.1, 0.1, 0.2 }), "none") << "a full-range device";
    EXPECT_EQ (severityBeside (line, { 0.1, 0.8, 0.9, 0.9, 1.0 }), "none");
}

TEST (BassDisappears, aFadeOutLosesNothing)
{
    BassLineOn line (45.0, sub);
    constexpr std::size_t fadeFrame = 560; // 24 s
    line.setDevice (fadeFrame, numFrames, gone);
    EXPECT_NEAR (measure (line.judge(), "bassLost"), 0.3, 0.01);

    for (std::size_t hop = 0; hop < 341; ++hop)
        line.neutral.loudness.push_back ({ static_cast<float> (std::exp2 (-std::max (
                                               0.0, 0.1 * static_cast<double> (hop) - 24.0))),
                                           0.0f,
                                           {} });

    EXPECT_LT (measure (line.judge(), "bassLost"), 0.02);
}

TEST (BassDisappears, aLittleLessOfEverythingIsNoLoss)
{
    // In Neutral the fundamental is just audible, on the device just not; most of the weight is left.
    BassLineOn line (55.0, { 6, 12, 12, 12, 12, 12, 12, 12, 12, 12 });
    line.setDevice (0, numFrames, { 4, 8, 8, 8, 8, 12, 12, 12, 12, 12 });
    EXPECT_THAT (line.judge().findings, IsEmpty());
}

TEST (BassDisappears, anotherInstrumentsHarmonicsAreNotTheBasses)
{
    // On the device the third and fourth harmonic sound on, but they move against the bass.
    BassLineOn line (55.0, rich);

    for (std::size_t frame = 0; frame < numFrames; ++frame)
        for (const std::size_t n : { 2u, 3u })
        {
            const double wave = 3.0 * std::sin (0.3 * static_cast<double> (frame));
            line.neutral.bass[frame][n]->levelDbSpl = 65.0 - wave;
        }

    line.device.bass = line.neutral.bass;

    for (auto& frame : line.device.bass)
        for (const std::size_t n : { 0u, 1u, 4u, 5u, 6u, 7u, 8u, 9u })
            frame[n]->levelDbSpl = 10.0;

    EXPECT_THAT (line.judge().findings, SizeIs (1));
}

} // namespace
} // namespace analysis
