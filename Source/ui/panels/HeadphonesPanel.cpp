// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/HeadphonesPanel.h"

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
constexpr int adviceHeight = 64;
constexpr int validityHeight = 84;

const char* const advice = "Switch off every other headphone correction first: an equaliser in the "
                           "system, in the headphones' "
                           "own app, in a plugin. Two corrections are worse than none.";

const char* const guidance = "What you wear is taken out of the sound, so that you hear the device "
                             "alone. Point at a pair to see what it does, what is done about it, "
                             "and how far up that is valid.";

} // namespace

HeadphonesPanel::HeadphonesPanel (Actions& wantedActions)
    : PanelView ("My headphones", wantedActions),
      search ("Search headphones", "Search"),
      pairs ("Headphones and earbuds"),
      notListed ("Not listed"),
      loudspeakers ("Loudspeakers"),
      plot ("Response and correction"),
      above8k ("Correct above 8 kHz"),
      wear ("I wear these", PushButton::Stance::primary)
{
    for (auto* child : std::initializer_list<juce::Component*> {
             &search, &pairs, &notListed, &loudspeakers, &plot, &above8k, &wear })
        addAndMakeVisible (child);

    search.onTextChange = [this] { find(); };
    search.onArrow = [this] (const juce::KeyPress& key) { return pairs.takeArrow (key); };
    search.onReturnKey = [this] { pairs.choose(); };
    pairs.onPoint = [this] (const DeviceRow& row) {
        wear.setEnabled (true);
        actions.pointAtHeadphones ({ Worn::Kind::listed, row.id });
        showCorrection();
        repaint();
    };
    pairs.onChoose = [this] (const DeviceRow& row) {
        actions.wear ({ Worn::Kind::listed, row.id });
    };
    pairs.tagOf = [this] (const DeviceRow& row) {
        return shown.worn && shown.worn->id == row.id ? juce::String::fromUTF8 ("✓")
                                                      : juce::String {};
    };

    notListed.setDetail ("an average pair is assumed");
    loudspeakers.setDetail ("nothing is corrected");
    notListed.onClick = [this] { actions.wear ({ Worn::Kind::notListed, {} }); };
    loudspeakers.onClick = [this] { actions.wear ({ Worn::Kind::loudspeakers, {} }); };
    above8k.onClick = [this] { actions.correctAbove8k (! shown.isCorrectedAbove8k); };
    wear.setKey ("Return");
    wear.onClick = [this] { pairs.choose(); };
}

void HeadphonesPanel::show (const MainViewState& state)
{
    if (hasBeenShown && shown == state.headphones)
        return;

    hasBeenShown = true;

    const auto hasOtherRows = shown.rows != state.headphones.rows;
    shown = state.headphones;
    setClosable (shown.worn.has_value());
    setTitle (shown.worn ? "My headphones" : "What do you listen with?");

    if (hasOtherRows)
    {
        find();
        pointAtWorn();
    }

    notListed.setOn (shown.worn && shown.worn->kind == Worn::Kind::notListed);
    loudspeakers.setOn (shown.worn && shown.worn->kind == Worn::Kind::loudspeakers);
    above8k.setOn (shown.isCorrectedAbove8k);
    pairs.refresh();
    showCorrection();
    repaint();
}

void HeadphonesPanel::find()
{
    DeviceSearch wanted;
    wanted.text = search.getText();
    pairs.show (shown.rows,
                shown.rows == nullptr ? std::vector<std::size_t> {}
                                      : placesOf (wanted, *shown.rows),
                wanted.text.isEmpty() ? DeviceList::Otherwise::none : DeviceList::Otherwise::first);
    wear.setEnabled (pairs.pointedAt() != nullptr);
}

void HeadphonesPanel::pointAtWorn()
{
    if (shown.worn && shown.worn->kind == Worn::Kind::listed)
        pairs.pointAt (shown.worn->id);
}

void HeadphonesPanel::showCorrection()
{
    const auto* row = pairs.pointedAt();
    const auto isThere = shown.shown != nullptr && row != nullptr && shown.shown->of.id == row->id;
    plot.setVisible (isThere);

    if (! isThere)
        return;

    plot.show ({ shown.shown->measured, shown.shown->correction });
    plot.showLimit (shown.shown->validUpToHz);
}

juce::String HeadphonesPanel::headline() const
{
    const auto* row = pairs.pointedAt();
    return row == nullptr ? juce::String {} : words (row->name);
}

void HeadphonesPanel::paintContent (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.setColour (colours.ink);
    drawPictogram (graphics,
                   Pictogram::warning,
                   adviceArea.withWidth (32).withTrimmedTop (4).withHeight (32).toFloat());
    writeLines (
        graphics, advice, adviceArea.withTrimmedLeft (48).withTrimmedTop (2), TextSize::body);

    if (pairs.pointedAt() == nullptr)
    {
        graphics.setColour (colours.quietInk);
        writeLines (graphics, guidance, nameArea.getUnion (plot.getBounds()), TextSize::body);
        return;
    }

    auto area = nameArea;
    write (graphics, headline(), area.removeFromTop (26), font (TextSize::title, Weight::bold));

    graphics.setColour (colours.quietInk);
    write (graphics, words (pairs.pointedAt()->evidenceWords), area, font (TextSize::small));

    if (! plot.isVisible())
        return;

    auto text = words (shown.shown->validity);

    for (const auto& note : shown.shown->notes)
        text += " " + words (note);

    graphics.setColour (colours.ink);
    writeLines (graphics, text, validityArea, TextSize::small);
}

void HeadphonesPanel::layOut (juce::Rectangle<int> content)
{
    adviceArea = content.removeFromTop (adviceHeight);
    auto left = content.removeFromLeft (std::min (listWidth, content.getWidth() * 2 / 5));
    content.removeFromLeft (margin);

    search.setBounds (left.removeFromTop (fieldHeight));
    left.removeFromTop (gap);
    loudspeakers.setBounds (left.removeFromBottom (fieldHeight));
    left.removeFromBottom (gap);
    notListed.setBounds (left.removeFromBottom (fieldHeight));
    left.removeFromBottom (gap);
    pairs.setBounds (left);

    nameArea = content.removeFromTop (nameHeight);
    auto buttons = content.removeFromBottom (fieldHeight);
    wear.setBounds (buttons.removeFromLeft (wear.widthNeeded()));
    above8k.setBounds (buttons.removeFromRight (above8k.widthNeeded() + margin));
    content.removeFromBottom (gap);
    validityArea = content.removeFromBottom (validityHeight);
    content.removeFromBottom (gap);
    plot.setBounds (content);
}

} // namespace ui
