// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Wording.h"

#include "analysis/rules/BassNotes.h"

#include <gmock/gmock.h>

namespace analysis
{
namespace
{

TEST (Wording, roundsAsOneSpeaks)
{
    EXPECT_EQ (percent (0.6249), "62 %");
    EXPECT_EQ (decibels (4.7), "4.5 dB");
    EXPECT_EQ (seconds (12.4), "12 s");
    EXPECT_EQ (hertz (82.4), "82 Hz");
    EXPECT_EQ (hertz (347.0), "350 Hz");
    EXPECT_EQ (hertz (3180.0), "3.2 kHz");
}

TEST (Wording, countsHarmonics)
{
    EXPECT_EQ (ordinal (1), "1st");
    EXPECT_EQ (ordinal (3), "3rd");
    EXPECT_EQ (ordinal (4), "4th");
    EXPECT_EQ (ordinal (11), "11th");
    EXPECT_EQ (ordinal (22), "22nd");
}

TEST (Wording, namesNotesAtAnyOctave)
{
    EXPECT_EQ (noteName (55.0), "A");
    EXPECT_EQ (noteName (41.2), "E");
    EXPECT_EQ (noteName (103.8), "A flat");
    EXPECT_EQ (noteName (466.2), "B flat");
}

} // namespace
} // namespace analysis
