// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/listening/BankView.h"
#include "ui/listening/NoticeStrip.h"
#include "ui/listening/SideColumn.h"
#include "ui/listening/TopBar.h"
#include "ui/listening/TransportBar.h"
#include "ui/listening/WaveformDisplay.h"
#include "ui/listening/Welcome.h"
#include "ui/panels/PanelView.h"

#include <memory>

namespace ui
{

/** The main screen and what lies over it, in the pixels of the smallest size. */
class Stage final : public juce::Component
{
public:
    explicit Stage (Actions& actions);

    void show (const MainViewState& state);

    /** Gives the keyboard to what is open over the main screen or, beside it, to the findings.
        @returns whether there was anything */
    bool focusWhatIsOpen();

    /** A panel that asks for a key gets it before any command does. */
    bool takesKey (const juce::KeyPress& key);

    void resized() override;

private:
    /** Dims what lies behind a panel; a click on it closes that. */
    class Veil final : public juce::Component
    {
    public:
        explicit Veil (Actions& wanted) : actions (wanted) { setAccessible (false); }

        void paint (juce::Graphics& graphics) override;
        void mouseUp (const juce::MouseEvent& event) override;

    private:
        Actions& actions;
    };

    void showPanel (const MainViewState& state);
    void layOutPanel();
    juce::Rectangle<int> middle() const;

    Actions& actions;
    TopBar topBar;
    NoticeStrip notices;
    BankView bank;
    WaveformDisplay waveform;
    Welcome welcome;
    SideColumn side;
    TransportBar transport;
    Veil veil;
    Panel panel = Panel::none;
    std::unique_ptr<PanelView> panelView;
};

} // namespace ui
