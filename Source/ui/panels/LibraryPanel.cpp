// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/LibraryPanel.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr int listWidth = 384;
constexpr int fieldHeight = 40;
constexpr int nameHeight = 48;
constexpr int keySize = 40;
constexpr int all = 1; ///< a choice's id; the others follow

} // namespace

LibraryPanel::LibraryPanel (Actions& wantedActions)
    : PanelView ("Library", wantedActions),
      search ("Search the library", "Search"),
      devices ("Devices"),
      plot ("Response"),
      listen ("Listen", PushButton::Stance::primary)
{
    fillFilters();

    for (auto* child : std::initializer_list<juce::Component*> {
             &search, &kind, &evidence, &devices, &plot, &details, &listen })
        addAndMakeVisible (child);

    search.onTextChange = [this] { find(); };
    search.onArrow = [this] (const juce::KeyPress& key) { return devices.takeArrow (key); };
    search.onReturnKey = [this] { devices.choose(); };
    kind.onChange = [this] { find(); };
    evidence.onChange = [this] { find(); };
    devices.onPoint = [this] (const DeviceRow& row) { point (row); };
    devices.onChoose = [this] (const DeviceRow& row) { actions.audition (row.id); };
    devices.tagOf = [this] (const DeviceRow& row) { return keyOf (row); };
    listen.setKey ("Return");
    listen.onClick = [this] { devices.choose(); };

    for (std::size_t slot = 0; slot < keys.size(); ++slot)
    {
        const auto number = juce::String { static_cast<int> (slot + 1) };
        keys[slot] = std::make_unique<PushButton> (number);
        keys[slot]->setTitle ("Put it on key " + number);
        keys[slot]->onClick = [this, slot] {
            if (const auto* row = devices.pointedAt())
                actions.putOnKey (slot, shown.bank[slot] == row->id ? std::string {} : row->id);
        };
        addAndMakeVisible (*keys[slot]);
    }
}

void LibraryPanel::fillFilters()
{
    kind.setTitle ("Kind");
    kind.addItem ("All kinds", all);
    auto id = all;

    for (const auto each : library::allKinds())
        kind.addItem (words (std::string { library::kindName (each) }), ++id);

    evidence.setTitle ("Evidence");
    evidence.addItem ("All evidence", all);

    for (auto each = 0; each <= static_cast<int> (library::Evidence::modelled); ++each)
    {
        auto text = words (
            std::string { library::evidenceWords (static_cast<library::Evidence> (each)) });

        // Two classes are measured; the one that keeps time is the rarer one.
        if (static_cast<library::Evidence> (each) == library::Evidence::measuredIr)
            text += ", impulse response";

        evidence.addItem (text.substring (0, 1).toUpperCase() + text.substring (1), all + 1 + each);
    }

    kind.setSelectedId (all, juce::dontSendNotification);
    evidence.setSelectedId (all, juce::dontSendNotification);
    kind.setWantsKeyboardFocus (true);
    evidence.setWantsKeyboardFocus (true);
}

void LibraryPanel::show (const MainViewState& state)
{
    if (shown == state.library)
        return;

    const auto hasOtherRows = shown.rows != state.library.rows;
    shown = state.library;

    if (hasOtherRows)
        find();

    showKeys();
    devices.refresh();
}

void LibraryPanel::find()
{
    DeviceSearch wanted;
    wanted.text = search.getText();

    if (kind.getSelectedId() > all)
        wanted.kind =
            library::allKinds()[static_cast<std::size_t> (kind.getSelectedId() - all - 1)];

    if (evidence.getSelectedId() > all)
        wanted.evidence = static_cast<library::Evidence> (evidence.getSelectedId() - all - 1);

    auto places = shown.rows == nullptr ? std::vector<std::size_t> {}
                                        : placesOf (wanted, *shown.rows);
    const auto total = shown.rows == nullptr ? 0 : static_cast<int> (shown.rows->size());
    countWords = juce::String { static_cast<int> (places.size()) } + " of " + juce::String { total }
                 + " devices";

    if (! shown.problems.empty())
        countWords += "; " + words (shown.problems.front());

    devices.show (shown.rows, std::move (places), DeviceList::Otherwise::first);

    if (devices.pointedAt() == nullptr)
    {
        plot.show ({});
        details.show (nullptr);
        showKeys();
    }

    repaint();
}

void LibraryPanel::point (const DeviceRow& row)
{
    plot.show (row.responses);
    details.show (&row);
    showKeys();
    repaint (nameArea);
}

void LibraryPanel::showKeys()
{
    const auto* row = devices.pointedAt();
    listen.setEnabled (row != nullptr);

    for (std::size_t slot = 0; slot < keys.size(); ++slot)
    {
        keys[slot]->setEnabled (row != nullptr);
        keys[slot]->setOn (row != nullptr && shown.bank[slot] == row->id);
    }
}

juce::String LibraryPanel::keyOf (const DeviceRow& row) const
{
    const auto slot = std::ranges::find (shown.bank, row.id);
    return slot == shown.bank.end()
               ? juce::String {}
               : juce::String { static_cast<int> (slot - shown.bank.begin()) + 1 };
}

void LibraryPanel::paintContent (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.setColour (colours.quietInk);
    write (graphics, countWords, countArea, font (TextSize::small));
    write (graphics, "On key", keysLabelArea, font (TextSize::small));

    const auto* row = devices.pointedAt();

    if (row == nullptr)
        return;

    auto area = nameArea;
    graphics.setColour (colours.ink);
    write (
        graphics, words (row->name), area.removeFromTop (26), font (TextSize::title, Weight::bold));
    graphics.setColour (colours.quietInk);
    write (graphics,
           words (std::string { library::kindName (row->kind) }) + "; "
               + words (row->evidenceWords),
           area,
           font (TextSize::small));
}

void LibraryPanel::layOut (juce::Rectangle<int> content)
{
    auto left = content.removeFromLeft (std::min (listWidth, content.getWidth() * 2 / 5));
    content.removeFromLeft (margin);

    search.setBounds (left.removeFromTop (fieldHeight));
    left.removeFromTop (gap);
    auto filters = left.removeFromTop (fieldHeight);
    kind.setBounds (filters.removeFromLeft ((filters.getWidth() - gap) / 2));
    filters.removeFromLeft (gap);
    evidence.setBounds (filters);
    left.removeFromTop (gap);
    countArea = left.removeFromBottom (24);
    devices.setBounds (left);

    nameArea = content.removeFromTop (nameHeight);
    auto buttons = content.removeFromBottom (keySize);
    content.removeFromBottom (gap);
    listen.setBounds (buttons.removeFromLeft (listen.widthNeeded()));

    for (auto slot = keys.size(); slot > 0; --slot)
    {
        keys[slot - 1]->setBounds (buttons.removeFromRight (keySize - 4));
        buttons.removeFromRight (4);
    }

    keysLabelArea = buttons.removeFromRight (56);
    details.setBounds (content.removeFromBottom (std::max (150, content.getHeight() * 2 / 5)));
    content.removeFromBottom (gap);
    plot.setBounds (content);
}

} // namespace ui
