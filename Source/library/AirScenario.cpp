// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/AirScenario.h"

#include "dsp/MinimumPhase.h"
#include "library/EarFold.h"
#include "library/HrtfSet.h"
#include "library/ListenersHeadphones.h"
#include "library/MatrixMaking.h"
#include "library/SoundField.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace library
{

namespace
{

using Kind = units::Problem::Kind;

/** Below the corner the closed cabin is a pressure vessel: +12 dB per octave up to the limit. */
dsp::FrequencyResponse cabinGain (const Cabin& cabin)
{
    const double limit = std::pow (10.0, cabin.gainLimitDb / 20.0);

    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        const double rise = std::pow (cabin.gainCornerHz / frequency, 2.0);
        return 20.0 * std::log10 ((1.0 + rise) / (1.0 + rise / limit));
    });
}

/** Measured where it is heard: walls, cabin and their gain are in the response already. */
bool containsItsSurroundings (const DeviceProfile& device)
{
    const auto& rig = device.provenance.rig;
    return rig == "in-car" || rig == "in-cabin" || rig == "in-room";
}

/** What lies flat on a table was measured so: the table is in its response. */
bool liesOnTheTable (const DeviceProfile& device)
{
    return device.kind == DeviceKind::phone || device.kind == DeviceKind::tablet
           || device.kind == DeviceKind::laptop;
}

/** What is still to be added around the device; nothing for what was measured in its place. */
std::optional<ListeningEnvironment> surroundings (const ListeningScenario& scenario,
                                                  const DeviceProfile& device)
{
    if (scenario.environment == nullptr || containsItsSurroundings (device))
        return std::nullopt;

    auto environment = *scenario.environment;

    if (liesOnTheTable (device))
        environment.desk.reset();

    return environment;
}

/** Near ones are louder and earlier; the first arrives at 0 s, the power mean of the gains is 1. */
std::vector<Placement> placements (const DeviceProfile& device)
{
    double nearest = std::numeric_limits<double>::infinity();
    double power = 0.0;

    for (const auto& transducer : device.transducers)
    {
        const double distance = transducer.position.distanceMetres;
        nearest = std::min (nearest, distance);
        power += 1.0 / (distance * distance);
    }

    const double usual = std::sqrt (static_cast<double> (device.transducers.size()) / power);
    std::vector<Placement> result;

    for (const auto& transducer : device.transducers)
    {
        const double distance = transducer.position.distanceMetres;
        result.push_back ({ transducer.position,
                            (distance - nearest) / speedOfSoundMetresPerSecond,
                            usual / distance,
                            result.size() + 1 });
    }

    return result;
}

/** An import brings its colour as an impulse response; here it is flat. */
dsp::FrequencyResponse mainLevel (const DeviceProfile& device, const DeviceResponse& response)
{
    return device.impulseResponse != nullptr
               ? dsp::FrequencyResponse::flat (units::Decibels { 0.0 })
               : response.level;
}

/** What an ordinary loudspeaker of the room radiates off its axis. */
struct Radiation
{
    dsp::FrequencyResponse towardsWalls = dsp::FrequencyResponse::flat (units::Decibels { 0.0 });
    dsp::FrequencyResponse allRound = dsp::FrequencyResponse::flat (units::Decibels { 0.0 });
};

Radiation usualRadiation (const std::optional<ListeningEnvironment>& environment)
{
    if (! environment || ! environment->room)
        return {};

    return { overOctaves (environment->room->usualEarlyReflectionsDb),
             overOctaves (environment->room->usualSoundPowerDb) };
}

/** Reflections take the way of the early-reflections curve, the tail that of the sound power, where
    the loudspeaker has been measured all round. */
Colours coloursOf (const DeviceProfile& device,
                   const DeviceResponse& response,
                   const Radiation& usual,
                   const dsp::FrequencyResponse& common,
                   units::SampleRate rate)
{
    const auto main = mainLevel (device, response);
    const bool isImported = device.impulseResponse != nullptr;

    const auto offAxis = [&] (const std::optional<dsp::FrequencyResponse>& measured,
                              const dsp::FrequencyResponse& otherwise) {
        return measured && ! isImported ? common + *measured : common + main + otherwise;
    };

    return { dsp::minimumPhase (common + main, rate),
             dsp::minimumPhase (offAxis (response.earlyReflections, usual.towardsWalls), rate),
             dsp::minimumPhase (offAxis (response.soundPower, usual.allRound), rate) };
}

