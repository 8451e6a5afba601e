// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Console.h"
#include "monitoring/Progress.h"

#include <chrono>
#include <string>

namespace cli
{

/** A bar with per cent and time left, on err and only when that is a terminal. */
class ProgressBar
{
public:
    ProgressBar (const Console& where, std::string whatIsDone);

    /** Wipes the line. */
    ~ProgressBar();
    ProgressBar (const ProgressBar&) = delete;
    ProgressBar& operator= (const ProgressBar&) = delete;

    /** @param fraction  0 … 1. Cheap: draws at most ten times a second. */
    void show (double fraction);

    /** For work that goes on until Ctrl-C. The bar must outlive it. */
    monitoring::Progress progress();

private:
    using Clock = std::chrono::steady_clock;

    const Console& console;
    std::string task;
    Clock::time_point started = Clock::now();
    Clock::time_point lastDrawn {};
    bool drawn = false;
};

/** "0:07", "12:30", "1:02:03". */
std::string clockTime (double seconds);

} // namespace cli
