// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/WaveformDisplay.h"

#include "ui/Framework.h"
#include "ui/Mouse.h"

namespace ui
{

namespace
{

class TheWaveform : public WithFramework
{
protected:
    TheWaveform()
    {
        auto peaks = std::make_shared<WaveformPeaks>();
        peaks->lowest.assign (1000, -0.5f);
        peaks->highest.assign (1000, 0.5f);
        state.peaks = std::move (peaks);
        state.durationSeconds = 100.0;
        waveform.setVisible (true);
        waveform.setSize (1000, 144);
        waveform.show (state);
    }

    void dragFrom (juce::Point<float> from, juce::Point<float> to) { drag (waveform, from, to); }

    RecordedActions actions;
    WaveformView state;
    WaveformDisplay waveform { actions };
};

} // namespace

TEST_F (TheWaveform, goesWhereItIsClicked)
{
    dragFrom ({ 250.0f, 50.0f }, { 250.0f, 50.0f });
    EXPECT_EQ (actions.did, std::vector<std::string> { "seek 25.00" });
}

TEST_F (TheWaveform, loopsWhatIsDraggedOver)
{
    dragFrom ({ 600.0f, 50.0f }, { 300.0f, 50.0f });
    EXPECT_EQ (actions.did, std::vector<std::string> { "setLoop 30.00 60.00" });
}

TEST_F (TheWaveform, takesATremblingHandForAClick)
{
    dragFrom ({ 300.0f, 50.0f }, { 302.0f, 51.0f });
    EXPECT_EQ (actions.did, std::vector<std::string> { "seek 30.20" });
}

TEST_F (TheWaveform, movesTheEndOfALoopThatIsDragged)
{
    state.loop = TimeSpan { 30.0, 60.0 };
    waveform.show (state);
    dragFrom ({ 598.0f, 50.0f }, { 700.0f, 50.0f });
    EXPECT_EQ (actions.did, std::vector<std::string> { "setLoop 30.00 70.00" });
}

TEST_F (TheWaveform, scrubsAlongTheRuler)
{
    dragFrom ({ 100.0f, 140.0f }, { 200.0f, 140.0f });
    EXPECT_EQ (actions.did,
               (std::vector<std::string> { "scrub 10.00", "scrub 20.00", "seek 20.00" }));
}

TEST_F (TheWaveform, forgetsTheLoopOnADoubleClick)
{
    doubleClick (waveform, { 400.0f, 50.0f });
    EXPECT_TRUE (actions.did.empty());
    state.loop = TimeSpan { 30.0, 60.0 };
    waveform.show (state);
    doubleClick (waveform, { 400.0f, 50.0f });
    EXPECT_EQ (actions.did, std::vector<std::string> { "setLoop none" });
}

TEST_F (TheWaveform, goesToAMarkerWhoseFlagIsClickedAndMovesOneThatIsDragged)
{
    state.markers = { { 30.0, "verse" }, { 60.0, "bridge" } };
    waveform.show (state);
    dragFrom ({ 604.0f, 5.0f }, { 604.0f, 5.0f });
    EXPECT_EQ (actions.last(), "seek 60.00");
    dragFrom ({ 304.0f, 5.0f }, { 450.0f, 30.0f });
    EXPECT_EQ (actions.last(), "setMarker 0 45.00 verse");
    dragFrom ({ 304.0f, 60.0f }, { 450.0f, 60.0f });
    EXPECT_EQ (actions.last(), "setLoop 30.40 45.00") << "below its flag it is a line";
}

TEST_F (TheWaveform, namesAMarkerOnADoubleClick)
{
    state.markers = { { 30.0, "verse" } };
    state.loop = TimeSpan { 30.0, 60.0 };
    waveform.show (state);
    doubleClick (waveform, { 303.0f, 5.0f });
    EXPECT_EQ (actions.did, std::vector<std::string> { "editMarker 0" });
}

TEST_F (TheWaveform, doesNothingWhereNothingIsOpen)
{
    waveform.show ({});
    dragFrom ({ 300.0f, 50.0f }, { 600.0f, 50.0f });
    EXPECT_TRUE (actions.did.empty());
}

} // namespace ui
