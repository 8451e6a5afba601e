// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/MeterWords.h"

#include "app/model/Bank.h"
#include "app/model/LevelValues.h"

namespace app
{

namespace
{

static_assert (ui::SoundView::numBands == hearing::RunningBandLevels::numBands);
static_assert (ui::SoundView::lowestBand
               == hearing::RunningBandLevels::lowestBand.fromOneKilohertz);

/** @param changeDb  added to every level */
ui::SoundView soundOf (const monitoring::SoundReadings& sound, double changeDb = 0.0)
{
    const auto changed = [changeDb] (std::optional<double> level) {
        return level ? std::optional { *level + changeDb } : std::nullopt;
    };
    ui::SoundView view;
    view.loudness.momentaryLufs = changed (valueOf (sound.loudness.momentary));
    view.loudness.shortTermLufs = changed (valueOf (sound.loudness.shortTerm));
    view.loudness.integratedLufs = changed (valueOf (sound.loudness.integrated));
    view.loudness.rangeLu = sound.sinceReset.rangeLu;
    view.loudness.truePeakDb = changed (valueOf (sound.sinceReset.truePeakDbtp));
    view.bandsDb = sound.bandsDb;

    for (float& band : view.bandsDb)
        band += static_cast<float> (changeDb);

    return view;
}

} // namespace

ui::MetersView metersOf (monitoring::LiveSession& live,
                         const monitoring::LiveReadings& reading,
                         const std::optional<monitoring::Pick>& heard)
{
    const auto& now = live.meters();
    ui::MetersView view;
    view.headroomDb = live.headroom().value();
    view.master = soundOf (now.master);

    // What all devices have in common is no difference between any of them and the master.
    view.heard = soundOf (now.heard, -view.headroomDb);
    view.correlation = now.correlation;
    view.limiterGainDb = reading.signal.limiterGainDb;

    if (heard)
    {
        view.heardName = Bank::nameOf (*heard);

        if (const auto ready = live.prepared (*heard))
            view.matchDb = ready->match.value();
    }

    return view;
}

} // namespace app
