// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/SummaryText.h"

#include "report/SampleReport.h"
#include "report/SvgText.h"

#include <gmock/gmock.h>

#include <sstream>

namespace report
{

using testing::HasSubstr;

namespace
{

std::vector<analysis::TranslationReport> album()
{
    std::vector<analysis::TranslationReport> masters { sampleReport(),
                                                       flawlessReport(),
                                                       silentReport() };
    masters[1].file = "Calm.flac";
    masters[1].loudness.integrated = units::Lufs { -16.0 };
    masters[2].file = "A very long name that nobody would want to see in full\x1b[2J.wav";
    return masters;
}

} // namespace

TEST (SummaryText, hasALineForEachMaster)
{
    EXPECT_EQ (summaryText (album()), R"(                                               LUFS
Breaks          Rain & <Thunder>.wav           -9.8  bass line, quiet parts and…
Fine            Calm.flac                     -16.0
Fine            A very long name that nobod…      –

3 masters: Breaks 1 and Fine 2.
)");
}

TEST (SummaryText, tellsWhatIsWorthKnowingWhereNothingIsToBeMended)
{
    auto report = flawlessReport();
    report.findings = { sampleFinding (analysis::RuleId::truePeak, analysis::Severity::note, "*") };
    EXPECT_THAT (summaryText ({ &report, 1 }), HasSubstr ("-9.8  peaks\n"));
}

TEST (SummaryText, fitsTheTerminal)
{
    for (const std::size_t columns : { 60u, 80u, 132u })
    {
        std::istringstream lines { summaryText (album(), { columns, TextStyle::Ink::plain }) };

        for (std::string line; std::getline (lines, line);)
            EXPECT_LE (numCharacters (line), columns) << line;
    }
}

TEST (AlbumSentence, saysWhatServicesDoToTheWhole)
{
    const auto sentence = albumSentence ({ units::Lufs { -11.2 }, units::Decibels { -0.3 } },
                                         album());
    EXPECT_THAT (sentence, HasSubstr ("-11.2 LUFS, -0.3 dBTP"));
    EXPECT_THAT (sentence, HasSubstr ("down by 2.8 dB"));
    EXPECT_THAT (sentence, HasSubstr ("Rain & <Thunder>.wav, 1.4 LU above"));
    EXPECT_THAT (sentence, HasSubstr ("Calm.flac, 4.8 LU below"));
    EXPECT_EQ (albumSentence ({}, album()), "");
}

} // namespace report
