// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/WornScenario.h"

#include "dsp/MinimumPhase.h"
#include "dsp/RegularisedInverse.h"
#include "library/LevelList.h"
#include "library/ListenersHeadphones.h"
#include "library/MatrixMaking.h"
#include "library/SoundField.h"
#include "library/SpectralSum.h"

namespace library
{

namespace
{

dsp::UsableBand bandOf (const WornResponse& worn)
{
    return { { worn.usable.lowHz }, { worn.usable.highHz } };
}

/** The import with this curve added, from this frame on, its own silence taken off. */
dsp::TransferMatrix
coloured (const DeviceProfile& device, const dsp::ImpulseResponse& colour, std::size_t frame)
{
    const auto imported = resampledTo (*device.impulseResponse, colour.rate);
    const std::size_t silence = firstArrival (imported);
    const std::size_t frames = frame + imported.numTaps() - silence + colour.samples.size();
    const SpectralSum sum { frames };
    const auto filter = sum.of (colour.samples);
    dsp::TransferMatrix matrix { imported.numOutputs(), imported.numInputs(), frames, colour.rate };

    for (std::size_t o = 0; o < matrix.numOutputs(); ++o)
        for (std::size_t i = 0; i < matrix.numInputs(); ++i)
        {
            SpectralSum::Spectrum product;
            SpectralSum::add (product, sum.of (imported.path (o, i).subspan (silence)), filter);
            sum.write (product, matrix.path (o, i).subspan (frame));
        }

    return matrix;
}

/** The same curve for both ears, folded. */
dsp::TransferMatrix
bothEars (const DeviceProfile& device, const dsp::ImpulseResponse& response, std::size_t frame)
{
    const std::vector<dsp::ImpulseResponse> pair { response, response };
    const std::vector<std::array<double, 2>> gains { device.fold.gains.front(),
                                                     device.fold.gains.back() };
    return folded (pair, gains, frame);
}

/** The targets that those who tune such devices aim at. */
std::string_view usualTarget (DeviceKind kind)
{
    return kind == DeviceKind::earbuds ? "autoeq-in-ear-bass" : assumedTarget;
}

units::Result<CautionedCurve> deviation (const WornResponse& worn, const Targets& targets)
{
    if (worn.quantity == Quantity::deviationFromTarget)
        return CautionedCurve { worn.level, {} };

    auto atEardrum = levelAtEardrum (worn, targets);

    if (! atEardrum)
        return atEardrum;

    const auto id = usualTarget (worn.kind);
    const auto* target = targets.find (id);

    if (target == nullptr)
        return units::Problem { units::Problem::Kind::missingFile,
                                worn.name,
                                "the target '" + std::string (id) + "' is missing.",
                                "Put ir_library/targets/" + std::string (id) + ".json back." };

    return CautionedCurve { normalised (atEardrum->level - *target),
                            { "Its target is taken to be " + std::string (id) + "." } };
}

} // namespace

units::Result<ScenarioResponse> overHeadphones (const ListeningScenario& scenario,
                                                const DeviceProfile& device,
                                                const Targets& targets,
                                                units::SampleRate rate)
{
    const auto simulated = wornResponse (device);

    if (! simulated)
        return simulated.problem();

    const auto worn = listenersHeadphones (scenario);

    if (! worn)
        return worn.problem();

    auto pair = comparable (*simulated, *worn, targets);

    if (! pair)
        return pair.problem();

    const auto whole = dsp::earCoupledDifference ({ pair->device, bandOf (*simulated) },
                                                  { pair->worn, bandOf (*worn) });
    const auto difference = normalised (correctedUpTo (scenario.correctionEnd, whole));
    const std::size_t frame = framesBeforeArrival (rate);

    if (device.impulseResponse == nullptr)
        return ScenarioResponse { bothEars (device, dsp::minimumPhase (difference, rate), frame),
                                  std::move (pair->cautions) };

    // The import holds the device already: only what is not the device is added.
    const auto rest = difference - simulated->level;
    return ScenarioResponse { coloured (device, dsp::minimumPhase (rest, rate), frame),
                              std::move (pair->cautions) };
}

units::Result<ScenarioResponse>
wornOverLoudspeakers (const DeviceProfile& device, const Targets& targets, units::SampleRate rate)
{
    const auto worn = wornResponse (device);

    if (! worn)
        return worn.problem();

    auto curve = deviation (*worn, targets);

    if (! curve)
        return curve.problem();

    return ScenarioResponse { bothEars (device, dsp::minimumPhase (curve->level, rate), 0),
                              std::move (curve->cautions) };
}

units::Result<ScenarioResponse>
wornAtMicrophone (const DeviceProfile& device, const Targets& targets, units::SampleRate rate)
{
    auto worn = wornResponse (device);

    if (! worn)
        return worn.problem();

    std::vector<dsp::ImpulseResponse> ears;
    std::vector<std::string> cautions;

    for (const auto& transducer : device.transducers)
    {
        worn->level = device.responses[transducer.response].level;
        auto atEardrum = levelAtEardrum (*worn, targets);

        if (! atEardrum)
            return atEardrum.problem();

        ears.push_back (dsp::minimumPhase (atEardrum->level, rate));
        cautions = std::move (atEardrum->cautions);
    }

    return ScenarioResponse { folded (ears, device.fold.gains, 0), std::move (cautions) };
}

} // namespace library
