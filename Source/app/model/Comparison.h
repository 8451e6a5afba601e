// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/Workbench.h"

namespace app
{

/** A/B: sixteen reference tracks, which stay from session to session, and the bounce before. */
class Comparison
{
public:
    /** Puts the settings' references into their slots; one that is gone is said. */
    explicit Comparison (Workbench& bench);

    /** The master, or what it is compared with. */
    void toggle();

    void put (std::size_t slot, const std::string& path); ///< empty: frees it
    void choose (std::optional<std::size_t> slot);
    void cue (std::size_t slot, double seconds);

    /** Where it is while it is heard, else where the master is. */
    void cueHere (std::size_t slot);
    void runInStep (std::size_t slot, bool isWanted);

    void show (ui::MainViewState& state) const;

private:
    void use (std::size_t slot);
    std::string nameOfChosen() const;
    std::string nameOfPreviousBounce() const;
    ui::ReferenceSlot slotOf (const monitoring::ReferenceTrack& track) const;

    Workbench& bench;
};

} // namespace app
