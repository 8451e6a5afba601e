// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/Markup.h"

#include <gmock/gmock.h>

namespace report
{

TEST (Markup, lowersWhatWouldBeMarkup)
{
    EXPECT_EQ (escaped ("<b a=\"'&\">"), "&lt;b a=&quot;&#39;&amp;&quot;&gt;");
    EXPECT_EQ (escaped ("caf\xE9"), "caf\uFFFD");
    EXPECT_EQ (classed ("p", "say", "x"), "<p class=\"say\">x</p>\n");
    EXPECT_EQ (element ("p", "", "x"), "<p>x</p>\n");
}

TEST (Markup, keepsWhatBelongsTogetherOnOneLine)
{
    EXPECT_EQ (escapedSentence ("AirPods 3: 5 dB at 1:01–1:34, too"),
               "AirPods\u00A03: 5\u00A0dB at 1:01\u2060–\u20601:34, too");
    EXPECT_EQ (escapedSentence ("a – b < c"), "a – b &lt; c");
}

/** RFC 4648, section 10. */
TEST (Markup, writesBase64)
{
    EXPECT_EQ (base64 (""), "");
    EXPECT_EQ (base64 ("f"), "Zg==");
    EXPECT_EQ (base64 ("fo"), "Zm8=");
    EXPECT_EQ (base64 ("foo"), "Zm9v");
    EXPECT_EQ (base64 ("foobar"), "Zm9vYmFy");
    EXPECT_EQ (base64 ("\xff\xfe\xfd"), "//79");
}

} // namespace report
