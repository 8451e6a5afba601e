// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ProfileWriter.h"

#include "library/LevelList.h"
#include "library/ProvenanceFields.h"

namespace library
{

using files::Json;

namespace
{

Json responseJson (const DeviceResponse& response)
{
    Json::Object object { { "name", response.name },
                          { "quantity", quantityId (response.quantity) } };

    if (! response.target.empty())
        object.emplace_back ("target", response.target);

    object.emplace_back ("levelDb", levelList (response.level));

    if (response.earlyReflections)
        object.emplace_back ("earlyReflectionsDb", levelList (*response.earlyReflections));

    if (response.soundPower)
        object.emplace_back ("soundPowerDb", levelList (*response.soundPower));

    if (response.spread)
        object.emplace_back ("spreadDb", levelList (*response.spread));

    return object;
}

Json transducerJson (const Transducer& transducer, const DeviceProfile& device)
{
    Json::Object object { { "name", transducer.name },
                          { "response", device.responses[transducer.response].name } };

    if (device.coupling == Coupling::air)
    {
        const auto& position = transducer.position;
        object.emplace_back ("azimuthDegrees", position.direction.azimuthDegrees);
        object.emplace_back ("elevationDegrees", position.direction.elevationDegrees);
        object.emplace_back ("distanceMetres", position.distanceMetres);
    }

    return object;
}

Json foldJson (const Fold& fold)
{
    if (fold.kind != Fold::Kind::matrix)
        return foldId (fold.kind);

    Json::Array rows;

    for (const auto& row : fold.gains)
        rows.emplace_back (Json::Array { row[0], row[1] });

    return rows;
}

} // namespace

std::string writeProfile (const DeviceProfile& device)
{
    Json::Array responses;
    Json::Array transducers;

    for (const auto& response : device.responses)
        responses.push_back (responseJson (response));

    for (const auto& transducer : device.transducers)
        transducers.push_back (transducerJson (transducer, device));

    Json::Object object { { "schema", 1 },
                          { "id", device.id },
                          { "name", device.name },
                          { "kind", kindId (device.kind) },
                          { "summary", device.summary },
                          { "provenance", writeProvenance (device.provenance) },
                          { "responses", std::move (responses) },
                          { "transducers", std::move (transducers) },
                          { "fold", foldJson (device.fold) } };

    if (! device.environment.empty())
        object.emplace_back ("environment", device.environment);

    object.emplace_back ("listeningLevelDbSpl", device.listeningLevelDbSpl);

    if (! device.impulseResponseFile.empty())
        object.emplace_back ("impulseResponse", device.impulseResponseFile);

    return files::writeJson (object);
}

} // namespace library
