// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ProgressBar.h"

#include "cli/Interruption.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace cli
{

std::string clockTime (double seconds)
{
    const auto whole = static_cast<long> (std::lround (std::max (0.0, seconds)));
    const auto twoDigits = [] (long number) {
        return (number < 10 ? "0" : "") + std::to_string (number);
    };
    const auto tail = ":" + twoDigits (whole % 60);

    if (whole < 3600)
        return std::to_string (whole / 60) + tail;

    return std::to_string (whole / 3600) + ":" + twoDigits (whole / 60 % 60) + tail;
}

ProgressBar::ProgressBar (const Console& where, std::string whatIsDone)
    : console (where),
      task (std::move (whatIsDone))
{}

ProgressBar::~ProgressBar()
{
    if (drawn)
        console.err << "\r\033[K" << std::flush;
}

void ProgressBar::show (double fraction)
{
    using namespace std::chrono_literals;
    const auto now = Clock::now();

    if (! console.errIsTerminal || console.chatter == Chatter::quiet || now - lastDrawn < 100ms)
        return;

    fraction = std::clamp (fraction, 0.0, 1.0);
    const double elapsed = std::chrono::duration<double> (now - started).count();
    const std::size_t width = 24;
    const auto filled = static_cast<std::size_t> (fraction * static_cast<double> (width));

    console.err << "\r\033[K" << task << "  [" << std::string (filled, '#')
                << std::string (width - filled, ' ') << "] " << std::lround (100.0 * fraction)
                << " %";

    // The first half second says nothing about the rest.
    if (elapsed > 0.5 && fraction > 0.0)
        console.err << "  " << clockTime (elapsed * (1.0 - fraction) / fraction) << " left";

    console.err << std::flush;
    lastDrawn = now;
    drawn = true;
}

monitoring::Progress ProgressBar::progress()
{
    return [this] (double fraction) {
        show (fraction);
        return wasInterrupted() ? monitoring::Continue::no : monitoring::Continue::yes;
    };
}

} // namespace cli
