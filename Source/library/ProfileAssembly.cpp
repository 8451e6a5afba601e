// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ProfileAssembly.h"

#include "files/ResponseTable.h"
#include "library/CurveEnds.h"
#include "library/KindDefaults.h"
#include "library/LevelList.h"
#include "library/Wording.h"

#include <algorithm>
#include <array>

namespace library
{

namespace
{

// Heuristic for measurements whose makers state none: twice the reseat and unit scatter of good rigs.
constexpr double unstatedUncertaintyDb = 3.0;

using Notes = std::vector<std::string>;

void fill (std::string& text, std::string_view usual)
{
    if (text.empty())
        text = usual;
}

Provenance provenanceOf (const Measurement& measurement, const ImportRequest& request)
{
    Provenance provenance = request.provenance;
    provenance.evidence = request.evidence.value_or (measurement.evidence);
    provenance.usableBandHz = request.usableBandHz.value_or (measurement.usableBandHz);

    if (! request.files.empty())
        fill (provenance.source, "imported from " + request.files.front().filename().string());

    fill (provenance.licence, "LicenseRef-private");
    fill (provenance.attribution, "the person who imported it");
    fill (provenance.rig, "not-stated");
    fill (provenance.method, measurement.method);
    fill (provenance.smoothing,
          measurement.smoothing.empty() ? "as in the file" : measurement.smoothing);

    if (provenance.uncertaintyDb.empty())
        provenance.uncertaintyDb = { { { 20.0, 20000.0 }, unstatedUncertaintyDb } };

    return provenance;
}

units::Result<dsp::FrequencyResponse>
withBass (const dsp::FrequencyResponse& level, const BassSplice& splice, const Targets& targets)
{
    const auto table = files::readResponseTable (splice.file);

    if (! table)
        return table.problem();

    auto bass = table->columns.front().response;

    if (! splice.target.empty())
    {
        const auto* target = targets.find (splice.target);

        if (target == nullptr)
            return units::Problem { units::Problem::Kind::invalidValue,
                                    splice.file.string(),
                                    "There is no target \"" + splice.target + "\" to subtract.",
                                    "Name one of the targets folder." };

        bass = bass - *target;
    }

    return spliced (bass, level, splice.belowHz);
}

units::Result<DeviceResponse>
responseOf (const Measurement& measurement, const ImportRequest& request, const Targets& targets)
{
    const bool isAir = ! isWorn (request.kind);
    const auto usual = isAir                    ? Quantity::freeField
                       : request.target.empty() ? Quantity::eardrum
                                                : Quantity::deviationFromTarget;

    DeviceResponse response;
    response.name = "main";
    response.quantity = request.quantity.value_or (usual);
    response.target = request.target;
    response.level = measurement.level;
    response.earlyReflections = measurement.earlyReflections;
    response.soundPower = measurement.soundPower;

    if (! isAir && measurement.evidence == Evidence::inferred && request.target.empty())
        return units::Problem {
            units::Problem::Kind::invalidValue,
            request.files.front().string(),
            "It is a correction, and a correction says nothing without its target.",
            "Name the target it corrects towards, such as --target "
            "harman-over-ear-2018."
        };

    if (request.bass)
    {
        auto level = withBass (normalised (response.level), *request.bass, targets);

        if (! level)
            return level.problem();

        response.level = std::move (level).value();
    }

    return response;
}

/** Brings all curves of a response to 0 dB on average from 300 to 1200 Hz of the main one. */
void reference (DeviceResponse& response)
{
    const units::Decibels gain { -response.level.meanDb (units::Hertz { 300.0 },
                                                         units::Hertz { 1200.0 }) };
    response.level = response.level.raisedBy (gain);

    if (response.earlyReflections)
        response.earlyReflections = response.earlyReflections->raisedBy (gain);

    if (response.soundPower)
        response.soundPower = response.soundPower->raisedBy (gain);
}

void finish (DeviceResponse& response, const std::vector<Continuation>& ends)
{
    response.level = onGrid (continuedAll (std::move (response.level), ends));

    if (response.earlyReflections)
        response.earlyReflections = onGrid (
            continuedAll (std::move (*response.earlyReflections), ends));

    if (response.soundPower)
        response.soundPower = onGrid (continuedAll (std::move (*response.soundPower), ends));
}

/** Fold and transducers: as told, else as the channels want it, else as is usual. */
void arrange (DeviceProfile& device,
              const Measurement& measurement,
              const ImportRequest& request,
              Notes& notes)
{
    const auto usual = defaultsOf (device.kind);
    const bool keepsImpulse = request.keepImpulse == KeepImpulse::yes
                              && ! measurement.channels.empty();
    auto fold = request.fold ? request.fold->kind : usual.fold;
    device.transducers = request.transducers.empty() ? usual.transducers : request.transducers;

    if (! request.fold && keepsImpulse)
    {
        fold = Fold::Kind::stereo;

        if (usual.fold != fold && measurement.channels.size() < 4)
            notes.emplace_back ("The impulse response serves left and right on their own; if the "
                                "device has one loudspeaker, import it with --fold monoSum.");
    }

    if (fold == Fold::Kind::stereo && request.transducers.empty())
        device.transducers = stereoPairOf (device.kind);

    device.fold = fold == Fold::Kind::matrix ? *request.fold
                                             : foldOf (fold, device.transducers.size());
    notes.push_back ("Fold: " + std::string (foldId (fold)) + ", "
                     + std::to_string (device.transducers.size()) + " transducers, placed "
                     + (request.transducers.empty() ? "as usual for its kind." : "as told."));
}

void describeIdentity (DeviceProfile& device, const ImportRequest& request)
{
    const auto usual = defaultsOf (request.kind);
    device.kind = request.kind;
    device.name = request.name;
    device.id = std::string (kindId (request.kind)) + "/"
                + (request.id.empty() ? idFromName (request.name) : request.id);
    device.summary = request.summary.empty() ? request.name + ", imported." : request.summary;
    device.coupling = isWorn (request.kind) ? Coupling::ear : Coupling::air;
    device.environment = request.environment.value_or (usual.environment);
    device.listeningLevelDbSpl = request.listeningLevelDbSpl.value_or (usual.listeningLevelDbSpl);
}

void noteModelled (Provenance& provenance,
                   const ImportRequest& request,
                   const std::vector<Continuation>& ends,
                   Notes& notes)
{
    for (const auto& end : ends)
    {
        provenance.modelledParts.push_back ({ end.band, end.basis });
        notes.push_back ("Modelled from " + plainHertz (end.band.lowHz) + " to "
                         + plainHertz (end.band.highHz) + ": " + end.basis + ".");
    }

    if (request.bass && ! request.bass->basis.empty())
        provenance.modelledParts.push_back (
            { { 20.0, request.bass->belowHz }, request.bass->basis });
}

} // namespace

units::Result<ImportOutcome> assembleProfile (const Measurement& measurement,
                                              const ImportRequest& request,
                                              const Targets& targets)
{
    auto response = responseOf (measurement, request, targets);

    if (! response)
        return response.problem();

    ImportOutcome outcome;
    outcome.notes = measurement.notes;
    auto& device = outcome.profile;
    describeIdentity (device, request);
    device.provenance = provenanceOf (measurement, request);
    reference (*response);
    findFloor (response->level, request, device.provenance);

    const auto ends = endsOf (device, request);
    finish (*response, ends);

    // Where the data end between 300 and 1200 Hz, the continuation has moved the mean.
    if (const auto& band = device.provenance.usableBandHz;
        band.lowHz > 300.0 || band.highHz < 1200.0)
    {
        reference (*response);
        response->level = onGrid (response->level);
    }

    noteModelled (device.provenance, request, ends, outcome.notes);
    device.responses.push_back (std::move (response).value());
    arrange (device, measurement, request, outcome.notes);
    return outcome;
}

} // namespace library
