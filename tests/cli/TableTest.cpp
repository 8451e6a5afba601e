// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Table.h"

#include <gtest/gtest.h>

#include <limits>

namespace cli
{
namespace
{

TEST (Table, alignsColumnsByWhatIsSeenNotByBytes)
{
    Table table { { Table::Align::left, Table::Align::right, Table::Align::left } };
    table.add ({ "Größe", "1", "x" });
    table.add ({ "a", "12", "y" });
    EXPECT_EQ (table.text ("> "), "> Größe   1  x\n> a      12  y\n");
}

TEST (Table, leavesNoBlanksAtTheEndOfALine)
{
    Table table { { Table::Align::left, Table::Align::left } };
    table.add ({ "a", "" });
    table.add ({ "bbb", "c" });
    EXPECT_EQ (table.text(), "a\nbbb  c\n");
}

TEST (Table, writesFrequenciesAsEngineersDo)
{
    EXPECT_EQ (frequencyText (20.0), "20 Hz");
    EXPECT_EQ (frequencyText (1000.0), "1 kHz");
    EXPECT_EQ (frequencyText (1587.4), "1.6 kHz");
    EXPECT_EQ (frequencyText (14000.0), "14 kHz");
}

TEST (Table, hasADashWhereThereIsNoNumber)
{
    EXPECT_EQ (numberText (std::numeric_limits<double>::quiet_NaN(), 1), "–");
    EXPECT_EQ (numberText (-14.26, 1), "-14.3");
}

TEST (Table, givesDifferencesTheirSignAndNothingNone)
{
    EXPECT_EQ (signedText (1.06, 1), "+1.1");
    EXPECT_EQ (signedText (-1.06, 1), "-1.1");
    EXPECT_EQ (signedText (0.04, 1), "0.0");
    EXPECT_EQ (signedText (-0.04, 1), "0.0");
    EXPECT_EQ (signedText (-0.4, 0), "0");
    EXPECT_EQ (signedText (std::numeric_limits<double>::quiet_NaN(), 1), "–");
}

TEST (Table, wrapsWordsWithinTheWidth)
{
    EXPECT_EQ (wrapped ("one two three four", 9, " "), " one two\n three\n four\n");
    EXPECT_EQ (wrapped ("", 9), "");
}

TEST (Table, setsListItemsFlushBehindTheirDash)
{
    EXPECT_EQ (listItem ("one two three", 9), "- one two\n  three\n");
}

TEST (Table, shortensInTheMiddleByCharactersNotBytes)
{
    EXPECT_EQ (shortened ("song.wav", 8), "song.wav");
    EXPECT_EQ (shortened ("a long name.wav", 9), "a lo….wav");
    EXPECT_EQ (shortened ("Für Élise, gespielt.flac", 12), "Für Él….flac");
    EXPECT_EQ (displayWidth (shortened ("Für Élise, gespielt.flac", 13)), 13u);
}

} // namespace
} // namespace cli
