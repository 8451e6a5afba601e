// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/SvgText.h"

#include <gmock/gmock.h>

namespace report
{

using testing::ElementsAre;

TEST (SvgText, writesNumbersWithTwoDecimalsAtMost)
{
    EXPECT_EQ (svgNumber (12.5), "12.5");
    EXPECT_EQ (svgNumber (1.0 / 3.0), "0.33");
    EXPECT_EQ (svgNumber (20000.0), "20000");
    EXPECT_EQ (svgNumber (-3.999), "-4");
    EXPECT_EQ (svgNumber (-0.001), "0");
}

TEST (SvgText, leavesNothingThatXmlWouldTakeForMarkup)
{
    EXPECT_EQ (escapedXml ("<b> & \"c\" 'd'"), "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
    EXPECT_EQ (escapedXml (std::string_view { "a\x01\x00z", 4 }), "az");
    EXPECT_EQ (escapedXml ("Völour · 5 kHz"), "Völour · 5 kHz");
}

TEST (SvgText, shortensByCharactersAndNeverCutsOneInTwo)
{
    EXPECT_EQ (shortened ("Völour", 6), "Völour");
    EXPECT_EQ (shortened ("Völour", 3), "Vö…");
    EXPECT_EQ (numCharacters (shortened ("ÄÖÜäöüß", 4)), 4u);
}

TEST (SvgText, breaksLinesAtSpacesAndLosesNoWord)
{
    EXPECT_THAT (wrapped ("one two  three", 7), ElementsAre ("one two", "three"));
    EXPECT_THAT (wrapped ("unbreakable x", 4), ElementsAre ("unbreakable", "x"));
    EXPECT_THAT (wrapped ("", 10), ElementsAre());
}

} // namespace report
