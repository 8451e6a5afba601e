// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/Bank.h"

#include <vector>

namespace app
{

/** Steps through the bank while music plays, and back to Neutral between any two devices: every so many
    seconds, or bars at a tapped tempo. */
class QuickCycle
{
public:
    QuickCycle (Workbench& bench, Bank& bank);

    void toggle (double nowSeconds);
    void end() { isOn = false; } ///< the user chose for himself
    void set (const ui::QuickCycleView& wanted);

    /** A beat of the music. Two make a tempo; after two seconds of nothing a new one begins. */
    void tap (double nowSeconds);

    void tick (double nowSeconds);
    bool isRunning() const { return isOn; }

    void show (ui::MainViewState& state) const;

private:
    double period() const;
    void step();

    Workbench& bench;
    Bank& bank;
    bool isOn = false;
    double steppedAt = 0.0;
    std::size_t nextKey = 0;
    bool isAtNeutral = true;
    std::vector<double> taps;
};

} // namespace app
