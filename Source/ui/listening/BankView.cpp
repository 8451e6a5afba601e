// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/BankView.h"

#include "ui/look/Words.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr int columnWidth = 168;
constexpr int gap = 8;
constexpr int tilesAcross = 3;

juce::String desk (const MatrixView& matrix)
{
    const auto isChanged = matrix.solo || matrix.mode != monitoring::StereoMode::stereo;
    return isChanged ? "changed" : "";
}

} // namespace

BankView::BankView (Actions& actions)
    : neutral ("Neutral", Pictogram::neutral),
      untouched ("Untouched", Pictogram::untouched),
      library ("Library"),
      references ("References"),
      matrix ("Matrix")
{
    setTitle ("What it is heard on");
    neutral.onClick = [&actions] { actions.perform (Command::neutral); };
    untouched.onClick = [&actions] { actions.perform (Command::untouched); };
    library.onClick = [&actions] { actions.perform (Command::showLibrary); };
    references.onClick = [&actions] { actions.perform (Command::showReferences); };
    matrix.onClick = [&actions] { actions.perform (Command::showMatrix); };

    auto order = 1;

    for (auto* door : std::initializer_list<juce::Component*> {
             &neutral, &untouched, &library, &references, &matrix })
    {
        addAndMakeVisible (door);
        door->setExplicitFocusOrder (order++);
    }

    for (std::size_t slot = 0; slot < tiles.size(); ++slot)
    {
        tiles[slot] = std::make_unique<TileButton> ("Key " + juce::String { slot + 1 });
        tiles[slot]->setExplicitFocusOrder (order++);
        addAndMakeVisible (*tiles[slot]);
    }

    for (std::size_t slot = 0; slot < tiles.size(); ++slot)
        tiles[slot]->onClick = [this, slot, &actions] {
            actions.perform (tiles[slot]->isFree() ? Command::showLibrary : deviceCommand (slot));
        };
}

void BankView::show (const MainViewState& state)
{
    neutral.show (state.neutral);
    untouched.show (state.untouched);

    for (std::size_t slot = 0; slot < tiles.size(); ++slot)
        tiles[slot]->show (state.bank[slot]);

    showDoors (state);
}

void BankView::showDoors (const MainViewState& state)
{
    library.setKey (words (state.keys.keyOf (Command::showLibrary)));
    references.setKey (words (state.keys.keyOf (Command::showReferences)));
    matrix.setKey (words (state.keys.keyOf (Command::showMatrix)));

    const auto& beside = state.besideBank;
    library.setOn (beside && beside->isHeard);
    library.setWords (beside ? words (beside->name) : "Library");
    matrix.setDetail (desk (state.matrix));
}

void BankView::layOutColumn (juce::Rectangle<int> column)
{
    const auto tileHeight = (column.getHeight() - 2 * gap) / tilesAcross;
    neutral.setBounds (column.removeFromTop (tileHeight));
    column.removeFromTop (gap);
    untouched.setBounds (column.removeFromTop (tileHeight));
    column.removeFromTop (gap);

    constexpr int doorGap = gap / 2;
    const auto doorHeight = std::min (72, (column.getHeight() - 2 * doorGap) / 3);

    for (auto* door : { &library, &references, &matrix })
    {
        door->setBounds (column.removeFromTop (doorHeight));
        column.removeFromTop (doorGap);
    }
}

void BankView::resized()
{
    auto area = getLocalBounds();
    layOutColumn (area.removeFromLeft (columnWidth));
    area.removeFromLeft (gap);

    for (std::size_t slot = 0; slot < tiles.size(); ++slot)
    {
        const auto across = static_cast<int> (slot) % tilesAcross;
        const auto down = static_cast<int> (slot) / tilesAcross;
        const auto edge = [] (int place, int length) {
            return place * (length + gap) / tilesAcross;
        };
        const auto left = edge (across, area.getWidth());
        const auto top = edge (down, area.getHeight());
        tiles[slot]->setBounds (area.getX() + left,
                                area.getY() + top,
                                edge (across + 1, area.getWidth()) - left - gap,
                                edge (down + 1, area.getHeight()) - top - gap);
    }
}

} // namespace ui
