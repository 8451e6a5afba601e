// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/SideColumn.h"

#include "ui/look/Look.h"
#include "ui/look/Words.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr int margin = 16;
constexpr int tabHeight = 36;

/** How far it is, or how many alarms there are. */
juce::String outcome (const CheckView& check)
{
    if (check.isRunning)
        return juce::String { static_cast<int> (100.0 * check.progress) } + " %";

    if (check.findings == nullptr)
        return {};

    const auto alarms = std::ranges::count_if (*check.findings, [] (const FindingRow& finding) {
        return ! finding.isIntended && finding.severity != analysis::Severity::note;
    });
    return alarms == 0 ? juce::String { "fine" }
                       : juce::String { static_cast<int> (alarms) } + " found";
}

} // namespace

SideColumn::SideColumn (Actions& actions)
    : metersTab ("Meters", PushButton::Stance::tab),
      findingsTab ("Check", PushButton::Stance::tab),
      meters (actions),
      findings (actions)
{
    setTitle ("Meters and findings");
    auto order = 1;

    for (auto* part :
         std::initializer_list<juce::Component*> { &metersTab, &findingsTab, &meters, &findings })
    {
        part->setExplicitFocusOrder (order++);
        addChildComponent (part);
    }

    metersTab.setVisible (true);
    findingsTab.setVisible (true);
    metersTab.onClick = [this, &actions] {
        if (shown != Side::meters)
            actions.perform (Command::showCheck);
    };
    findingsTab.onClick = [this, &actions] {
        if (shown != Side::findings)
            actions.perform (Command::showCheck);
    };
}

void SideColumn::show (const MainViewState& state)
{
    shown = state.side;
    metersTab.setOn (shown == Side::meters);
    findingsTab.setOn (shown == Side::findings);
    findingsTab.setKey (words (state.keys.keyOf (Command::showCheck)));
    findingsTab.setDetail (outcome (state.check));
    meters.show (state.meters);
    findings.show (state);
    meters.setVisible (shown == Side::meters);
    findings.setVisible (shown == Side::findings);
}

bool SideColumn::focus()
{
    if (shown != Side::findings)
        return false;

    findings.firstToFocus().grabKeyboardFocus();
    return true;
}

void SideColumn::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.setColour (colours.panel);
    graphics.fillRoundedRectangle (getLocalBounds().toFloat(), cornerRadius);
    graphics.setColour (colours.line);
    graphics.fillRect (margin, tabHeight - 1, getWidth() - 2 * margin, 1);
}

void SideColumn::resized()
{
    auto area = getLocalBounds().reduced (margin, 0);
    auto tabs = area.removeFromTop (tabHeight);
    metersTab.setBounds (tabs.removeFromLeft (tabs.getWidth() / 3));
    findingsTab.setBounds (tabs);
    meters.setBounds (area.withTrimmedTop (4).withTrimmedBottom (margin - 4));
    findings.setBounds (area.withTrimmedTop (12).withTrimmedBottom (margin));
}

} // namespace ui
