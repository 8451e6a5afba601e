// SPDX-License-Identifier: GPL-3.0-or-later
// From a file to a report, on devices of our own library.
#include "analysis/TranslationAnalyzer.h"

#include "analysis/MasterReading.h"
#include "analysis/MasterVerdict.h"
#include "analysis/MeasuredNorms.h"
#include "analysis/NormsFile.h"
#include "analysis/OnTheLibrary.h"
#include "analysis/Panel.h"
#include "monitoring/MasterFeed.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace analysis
{
namespace
{

using monitoring::Continue;

constexpr int rate = 48000;

const monitoring::Progress goOn = [] (double) { return Continue::yes; };

/** Half-second notes of a bass whose harmonics have this share of its fundamental, beside soft chords. */
std::vector<float> song (double seconds, double harmonics, double transposed = 1.0)
{
    constexpr std::array<double, 4> pitches { 41.2, 55.0, 49.0, 43.65 };
    std::vector<float> samples;

    for (int n = 0; n < static_cast<int> (seconds * rate); ++n)
    {
        const double time = static_cast<double> (n) / rate;
        const double within = std::fmod (time, 0.5);
        const double envelope = std::min ({ 1.0, within / 0.02, (0.5 - within) / 0.02 });
        const double phase = 2.0 * std::numbers::pi * time * transposed
                             * pitches[static_cast<std::size_t> (2.0 * time) % pitches.size()];
        double bass = 0.3 * std::sin (phase);

        for (int h = 2; h <= 8; ++h)
            bass += 0.3 * harmonics / h * std::sin (phase * h);

        double chord = 0.0;

        for (const double hz : { 523.25, 659.26, 783.99, 2093.0 })
            chord += 0.02 * std::sin (2.0 * std::numbers::pi * hz * time);

        const auto sample = static_cast<float> (envelope * bass + chord);
        samples.insert (samples.end(), { sample, sample });
    }

    return samples;
}

class TranslationAnalyzerTest : public OnTheLibrary
{
protected:
    static CheckRequest on (std::initializer_list<const char*> ids, std::size_t workers = 1)
    {
        CheckRequest request;

        for (const auto* id : ids)
            request.columns.push_back (columnOf (*catalogue->device (id)));

        request.listener.head = head;
        request.numWorkers = workers;
        return request;
    }

    std::filesystem::path file (const std::vector<float>& samples)
    {
        return folder.write ("song.wav", support::floatWavBytes (samples, 2, rate));
    }

    /** What a panel measures of a master: of some of its columns, as if memory held no more. */
    static PanelMeasures
    measured (TranslationAnalyzer& analyzer, const std::filesystem::path& master, ColumnBatch batch)
    {
        auto reader = *files::AudioFileReader::open (master);
        const auto measures = *measureMaster (reader, goOn);
        const auto panel = *analyzer.panelFor (master, measures);
        EXPECT_TRUE (reader.seek (0));
        monitoring::MasterFeed feed { reader, panel.rate() };
        return *panel.measure (
            batch,
            [&feed] (dsp::AudioBlock into) { return feed.next (into); },
            measures.bass,
            panel.rate().framesIn ({ measures.seconds }),
            goOn);
    }

    static const Finding*
    find (const TranslationReport& report, RuleId rule, std::string_view device)
    {
        const auto found = std::ranges::find_if (report.findings, [&] (const Finding& finding) {
            return finding.rule == rule && finding.device == device;
        });
        return found == report.findings.end() ? nullptr : &*found;
    }

    support::TemporaryFolder folder;
    ReferenceNorms norms;
};

constexpr auto phone = "phone/phone-typical";
constexpr auto monitor = "monitor/genelec-8361a";
constexpr auto laptop = "laptop/laptop-typical";
constexpr auto overEar = "headphones/over-ear-wireless-typical";
constexpr auto sedan = "car/sedan-2002-front";

TEST_F (TranslationAnalyzerTest, aBassOfFundamentalsIsLostOnThePhoneAndNotOnTheMonitor)
{
    TranslationAnalyzer analyzer { *catalogue, norms, on ({ phone, monitor }) };
    const auto checked = analyzer.check (file (song (8.0, 0.0)), goOn);
    ASSERT_TRUE (checked);
    const auto* finding = find (checked->report, RuleId::bassDisappears, phone);
    ASSERT_NE (finding, nullptr);
    EXPECT_EQ (find (checked->report, RuleId::bassDisappears, monitor), nullptr);
    EXPECT_TRUE (finding->remedy.wasTried);
}

TEST_F (TranslationAnalyzerTest, aHigherBassOfManyHarmonicsIsNot)
{
    TranslationAnalyzer analyzer { *catalogue, norms, on ({ phone }) };
    const auto checked = analyzer.check (file (song (8.0, 2.0, 2.0)), goOn);
    ASSERT_TRUE (checked);
    EXPECT_EQ (find (checked->report, RuleId::bassDisappears, phone), nullptr);
}

TEST_F (TranslationAnalyzerTest, comparesAMasterWithTheOthersOfTheNormsThatItIsPartOf)
{
    std::vector<std::filesystem::path> masters;

    for (const double harmonics : { 0.0, 0.2, 0.4 })
        masters.push_back (folder.write (std::to_string (harmonics) + ".wav",
                                         support::floatWavBytes (song (4.0, harmonics), 2, rate)));

    auto backwards = masters;
    std::ranges::reverse (backwards);
    masters.push_back (folder / "none.wav");
    const auto measured = measureNorms (masters, *catalogue, on ({ phone }), goOn);
    ASSERT_TRUE (measured);
    EXPECT_EQ (measured->norms.numMasters, 3u);
    ASSERT_EQ (measured->problems.size(), 1u);
    EXPECT_THAT (measured->problems[0].where, testing::HasSubstr ("none.wav"));

    const auto again = measureNorms (backwards, *catalogue, on ({ phone }, 3), goOn);
    ASSERT_TRUE (again);
    EXPECT_EQ (writeNorms (measured->norms), writeNorms (again->norms));

    TranslationAnalyzer analyzer { *catalogue, measured->norms, on ({ phone }) };
    const auto one = analyzer.check (masters[0], goOn);
    const auto stranger = analyzer.check (file (song (4.0, 0.1)), goOn);
    ASSERT_TRUE (one);
    ASSERT_TRUE (stranger);
    EXPECT_EQ (one->report.normsOrigin, "3 masters (without this one)");
    EXPECT_EQ (stranger->report.normsOrigin, "3 masters");
}

TEST_F (TranslationAnalyzerTest, theNumberOfThreadsChangesNothing)
{
    const auto master = file (song (6.0, 0.1));
    TranslationAnalyzer alone { *catalogue, norms, on ({ phone, monitor }, 1) };
    TranslationAnalyzer many { *catalogue, norms, on ({ phone, monitor }, 3) };
    const auto one = alone.check (master, goOn);
    const auto other = many.check (master, goOn);
    ASSERT_TRUE (one);
    ASSERT_TRUE (other);

    const auto byOne = measured (alone, master, { 0, 2 });
    const auto byMany = measured (many, master, { 0, 2 });

    for (std::size_t column = 0; column < 2; ++column)
    {
        EXPECT_EQ (byOne.columns[column].ears.thirdOctaves,
                   byMany.columns[column].ears.thirdOctaves);
        EXPECT_EQ (one->report.columns[column].measures, other->report.columns[column].measures);
    }
}

TEST_F (TranslationAnalyzerTest, columnsMeasureTheSameByThemselves)
{
    const auto master = file (song (6.0, 0.1));
    TranslationAnalyzer analyzer { *catalogue, norms, on ({ phone, monitor, laptop }) };
    const auto all = measured (analyzer, master, { 0, 3 });
    const auto last = measured (analyzer, master, { 2, 1 });
    ASSERT_EQ (last.columns.size(), 1u);
    EXPECT_EQ (last.columns[0].ears.thirdOctaves, all.columns[2].ears.thirdOctaves);
    ASSERT_EQ (last.neutral.size(), 1u);
    const auto level = last.neutral.begin()->first;
    EXPECT_EQ (last.neutral.at (level).ears.thirdOctaves, all.neutral.at (level).ears.thirdOctaves);
}

TEST_F (TranslationAnalyzerTest, aLongMasterIsPlayedToFewColumnsAtATime)
{
    TranslationAnalyzer analyzer { *catalogue,
                                   norms,
                                   on ({ phone, monitor, laptop, overEar, sedan }) };
    const auto master = file (song (2.0, 0.1));
    auto reader = *files::AudioFileReader::open (master);
    const auto panel = *analyzer.panelFor (master, *measureMaster (reader, goOn));
    const auto firstsOf = [&] (double hours) {
        std::vector<std::pair<std::size_t, std::size_t>> batches;

        for (const auto& batch : panel.batchesFor ({ hours * 3600.0 }))
            batches.emplace_back (batch.first, batch.count);

        return batches;
    };
    using testing::ElementsAre;
    using testing::Pair;
    EXPECT_THAT (firstsOf (0.0), ElementsAre (Pair (0, 5)));
    EXPECT_THAT (firstsOf (0.5), ElementsAre (Pair (0, 5)));
    EXPECT_THAT (firstsOf (10.0), ElementsAre (Pair (0, 4), Pair (4, 1)));
}

TEST_F (TranslationAnalyzerTest, aDeviceIsAsLoudAsNeutralAtItsLevel)
{
    TranslationAnalyzer analyzer { *catalogue, norms, on ({ phone }) };
    const auto panel = measured (analyzer, file (song (6.0, 0.5)), { 0, 1 });
    const auto n5 = [] (const RenderingMeasures& measures) {
        std::vector<float> sone;

        for (const auto& hop : measures.loudness)
            sone.push_back (hop.sone);

        return hearing::valueExceeded (std::move (sone), 5.0);
    };
    const double onPhone = n5 (panel.columns[0]);
    const double onNeutral = n5 (panel.neutral.begin()->second);

    // Matched by N5 of the time-varying model; here by levels of a third of a second.
    EXPECT_NEAR (hearing::loudnessLevelPhon (onPhone), hearing::loudnessLevelPhon (onNeutral), 3.0);
}

TEST_F (TranslationAnalyzerTest, silenceIsNoProblemAndNoVerdict)
{
    TranslationAnalyzer analyzer { *catalogue, norms, on ({ phone }) };
    const auto checked = analyzer.check (file (std::vector<float> (2 * rate * 4, 0.0f)), goOn);
    ASSERT_TRUE (checked);
    EXPECT_FALSE (checked->report.loudness.integrated);
    EXPECT_FALSE (checked->report.notAssessable.empty());
}

TEST_F (TranslationAnalyzerTest, stopsWhenItIsTold)
{
    TranslationAnalyzer analyzer { *catalogue, norms, on ({ phone }) };
    const auto checked = analyzer.check (file (song (4.0, 0.5)),
                                         [] (double) { return Continue::no; });
    ASSERT_FALSE (checked);
    EXPECT_EQ (checked.problem().kind, units::Problem::Kind::interrupted);
}

TEST_F (TranslationAnalyzerTest, aMissingFileIsAProblemThatNamesIt)
{
    TranslationAnalyzer analyzer { *catalogue, norms, on ({ phone }) };
    const auto checked = analyzer.check (folder / "none.wav", goOn);
    ASSERT_FALSE (checked);
    EXPECT_THAT (checked.problem().where, testing::HasSubstr ("none.wav"));
}

} // namespace
} // namespace analysis
