// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "library/DeviceProfile.h"
#include "library/Targets.h"
#include "units/Result.h"

#include <string>
#include <vector>

namespace library
{

/** What a worn device does to the ear, and what that is relative to. */
struct WornResponse
{
    std::string name;
    DeviceKind kind = DeviceKind::headphones;
    Quantity quantity = Quantity::deviationFromTarget;
    std::string target; ///< when quantity is deviationFromTarget
    std::string rig;
    Band usable { 20.0, 20000.0 };
    dsp::FrequencyResponse level =
        dsp::FrequencyResponse::flat (units::Decibels { 0.0 })
            .at (dsp::libraryGridHz()); ///< sums keep the left one's points
};

/** A curve in dB over the library's grid, and what the listener must know about it. */
struct CautionedCurve
{
    dsp::FrequencyResponse level;
    std::vector<std::string> cautions;
};

inline constexpr std::string_view assumedTarget = "harman-over-ear-2018";

/** The power mean of the left and the right transducer's response.
    A Problem when it is not worn on the ears. */
units::Result<WornResponse> wornResponse (const DeviceProfile& profile);

/** Of whoever names no headphones: as if they met the Harman over-ear target of 2018. */
WornResponse assumedHeadphones();

/** Headphones with a flat response in the diffuse field: what `--headphones none` comes to. */
WornResponse diffuseFieldHeadphones();

/** The level at the drum reference point. A deviation has its target added back, with a caution;
    a diffuse-field response has its rig's diffuse field added. */
units::Result<CautionedCurve> levelAtEardrum (const WornResponse& worn, const Targets& targets);

/** The level at the eardrum less the diffuse field of the same rig: comparable between rigs.
    A Problem when the rig has no table. */
units::Result<CautionedCurve> diffuseFieldEquivalent (const WornResponse& worn,
                                                      const Targets& targets);

/** Two levels in the same terms, so that their difference means something. */
struct ComparablePair
{
    dsp::FrequencyResponse device;
    dsp::FrequencyResponse worn;
    std::vector<std::string> cautions;
};

/** By the rules of docs/acoustics.md: same rig or same target, the curves as they are; two targets,
    the estimates at the eardrum; two rigs, the diffuse-field equivalents; otherwise a Problem that
    names both. */
units::Result<ComparablePair>
comparable (const WornResponse& device, const WornResponse& worn, const Targets& targets);

} // namespace library
