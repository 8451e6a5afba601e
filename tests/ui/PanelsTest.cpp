// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Framework.h"
#include "ui/SampleState.h"

namespace ui
{

namespace
{

class ThePanels : public WithFramework
{
protected:
    static MainViewState opened (Panel panel)
    {
        auto state = sampleState();
        state.panel = panel;
        return state;
    }

    static juce::ListBox& listIn (ShownView& shown, const juce::String& title)
    {
        return dynamic_cast<juce::ListBox&> (*componentTitled (shown.view, title));
    }

    static juce::Slider& sliderIn (ShownView& shown, const juce::String& title)
    {
        return dynamic_cast<juce::Slider&> (*componentTitled (shown.view, title));
    }
};

} // namespace

TEST_F (ThePanels, giveTheNextKeyToTheCommandThatAsksForOne)
{
    ShownView shown { opened (Panel::keys) };
    buttonIn (shown, "Lost: what the device takes away: T").onClick();
    EXPECT_TRUE (shown.view.keyPressed ({ 'G', juce::ModifierKeys {}, 'g' }));
    EXPECT_EQ (shown.actions.last(), "assignKey lost G");

    // And only the next.
    EXPECT_TRUE (shown.view.keyPressed ({ 'L', juce::ModifierKeys {}, 'l' }));
    EXPECT_EQ (shown.actions.last(), "perform loop");
}

TEST_F (ThePanels, keepAKeyWhenTheQuestionIsLeftAndTakeItAwayWhenItIsDeleted)
{
    ShownView shown { opened (Panel::keys) };
    buttonIn (shown, "Mono: M").onClick();
    EXPECT_TRUE (shown.view.keyPressed (juce::KeyPress { juce::KeyPress::escapeKey }));
    EXPECT_TRUE (shown.actions.did.empty());

    buttonIn (shown, "Mono: M").onClick();
    EXPECT_TRUE (shown.view.keyPressed (juce::KeyPress { juce::KeyPress::deleteKey }));
    EXPECT_EQ (shown.actions.last(), "assignKey mono ");
}

TEST_F (ThePanels, showBothKeysOfACommandThatHasTwo)
{
    ShownView shown { opened (Panel::keys) };
    EXPECT_NE (componentTitled (shown.view, "Neutral: R or 0"), nullptr);
}

TEST_F (ThePanels, chooseOneModeAndOneBand)
{
    auto state = opened (Panel::matrix);
    state.matrix.solo = monitoring::SoloBand::bass;
    ShownView shown { state };
    EXPECT_TRUE (buttonIn (shown, "Stereo").getToggleState());
    EXPECT_FALSE (buttonIn (shown, "Mono").getToggleState());
    EXPECT_TRUE (buttonIn (shown, "Bass").getToggleState());
    EXPECT_FALSE (buttonIn (shown, "All").getToggleState());

    buttonIn (shown, "Side").onClick();
    EXPECT_EQ (shown.actions.last(), "setStereoMode 4");
    buttonIn (shown, "Air").onClick();
    EXPECT_EQ (shown.actions.last(), "solo 5");
    buttonIn (shown, "All").onClick();
    EXPECT_EQ (shown.actions.last(), "solo none");
}

TEST_F (ThePanels, leaveTheDevicesFreeToBeChosenBesideTheMatrix)
{
    ShownView shown { opened (Panel::matrix) };
    auto* tile = componentTitled (shown.view, "AirPods Pro 2 (2022)");
    const auto centre = shown.view.getLocalPoint (tile, tile->getLocalBounds().getCentre());
    EXPECT_EQ (shown.view.getComponentAt (centre), tile);
}

TEST_F (ThePanels, movePlayAndRemoveTheTrackPointedAt)
{
    ShownView shown { opened (Panel::playlist) };
    auto& list = listIn (shown, "Tracks");
    ASSERT_EQ (list.getSelectedRow(), 1) << "the one that plays";

    list.selectRow (2);
    list.keyPressed (juce::KeyPress { juce::KeyPress::returnKey });
    EXPECT_EQ (shown.actions.last(), "playTrack 2");
    buttonIn (shown, "Up").onClick();
    EXPECT_EQ (shown.actions.last(), "moveTrack 2 1");
    list.selectRow (5);
    list.keyPressed (juce::KeyPress { juce::KeyPress::deleteKey });
    EXPECT_EQ (shown.actions.last(), "removeTrack 5");
    EXPECT_FALSE (buttonIn (shown, "Down").isEnabled()) << "it is the last one";
}

TEST_F (ThePanels, setTheSilenceAfterATrack)
{
    ShownView shown { opened (Panel::playlist) };
    listIn (shown, "Tracks").selectRow (3);
    EXPECT_DOUBLE_EQ (sliderIn (shown, "Silence after the track").getValue(), 4.5);
    EXPECT_TRUE (shown.actions.did.empty()) << "showing is not setting";
    sliderIn (shown, "Silence after the track").setValue (1.5, juce::sendNotificationSync);
    EXPECT_EQ (shown.actions.last(), "setGap 3 1.50");
}

TEST_F (ThePanels, addDroppedFilesToTheOpenPlaylist)
{
    ShownView shown { opened (Panel::playlist) };
    shown.view.filesDropped ({ "/c.wav" }, 10, 10);
    EXPECT_EQ (shown.actions.last(), "append /c.wav");
}

TEST_F (ThePanels, compareWithAReferenceOrThePreviousBounce)
{
    ShownView shown { opened (Panel::references) };
    auto& list = listIn (shown, "Reference tracks");
    list.selectRow (2);
    list.keyPressed (juce::KeyPress { juce::KeyPress::returnKey });
    EXPECT_EQ (shown.actions.last(), "chooseReference 1");
    list.selectRow (0);
    list.keyPressed (juce::KeyPress { juce::KeyPress::returnKey });
    EXPECT_EQ (shown.actions.last(), "chooseReference none");
    list.selectRow (7);
    EXPECT_FALSE (buttonIn (shown, "Compare with it").isEnabled());
    list.keyPressed (juce::KeyPress { juce::KeyPress::returnKey });
    EXPECT_EQ (shown.actions.last(), "askForReference 6");
}

TEST_F (ThePanels, cueAReferenceOrRunItInStep)
{
    ShownView shown { opened (Panel::references) };
    auto& list = listIn (shown, "Reference tracks");
    ASSERT_EQ (list.getSelectedRow(), 1) << "the chosen one";
    EXPECT_DOUBLE_EQ (sliderIn (shown, "Cue").getValue(), 61.5);
    sliderIn (shown, "Cue").setValue (70.0, juce::sendNotificationSync);
    EXPECT_EQ (shown.actions.last(), "setReferenceCue 0 70.00");
    buttonIn (shown, "Run in step with the master").onClick();
    EXPECT_EQ (shown.actions.last(), "runReferenceInStep 0 yes");
}

TEST_F (ThePanels, putDroppedFilesIntoThePlacesFromTheOnePointedAt)
{
    ShownView shown { opened (Panel::references) };
    listIn (shown, "Reference tracks").selectRow (4);
    auto* panel = componentTitled (shown.view, "References");
    dynamic_cast<
        juce::FileDragAndDropTarget&> (*findComponent (shown.view, [] (juce::Component& component) {
        return component.getTitle() == "References"
               && dynamic_cast<juce::FileDragAndDropTarget*> (&component) != nullptr;
    })).filesDropped ({ "/x.wav", "/y.wav" }, 0, 0);
    ASSERT_NE (panel, nullptr);
    ASSERT_EQ (shown.actions.did.size(), 2u);
    EXPECT_EQ (shown.actions.did[0], "setReference 3 /x.wav");
    EXPECT_EQ (shown.actions.did[1], "setReference 4 /y.wav");
}

TEST_F (ThePanels, keepWhatIsNoted)
{
    ShownView shown { opened (Panel::notes) };
    EXPECT_TRUE (
        dynamic_cast<juce::TextEditor&> (*componentTitled (shown.view, "Notes on this track"))
            .getText()
            .startsWith ("2:34 sub alone"));
    typeInto (shown, "Notes on this track", "quieter bridge");
    EXPECT_EQ (shown.actions.last(), "setNotes quieter bridge");
}

TEST_F (ThePanels, addFilesToThePlaylistByAButtonToo)
{
    ShownView shown { opened (Panel::playlist) };
    buttonIn (shown, "Add files").onClick();
    EXPECT_EQ (shown.actions.last(), "perform open");
}

TEST_F (ThePanels, cueAReferenceWhereItIs)
{
    ShownView shown { opened (Panel::references) };
    const auto* title = "Set the cue to here: where the reference is, or the master is";
    buttonIn (shown, title).onClick();
    EXPECT_EQ (shown.actions.last(), "cueReferenceHere 0");
    listIn (shown, "Reference tracks").selectRow (2);
    EXPECT_FALSE (buttonIn (shown, title).isEnabled()) << "it runs in step";
}

TEST_F (ThePanels, nameMoveAndRemoveAMarker)
{
    auto state = opened (Panel::notes);
    state.waveform.markers = { { 12.0, "verse" }, { 154.0, "bridge: sub?" } };
    ShownView shown { state };
    auto& list = listIn (shown, "Markers");
    list.selectRow (1);
    list.keyPressed (juce::KeyPress { juce::KeyPress::returnKey });
    EXPECT_EQ (shown.actions.last(), "seek 154.00");
    typeInto (shown, "Name of the marker", "bridge");
    EXPECT_EQ (shown.actions.last(), "setMarker 1 154.00 bridge");
    list.selectRow (0);
    componentTitled (shown.view, "Markers")
        ->getParentComponent()
        ->keyPressed ({ juce::KeyPress::rightKey, juce::ModifierKeys::altModifier, 0 });
    EXPECT_EQ (shown.actions.last(), "setMarker 0 12.10 verse");
    buttonIn (shown, "Move the marker to where it plays").onClick();
    EXPECT_EQ (shown.actions.last(), "setMarker 0 78.34 verse");
    list.keyPressed (juce::KeyPress { juce::KeyPress::deleteKey });
    EXPECT_EQ (shown.actions.last(), "removeMarker 0");
}

TEST_F (ThePanels, pointAtTheMarkerThatWasPutOrMoved)
{
    auto state = opened (Panel::notes);
    state.waveform.markers = { { 12.0, "verse" }, { 154.0, "bridge" } };
    state.markerToEdit = 1;
    ShownView shown { state };
    EXPECT_EQ (listIn (shown, "Markers").getSelectedRow(), 1);
    state.waveform.markers = { { 10.0, "bridge" }, { 12.0, "verse" } };
    state.markerToEdit = 0;
    shown.view.show (state);
    EXPECT_EQ (listIn (shown, "Markers").getSelectedRow(), 0);
    listIn (shown, "Markers").selectRow (1);
    shown.view.show (state);
    EXPECT_EQ (listIn (shown, "Markers").getSelectedRow(), 1) << "who points is let point";
}

TEST_F (ThePanels, setLevelsWithoutBeingToldToByWhatTheyShow)
{
    ShownView shown { opened (Panel::settings) };
    EXPECT_TRUE (shown.actions.did.empty());
    EXPECT_DOUBLE_EQ (sliderIn (shown, "Listening level").getValue(), 68.0);
    sliderIn (shown, "Listening level").setValue (80.0, juce::sendNotificationSync);
    EXPECT_EQ (shown.actions.last(), "setListeningLevel 80.00");
    buttonIn (shown, "Match by LUFS").onClick();
    EXPECT_EQ (shown.actions.last(), "setMatch 1");
    sliderIn (shown, "More or less noise").setValue (-6.0, juce::sendNotificationSync);
    EXPECT_EQ (shown.actions.last(), "setNoiseTrim -6.00");
}

TEST_F (ThePanels, returnToTheDevicesOwnLevel)
{
    auto state = opened (Panel::settings);
    state.settings.listeningLevelDbSpl = 75.0;
    ShownView shown { state };
    EXPECT_FALSE (buttonIn (shown, "Device's own").getToggleState());
    buttonIn (shown, "Device's own").onClick();
    EXPECT_EQ (shown.actions.last(), "setListeningLevel own");
}

TEST_F (ThePanels, chooseANoiseAndASoundCard)
{
    ShownView shown { opened (Panel::settings) };
    const auto choose = [&shown] (const char* title, const char* text) {
        dynamic_cast<juce::ComboBox&> (*componentTitled (shown.view, title))
            .setText (text, juce::sendNotificationSync);
        return shown.actions.last();
    };

    EXPECT_EQ (choose ("Surroundings", "Train"), "chooseNoise train");
    EXPECT_EQ (choose ("Sound system", "JACK"), "chooseSoundSystem jack");
    EXPECT_EQ (choose ("Buffer", "256 frames"), "chooseBufferSize 256");
}

} // namespace ui
