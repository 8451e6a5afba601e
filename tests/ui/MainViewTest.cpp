// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Framework.h"
#include "ui/PaintedText.h"
#include "ui/Picture.h"
#include "ui/SampleState.h"
#include "ui/Scenes.h"

#include <array>

namespace ui
{

namespace
{

class TheMainView : public WithFramework
{};

/** Counts what a view asks to be painted anew. */
class RepaintCounter final : public juce::CachedComponentImage
{
public:
    explicit RepaintCounter (juce::Rectangle<int>& wanted) : asked (wanted) {}

    void paint (juce::Graphics&) override {}
    bool invalidateAll() override { return invalidate ({ 0, 0, 100000, 100000 }); }
    bool invalidate (const juce::Rectangle<int>& area) override
    {
        asked = asked.getUnion (area);
        return false;
    }
    void releaseResources() override {}

private:
    juce::Rectangle<int>& asked;
};

/** What showing `after` makes a view that showed `before` paint anew. */
juce::Rectangle<int> repainted (const MainViewState& before, const MainViewState& after)
{
    juce::Rectangle<int> asked; // outlives the view, which asks once more when it ends
    ShownView shown { before };
    shown.view.setCachedComponentImage (new RepaintCounter { asked });
    asked = {}; // what becomes of the counter itself
    shown.view.show (after);
    return juce::Rectangle<int> { asked };
}

juce::Rectangle<int> areaOf (ShownView& shown, const juce::String& title)
{
    auto* component = componentTitled (shown.view, title);
    return component == nullptr ? juce::Rectangle<int> {}
                                : shown.view.getLocalArea (component, component->getLocalBounds());
}

std::vector<juce::Viewport*> viewportsIn (juce::Component& root)
{
    std::vector<juce::Viewport*> found;

    forEachVisible (root, [&found] (juce::Component& component) {
        if (auto* viewport = dynamic_cast<juce::Viewport*> (&component))
            found.push_back (viewport);
    });

    return found;
}

constexpr std::array sizes { juce::Point<int> { 1100, 700 },
                             juce::Point<int> { 1440, 900 },
                             juce::Point<int> { 3840, 2160 } };

} // namespace

TEST_F (TheMainView, showsTheSameStateWithoutPaintingAnything)
{
    for (const auto& scene : basicScenes())
        EXPECT_TRUE (repainted (scene.state, scene.state).isEmpty()) << scene.name;
}

TEST_F (TheMainView, paintsTwoTilesAndNoMoreWhenAnotherDeviceIsHeard)
{
    const auto before = sampleState();
    auto after = before;
    after.bank[2]->isHeard = false;
    after.bank[0]->isHeard = true;

    ShownView shown { before };
    const auto expected =
        areaOf (shown, "AirPods Pro 2 (2022)").getUnion (areaOf (shown, "Phone, typical"));
    ASSERT_FALSE (expected.isEmpty());
    EXPECT_EQ (repainted (before, after), expected);
}

TEST_F (TheMainView, paintsAStripAndTheClockWhenThePlayheadMoves)
{
    const auto before = sampleState();
    auto after = before;
    after.transport.positionSeconds += 0.3;

    const auto asked = repainted (before, after);
    ShownView shown { before };
    EXPECT_TRUE (asked.intersects (areaOf (shown, "Position")));
    EXPECT_LT (asked.getWidth(), 200);
    EXPECT_FALSE (asked.intersects (areaOf (shown, "Sedan (2002), front loudspeakers")));
    EXPECT_FALSE (asked.intersects (areaOf (shown, "Stop")));
}

TEST_F (TheMainView, paintsNothingForAPlayheadThatHasNotReachedTheNextPixel)
{
    const auto before = sampleState();
    auto after = before;
    after.transport.positionSeconds += 0.004;
    EXPECT_TRUE (repainted (before, after).isEmpty());
}

TEST_F (TheMainView, fillsTheTileThatIsHeard)
{
    for (const auto theme : { Theme::dark, Theme::light })
    {
        auto before = sampleState();
        before.theme = theme;
        auto after = before;
        after.bank[2]->isHeard = false;

        ShownView shown { before };
        const auto tile = areaOf (shown, "Phone, typical");
        const auto lit = pictureOf (before, 1100, 700);
        const auto dark = pictureOf (after, 1100, 700);
        EXPECT_GT (pixelsThatDiffer (lit, dark, tile), tile.getWidth() * tile.getHeight() * 9 / 10);
        EXPECT_EQ (pixelsThatDiffer (lit, dark, areaOf (shown, "Laptop, typical")), 0);
    }
}

TEST_F (TheMainView, saysNowOnTheTileThatIsHeard)
{
    ShownView shown { sampleState() };
    EXPECT_TRUE (componentTitled (shown.view, "Phone, typical")->getDescription().contains ("now"));
    EXPECT_FALSE (
        componentTitled (shown.view, "Laptop, typical")->getDescription().contains ("now"));
}

TEST_F (TheMainView, writesNothingSmallerThan13Pixels)
{
    for (const auto& scene : basicScenes())
        for (const auto size : sizes)
        {
            ShownView shown { scene.state, size.x, size.y };
            const auto text = paintedText (shown.view);
            EXPECT_GT (text.numGlyphs, 100) << scene.name;
            EXPECT_GE (text.smallest, 12.99f) << scene.name << " at " << size.x;
        }
}

TEST_F (TheMainView, cutsNoLetterOff)
{
    for (const auto& scene : basicScenes())
        for (const auto size : sizes)
        {
            ShownView shown { scene.state, size.x, size.y };
            const auto expectWhole = [&] (juce::Component& component) {
                const auto text = paintedText (component);
                EXPECT_TRUE (text.clipped.empty())
                    << scene.name << " at " << size.x << ": " << text.clipped.front();
            };

            // What scrolls is cut where it leaves, so it is looked at by itself.
            for (auto* scrolling : viewportsIn (shown.view))
            {
                expectWhole (*scrolling->getViewedComponent());
                scrolling->setVisible (false);
            }

            expectWhole (shown.view);
        }
}

TEST_F (TheMainView, hasRoomForEveryWordOfTheDeliveredBank)
{
    for (const auto size : sizes)
    {
        ShownView shown { sampleState(), size.x, size.y };
        EXPECT_EQ (paintedText (shown.view).numShortened, 0) << size.x;
    }
}

TEST_F (TheMainView, growsTilesAndLettersOnALargeScreen)
{
    ShownView small { sampleState(), 1100, 700 };
    ShownView large { sampleState(), 3840, 2160 };
    EXPECT_GT (paintedText (large.view).smallest, 1.8f * paintedText (small.view).smallest);
    EXPECT_GT (areaOf (large, "Phone, typical").getHeight(),
               3 * areaOf (small, "Phone, typical").getHeight());
}

TEST_F (TheMainView, showsTheKeyOfTheNotesWhereThereIsRoomForIt)
{
    ShownView small { sampleState(), 1100, 700 };
    ShownView large { sampleState(), 1920, 1080 };
    EXPECT_EQ (buttonIn (small, "Notes").getHelpText(), "");
    EXPECT_EQ (buttonIn (large, "Notes").getHelpText(), "Key: Ctrl+N");
}

TEST_F (TheMainView, performsWhatTheKeyIsBoundTo)
{
    ShownView shown { sampleState() };
    const auto press = [&shown] (const juce::KeyPress& key) {
        EXPECT_TRUE (shown.view.keyPressed (key));
        return shown.actions.last();
    };

    EXPECT_EQ (press ({ '3', juce::ModifierKeys {}, '3' }), "perform device-3");
    EXPECT_EQ (press ({ 'R', juce::ModifierKeys {}, 'r' }), "perform neutral");
    EXPECT_EQ (press ({ '0', juce::ModifierKeys {}, '0' }), "perform neutral");
    EXPECT_EQ (press ({ '`', juce::ModifierKeys {}, '`' }), "perform untouched");
    EXPECT_EQ (press ({ juce::KeyPress::spaceKey, juce::ModifierKeys {}, ' ' }),
               "perform play-or-stop");
    EXPECT_EQ (press ({ '7', juce::ModifierKeys::shiftModifier, '/' }), "perform library");
    EXPECT_EQ (press ({ 'O', juce::ModifierKeys::ctrlModifier, 0 }), "perform open");
}

TEST_F (TheMainView, leavesKeysThatDoNothingToOthers)
{
    ShownView shown { sampleState() };
    EXPECT_FALSE (shown.view.keyPressed ({ 'Z', juce::ModifierKeys {}, 'z' }));
    EXPECT_TRUE (shown.actions.did.empty());
}

TEST_F (TheMainView, followsAKeyThatWasBoundAnew)
{
    auto state = sampleState();
    state.keys.assign (Command::lost, "G");
    ShownView shown { state };
    EXPECT_TRUE (shown.view.keyPressed ({ 'G', juce::ModifierKeys {}, 'g' }));
    EXPECT_EQ (shown.actions.last(), "perform lost");
    EXPECT_FALSE (shown.view.keyPressed ({ 'T', juce::ModifierKeys {}, 't' }));
}

TEST_F (TheMainView, opensWhatIsDropped)
{
    ShownView shown { emptyState() };
    shown.view.filesDropped ({ "/a.wav", "/b.flac" }, 10, 10);
    EXPECT_EQ (shown.actions.last(), "open /a.wav /b.flac");
}

TEST_F (TheMainView, showsWhereADropGoes)
{
    ShownView shown { emptyState() };
    const auto before = pictureOf (shown.view);
    shown.view.fileDragEnter ({ "/a.wav" }, 10, 10);
    EXPECT_GT (pixelsThatDiffer (before, pictureOf (shown.view), before.getBounds()), 100000);
    shown.view.fileDragExit ({ "/a.wav" });
    EXPECT_EQ (pixelsThatDiffer (before, pictureOf (shown.view), before.getBounds()), 0);
}

} // namespace ui
