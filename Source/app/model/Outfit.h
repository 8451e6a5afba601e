// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/Workbench.h"

namespace app
{

/** What is between the sound card and the listener: headphones, or loudspeakers, and a head. */
class Outfit
{
public:
    /** Puts on what the settings say. */
    explicit Outfit (Workbench& bench);

    void wear (const ui::Worn& pair);

    /** What would be done to it is asked for. */
    void pointAt (const ui::Worn& pair);

    void chooseHead (const std::string& sofaFile); ///< empty: the default one
    void correctAbove8k (bool isWanted);

    const library::Listener& listener() const { return person; }

    void show (ui::MainViewState& state) const;

private:
    void readHead();
    void tell();
    std::string nameOfWorn() const;

    Workbench& bench;
    library::Listener person;
    std::vector<std::string> headsInFolders;
    std::string headProblem;
    ui::DeviceRows rows;
    std::shared_ptr<const ui::CorrectionView> correction;
};

} // namespace app
