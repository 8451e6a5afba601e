// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/SensationMeter.h"

#include "hearing/Exceedance.h"
#include "hearing/Sharpness.h"
#include "units/Precondition.h"

#include <algorithm>
#include <deque>

namespace hearing
{
namespace
{

SpecificLoudness meanOf (const SpecificLoudness& one, const SpecificLoudness& other)
{
    SpecificLoudness mean {};

    for (std::size_t z = 0; z < mean.size(); ++z)
        mean[z] = 0.5f * (one[z] + other[z]);

    return mean;
}

} // namespace

struct SensationMeter::State
{
    State (std::size_t numChannels, units::SampleRate rate, const Calibration& calibration)
        : channels (numChannels),
          loudness (numChannels, rate, calibration, [this] (const SpecificLoudnessMoment& moment) {
              hear (moment);
          })
    {}

    /** Left and right come one after the other for some moments at a time, so left waits. */
    void hear (const SpecificLoudnessMoment& moment)
    {
        if (channels == 1)
        {
            count (sharpness (moment.pattern.specific));
        }
        else if (moment.channel == 0)
        {
            waiting.push_back (moment.pattern.specific);
        }
        else
        {
            count (sharpness (meanOf (waiting.front(), moment.pattern.specific)));
            waiting.pop_front();
        }
    }

    void count (std::optional<double> acum)
    {
        if (acum)
            sharpnesses.add (*acum);
    }

    void count (const std::vector<LoudnessOverTime>& ears)
    {
        const auto both = channels == 1 ? ears[0] : binauralLoudness (ears[0], ears[1]);

        for (const float sone : both.sone)
            loudnesses.add (static_cast<double> (sone));

        loudest = std::max (loudest, both.maximum());
    }

    std::size_t channels;
    ZwickerLoudness loudness;
    std::deque<SpecificLoudness> waiting {}; ///< of the left ear
    Exceedance loudnesses {};
    Exceedance sharpnesses {};
    double loudest = 0.0;
};

SensationMeter::SensationMeter (std::size_t numChannels,
                                units::SampleRate rate,
                                const Calibration& calibration)
    : state (std::make_unique<State> (numChannels, rate, calibration))
{
    PRECONDITION (numChannels == 1 || numChannels == 2);
    PRECONDITION (calibration.channels == Channels::apart);
}

SensationMeter::~SensationMeter() = default;
SensationMeter::SensationMeter (SensationMeter&&) noexcept = default;
SensationMeter& SensationMeter::operator= (SensationMeter&&) noexcept = default;

void SensationMeter::process (dsp::ConstAudioBlock block)
{
    state->loudness.process (block);
    state->count (state->loudness.drain());
}

ProgrammeSensation SensationMeter::finish()
{
    constexpr double percent = 5.0;
    state->count (state->loudness.finish());

    ProgrammeSensation sensation;
    sensation.nMaxSone = state->loudest;
    sensation.n5Sone = state->loudnesses.exceeded (percent).value_or (0.0);
    sensation.sharpness5Acum = state->sharpnesses.exceeded (percent);

    if (sensation.n5Sone > 0.0)
        sensation.loudnessLevelPhon = loudnessLevelPhon (sensation.n5Sone);

    return sensation;
}

} // namespace hearing
