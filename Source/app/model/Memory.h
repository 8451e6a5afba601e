// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keep/KeptPlaces.h"
#include "app/keep/TrackMemory.h"
#include "app/model/Bank.h"
#include "app/model/Player.h"

namespace app
{

/** Keeps what was chosen a second after it was chosen, so that a crash loses next to nothing, and brings
    it back. */
class Memory
{
public:
    Memory (Workbench& bench, Player& player, Bank& bank, KeptPlaces places);

    /** Files were opened by the user: on the first of them things are as they were left. */
    void opened();

    /** What was open at the end of the last session; says so. */
    void restore();

    void setNotes (const std::string& text) { current.notes = text; }

    /** Of the track that plays. */
    std::vector<ui::Marker>& markers() { return current.markers; }
    std::vector<std::string>& intended() { return current.intended; }
    const std::vector<std::string>& intended() const { return current.intended; }
    void tick (double nowSeconds);

    /** Whatever is not kept yet. */
    void keepAll();

    void show (ui::MainViewState& state) const;

private:
    TrackMemory read (const std::filesystem::path& track) const;
    void follow();
    void leave();
    TrackMemory asItIs();
    void keepTrack();
    void keep (const TrackMemory& memory);
    void keepSettings();
    void say (const units::Result<void>& kept);

    Workbench& bench;
    Player& player;
    Bank& bank;
    KeptPlaces places;
    std::filesystem::path track; ///< that `current` is about
    TrackMemory current;
    TrackMemory lastSeen; ///< `current`, and where the track was at the last tick
    TrackMemory keptTrack;
    Settings keptSettings;
    double keptAt = 0.0;
    double positionKeptAt = 0.0;
};

} // namespace app
