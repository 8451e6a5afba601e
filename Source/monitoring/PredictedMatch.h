// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/StationaryLoudness.h"
#include "monitoring/BandTransfer.h"
#include "monitoring/EarPath.h"
#include "units/Decibels.h"

#include <optional>

namespace monitoring
{

/** The match gain of any device without rendering it, for a switch that must not wait: the loudest
    moments of the master, each taken for a steady sound (ISO 532-1), times the device's response. It comes
    near what LoudnessMatch finds on the rendering (docs/decisions/0054). Worker or control
    thread.
*/
class PredictedMatch
{
public:
    /** Chooses the moments that decide how loud the master is when it is heard untouched. */
    PredictedMatch (const MasterSpectra& master,
                    const EarPath& path,
                    units::SoundPressureLevel listeningLevel);

    /** Loudness level of the master's moments; none where it is silent. Steady sounds are louder than
        short ones, so this is not the anchor of the full model. */
    std::optional<double> referencePhon() const { return anchorPhon; }

    /** The gain with which a device is as loud as the reference; none where one of the two is
        silent. */
    std::optional<units::Decibels> gainFor (const BandTransfer& device) const;

private:
    using EarLevels = std::vector<hearing::ThirdOctaveLevels>; ///< one or two

    EarLevels levelsOf (const StereoBands& moment, const BandTransfer& transfer) const;
    double soneOf (EarLevels levels, double gainDb) const;

    hearing::SoundField field;
    hearing::Channels channels;
    double fullScaleDbSpl;
    std::vector<StereoBands> moments;
    std::optional<double> anchorPhon;
};

} // namespace monitoring
