// SPDX-License-Identifier: GPL-3.0-or-later
// The window itself, on a display that nobody sees.
#include "app/MainWindow.h"

#include <gmock/gmock.h>

#include "AppExample.h"

namespace app
{
namespace
{

using app_examples::AppExample;

/** Only a JUCE application may open windows where no window manager runs. */
const bool isApplication = [] {
    juce::JUCEApplicationBase::createInstance = +[]() -> juce::JUCEApplicationBase* {
        return nullptr;
    };
    return true;
}();

class MainWindowTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE (isApplication);

        if (juce::Desktop::getInstance().getDisplays().getPrimaryDisplay() == nullptr)
            GTEST_SKIP() << "there is no display";

        example.model->wear ({});
        example.model->perform (ui::Command::closePanel);
        window = std::make_unique<MainWindow> (*example.model, [this] { ++timesClosed; });
        juce::MessageManager::getInstance()->runDispatchLoopUntil (50);
    }

    void drop (const juce::StringArray& files)
    {
        auto* const target = dynamic_cast<juce::FileDragAndDropTarget*> (
            window->getContentComponent());
        ASSERT_NE (target, nullptr);
        ASSERT_TRUE (target->isInterestedInFileDrag (files));
        target->filesDropped (files, 300, 300);
    }

    AppExample example;
    std::unique_ptr<MainWindow> window;
    int timesClosed = 0;
};

TEST_F (MainWindowTest, opensWhatIsDroppedOnIt)
{
    drop ({ juce::String { example.demo().string() } });
    EXPECT_EQ (example.model->state().topBar.track, "demo");
    EXPECT_EQ (window->getName(), "demo - Elsewhere");
}

TEST_F (MainWindowTest, opensTheFilesOfAFolder)
{
    example.demo();
    example.folder.write ("notes.txt", "no audio");
    drop ({ juce::String { example.folder.path.string() } });
    EXPECT_EQ (example.model->state().playlist.tracks.size(), 1u);
    EXPECT_TRUE (example.model->state().notices.empty());
}

TEST_F (MainWindowTest, saysWhyAFileCannotBeOpened)
{
    const auto broken = example.folder.write ("broken.wav", "this is no audio");
    drop ({ juce::String { broken.string() } });
    ASSERT_FALSE (example.model->state().notices.empty());
    EXPECT_THAT (example.model->state().notices.back().text, testing::HasSubstr ("broken.wav"));
}

TEST_F (MainWindowTest, hearsADeviceByItsKey)
{
    drop ({ juce::String { example.demo().string() } });
    window->keyPressed (juce::KeyPress { ' ', juce::ModifierKeys {}, ' ' });
    EXPECT_TRUE (example.model->state().transport.isPlaying);
    window->keyPressed (juce::KeyPress { '3', juce::ModifierKeys {}, '3' });
    EXPECT_EQ (Bank::nameOf (example.model->session().selected()), "Phone, typical");
    window->keyPressed (juce::KeyPress { 'r', juce::ModifierKeys {}, 'r' });
    EXPECT_EQ (Bank::nameOf (example.model->session().selected()), "Neutral");
}

TEST_F (MainWindowTest, obeysAKeyThatWasGivenToSomethingElse)
{
    example.model->assignKey (ui::Command::neutral, "Z");
    window->keyPressed (juce::KeyPress { 'z', juce::ModifierKeys {}, 'z' });
    EXPECT_EQ (Bank::nameOf (example.model->session().selected()), "Neutral");
}

TEST_F (MainWindowTest, remembersWhereItWas)
{
    window->setBounds (40, 50, 1200, 760);
    juce::MessageManager::getInstance()->runDispatchLoopUntil (50);
    window.reset();
    example.start();
    window = std::make_unique<MainWindow> (*example.model, [] {});
    EXPECT_EQ (window->getWidth(), 1200);
    EXPECT_EQ (window->getHeight(), 760);
}

TEST_F (MainWindowTest, showsAsMuchAsBeforeWhenItIsDrawnLarger)
{
    auto& desktop = juce::Desktop::getInstance();
    ASSERT_EQ (window->getWidth(), 1100);
    const auto pixels = window->getPeer()->getBounds().getWidth()
                        * window->getPeer()->getPlatformScaleFactor();
    example.model->chooseScale ("125");
    juce::MessageManager::getInstance()->runDispatchLoopUntil (50);
    EXPECT_FLOAT_EQ (desktop.getGlobalScaleFactor(), 1.25f);
    EXPECT_NEAR (window->getWidth(), 1100, 1);
    EXPECT_NEAR (window->getHeight(), 700, 1);
    EXPECT_NEAR (window->getPeer()->getBounds().getWidth()
                     * window->getPeer()->getPlatformScaleFactor(),
                 1.25 * pixels,
                 2.0);
    example.model->chooseScale ("100");
    EXPECT_FLOAT_EQ (desktop.getGlobalScaleFactor(), 1.0f);
    EXPECT_NEAR (window->getWidth(), 1100, 1);
}

TEST_F (MainWindowTest, isAsLargeAsWasWishedWhereThatFitsOnTwoDisplays)
{
    const auto& displays = juce::Desktop::getInstance().getDisplays();

    if (displays.displays.size() != 2)
        GTEST_SKIP() << "there is one display; app.windowFollowsItsDisplay has two";

    const auto drawnAt = [] {
        juce::MessageManager::getInstance()->runDispatchLoopUntil (500);
        return juce::Desktop::getInstance().getGlobalScaleFactor();
    };
    example.model->chooseScale ("200");
    EXPECT_NEAR (drawnAt(), 1400.0 / 1100.0, 0.01) << "the small one has no room for more";

    const auto large = displays.displays[1].userArea;
    window->setBounds (
        window->getBounds().withPosition (large.getPosition() + juce::Point { 99, 99 }));
    EXPECT_FLOAT_EQ (drawnAt(), 2.0f);
    EXPECT_NEAR (window->getWidth(), 1100, 1);

    window.reset();
    window = std::make_unique<MainWindow> (*example.model, [] {});
    EXPECT_FLOAT_EQ (juce::Desktop::getInstance().getGlobalScaleFactor(), 2.0f)
        << "it opens where it was";

    window->setTopLeftPosition (10, 10);
    EXPECT_NEAR (drawnAt(), 1400.0 / 1100.0, 0.01);
    example.model->chooseScale ("100");
    EXPECT_FLOAT_EQ (drawnAt(), 1.0f);
}

TEST_F (MainWindowTest, asksToBeClosed)
{
    window->closeButtonPressed();
    EXPECT_EQ (timesClosed, 1);
}

} // namespace
} // namespace app
