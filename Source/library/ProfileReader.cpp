// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ProfileReader.h"

#include "files/AudioFile.h"
#include "files/InputFile.h"
#include "library/ImpulseResponseFile.h"
#include "library/JsonFields.h"
#include "library/ProvenanceFields.h"

#include <algorithm>

namespace library
{

using files::Json;

namespace
{

/** An id out of a table; what is not in it is a Problem that lists what is. */
template <typename Lookup>
auto readId (JsonFields& fields, std::string_view key, Lookup&& lookup, std::string_view known)
{
    const std::string id = fields.text (key);
    const auto found = lookup (id);

    if (! id.empty() && ! found)
        fields.complain (
            key, "\"" + id + "\" is not known here.", "Write one of: " + std::string (known) + ".");

    return found;
}

std::string idsOfKinds()
{
    std::string ids;

    for (const auto kind : allKinds())
        ids += (ids.empty() ? "" : ", ") + std::string (kindId (kind));

    return ids;
}

std::optional<dsp::FrequencyResponse> readLevels (JsonFields& fields, std::string_view key)
{
    const auto grid = dsp::libraryGridHz();
    auto levels = fields.numbers (key, grid.size());

    if (levels.empty())
        return std::nullopt;

    return *dsp::FrequencyResponse::fromPoints ({ grid.begin(), grid.end() }, std::move (levels));
}

std::optional<dsp::FrequencyResponse> readLevelsIfAny (JsonFields& fields, std::string_view key)
{
    return fields.has (key) ? readLevels (fields, key) : std::nullopt;
}

DeviceResponse readResponse (JsonFields& fields)
{
    DeviceResponse response;
    response.name = fields.text ("name");
    response.quantity = readId (fields,
                                "quantity",
                                quantityFromId,
                                "freeField, eardrum, deviationFromTarget, diffuseField")
                            .value_or (Quantity::freeField);
    response.target = fields.optionalText ("target");

    if (auto level = readLevels (fields, "levelDb"))
        response.level = std::move (*level);

    response.earlyReflections = readLevelsIfAny (fields, "earlyReflectionsDb");
    response.soundPower = readLevelsIfAny (fields, "soundPowerDb");
    response.spread = readLevelsIfAny (fields, "spreadDb");
    fields.refuseUnknown();
    return response;
}

units::Position readPosition (JsonFields& fields)
{
    units::Position position;
    position.direction.azimuthDegrees = fields.number ("azimuthDegrees");
    position.direction.elevationDegrees = fields.number ("elevationDegrees");
    position.distanceMetres = fields.number ("distanceMetres");
    return position;
}

Transducer readTransducer (JsonFields& fields, const DeviceProfile& device)
{
    Transducer transducer;
    transducer.name = fields.text ("name");
    const std::string response = fields.text ("response");
    const auto found = std::find_if (device.responses.begin(),
                                     device.responses.end(),
                                     [&] (const auto& each) { return each.name == response; });

    if (found == device.responses.end())
        fields.complain ("response",
                         "No response is called \"" + response + "\".",
                         "Name one of those under /responses.");
    else
        transducer.response = static_cast<std::size_t> (found - device.responses.begin());

    if (device.coupling == Coupling::air)
        transducer.position = readPosition (fields);

    fields.refuseUnknown();
    return transducer;
}

Fold readMatrix (JsonFields& fields, const Json::Array& rows)
{
    Fold fold { Fold::Kind::matrix, {} };

    for (const auto& row : rows)
    {
        const auto* gains = row.asArray();
        const bool isPair = gains != nullptr && gains->size() == 2
                            && (*gains)[0].asNumber() != nullptr
                            && (*gains)[1].asNumber() != nullptr;

        if (! isPair)
        {
            fields.complain ("fold",
                             "A row of the matrix is not a pair of gains.",
                             "Write one [left, right] per transducer, such as [0.5, 0.5].");
            return fold;
        }

        fold.gains.push_back ({ *(*gains)[0].asNumber(), *(*gains)[1].asNumber() });
    }

    return fold;
}

Fold readFold (JsonFields& fields, std::size_t numTransducers)
{
    if (const Json* found = fields.raw ("fold"); found != nullptr && found->asArray() != nullptr)
        return readMatrix (fields, *found->asArray());

    const auto kind = readId (
        fields, "fold", foldFromId, "stereo, monoSum, leftOnly, or rows of [left, right] gains");

    return foldOf (kind.value_or (Fold::Kind::stereo), numTransducers);
}

DeviceProfile readDevice (JsonFields& fields)
{
    DeviceProfile device;
    readSchema (fields);
    device.id = fields.text ("id");
    device.name = fields.text ("name");
    device.kind = readId (fields, "kind", kindFromId, idsOfKinds()).value_or (DeviceKind::phone);
    device.coupling = isWorn (device.kind) ? Coupling::ear : Coupling::air;
    device.summary = fields.text ("summary");
    device.provenance = readProvenance (fields.object ("provenance"));

    for (auto& entry : fields.objects ("responses"))
        device.responses.push_back (readResponse (entry));

    for (auto& entry : fields.objects ("transducers"))
        device.transducers.push_back (readTransducer (entry, device));

    device.fold = readFold (fields, device.transducers.size());

    if (device.fold.gains.size() != device.transducers.size())
        fields.complain ("fold",
                         "It feeds " + std::to_string (device.fold.gains.size())
                             + " transducers of " + std::to_string (device.transducers.size())
                             + ".",
                         "Give one row of gains for each transducer.");

    device.environment = fields.optionalText ("environment");
    device.listeningLevelDbSpl = fields.number ("listeningLevelDbSpl");
    device.impulseResponseFile = fields.optionalText ("impulseResponse");
    fields.refuseUnknown();
    return device;
}

/** Brings in the WAV that lies beside the JSON. */
units::Result<void> loadImpulse (DeviceProfile& device, const std::filesystem::path& file)
{
    const std::filesystem::path name = device.impulseResponseFile;
    const std::string where = file.string() + ": /impulseResponse";

    if (name.has_parent_path())
        return units::Problem {
            units::Problem::Kind::invalidValue,
            where,
            "It names a file in another folder.",
            "Put the impulse response beside the JSON and name only the file."
        };

    const auto channels = files::readImpulseResponses (file.parent_path() / name);

    if (! channels)
        return channels.problem();

    auto matrix = impulseMatrix (*channels, device.fold);

    if (! matrix)
        return units::Problem {
            matrix.problem().kind, where, matrix.problem().what, matrix.problem().cure
        };

    device.impulseResponse = std::make_shared<const dsp::TransferMatrix> (
        std::move (matrix).value());
    return {};
}

} // namespace

ProfileReading parseProfile (std::string_view text, const std::string& where, Strictness strictness)
{
    const auto json = files::parseJson (text, where);

    if (! json)
        return { std::nullopt, { json.problem() } };

    JsonReading reading { where, strictness, {} };
    JsonFields fields { &json.value(), "", reading };
    DeviceProfile device = readDevice (fields);
    device.file = where;

    if (! reading.problems.empty())
        return { std::nullopt, std::move (reading.problems) };

    return { std::move (device), {} };
}

ProfileReading readProfileThoroughly (const std::filesystem::path& file, Strictness strictness)
{
    const auto text = files::readBytes (file, files::maximumTextBytes);

    if (! text)
        return { std::nullopt, { text.problem() } };

    auto reading = parseProfile (*text, file.string(), strictness);

    if (reading.profile && ! reading.profile->impulseResponseFile.empty())
        if (auto loaded = loadImpulse (*reading.profile, file); ! loaded)
            return { std::nullopt, { loaded.problem() } };

    return reading;
}

units::Result<DeviceProfile> readProfile (const std::filesystem::path& file, Strictness strictness)
{
    auto reading = readProfileThoroughly (file, strictness);

    if (! reading.profile)
        return reading.problems.front();

    return std::move (*reading.profile);
}

} // namespace library
