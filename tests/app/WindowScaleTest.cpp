// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/WindowScale.h"

#include "app/desktop/DesktopScale.h"
#include "app/desktop/Icon.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace app
{
namespace
{

TEST (WindowScale, isTheOneThatIsWantedWhereTheSmallestWindowFits)
{
    EXPECT_DOUBLE_EQ (scaleThatFits (2.0, { 3840.0, 2160.0 }), 2.0);
    EXPECT_DOUBLE_EQ (scaleThatFits (1.25, { 1920.0, 1080.0 }), 1.25);
    EXPECT_DOUBLE_EQ (scaleThatFits (3.0, { 2200.0, 2000.0 }), 2.0);
    EXPECT_DOUBLE_EQ (scaleThatFits (1.5, { 1024.0, 600.0 }), 1.0);
    EXPECT_DOUBLE_EQ (scaleThatFits (0.75, { 1920.0, 1080.0 }), 1.0) << "text is never smaller";
}

TEST (WindowScale, isTheSameOnDisplaysThatTheFrameworkGuessesOtherwiseOf)
{
    const DisplayFacts coarse { 1920.0, 1080.0, 1.0 };
    const DisplayFacts fine { 3840.0, 2160.0, 2.0 };

    // A guess times its factor is what is seen.
    EXPECT_DOUBLE_EQ (1.0 * factorOn (coarse, 150, {}), 1.5);
    EXPECT_DOUBLE_EQ (2.0 * factorOn (fine, 150, {}), 1.5);
    EXPECT_DOUBLE_EQ (2.0 * factorOn (fine, 0, 1.25), 1.25) << "the desktop knows better";
    EXPECT_DOUBLE_EQ (factorOn (fine, 0, {}), 1.0) << "nobody does";
    EXPECT_DOUBLE_EQ (1.0 * factorOn (coarse, 200, {}), 1080.0 / 700.0) << "no larger fits";
}

TEST (WindowScale, followsWhatTheDesktopTellsItsPrograms)
{
    ::setenv ("GDK_SCALE", "2", 1);
    EXPECT_EQ (desktopScale(), 2.0);
    ::setenv ("GDK_DPI_SCALE", "0.75", 1);
    EXPECT_EQ (desktopScale(), 1.5);
    ::unsetenv ("GDK_DPI_SCALE");
    ::setenv ("GDK_SCALE", "much", 1);
    EXPECT_NE (desktopScale(), 2.0) << "that is no number";
    ::unsetenv ("GDK_SCALE");
}

TEST (Icon, hasItsThreeColours)
{
    const juce::ScopedJuceInitialiser_GUI framework;
    const auto icon = iconOf (128);
    EXPECT_EQ (icon.getPixelAt (0, 0).getAlpha(), 0) << "its corners are round";
    EXPECT_EQ (icon.getPixelAt (40, 64), juce::Colour (0xfff4f4f2));
    EXPECT_EQ (icon.getPixelAt (20, 20), juce::Colour (0xff17191c));
}

} // namespace
} // namespace app
