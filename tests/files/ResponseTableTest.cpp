// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/ResponseTable.h"

#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace files
{
namespace
{

using testing::ElementsAre;
using testing::HasSubstr;
using Format = ResponseTable::Format;

ResponseTable understood (std::string_view text)
{
    auto table = parseResponseTable (text, "table.txt");
    EXPECT_TRUE (table) << table.problem().sentence();
    return table ? *std::move (table) : ResponseTable {};
}

std::string complaint (std::string_view text)
{
    const auto table = parseResponseTable (text, "table.txt");
    return table ? "no complaint" : table.problem().sentence();
}

std::string notesOf (const ResponseTable& table)
{
    std::string all;

    for (const auto& note : table.notes)
        all += note + "\n";

    return all;
}

/** The one curve that most texts below say in their own way. */
void expectTheCurve (std::string_view text)
{
    const auto table = understood (text);
    ASSERT_EQ (table.columns.size(), 1u) << text;
    const auto& curve = table.columns.front().response;
    EXPECT_EQ (table.columns.front().name, "level") << text;
    EXPECT_THAT (curve.frequenciesHz(), ElementsAre (20.5, 31.5, 63.0)) << text;
    EXPECT_THAT (curve.levelsDb(), ElementsAre (65.25, -1.5, 7.0)) << text;
}

void aGoodOneStillPasses() { expectTheCurve ("20.5 65.25\n31.5 -1.5\n63 7\n"); }

TEST (ResponseTable, understandsEverySeparator)
{
    expectTheCurve ("20.5 65.25\n31.5 -1.5\n63 7\n");
    expectTheCurve ("20.5\t65.25\n31.5\t-1.5\n63\t7\n");
    expectTheCurve ("20.5;65.25\n31.5;-1.5\n63;7\n");
    expectTheCurve ("20.5,65.25\n31.5,-1.5\n63,7\n");
    expectTheCurve ("20.5, 65.25\n31.5, -1.5\n63, 7\n");
    expectTheCurve ("  20.5    65.25  \n  31.5    -1.5\n  63   +7.0e0\n");
    expectTheCurve ("20.5\t65.25\t\n31.5\t-1.5\t\n63\t7\t\n");
}

TEST (ResponseTable, understandsDecimalCommas)
{
    expectTheCurve ("20,5 65,25\n31,5 -1,5\n63 7\n");
    expectTheCurve ("20,5\t65,25\n31,5\t-1,5\n63\t7\n");
    expectTheCurve ("Hz;dB\n20,5;65,25\n31,5;-1,5\n63;7\n");
    expectTheCurve ("20,5, 65,25\n31,5, -1,5\n63,0, 7,0\n");
    expectTheCurve ("\"20,5\",\"65,25\"\n\"31,5\",\"-1,5\"\n\"63\",\"7\"\n");
    EXPECT_THAT (notesOf (understood ("20,5 6\n31,5 7\n")), HasSubstr ("Decimal commas"));
}

TEST (ResponseTable, understandsEveryLineEndAndAByteOrderMark)
{
    expectTheCurve ("\xEF\xBB\xBF"
                    "20.5 65.25\r\n31.5 -1.5\r\n63 7\r\n");
    expectTheCurve ("20.5 65.25\r31.5 -1.5\r63 7");
    expectTheCurve ("\n\n20.5 65.25\n\n31.5 -1.5\n63 7\n\n");
}

TEST (ResponseTable, passesOverComments)
{
    expectTheCurve ("* by REW\n# note\n20.5 65.25\n// here\n31.5 -1.5\n% there\n63 7\n");
}

TEST (ResponseTable, understandsHeaders)
{
    expectTheCurve ("\nFrequency\tdB\tUnweighted\n20.5\t65.25\n31.5\t-1.5\n63\t7\n");
    expectTheCurve ("frequency,spl_db\n20.5,65.25\n31.5,-1.5\n63,7\n");
    expectTheCurve ("My own title\nFreq (kHz)\tSPL\n0.0205\t65.25\n0.0315\t-1.5\n0.063\t7\n");
}

TEST (ResponseTable, sortsAndAveragesWhatWasAppended)
{
    const auto table = understood ("20.5 65\n63 7\n31.5 -1\n31.5 -2\n20.5 65.5\n");

    EXPECT_THAT (table.columns.front().response.frequenciesHz(), ElementsAre (20.5, 31.5, 63.0));
    EXPECT_THAT (table.columns.front().response.levelsDb(), ElementsAre (65.25, -1.5, 7.0));
    EXPECT_THAT (
        notesOf (table),
        testing::AllOf (HasSubstr ("sorted"), HasSubstr ("2 points"), HasSubstr ("1.0 dB")));
}

TEST (ResponseTable, turnsDescendingOrderRound)
{
    expectTheCurve ("63 7\n31.5 -1.5\n20.5 65.25\n");
    EXPECT_THAT (notesOf (understood ("63 7\n31.5 -1.5\n")), HasSubstr ("turned round"));
}

TEST (ResponseTable, dropsRowsWithoutNumbersAtTheEnds)
{
    expectTheCurve ("10 nan\n20.5 65.25\n31.5 -1.5\n63 7\n80 NaN\n");
    expectTheCurve ("freq,db\n10,\n20.5,65.25\n31.5,-1.5\n63,7\n80,n/a\n");
    EXPECT_THAT (notesOf (understood ("10 nan\n20 1\n30 2\n40 nan\n")), HasSubstr ("2 rows"));
}

TEST (ResponseTable, dropsThePointAtZeroHertz)
{
    expectTheCurve ("0 -90\n20.5 65.25\n31.5 -1.5\n63 7\n");
}

TEST (ResponseTable, understandsRewExports)
{
    const auto table = understood ("* Measurement data measured by REW V5.20.9\n"
                                   "* Smoothing: 1/48 octave\n"
                                   "* Freq(Hz) SPL(dB) Phase(degrees)\n"
                                   "20.0 91.868 -7.8911\n"
                                   "21.0 91.900 -7.9\n");

    EXPECT_EQ (table.format, Format::rew);
    ASSERT_EQ (table.columns.size(), 1u);
    EXPECT_THAT (table.find ("level")->levelsDb(), ElementsAre (91.868, 91.9));
}

TEST (ResponseTable, understandsAutoEqTables)
{
    const auto table = understood (
        "frequency,raw,error,target\n20.00,-1.60,-0.00,-1.60\n20.20,-1.61,-0.01,-1.60\n");

    EXPECT_EQ (table.format, Format::autoEq);
    EXPECT_EQ (table.columns.size(), 3u);
    EXPECT_THAT (table.find ("raw")->levelsDb(), ElementsAre (-1.6, -1.61));
    EXPECT_EQ (table.find ("smoothed"), nullptr);
}

TEST (ResponseTable, trimsEachColumnOnItsOwn)
{
    const auto table = understood ("# derived: one thing, and another\n"
                                   "frequency,deviation_db,eardrum_est_db\n"
                                   "20,1,nan\n25,2,3\n31.5,4,5\n");

    EXPECT_EQ (table.find ("deviation_db")->levelsDb().size(), 3u);
    EXPECT_EQ (table.find ("eardrum_est_db")->levelsDb().size(), 2u);
}

TEST (ResponseTable, understandsSpinoramaTables)
{
    const auto table = understood (
        "Freq,On Axis,Sound Power,Sound Power DI,DI offset\n20,80,78,32,30\n25,81,78,33,30\n");

    EXPECT_EQ (table.format, Format::cta2034);
    EXPECT_THAT (table.find ("On Axis")->levelsDb(), ElementsAre (80.0, 81.0));
    EXPECT_THAT (table.find ("Sound Power DI")->levelsDb(), ElementsAre (2.0, 3.0));
    EXPECT_EQ (table.find ("DI offset"), nullptr);
    EXPECT_THAT (notesOf (table), HasSubstr ("offset taken off"));
}

TEST (ResponseTable, passesOverIndicesWhoseOffsetIsUnknown)
{
    const auto table = understood ("Freq,On Axis,Sound Power DI\n20,80,32\n25,81,33\n");

    EXPECT_EQ (table.columns.size(), 1u);
    EXPECT_THAT (notesOf (table), HasSubstr ("Sound Power DI"));
}

TEST (ResponseTable, understandsQuotedHeaders)
{
    const auto table = understood ("Freq \"Listening Window\"\n20.1 49.1\n20.5 47.9\n");

    EXPECT_EQ (table.format, Format::cta2034);
    EXPECT_NE (table.find ("Listening Window"), nullptr);
}

TEST (ResponseTable, readsGraphicEqualizers)
{
    const auto table = understood ("Preamp: -1 dB\nGraphicEQ: 20 -1.5; 100 0.5; 10000 3\n");

    EXPECT_EQ (table.format, Format::graphicEq);
    EXPECT_THAT (table.find ("correction")->levelsDb(), ElementsAre (-2.5, -0.5, 2.0));
    EXPECT_THAT (notesOf (table), HasSubstr ("it corrects a device, it is not one"));
}

TEST (ResponseTable, addsUpParametricFilters)
{
    const auto table = understood ("Preamp: -3.0 dB\n"
                                   "Filter 1: ON PK Fc 1000 Hz Gain 6.0 dB Q 4.000\n"
                                   "Filter 2: OFF PK Fc 50 Hz Gain 12 dB Q 1\n"
                                   "Filter 3: ON LSC Fc 60 Hz Gain -4 dB Q 0.71\n"
                                   "Filter 4: ON HSC Fc 6000 Hz Gain 2 dB Q 0.71\n");
    const auto& curve = *table.find ("correction");

    EXPECT_EQ (table.format, Format::parametricEq);
    EXPECT_EQ (curve.frequenciesHz().size(), dsp::libraryGridHz().size());
    EXPECT_NEAR (curve.levelDbAt (1000.0), 3.0, 0.1);
    EXPECT_NEAR (curve.levelDbAt (300.0), -2.9, 0.15);
    EXPECT_NEAR (curve.levelDbAt (20.0), -7.0, 0.1);
    EXPECT_NEAR (curve.levelDbAt (19900.0), -1.0, 0.1);
    EXPECT_THAT (notesOf (table), HasSubstr ("1 filters are switched off"));
}

TEST (ResponseTable, knowsEveryFilterShape)
{
    const auto at = [] (const std::string& filter, double frequencyHz) {
        return understood ("Filter 1: ON " + filter).find ("correction")->levelDbAt (frequencyHz);
    };

    EXPECT_NEAR (at ("LP Fc 1000 Hz", 1000.0), -3.01, 0.05);
    EXPECT_NEAR (at ("HP Fc 1000 Hz", 100.0), -40.0, 0.1);
    EXPECT_NEAR (at ("LPQ Fc 1000 Hz Q 2", 1000.0), 6.02, 0.05);
    EXPECT_NEAR (at ("BP Fc 1000 Hz Q 1", 1000.0), 0.0, 0.05);
    EXPECT_LT (at ("NO Fc 640 Hz Q 10", 640.0), -100.0); // a point of the grid
    EXPECT_NEAR (at ("AP Fc 1000 Hz Q 1", 500.0), 0.0, 1e-9);
    EXPECT_NEAR (at ("PK Fc 1000 Hz Gain -5,5 dB BW Oct 1", 1000.0), -5.5, 0.05);
}

TEST (ResponseTable, refusesSettingsThatAreNoOneCurve)
{
    EXPECT_THAT (complaint ("Filter 1: ON PK Fc 1000 Hz Gain 3 dB"), HasSubstr ("no Q"));
    EXPECT_THAT (complaint ("Filter 1: ON PK Fc 1,000 Hz Gain 3 dB Q 1"),
                 HasSubstr ("not a number"));
    EXPECT_THAT (complaint ("Filter 1: ON PK Fc 30000 Hz Gain 3 dB Q 1"), HasSubstr ("24000"));
    EXPECT_THAT (complaint ("\nFilter 1: ON XY Fc 1000 Hz"), HasSubstr ("table.txt: line 2"));
    EXPECT_THAT (complaint ("Channel: L\nFilter 1: ON PK Fc 100 Hz Gain 1 dB Q 1"),
                 HasSubstr ("Channel"));
    EXPECT_THAT (complaint ("GraphicEQ: 20 0; x 1; 30 2"), HasSubstr ("Band 2"));
    EXPECT_THAT (complaint ("GraphicEQ: 20 0"), HasSubstr ("table.txt"));
    EXPECT_THAT (complaint ("Filter 1: OFF PK Fc 100 Hz Gain 1 dB Q 1"), HasSubstr ("is on"));
    understood ("Filter 1: ON PK Fc 1000 Hz Gain 3 dB Q 1");
}

TEST (ResponseTable, refusesOnePoint)
{
    EXPECT_THAT (complaint ("1000 3\n"), HasSubstr ("only one point"));
    EXPECT_THAT (complaint ("1000 3\n1000 4\n"), HasSubstr ("only one point"));
    aGoodOneStillPasses();
}

TEST (ResponseTable, refusesHoles)
{
    EXPECT_THAT (complaint ("20 1\n25 2\n100 3\n120 3\n"),
                 testing::AllOf (HasSubstr ("line 3"), HasSubstr ("25.0 and 100.0 Hz")));
    understood ("16 1\n31.5 1\n63 1\n125 1\n250 2\n500 2\n1000 2\n2000 2\n");
    aGoodOneStillPasses();
}

TEST (ResponseTable, refusesWhatIsNoNumberInside)
{
    EXPECT_THAT (complaint ("20 1\n25 nan\n31.5 3\n"),
                 testing::AllOf (HasSubstr ("line 2"), HasSubstr ("25.0 Hz")));
    EXPECT_THAT (complaint ("20 1\n25 inf\n31.5 3\n"), HasSubstr ("line 2"));
    EXPECT_THAT (complaint ("nan 1\n25 2\n31.5 3\n"), HasSubstr ("frequency"));
    EXPECT_THAT (complaint ("-20 1\n25 2\n31.5 3\n"), HasSubstr ("line 1"));
    EXPECT_THAT (complaint ("20 1\n25 1e300\n31.5 3\n"), HasSubstr ("beyond all measuring"));
    aGoodOneStillPasses();
}

TEST (ResponseTable, namesTheLineThatIsNoRow)
{
    EXPECT_THAT (complaint ("20 1\n25 2\nhello\n31.5 3\n"), HasSubstr ("line 3: \"hello\""));
    EXPECT_THAT (complaint ("20 1\n25 2x\n31.5 3\n"), HasSubstr ("line 2: \"2x\" in column 2"));
    EXPECT_THAT (complaint ("20 1\n25 2 3\n31.5 3\n"), HasSubstr ("3 columns here"));
    EXPECT_THAT (complaint ("20\n25\n"), HasSubstr ("only one number"));
    EXPECT_THAT (complaint ("Hz\tdB\nundefined\t65\n20\t1\n25\t2\n"), HasSubstr ("\"undefined\""));
    EXPECT_THAT (complaint ("2O.0 1\n25 2\n31.5 3\n"), HasSubstr ("line 1"));
    aGoodOneStillPasses();
}

TEST (ResponseTable, doesNotGuessWhatCommasMean)
{
    EXPECT_THAT (complaint ("20,5,65,2\n21,5,65,3\n"), HasSubstr ("may separate"));
    EXPECT_THAT (complaint ("1,000.5;65.2\n1,100.5;65.3\n"), HasSubstr ("unclear"));
    aGoodOneStillPasses();
}

TEST (ResponseTable, refusesWhatIsNoText)
{
    EXPECT_THAT (complaint (std::string ("RIFF\0\0\0\0WAVE", 12)), HasSubstr ("not a text file"));
    EXPECT_THAT (complaint ("\xFF\xFE"
                            "2\0"),
                 HasSubstr ("UTF-16"));
    EXPECT_THAT (complaint (""), HasSubstr ("nothing"));
    EXPECT_THAT (complaint (" \n\n"), HasSubstr ("nothing"));
    EXPECT_THAT (complaint ("Thank you for downloading.\nHave fun.\n"), HasSubstr ("no line"));
    aGoodOneStillPasses();
}

TEST (ResponseTable, namesFilesThatCannotBeRead)
{
    const support::TemporaryFolder folder;

    EXPECT_EQ (readResponseTable (folder / "none").problem().kind,
               units::Problem::Kind::missingFile);
    EXPECT_THAT (readResponseTable (folder.path).problem().what, HasSubstr ("folder"));
    EXPECT_TRUE (readResponseTable (folder.write ("good.txt", "20 1\n25 2\n")));
}

} // namespace
} // namespace files
