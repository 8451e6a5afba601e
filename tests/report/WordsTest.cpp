// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Words.h"

#include <gmock/gmock.h>

#include <cmath>
#include <vector>

namespace report
{

TEST (Words, areEnumerated)
{
    EXPECT_EQ (enumerated ({}), "");
    EXPECT_EQ (enumerated (std::vector<std::string> { "a" }), "a");
    EXPECT_EQ (enumerated (std::vector<std::string> { "a", "b" }), "a and b");
    EXPECT_EQ (enumerated (std::vector<std::string> { "a", "b", "c" }), "a, b and c");
}

TEST (Words, loseTheirCapitalUnlessTheyAreNames)
{
    EXPECT_EQ (decapitalised ("The bass"), "the bass");
    EXPECT_EQ (decapitalised ("A hum"), "a hum");
    EXPECT_EQ (decapitalised ("LUFS"), "LUFS");
    EXPECT_EQ (decapitalised ("AirPods Pro"), "AirPods Pro");
    EXPECT_EQ (decapitalised ("3.2 kHz"), "3.2 kHz");
    EXPECT_EQ (decapitalised (""), "");
    EXPECT_EQ (capitalised ("on phones"), "On phones");
    EXPECT_EQ (capitalised ("É"), "É");
}

TEST (Words, countThings)
{
    EXPECT_EQ (counted (1, "device"), "1 device");
    EXPECT_EQ (counted (2, "device"), "2 devices");
}

TEST (Words, tellTheTime)
{
    EXPECT_EQ (clockTime (0.0), "0:00");
    EXPECT_EQ (clockTime (61.9), "1:01");
    EXPECT_EQ (clockTime (3723.0), "1:02:03");
    EXPECT_EQ (clockTime (-1.0), "0:00");
    EXPECT_EQ (clockTime (std::nan ("")), "0:00");
}

TEST (Words, giveATerminalNothingToObey)
{
    EXPECT_EQ (printable ("a\x1b[2Jb\nc\x7f"), "a?[2Jb?c?");
    EXPECT_EQ (printable ("caf\xE9"), "caf\uFFFD");
    EXPECT_EQ (printable ("Café"), "Café");
}

} // namespace report
