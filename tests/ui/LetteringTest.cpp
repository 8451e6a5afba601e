// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Lettering.h"

#include "ui/Framework.h"

namespace ui
{

namespace
{

class Lettering : public WithFramework
{
protected:
    static std::vector<std::string> lines (const char* text, float width, int most)
    {
        std::vector<std::string> all;

        for (const auto& line : wrapped (text, font (TextSize::body), width, most))
            all.push_back (line.replaceCharacter (0xa0, '~').toStdString());

        return all;
    }
};

} // namespace

TEST_F (Lettering, breaksBetweenWords)
{
    const auto width = widthOf ("typical of 3", font (TextSize::body)) + 2.0f;
    EXPECT_EQ (lines ("typical of 3 measured", width, 3),
               (std::vector<std::string> { "typical of 3", "measured" }));
}

TEST_F (Lettering, keepsAUnitWithItsNumber)
{
    const auto width = widthOf ("modelled below 300", font (TextSize::body)) + 2.0f;
    EXPECT_EQ (lines ("modelled below 300 Hz; more", width, 3),
               (std::vector<std::string> { "modelled below", "300~Hz; more" }));
}

TEST_F (Lettering, shortensOnlyTheLastLineThatIsAllowed)
{
    const auto width = widthOf ("modelled below", font (TextSize::body)) + 2.0f;
    const auto both = lines ("modelled below the resonance of its box", width, 2);
    ASSERT_EQ (both.size(), 2u);
    EXPECT_EQ (both[0], "modelled below");
    EXPECT_TRUE (juce::String::fromUTF8 (both[1].c_str()).endsWithChar (0x2026));
}

TEST_F (Lettering, hasTheSizeItIsCalledBy)
{
    EXPECT_NEAR (font (TextSize::small).getHeightInPoints(), 13.0f, 0.01f);
    EXPECT_NEAR (font (TextSize::numeral).getHeightInPoints(), 40.0f, 0.01f);
}

} // namespace ui
