// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Controls.h"

#include "library/Wording.h"

#include <algorithm>
#include <cmath>

namespace app
{

using monitoring::Match;
using monitoring::StereoMode;

namespace
{

constexpr double lowestVolumeDb = -60.0;
constexpr double mostNoiseTrimDb = 12.0;
constexpr double leastNoiseTrimDb = -24.0;

/** The level of all its bands together. */
double levelOf (const library::BackgroundNoise& noise)
{
    double power = 0.0;

    for (const double frequency : noise.thirdOctavesDbSpl.frequenciesHz())
        power += std::pow (10.0, noise.thirdOctavesDbSpl.levelDbAt (frequency) / 10.0);

    return 10.0 * std::log10 (power);
}

} // namespace

Controls::Controls (Workbench& shared) : bench (shared)
{
    noises.choices.push_back ({ "", "None" });

    for (const auto& place : bench.catalogue.environments())
        if (place.noise)
            noises.choices.push_back ({ place.id, place.name });

    auto& settings = bench.settings;
    setVolume (settings.volumeDb);
    bench.live.match (settings.match);
    setNaturalLevel (settings.isNaturalLevel);
    setListeningLevel (settings.listeningLevelDbSpl);
    setNoiseTrim (settings.noiseTrimDb);
}

void Controls::setVolume (double db)
{
    bench.settings.volumeDb = std::clamp (db, lowestVolumeDb, 0.0);
    bench.live.volume (units::Decibels { bench.settings.volumeDb });
}

void Controls::changeVolume (double byDb) { setVolume (bench.settings.volumeDb + byDb); }

void Controls::toggleDim()
{
    isDimmed = ! isDimmed;
    bench.live.dim (isDimmed ? monitoring::Dim::on : monitoring::Dim::off);
}

void Controls::setStereoMode (StereoMode wanted)
{
    mode = wanted;
    bench.live.stereoMode (mode);
}

void Controls::toggleMono()
{
    setStereoMode (mode == StereoMode::sum ? StereoMode::stereo : StereoMode::sum);
}

void Controls::solo (std::optional<monitoring::SoloBand> wanted)
{
    band = wanted;
    bench.live.solo (band);
}

void Controls::setMatch (Match match)
{
    bench.settings.match = match;
    bench.live.match (match);
}

void Controls::toggleNaturalLevel() { setNaturalLevel (! bench.settings.isNaturalLevel); }

void Controls::setNaturalLevel (bool isWanted)
{
    bench.settings.isNaturalLevel = isWanted;
    bench.live.deviceLevel (isWanted ? monitoring::DeviceLevel::natural
                                     : monitoring::DeviceLevel::equal);
}

void Controls::setListeningLevel (std::optional<double> dbSpl)
{
    bench.settings.listeningLevelDbSpl = dbSpl;
    bench.live.listeningLevel (dbSpl ? std::optional { units::SoundPressureLevel { *dbSpl } }
                                     : std::nullopt);
}

void Controls::setNoise()
{
    bench.live.noise (isNoiseOn ? bench.catalogue.environment (bench.settings.noise) : nullptr);
}

void Controls::chooseNoise (const std::string& id)
{
    bench.settings.noise = id;
    isNoiseOn = ! id.empty();
    setNoise();
}

void Controls::hearNoise (const std::string& id)
{
    if (! id.empty())
        bench.settings.noise = id;

    isNoiseOn = ! id.empty();
    setNoise();
}

void Controls::toggleNoise()
{
    if (bench.settings.noise.empty())
        bench.settings.noise = "car-80-kmh";

    isNoiseOn = ! isNoiseOn;
    setNoise();
}

void Controls::setNoiseTrim (double db)
{
    bench.settings.noiseTrimDb = std::clamp (db, leastNoiseTrimDb, mostNoiseTrimDb);
    bench.live.noiseTrim (units::Decibels { bench.settings.noiseTrimDb });
}

void Controls::show (ui::MainViewState& state) const
{
    const auto& settings = bench.settings;
    const auto& pick = bench.live.selected();
    const auto* const place = bench.catalogue.environment (settings.noise);
    state.topBar.volumeDb = settings.volumeDb;
    state.topBar.isDimmed = isDimmed;
    state.matrix = { mode, band };

    auto& shown = state.settings;
    shown.listeningLevelDbSpl = settings.listeningLevelDbSpl;
    shown.usualLevelDbSpl = library::usualListeningLevel (pick.device).dbSpl;
    shown.match = settings.match;
    shown.isNaturalLevel = settings.isNaturalLevel;
    shown.noise = noises;
    shown.noise.chosen = settings.noise;
    shown.noiseTrimDb = settings.noiseTrimDb;
    shown.noiseDbSpl = place != nullptr && place->noise ? levelOf (*place->noise) : 0.0;

    state.transport.isNoiseOn = isNoiseOn;
    state.transport.noise = place == nullptr ? ""
                                             : place->name + ", "
                                                   + library::plainNumber (std::round (
                                                       shown.noiseDbSpl + shown.noiseTrimDb))
                                                   + " dB SPL";
}

} // namespace app
