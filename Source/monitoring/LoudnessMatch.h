// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/ProgrammeAnchor.h"
#include "monitoring/RenderedLoudness.h"

#include <functional>
#include <optional>

namespace monitoring
{

/** How loud the reference is, and so every rendering of the same master shall be. */
struct LoudnessTarget
{
    ProgrammeAnchor anchor;
    double phon;
};

/** @param reference  the master as it is heard Untouched
    @returns none if nothing of it can be heard */
std::optional<LoudnessTarget> loudnessTarget (const hearing::LoudnessOverTime& reference);

/** @param reference  the same, rendered
    @returns none if nothing of it can be heard at this listening level */
units::Result<std::optional<LoudnessTarget>>
loudnessTarget (files::Spool& reference, const Hearing& how, const Progress& progress);

/** The gain with which a rendering is as loud as the reference, and how that is known. */
struct LoudnessMatch
{
    units::Decibels gain { 0.0 };
    double phonAsRendered = 0.0; ///< without the gain
    double phonMatched = 0.0;    ///< with it
    double phonReference = 0.0;

    double residualPhon() const { return phonMatched - phonReference; }
};

/** Tries gains on the whole rendering until its loudness is within 0.1 phon of the reference's: secant
    steps, three or four as a rule, each of which reads the spool once.
    @param guess  of the gain; the better it is, the fewer the steps
    @returns none if the rendering is silent */
units::Result<std::optional<LoudnessMatch>> matchLoudness (files::Spool& rendering,
                                                           const LoudnessTarget& target,
                                                           const Hearing& how,
                                                           units::Decibels guess,
                                                           const Progress& progress);

/** Loudness over time of a rendering with this gain, however it is come by. */
using LoudnessWithGain = std::function<
    units::Result<hearing::LoudnessOverTime> (units::Decibels gain, const Progress& progress)>;

/** The gain of the same match, begun at the guess: one trial where it is good.
    @returns none if the rendering is silent */
units::Result<std::optional<units::Decibels>> refinedGain (const LoudnessWithGain& rendering,
                                                           const LoudnessTarget& target,
                                                           units::Decibels guess,
                                                           const Progress& progress);

} // namespace monitoring
