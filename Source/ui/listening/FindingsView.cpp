// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/FindingsView.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr int gap = 8;
constexpr int buttonHeight = 36;
constexpr int progressHeight = 8;
constexpr int leastDetails = 112;
constexpr int mostLargeRows = 4;
constexpr int mostVerdictRows = 7;

juce::String verdictOf (const FindingRow& finding)
{
    return words (std::string { analysis::verdictName (analysis::verdictOf (finding.severity)) });
}

TrackList::Line lineOf (const FindingRow& finding)
{
    TrackList::Line line;
    line.number = verdictOf (finding);
    line.badge = finding.severity;
    line.title = words (finding.heading);
    line.detail = finding.isIntended ? juce::String { "Intended" } : words (finding.where);
    line.isEmpty = finding.isIntended;
    return line;
}

} // namespace

FindingsView::FindingsView (Actions& wantedActions)
    : actions (wantedActions),
      list ("Findings"),
      details ("About the finding"),
      intended ("Intended"),
      save ("Export"),
      check ("Check"),
      ownNorms ("My references")
{
    setTitle ("Translation check");
    intended.setTitle ("Intended: no alarm on this track any more");
    save.setTitle ("Export the report");
    ownNorms.setTitle ("Compare with my reference tracks");
    auto order = 1;

    for (auto* child : std::initializer_list<juce::Component*> {
             &list, &details, &intended, &save, &check, &ownNorms })
    {
        child->setExplicitFocusOrder (order++);
        addAndMakeVisible (child);
    }

    connect();
}

void FindingsView::connect()
{
    const auto hear = [this] (int line) {
        if (pointedAt() != nullptr)
            actions.hearFinding (static_cast<std::size_t> (line));
    };
    list.onPoint = [this] (int) { showPointedAt(); };
    list.onChoose = hear;
    list.onClick = hear;
    intended.onClick = [this] {
        if (const auto* finding = pointedAt())
            actions.setIntended (static_cast<std::size_t> (list.pointedAt()),
                                 ! finding->isIntended);
    };
    check.onClick = [this] { actions.perform (Command::runCheck); };
    ownNorms.onClick = [this] {
        actions.chooseNorms (shown.norms == Norms::references ? Norms::delivered
                                                              : Norms::references);
    };
    save.onClick = [this] { actions.perform (Command::exportReport); };
}

juce::Component& FindingsView::firstToFocus()
{
    return pointedAt() != nullptr ? list.keyboardTarget() : static_cast<juce::Component&> (check);
}

const FindingRow* FindingsView::pointedAt() const
{
    const auto line = list.pointedAt();
    return shown.findings != nullptr && line >= 0
                   && line < static_cast<int> (shown.findings->size())
               ? &(*shown.findings)[static_cast<std::size_t> (line)]
               : nullptr;
}

void FindingsView::show (const MainViewState& state)
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

    showPointedAt();

    if (! hasChanged)
        return;

    resized();
    repaint();

    // Whoever has waited for them goes on to read.
    if (areOthers && check.hasKeyboardFocus (false))
        firstToFocus().grabKeyboardFocus();
}

void FindingsView::showFindings()
{
    std::vector<TrackList::Line> lines;

    if (shown.findings != nullptr)
        for (const auto& finding : *shown.findings)
            lines.push_back (lineOf (finding));

    list.show (std::move (lines), "Nothing was found.");
}

void FindingsView::showPointedAt()
{
    using Tone = ReadingText::Paragraph::Tone;
    const auto* finding = pointedAt();
    std::vector<ReadingText::Paragraph> paragraphs;

    if (finding != nullptr)
    {
        paragraphs.push_back ({ verdictOf (*finding) + ".", Tone::quiet });
        paragraphs.push_back ({ words (finding->sentence), Tone::loud });

        for (const auto& reason : finding->reasons)
            paragraphs.push_back ({ words (reason), Tone::quiet });
    }

    details.show (std::move (paragraphs));
    intended.setEnabled (finding != nullptr);
    intended.setOn (finding != nullptr && finding->isIntended);
    check.setWords (shown.isRunning ? "Break off" : "Check");
    check.setTitle (shown.isRunning ? "Break off the check" : "Check the track");
    check.setEnabled (isOpen);
    ownNorms.setOn (shown.norms == Norms::references);
    ownNorms.setVisible (! shown.isRunning);

    for (auto* part : std::initializer_list<juce::Component*> { &list, &details, &intended, &save })
        part->setVisible (shown.findings != nullptr);
}

juce::String FindingsView::verdict() const
{
    if (! shown.verdict.empty())
        return words (shown.remark.empty() ? shown.verdict : shown.remark + " " + shown.verdict);

    return isOpen ? "Which devices this track does not survive on, where, and how we know. You can "
                    "listen on meanwhile."
                  : "Nothing is open.";
}

juce::String FindingsView::remark() const
{
    const auto masters = words (shown.comparedWith).upToFirstOccurrenceOf (" (", false, false);
    return masters.isEmpty() ? masters : "Against " + masters + ".";
}

void FindingsView::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.setColour (colours.ink);
    writeLines (graphics, verdict(), verdictArea, verdictSize);
    graphics.setColour (colours.quietInk);
    writeLines (graphics, remark(), remarkArea, TextSize::small);
    paintProgress (graphics);
}

void FindingsView::paintProgress (juce::Graphics& graphics)
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

void FindingsView::resized()
{
    auto area = getLocalBounds();
    const auto rowsOf = [&] (TextSize size) {
        const auto width = static_cast<float> (area.getWidth());
        return static_cast<int> (wrapped (verdict(), font (size), width, mostVerdictRows).size());
    };
    verdictSize = rowsOf (TextSize::body) <= mostLargeRows ? TextSize::body : TextSize::small;
    verdictArea = area.removeFromTop (rowsOf (verdictSize) * lineHeight (verdictSize));
    remarkArea = area.removeFromTop (remark().isEmpty() ? 0 : lineHeight (TextSize::small));
    area.removeFromTop (gap);

    // Before anything was found, what one came for comes first.
    auto lower = shown.findings == nullptr ? area.removeFromTop (buttonHeight)
                                           : area.removeFromBottom (buttonHeight);
    check.setBounds (lower.removeFromLeft (check.widthNeeded()));
    lower.removeFromLeft (gap);
    ownNorms.setBounds (lower);
    progressArea = lower.withSizeKeepingCentre (lower.getWidth(), progressHeight);
    area.removeFromBottom (gap);

    auto upper = area.removeFromBottom (buttonHeight);
    intended.setBounds (upper.removeFromLeft (intended.widthNeeded()));
    upper.removeFromLeft (gap);
    save.setBounds (upper.removeFromLeft (std::min (save.widthNeeded(), upper.getWidth())));
    area.removeFromBottom (gap);

    details.setBounds (area.removeFromBottom (std::max (leastDetails, area.getHeight() * 2 / 5)));
    area.removeFromBottom (gap);
    list.setBounds (area);
}

} // namespace ui
