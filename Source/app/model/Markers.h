// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/Memory.h"

namespace app
{

/** What the user marks on the track that plays. */
class Markers
{
public:
    Markers (Workbench& bench, Player& player, Memory& memory);

    void addHere();
    void set (std::size_t marker, const ui::Marker& changed);
    void remove (std::size_t marker);
    void goToPrevious();
    void goToNext();

    /** The one that is named, or moved, next. */
    void pointAt (std::size_t marker);

    void show (ui::MainViewState& state) const;

private:
    Workbench& bench;
    Player& player;
    Memory& memory;
    std::optional<std::size_t> pointedAt;
    std::filesystem::path track; ///< of the one pointed at
};

} // namespace app
