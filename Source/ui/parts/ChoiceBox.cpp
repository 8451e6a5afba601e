// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/ChoiceBox.h"

#include "ui/look/Words.h"

namespace ui
{

ChoiceBox::ChoiceBox (const juce::String& title)
{
    setTitle (title);
    setWantsKeyboardFocus (true);
    setTextWhenNothingSelected (juce::String::fromUTF8 ("–"));
    setTextWhenNoChoicesAvailable ("There is none.");

    onChange = [this] {
        const auto place = getSelectedItemIndex();

        if (place >= 0 && onChosen != nullptr)
            onChosen (shown.choices[static_cast<std::size_t> (place)].id);
    };
}

void ChoiceBox::show (const ChoiceOfOne& choice)
{
    if (shown == choice)
        return;

    if (shown.choices != choice.choices)
    {
        clear (juce::dontSendNotification);
        auto number = 0;

        for (const auto& each : choice.choices)
            addItem (words (each.words), ++number);
    }

    shown = choice;
    auto chosen = 0;

    for (std::size_t place = 0; place < shown.choices.size(); ++place)
        if (shown.choices[place].id == shown.chosen)
            chosen = static_cast<int> (place) + 1;

    setSelectedId (chosen, juce::dontSendNotification);
}

} // namespace ui
