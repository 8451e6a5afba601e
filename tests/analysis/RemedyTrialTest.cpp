// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of remedies, from files with one fault each to reports on devices of our own library.
#include "analysis/OnTheLibrary.h"
#include "analysis/Panel.h"
#include "analysis/TestMaster.h"
#include "analysis/TranslationAnalyzer.h"
#include "support/GoOn.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace analysis
{
namespace
{

using testing::HasSubstr;
using testing::StartsWith;

using namespace test_master;

constexpr double masterSeconds = 20.0;

/** Pink noise whose channels are much alike, with notes of a bass. */
dsp::AudioBuffer music()
{
    auto master = pink (masterSeconds, 0.2);
    std::size_t i = 0;
    during (master, 0.0, masterSeconds, [&] (float& left, float& right) {
        const double at = static_cast<double> (i++) / rate.hertz;
        const double swell = std::min (1.0, 10.0 * std::fmod (at, 0.5));
        const auto note = static_cast<float> (0.05 * swell * sine (110.0, at));
        left += note;
        right += note;
    });
    return master;
}

class RemedyTrial : public OnTheLibrary
{
protected:
    TranslationReport check (const dsp::AudioBuffer& master, const std::string& column)
    {
        std::vector<float> samples;

        for (std::size_t i = 0; i < master.numFrames(); ++i)
            samples.insert (samples.end(), { master.channel (0)[i], master.channel (1)[i] });

        CheckRequest request;
        request.columns = usualPanel (*catalogue).columns;
        std::erase_if (request.columns, [&] (const Column& one) { return one.id() != column; });
        request.listener.head = head;
        request.codecs = Codecs::left;
        TranslationAnalyzer analyzer { *catalogue, norms, request };
        const auto checked = analyzer.check (
            folder.write ("song.wav", support::floatWavBytes (samples, 2, rate.hertz)),
            support::goOn);
        return checked->report;
    }

    /** Of the file's finding of this rule and aspect. */
    static Remedy
    remedyIn (const TranslationReport& report, RuleId rule, std::string_view aspect = "")
    {
        const auto found = std::ranges::find_if (report.findings, [&] (const Finding& finding) {
            return finding.rule == rule && finding.aspect == aspect;
        });
        return found == report.findings.end() ? Remedy { {}, "not found", false } : found->remedy;
    }

    static void expectTried (const Remedy& remedy, const std::string& words)
    {
        EXPECT_TRUE (remedy.wasTried) << remedy.sentence;
        EXPECT_THAT (remedy.sentence, StartsWith (words + ": clears it"));
    }

    support::TemporaryFolder folder;
    ReferenceNorms norms;
};

constexpr auto phone = "phone/phone-typical";

TEST_F (RemedyTrial, aLeanIsTakenBackByTheLouderChannel)
{
    auto master = music();
    during (master, 0.0, masterSeconds, [] (float& left, float&) { left *= 0.5f; });
    expectTried (remedyIn (check (master, phone), RuleId::channelBalance),
                 "-6 dB on the right channel");
}

TEST_F (RemedyTrial, dcIsFilteredOut)
{
    auto master = music();
    during (master, 0.0, masterSeconds, [] (float& left, float&) { left += 0.03f; });
    expectTried (remedyIn (check (master, phone), RuleId::fileFaults, "dc"),
                 "a high-pass at 10 Hz");
}

TEST_F (RemedyTrial, anInvertedChannelIsTurnedOver)
{
    auto master = music();
    during (master, 0.0, masterSeconds, [] (float& left, float&) { left = -left; });
    const auto report = check (master, phone);

    for (const auto& [rule, aspect] : { std::pair { RuleId::fileFaults, "inverted" },
                                        std::pair { RuleId::monoLoss, "whole" },
                                        std::pair { RuleId::antiPhase, "whole" } })
        expectTried (remedyIn (report, rule, aspect), "the right channel turned over");
}

TEST_F (RemedyTrial, anInversionForAWhileIsUndoneThere)
{
    auto master = music();
    during (master, 6.0, 13.0, [] (float& left, float&) { left = -left; });
    expectTried (remedyIn (check (master, phone), RuleId::antiPhase, "whole"),
                 "the right channel turned over there");
}

TEST_F (RemedyTrial, aLateChannelIsWaitedFor)
{
    const auto sound = music();
    dsp::AudioBuffer late (2, sound.numFrames());
    constexpr std::size_t frames = 24;
    std::ranges::copy (sound.channel (0), late.channel (0).begin());
    std::ranges::copy (sound.channel (1).first (sound.numFrames() - frames),
                       late.channel (1).begin() + frames);
    const auto report = check (late, phone);
    const auto finding = std::ranges::find (report.findings, RuleId::monoLoss, &Finding::rule);
    ASSERT_NE (finding, report.findings.end());
    expectTried (finding->remedy, "the left channel 0.5 ms later");
}

TEST_F (RemedyTrial, aQuietPassageIsLifted)
{
    auto master = music();
    during (master, 5.0, 17.0, [] (float& left, float& right) {
        left *= 0.02f;
        right *= 0.02f;
    });
    const auto remedy = remedyIn (check (master, "car/sedan-2002-front@car-80-kmh"),
                                  RuleId::quietPartsMasked);
    EXPECT_TRUE (remedy.wasTried) << remedy.sentence;
    EXPECT_THAT (remedy.sentence, StartsWith ("up to +"));
    EXPECT_THAT (remedy.sentence, HasSubstr ("meant"));
}

TEST_F (RemedyTrial, aMasterWithoutFaultsNeedsNone)
{
    for (const auto& finding : check (music(), phone).findings)
        EXPECT_EQ (finding.severity, Severity::note) << finding.summary;
}

} // namespace
} // namespace analysis
