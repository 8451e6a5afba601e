// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/QuickCycle.h"

#include "library/Wording.h"

#include <algorithm>
#include <cmath>

namespace app
{

namespace
{

constexpr double beatsPerBar = 4.0;
constexpr double slowestBeatSeconds = 2.0;
constexpr std::size_t mostTaps = 9;

} // namespace

QuickCycle::QuickCycle (Workbench& shared, Bank& of) : bench (shared), bank (of) {}

double QuickCycle::period() const
{
    const auto& wanted = bench.settings.quickCycle;
    return wanted.beatsPerMinute ? wanted.bars * beatsPerBar * 60.0 / *wanted.beatsPerMinute
                                 : wanted.seconds;
}

void QuickCycle::toggle (double nowSeconds)
{
    isOn = ! isOn;

    if (! isOn)
        return;

    steppedAt = nowSeconds;
    nextKey = 0;
    isAtNeutral = true;
    bank.neutral();
}

void QuickCycle::set (const ui::QuickCycleView& wanted)
{
    auto& kept = bench.settings.quickCycle;
    kept = wanted;
    kept.seconds = std::clamp (kept.seconds, 1.0, 120.0);
    kept.bars = std::clamp (kept.bars, 1, 64);
}

void QuickCycle::tap (double nowSeconds)
{
    if (! taps.empty() && nowSeconds - taps.back() > slowestBeatSeconds)
        taps.clear();

    taps.push_back (nowSeconds);

    if (taps.size() > mostTaps)
        taps.erase (taps.begin());

    if (taps.size() < 2 || taps.back() <= taps.front())
        return;

    const double beat = (taps.back() - taps.front()) / static_cast<double> (taps.size() - 1);
    bench.settings.quickCycle.beatsPerMinute = std::round (600.0 / beat) / 10.0;
}

void QuickCycle::tick (double nowSeconds)
{
    if (! isOn || ! bench.live.isPlaying())
    {
        steppedAt = nowSeconds;
        return;
    }

    if (nowSeconds - steppedAt < period())
        return;

    // Not "now": a late timer must not shift all that follows against the bars.
    steppedAt += period();
    step();
}

void QuickCycle::step()
{
    if (! isAtNeutral)
    {
        isAtNeutral = true;
        bank.neutral();
        return;
    }

    for (std::size_t i = 0; i < Bank::numKeys; ++i)
    {
        const auto key = (nextKey + i) % Bank::numKeys;

        if (bank.onKey (key) == nullptr)
            continue;

        isAtNeutral = false;
        nextKey = (key + 1) % Bank::numKeys;
        bank.select (key);
        return;
    }
}

void QuickCycle::show (ui::MainViewState& state) const
{
    const auto& wanted = bench.settings.quickCycle;
    state.settings.quickCycle = wanted;
    state.transport.isCycling = isOn;
    state.transport.cycle = wanted.beatsPerMinute
                                ? "every " + std::to_string (wanted.bars)
                                      + (wanted.bars == 1 ? " bar at " : " bars at ")
                                      + library::plainNumber (*wanted.beatsPerMinute)
                                : "every " + library::plainNumber (wanted.seconds) + " s";
}

} // namespace app
