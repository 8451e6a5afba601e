// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/MeterWords.h"

#include "app/model/Bank.h"

namespace app
{

namespace
{

static_assert (ui::SoundView::numBands == hearing::RunningBandLevels::numBands);
static_assert (ui::SoundView::lowestBand
               == hearing::RunningBandLevels::lowestBand.fromOneKilohertz);

std::optional<double> valueOf (const std::optional<units::Lufs>& loudness)
{
    return loudness ? std::optional { loudness->value } : std::nullopt;
}

std::optional<double> valueOf (const std::optional<units::Decibels>& level)
{
    return level ? std::optional { level->value() } : std::nullopt;
}

ui::SoundView soundOf (const monitoring::SoundReadings& sound)
{
    ui::SoundView view;
    view.loudness.momentaryLufs = valueOf (sound.loudness.momentary);
    view.loudness.shortTermLufs = valueOf (sound.loudness.shortTerm);
    view.loudness.integratedLufs = valueOf (sound.loudness.integrated);
    view.loudness.rangeLu = sound.sinceReset.rangeLu;
    view.loudness.truePeakDb = valueOf (sound.sinceReset.truePeakDbtp);
    view.bandsDb = sound.bandsDb;
    return view;
}

} // namespace

ui::MetersView metersOf (monitoring::LiveSession& live,
                         const monitoring::LiveReadings& reading,
                         const std::optional<monitoring::Pick>& heard)
{
    const auto& now = live.meters();
    ui::MetersView view;
    view.master = soundOf (now.master);
    view.heard = soundOf (now.heard);
    view.correlation = now.correlation;
    view.limiterGainDb = reading.signal.limiterGainDb;
    view.headroomDb = live.headroom().value();

    if (heard)
    {
        view.heardName = Bank::nameOf (*heard);

        if (const auto ready = live.prepared (*heard))
            view.matchDb = ready->match.value();
    }

    return view;
}

} // namespace app
