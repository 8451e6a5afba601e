// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ReferencesPanel.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr int buttonHeight = 40;
constexpr double longestCueSeconds = 1200.0;

TrackList::Line bounceLine (const ReferencesView& view)
{
    TrackList::Line line;
    line.number = "-";
    line.isEmpty = view.previousBounce.empty();
    line.title = line.isEmpty ? juce::String { "No previous bounce yet" }
                              : words (view.previousBounce);
    line.detail = "this track, as it was before";
    line.isCurrent = ! view.chosen && ! line.isEmpty;
    line.columns = { "", "in step" };
    return line;
}

TrackList::Line
slotLine (const std::optional<ReferenceSlot>& slot, std::size_t place, bool isChosen)
{
    TrackList::Line line;
    line.number = juce::String { static_cast<int> (place + 1) };
    line.isCurrent = isChosen;
    line.isEmpty = ! slot;

    if (! slot)
    {
        line.title = "Free";
        return line;
    }

    line.title = words (slot->name);
    line.detail = slot->problem.empty() ? clock (slot->durationSeconds) : words (slot->problem);
    line.columns = { decibels (slot->gainDb),
                     slot->isInStep ? juce::String { "in step" }
                                    : clockWithTenths (slot->cueSeconds) };
    return line;
}

} // namespace

ReferencesPanel::ReferencesPanel (Actions& wantedActions)
    : PanelView ("References", wantedActions),
      list ("Reference tracks"),
      compare ("Compare with it", PushButton::Stance::primary),
      load ("Load"),
      clear ("Clear"),
      fromHere ("From here"),
      inStep ("In step"),
      cue ("Cue", { 0.0, longestCueSeconds, 0.1, 0.0, "s" })
{
    compare.setKey ("Return");
    clear.setKey ("Delete");
    fromHere.setTitle ("Set the cue to here: where the reference is, or the master is");
    inStep.setTitle ("Run in step with the master");

    for (auto* child : std::initializer_list<juce::Component*> {
             &list, &compare, &load, &clear, &fromHere, &inStep, &cue })
        addAndMakeVisible (child);

    list.onPoint = [this] (int) { showButtons(); };
    list.onChoose = [this] (int line) { choose (line); };
    list.onRemove = [this] (int) {
        if (filledSlot() != nullptr)
            actions.setReference (*slot(), {});
    };

    compare.onClick = [this] { choose (list.pointedAt()); };
    clear.onClick = [this] { list.onRemove (list.pointedAt()); };
    load.onClick = [this] {
        if (slot())
            actions.askForReference (*slot());
    };
    inStep.onClick = [this] {
        if (const auto* reference = filledSlot())
            actions.runReferenceInStep (*slot(), ! reference->isInStep);
    };
    fromHere.onClick = [this] {
        if (filledSlot() != nullptr)
            actions.cueReferenceHere (*slot());
    };
    cue.onValueChange = [this] {
        if (filledSlot() != nullptr)
            actions.setReferenceCue (*slot(), cue.getValue());
    };
}

std::optional<std::size_t> ReferencesPanel::slot() const
{
    // The first line is the previous bounce.
    const auto line = list.pointedAt();
    return line <= 0 ? std::nullopt : std::optional { static_cast<std::size_t> (line - 1) };
}

const ReferenceSlot* ReferencesPanel::filledSlot() const
{
    return slot() && shown.slots[*slot()] ? &*shown.slots[*slot()] : nullptr;
}

void ReferencesPanel::choose (int line)
{
    if (line < 0)
        return;

    if (line == 0)
        actions.chooseReference (std::nullopt);
    else if (filledSlot() != nullptr)
        actions.chooseReference (slot());
    else
        actions.askForReference (*slot());
}

void ReferencesPanel::show (const MainViewState& state)
{
    if (hasBeenShown && shown == state.references)
        return;

    hasBeenShown = true;
    shown = state.references;
    std::vector<TrackList::Line> lines { bounceLine (shown) };

    for (std::size_t place = 0; place < shown.slots.size(); ++place)
        lines.push_back (slotLine (shown.slots[place], place, shown.chosen == place));

    list.show (std::move (lines));
    showButtons();
}

void ReferencesPanel::showButtons()
{
    const auto* reference = filledSlot();
    compare.setEnabled (reference != nullptr || (! slot() && ! shown.previousBounce.empty()));
    load.setEnabled (slot().has_value());
    clear.setEnabled (reference != nullptr);
    inStep.setEnabled (reference != nullptr);
    inStep.setOn (reference != nullptr && reference->isInStep);

    for (auto* control : std::initializer_list<juce::Component*> { &cue, &fromHere })
        control->setEnabled (reference != nullptr && ! reference->isInStep);

    if (reference == nullptr)
        return;

    cue.setRange (0.0, std::max (0.1, reference->durationSeconds), 0.1);
    cue.showValue (reference->cueSeconds);
}

void ReferencesPanel::filesDropped (const juce::StringArray& files, int, int)
{
    const auto first = slot().value_or (0);

    for (auto file = 0; file < files.size(); ++file)
        if (const auto place = first + static_cast<std::size_t> (file); place < shown.slots.size())
            actions.setReference (place, files[file].toStdString());
}

void ReferencesPanel::paintContent (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.setColour (colours.quietInk);
    write (graphics, "Starts from", cueLabelArea, font (TextSize::body));
    auto head = headArea.withRight (list.getX() + list.columnsEnd());

    for (const auto* name : { "Cue", "Match" })
        write (graphics,
               name,
               head.removeFromRight (TrackList::columnWidth),
               font (TextSize::small),
               juce::Justification::centredRight);

    write (graphics,
           "Level-matched. Drop a file to put it into the place pointed at.",
           head,
           font (TextSize::small));
}

void ReferencesPanel::layOut (juce::Rectangle<int> content)
{
    headArea = content.removeFromTop (24);
    auto buttons = content.removeFromBottom (buttonHeight);
    content.removeFromBottom (gap);
    auto cueRow = content.removeFromBottom (buttonHeight);
    content.removeFromBottom (gap);
    list.setBounds (content);
    cueLabelArea = cueRow.removeFromLeft (104);
    inStep.setBounds (cueRow.removeFromRight (inStep.widthNeeded() + 16));
    cueRow.removeFromRight (gap);
    fromHere.setBounds (cueRow.removeFromRight (fromHere.widthNeeded() + 16));
    cueRow.removeFromRight (gap);
    cue.setBounds (cueRow);

    compare.setBounds (buttons.removeFromLeft (compare.widthNeeded()));
    buttons.removeFromLeft (gap);
    load.setBounds (buttons.removeFromLeft (load.widthNeeded() + 16));
    clear.setBounds (buttons.removeFromRight (clear.widthNeeded()));
}

} // namespace ui