/** An import at our rate, its silence before the first arrival taken off. */
std::shared_ptr<const dsp::TransferMatrix> aligned (const dsp::TransferMatrix& imported,
                                                    units::SampleRate rate)
{
    const auto matrix = resampledTo (imported, rate);
    const std::size_t silence = firstArrival (matrix);
    auto result = std::make_shared<dsp::TransferMatrix> (
        matrix.numOutputs(), matrix.numInputs(), matrix.numTaps() - silence, rate);

    for (std::size_t o = 0; o < matrix.numOutputs(); ++o)
        for (std::size_t i = 0; i < matrix.numInputs(); ++i)
        {
            const auto path = matrix.path (o, i).subspan (silence);
            std::copy (path.begin(), path.end(), result->path (o, i).begin());
        }

    return result;
}

std::vector<std::string> notesOn (const ListeningScenario& scenario, const DeviceProfile& device)
{
    std::vector<std::string> notes;
    const auto environment = surroundings (scenario, device);

    if (scenario.head->evidence() == Evidence::modelled)
        notes.push_back (
            "The head is a modelled sphere without ears: directions in front and behind, "
            "above and below sound alike.");
    else
        notes.push_back ("The head is " + scenario.head->name() + ", not yours.");

    if (environment && (environment->room || environment->cabin || environment->desk))
        notes.push_back ("The surroundings '" + environment->name + "' are modelled.");
    else if (containsItsSurroundings (device))
        notes.push_back ("Measured where it is heard: no reflections and no cabin gain are added.");

    return notes;
}

} // namespace

DeviceProfile neutralPair()
{
    // product.md: a flat pair at ±30°, 2 m.
    DeviceProfile pair;
    pair.id = "neutral";
    pair.name = "Neutral";
    pair.kind = DeviceKind::monitor;
    pair.fold = foldOf (Fold::Kind::stereo, 2);
    pair.responses.push_back ({});
    pair.responses.front().name = "main";
    pair.transducers = { { "left", 0, { { 30.0, 0.0 }, 2.0 } },
                         { "right", 0, { { -30.0, 0.0 }, 2.0 } } };
    return pair;
}

units::Result<ScenarioResponse> throughTheAir (const ListeningScenario& scenario,
                                               const DeviceProfile& given,
                                               const Targets& targets,
                                               units::SampleRate rate)
{
    if (scenario.head == nullptr)
        return units::Problem { Kind::missingFile,
                                given.id,
                                "it radiates into the air, and there is no head to hear it with.",
                                "Give a SOFA file with --head, or use the spherical head." };

    auto common = diffuseFieldToHeadphones (scenario, targets);

    if (! common)
        return common.problem();

    auto device = given;

    if (device.impulseResponse != nullptr)
        device.impulseResponse = aligned (*device.impulseResponse, rate);

    const auto environment = surroundings (scenario, device);
    auto colour = common->level.at (dsp::libraryGridHz());

    if (environment && environment->cabin)
        colour = colour + cabinGain (*environment->cabin);

    const auto radiation = usualRadiation (environment);
    std::vector<Colours> colours;

    for (const auto& response : device.responses)
        colours.push_back (coloursOf (device, response, radiation, colour, rate));

    std::vector<SoundField> fields;

    for (const auto& placement : placements (device))
        fields.push_back (
            soundField (*scenario.head, environment ? &*environment : nullptr, placement, rate));

    EarFold fold { device, std::move (colours), std::move (fields) };
    ScenarioResponse response { fold.matrix (rate), std::move (common->cautions) };
    const auto notes = notesOn (scenario, device);
    response.notes.insert (response.notes.end(), notes.begin(), notes.end());
    return response;
}

} // namespace library
