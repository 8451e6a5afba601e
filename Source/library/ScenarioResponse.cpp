// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ScenarioResponse.h"

#include "dsp/MinimumPhase.h"
#include "library/AirScenario.h"
#include "library/ListenersHeadphones.h"
#include "library/MatrixMaking.h"
#include "library/SoundField.h"
#include "library/WornScenario.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace library
{

namespace
{

/** Left of this the left loudspeaker plays it, right of it the right one, between them both. */
constexpr double sideFromDegrees = 2.0;

ScenarioResponse unit (Listening listening, units::SampleRate rate)
{
    return { unitMatrix (2, arrivalFrame (listening, rate), rate), {} };
}

std::vector<dsp::ImpulseResponse> ownResponses (const DeviceProfile& device, units::SampleRate rate)
{
    std::vector<dsp::ImpulseResponse> byResponse;

    for (const auto& response : device.responses)
        byResponse.push_back (dsp::minimumPhase (response.level, rate));

    std::vector<dsp::ImpulseResponse> byTransducer;

    for (const auto& transducer : device.transducers)
        byTransducer.push_back (byResponse[transducer.response]);

    return byTransducer;
}

/** What leaves each transducer; an import exactly as it was. */
units::Result<ScenarioResponse>
atMicrophone (const DeviceProfile& device, const Targets& targets, units::SampleRate rate)
{
    if (device.impulseResponse != nullptr)
        return ScenarioResponse { resampledTo (*device.impulseResponse, rate), {} };

    if (device.coupling == Coupling::ear)
    {
        auto response = wornAtMicrophone (device, targets, rate);

        if (response)
            response->matrix = trimmed (response->matrix);

        return response;
    }

    return ScenarioResponse { trimmed (folded (ownResponses (device, rate), device.fold.gains, 0)),
                              {} };
}

/** Does the listener's left (0) or right (1) loudspeaker play this transducer? */
bool isPlayedBy (std::size_t loudspeaker, const Transducer& transducer)
{
    const double azimuth = transducer.position.direction.azimuthDegrees;
    return loudspeaker == 0 ? azimuth > -sideFromDegrees : azimuth < sideFromDegrees;
}

/** Transducers on the left come from the left loudspeaker, central ones from both. */
units::Result<ScenarioResponse>
overLoudspeakers (const DeviceProfile& device, const Targets& targets, units::SampleRate rate)
{
    if (device.coupling == Coupling::ear && device.impulseResponse == nullptr)
        return wornOverLoudspeakers (device, targets, rate);

    auto own = atMicrophone (device, targets, rate);

    if (! own || device.coupling == Coupling::ear)
        return own;

    const auto& matrix = own->matrix;
    ScenarioResponse response { { 2, 2, matrix.numTaps(), rate }, {} };

    for (std::size_t loudspeaker = 0; loudspeaker < 2; ++loudspeaker)
        for (std::size_t t = 0; t < device.transducers.size(); ++t)
        {
            if (! isPlayedBy (loudspeaker, device.transducers[t]))
                continue;

            for (std::size_t input = 0; input < 2; ++input)
            {
                auto path = response.matrix.path (loudspeaker, input);
                const auto more = matrix.path (t, input);
                std::transform (
                    path.begin(), path.end(), more.begin(), path.begin(), std::plus<> {});
            }
        }

    return response;
}

/** Through the listener's headphones: what is worn, and what radiates. */
units::Result<ScenarioResponse> overListenersHeadphones (const ListeningScenario& scenario,
                                                         const DeviceProfile& device,
                                                         const Targets& targets,
                                                         units::SampleRate rate)
{
    auto response = device.coupling == Coupling::ear
                        ? overHeadphones (scenario, device, targets, rate)
                        : throughTheAir (scenario, device, targets, rate);

    if (! response)
        return response;

    response->matrix = trimmed (response->matrix);

    if (auto note = headphonesNote (scenario); ! note.empty())
        response->notes.push_back (std::move (note));

    return response;
}

std::string inHertz (double frequency)
{
    std::ostringstream text;
    text << std::lround (frequency) << " Hz";
    return text.str();
}

/** Where the device's figures stop being measured, or stop. */
std::vector<std::string> limitsOf (const DeviceProfile& device)
{
    constexpr double lowestOfInterestHz = 40.0;
    constexpr double highestOfInterestHz = 12000.0;
    const auto& provenance = device.provenance;
    std::vector<std::string> notes;

    for (const auto& part : provenance.modelledParts)
        notes.push_back ("'" + device.name + "' is modelled from " + inHertz (part.band.lowHz)
                         + " to " + inHertz (part.band.highHz) + ": " + part.basis);

    if (provenance.usableBandHz.lowHz > lowestOfInterestHz)
        notes.push_back ("'" + device.name + "' is known from "
                         + inHertz (provenance.usableBandHz.lowHz) + " upwards.");

    if (provenance.usableBandHz.highHz < highestOfInterestHz)
        notes.push_back ("'" + device.name + "' is known up to "
                         + inHertz (provenance.usableBandHz.highHz) + ".");

    return notes;
}

units::Result<ScenarioResponse>
ofDevice (const ListeningScenario& scenario, const Targets& targets, units::SampleRate rate)
{
    PRECONDITION (scenario.device != nullptr);
    const auto& device = *scenario.device;

    auto response = [&] {
        switch (scenario.listening)
        {
        case Listening::microphone:
            return atMicrophone (device, targets, rate);
        case Listening::loudspeakers:
            return overLoudspeakers (device, targets, rate);
        case Listening::headphones:
            break;
        }

        return overListenersHeadphones (scenario, device, targets, rate);
    }();

    if (! response)
        return response;

    auto limits = limitsOf (device);
    std::move (limits.begin(), limits.end(), std::back_inserter (response->notes));
    return response;
}

} // namespace

std::size_t arrivalFrame (Listening listening, units::SampleRate rate)
{
    return listening == Listening::headphones ? framesBeforeArrival (rate) : 0;
}

units::Result<ScenarioResponse>
scenarioResponse (const ListeningScenario& scenario, const Targets& targets, units::SampleRate rate)
{
    switch (scenario.subject)
    {
    case Subject::untouched:
        return unit (scenario.listening, rate);

    case Subject::neutral:
        return scenario.listening == Listening::headphones
                   ? overListenersHeadphones (scenario, neutralPair(), targets, rate)
                   : unit (scenario.listening, rate);

    case Subject::device:
        break;
    }

    return ofDevice (scenario, targets, rate);
}

units::Result<dsp::TransferMatrix> diffuseFieldToOutput (const ListeningScenario& scenario,
                                                         const Targets& targets,
                                                         units::SampleRate rate)
{
    const std::size_t frame = arrivalFrame (scenario.listening, rate);

    if (scenario.listening != Listening::headphones)
        return unitMatrix (2, frame, rate);

    const auto curve = diffuseFieldToHeadphones (scenario, targets);

    if (! curve)
        return curve.problem();

    const auto filter = dsp::minimumPhase (curve->level.at (dsp::libraryGridHz()), rate);
    const std::vector<dsp::ImpulseResponse> ears { filter, filter };
    const std::vector<std::array<double, 2>> gains { { 1.0, 0.0 }, { 0.0, 1.0 } };
    return trimmed (folded (ears, gains, frame));
}

units::Result<dsp::FrequencyResponse> outputToEar (const ListeningScenario& scenario,
                                                   const Targets& targets)
{
    if (scenario.listening != Listening::headphones)
        return dsp::FrequencyResponse::flat (units::Decibels { 0.0 });

    auto curve = headphonesToDiffuseField (scenario, targets);

    if (! curve)
        return curve.problem();

    return std::move (curve->level);
}

units::Result<dsp::ImpulseResponse> outputToEarFilter (const ListeningScenario& scenario,
                                                       const Targets& targets,
                                                       units::SampleRate rate)
{
    if (scenario.listening != Listening::headphones)
        return dsp::ImpulseResponse { { 1.0 }, rate };

    const auto curve = outputToEar (scenario, targets);

    if (! curve)
        return curve.problem();

    return dsp::minimumPhase (curve->at (dsp::libraryGridHz()), rate);
}

} // namespace library
