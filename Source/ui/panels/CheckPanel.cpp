// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/CheckPanel.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"
#include "ui/parts/FramedList.h"

namespace ui
{

namespace
{

constexpr int buttonHeight = 40;
constexpr int progressHeight = 8;
constexpr int reasonsHeight = 148;
constexpr int mostVerdictLines = 3;

TrackList::Line lineOf (const FindingRow& finding, std::size_t place)
{
    const auto verdict = analysis::verdictName (analysis::verdictOf (finding.severity));
    TrackList::Line line;
    line.number = juce::String { static_cast<int> (place + 1) };
    line.title = words (std::string { verdict }) + ": " + words (finding.heading);
    line.detail = finding.isIntended ? juce::String { "Intended" } : words (finding.where);
    line.isEmpty = finding.isIntended;
    return line;
}

} // namespace

CheckPanel::CheckPanel (Actions& wantedActions)
    : PanelView ("Translation check", wantedActions),
      list ("Findings"),
      hear ("Hear it", PushButton::Stance::primary),
      intended ("Intended"),
      check ("Check"),
      save ("Export")
{
    hear.setKey ("Return");
    hear.setTitle ("Hear the place, on the device");
    intended.setTitle ("Intended: no alarm on this track any more");
    save.setTitle ("Export the report");

    for (auto* child :
         std::initializer_list<juce::Component*> { &list, &hear, &intended, &check, &save })
        addAndMakeVisible (child);

    list.onPoint = [this] (int) {
        showButtons();
        repaint (reasonsArea);
    };
    list.onChoose = [this] (int line) {
        if (pointedAt() != nullptr)
            actions.hearFinding (static_cast<std::size_t> (line));
    };
    hear.onClick = [this] { list.onChoose (list.pointedAt()); };
    intended.onClick = [this] {
        if (const auto* finding = pointedAt())
            actions.setIntended (static_cast<std::size_t> (list.pointedAt()),
                                 ! finding->isIntended);
    };
    check.onClick = [this] { actions.perform (Command::runCheck); };
    save.onClick = [this] { actions.perform (Command::exportReport); };
}

juce::Component& CheckPanel::firstToFocus()
{
    return pointedAt() != nullptr ? list.keyboardTarget() : static_cast<juce::Component&> (check);
}

const FindingRow* CheckPanel::pointedAt() const
{
    const auto line = list.pointedAt();
    return shown.findings != nullptr && line >= 0
                   && line < static_cast<int> (shown.findings->size())
               ? &(*shown.findings)[static_cast<std::size_t> (line)]
               : nullptr;
}

void CheckPanel::show (const MainViewState& state)
{
    const bool areOthers = shown.findings != state.check.findings;
    const bool isOther = shown.pointedAt != state.check.pointedAt;
    const bool hasChanged = shown != state.check || isOpen == state.topBar.track.empty();
    shown = state.check;
    isOpen = ! state.topBar.track.empty();
    check.setKey (words (state.keys.keyOf (Command::runCheck)));
    save.setKey (words (state.keys.keyOf (Command::exportReport)));

    if (areOthers)
        showFindings();

    if (shown.pointedAt && (areOthers || isOther))
        list.pointAt (static_cast<int> (*shown.pointedAt));

    showButtons();

    if (! hasChanged)
        return;

    resized();
    repaint();
}

void CheckPanel::showFindings()
{
    std::vector<TrackList::Line> lines;

    if (shown.findings != nullptr)
        for (std::size_t place = 0; place < shown.findings->size(); ++place)
            lines.push_back (lineOf ((*shown.findings)[place], place));

    list.show (std::move (lines),
               shown.findings == nullptr ? "Not checked yet." : "Nothing was found.");
}

void CheckPanel::showButtons()
{
    const auto* finding = pointedAt();
    hear.setEnabled (finding != nullptr);
    intended.setEnabled (finding != nullptr);
    intended.setOn (finding != nullptr && finding->isIntended);
    check.setWords (shown.isRunning ? "Break off" : "Check");
    check.setTitle (shown.isRunning ? "Break off the check" : "Check the track");
    check.setEnabled (isOpen);
    save.setEnabled (shown.findings != nullptr);
}

juce::String CheckPanel::verdict() const
{
    if (! shown.verdict.empty())
        return words (shown.remark.empty() ? shown.verdict : shown.remark + " " + shown.verdict);

    return isOpen ? "Which devices this track does not survive on, where, and how we know. You can "
                    "listen on meanwhile."
                  : "Nothing is open.";
}

void CheckPanel::paintContent (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.setColour (colours.ink);
    writeLines (graphics, verdict(), verdictArea, TextSize::body);
    paintProgress (graphics);

    const auto* finding = pointedAt();

    if (finding == nullptr)
        return;

    auto text = words (finding->sentence);
    graphics.setColour (colours.ink);
    const auto width = static_cast<float> (reasonsArea.getWidth());
    const auto rows = wrapped (text, font (TextSize::body), width, 3);
    auto area = reasonsArea;
    writeLines (graphics,
                text,
                area.removeFromTop (static_cast<int> (rows.size()) * lineHeight (TextSize::body)),
                TextSize::body);
    area.removeFromTop (gap / 2);
    graphics.setColour (colours.quietInk);
    juce::StringArray reasons;

    for (const auto& reason : finding->reasons)
        reasons.add (words (reason));

    writeLines (graphics, reasons.joinIntoString (" "), area, TextSize::small);
}

void CheckPanel::paintProgress (juce::Graphics& graphics)
{
    if (! shown.isRunning)
        return;

    const auto& colours = paletteOf (*this);
    const auto area = progressArea.toFloat();
    graphics.setColour (colours.line);
    graphics.fillRoundedRectangle (area, 3.0f);
    graphics.setColour (colours.ink);
    graphics.fillRoundedRectangle (
        area.withWidth (area.getWidth() * static_cast<float> (shown.progress)), 3.0f);
}

void CheckPanel::layOut (juce::Rectangle<int> content)
{
    const auto rows = wrapped (verdict(),
                               font (TextSize::body),
                               static_cast<float> (content.getWidth()),
                               mostVerdictLines);
    verdictArea = content.removeFromTop (static_cast<int> (rows.size())
                                         * lineHeight (TextSize::body));
    content.removeFromTop (gap);

    if (shown.isRunning)
    {
        progressArea = content.removeFromTop (progressHeight);
        content.removeFromTop (gap);
    }

    auto row = content.removeFromBottom (buttonHeight);
    content.removeFromBottom (gap);
    auto upper = content.removeFromBottom (buttonHeight);
    content.removeFromBottom (gap);
    reasonsArea = content.removeFromBottom (reasonsHeight);
    content.removeFromBottom (gap);
    list.setBounds (content);

    hear.setBounds (upper.removeFromLeft (hear.widthNeeded()));
    upper.removeFromLeft (gap);
    intended.setBounds (upper.removeFromLeft (intended.widthNeeded() + 16));
    check.setBounds (row.removeFromLeft (160));
    row.removeFromLeft (gap);
    save.setBounds (row.removeFromLeft (save.widthNeeded()));
}

} // namespace ui
