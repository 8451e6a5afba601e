// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/StationaryLoudness.h"
#include "monitoring/DevicePowers.h"
#include "monitoring/EarPath.h"
#include "monitoring/ProgrammeAnchor.h"
#include "units/Decibels.h"

#include <optional>

namespace monitoring
{

/** The match gain of any device without rendering it, for a switch that must not wait: the powers that
    the device would make of the master's third octaves, through the rest of ISO 532-1. It comes near what
    LoudnessMatch finds on the rendering (docs/decisions/0054). Worker or control thread.
*/
class PredictedMatch
{
public:
    /** Learns how loud the master is when it is heard untouched.
        @param master  must outlive this */
    PredictedMatch (const MasterSpectra& master,
                    const EarPath& path,
                    units::SoundPressureLevel listeningLevel);

    /** N5 of the master as a level; none where it is silent. */
    std::optional<double> referencePhon() const { return reference; }

    /** The gain with which a device is as loud as the reference; none where one of the two is
        silent. */
    std::optional<units::Decibels> gainFor (const BandTransfer& device) const;

private:
    using Powers = DevicePowers::Powers;
    using Outputs = std::vector<Powers>;
    using EarLevels = std::vector<hearing::ThirdOctaveLevels>; ///< one or two

    Outputs momentsOf (const BandTransfer& device) const;
    Outputs overTime (const BandTransfer& device, const Outputs& moments) const;
    Outputs heardAs (Outputs outputs) const;
    hearing::LoudnessOverTime loudness (const Outputs& sounds, double gainDb) const;

    EarLevels levelsOf (const Outputs& sounds, std::size_t moment) const;
    double steadySone (EarLevels levels, double gainDb) const;
    void chooseMoments (const Outputs& untouched);
    std::optional<double> steadyGainDb (const Outputs& sounds) const;

    DevicePowers powers;
    hearing::SoundField field;
    hearing::Channels channels;
    double fullScaleDbSpl;
    std::vector<std::size_t> loudest; ///< moments
    double steadyPhon = 0.0;          ///< of these, as if they were steady
    ProgrammeAnchor anchor { {} };
    std::optional<double> reference;
};

} // namespace monitoring
