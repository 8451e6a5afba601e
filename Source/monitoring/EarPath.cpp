// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/EarPath.h"

#include "library/ScenarioResponse.h"

namespace monitoring
{

namespace
{

// The loudness of a master that reaches the listening level, and the share of one of two equal
// channels in it.
constexpr double programmeLufs = -14.0;
constexpr double oneOfTwoDb = 3.0;

} // namespace

hearing::SoundField EarPath::field() const
{
    return listening == library::Listening::headphones ? hearing::SoundField::diffuse
                                                       : hearing::SoundField::free;
}

hearing::Channels EarPath::channels() const
{
    return listening == library::Listening::headphones ? hearing::Channels::apart
                                                       : hearing::Channels::together;
}

double EarPath::fullScaleDbSpl (units::SoundPressureLevel listeningLevel) const
{
    const double ofAll = listeningLevel.dbSpl - programmeLufs;
    return channels() == hearing::Channels::apart ? ofAll + oneOfTwoDb : ofAll;
}

units::Result<EarPath> earPath (const library::ListeningScenario& scenario,
                                const library::Targets& targets,
                                units::SampleRate rate)
{
    auto response = library::outputToEar (scenario, targets);

    if (! response)
        return response.problem();

    auto filter = library::outputToEarFilter (scenario, targets, rate);

    if (! filter)
        return filter.problem();

    return EarPath { scenario.listening, std::move (*response), std::move (*filter) };
}

} // namespace monitoring
