// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/EnvironmentReader.h"

#include "dsp/ThirdOctave.h"
#include "files/InputFile.h"
#include "files/Json.h"
#include "library/JsonFields.h"
#include "library/ProvenanceFields.h"
#include "library/Wording.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace library
{

namespace
{

/** A number that must lie within bounds, both included. */
double within (JsonFields& fields, std::string_view key, double low, double high)
{
    const double value = fields.number (key);

    if (fields.has (key) && (value < low || value > high))
        fields.complain (key,
                         "It lies outside " + std::to_string (low) + " … " + std::to_string (high)
                             + ".",
                         "Check its unit.");

    return value;
}

void refuseOutside (JsonFields& fields,
                    std::string_view key,
                    std::span<const double> figures,
                    double low,
                    double high)
{
    if (std::ranges::any_of (figures, [=] (double v) { return v < low || v > high; }))
        fields.complain (key,
                         "A figure lies outside " + std::to_string (low) + " … "
                             + std::to_string (high) + ".",
                         "Check its unit.");
}

template <std::size_t Count>
std::array<double, Count>
listWithin (JsonFields& fields, std::string_view key, double low, double high)
{
    const auto list = fields.numbers (key, Count);
    std::array<double, Count> figures {};

    if (list.size() != Count)
        return figures;

    std::copy (list.begin(), list.end(), figures.begin());
    refuseOutside (fields, key, figures, low, high);
    return figures;
}

OctaveFigures octaves (JsonFields& fields, std::string_view key, double low, double high)
{
    return listWithin<std::tuple_size_v<OctaveFigures>> (fields, key, low, high);
}

OctaveFigures octavesIfAny (JsonFields& fields, std::string_view key, double low, double high)
{
    return fields.has (key) ? octaves (fields, key, low, high) : OctaveFigures {};
}

Room readRoom (JsonFields fields)
{
    Room room;
    room.sizeMetres = listWithin<3> (fields, "sizeMetres", 1.0, 100.0);
    room.listenerMetres = listWithin<3> (fields, "listenerMetres", 0.0, 100.0);
    room.imageOrder = static_cast<int> (within (fields, "imageOrder", 1.0, 3.0));
    room.absorption = octaves (fields, "absorption", 0.0, 0.99);
    room.reverberationTimeSeconds = octaves (fields, "reverberationTimeSeconds", 0.02, 10.0);
    room.reverberantLevelDb = octaves (fields, "reverberantLevelDb", -60.0, 20.0);
    room.usualEarlyReflectionsDb = octavesIfAny (fields, "usualEarlyReflectionsDb", -40.0, 10.0);
    room.usualSoundPowerDb = octavesIfAny (fields, "usualSoundPowerDb", -40.0, 10.0);

    for (std::size_t axis = 0; axis < 3; ++axis)
        if (room.listenerMetres[axis] > room.sizeMetres[axis])
        {
            fields.complain ("listenerMetres",
                             "The listener sits outside the room.",
                             "Count from the right rear corner: ahead, to the left, up.");
            break;
        }

    fields.refuseUnknown();
    return room;
}

Cabin readCabin (JsonFields fields)
{
    Cabin cabin;
    cabin.gainCornerHz = within (fields, "gainCornerHz", 10.0, 300.0);
    cabin.gainLimitDb = within (fields, "gainLimitDb", 0.0, 24.0);

    for (auto& entry : fields.objects ("reflections"))
    {
        cabin.reflections.push_back ({ within (entry, "delaySeconds", 0.0, 0.1),
                                       within (entry, "levelDb", -60.0, 6.0),
                                       within (entry, "azimuthDegrees", -180.0, 360.0),
                                       within (entry, "elevationDegrees", -90.0, 90.0) });
        entry.refuseUnknown();
    }

    cabin.reflectionLowPassHz = within (fields, "reflectionLowPassHz", 100.0, 40000.0);
    cabin.tailSeconds = within (fields, "tailSeconds", 0.01, 1.0);
    cabin.tailLevelDb = within (fields, "tailLevelDb", -60.0, 6.0);
    fields.refuseUnknown();
    return cabin;
}

Desk readDesk (JsonFields fields)
{
    Desk desk;
    desk.metresBelowHead = within (fields, "metresBelowHead", 0.1, 2.0);
    desk.absorption = octaves (fields, "absorption", 0.0, 0.99);
    fields.refuseUnknown();
    return desk;
}

/** Third octaves one after the other: no band of a noise is guessed. */
std::optional<std::string> gapIn (std::span<const double> frequenciesHz)
{
    constexpr double nominalWithin = 0.02; // 160 Hz stands for 158.5 Hz

    for (std::size_t n = 0; n < frequenciesHz.size(); ++n)
    {
        const auto band = dsp::ThirdOctave::around (frequenciesHz[n]);

        if (std::abs (frequenciesHz[n] / band.centreHz() - 1.0) > nominalWithin)
            return plainNumber (frequenciesHz[n]) + " Hz is not the centre of a third octave.";

        if (n > 0
            && band.fromOneKilohertz
                   != dsp::ThirdOctave::around (frequenciesHz[n - 1]).fromOneKilohertz + 1)
            return "There is not one band after the other from "
                   + plainNumber (frequenciesHz[n - 1]) + " Hz to " + plainNumber (frequenciesHz[n])
                   + " Hz.";
    }

    return std::nullopt;
}

BackgroundNoise readNoise (JsonFields fields)
{
    const auto frequencies = fields.numbers ("frequenciesHz", 0);
    const auto levels = fields.numbers ("levelsDbSpl", frequencies.size());
    refuseOutside (fields, "levelsDbSpl", levels, -60.0, 140.0);
    fields.refuseUnknown();
    auto curve = dsp::FrequencyResponse::fromPoints (frequencies, levels);

    if (! curve)
    {
        fields.complain ("frequenciesHz", curve.problem().what, curve.problem().cure);
        return {};
    }

    if (const auto gap = gapIn (frequencies))
        fields.complain ("frequenciesHz", *gap, "Name every third octave: 25, 31.5, 40 … 16000.");

    return { std::move (curve).value() };
}

ListeningEnvironment readFields (JsonFields& fields)
{
    ListeningEnvironment environment;
    readSchema (fields);
    environment.id = fields.text ("id");
    environment.name = fields.text ("name");
    environment.summary = fields.text ("summary");
    environment.provenance = readProvenance (fields.object ("provenance"));

    if (fields.has ("room"))
        environment.room = readRoom (fields.object ("room"));

    if (fields.has ("cabin"))
        environment.cabin = readCabin (fields.object ("cabin"));

    if (fields.has ("desk"))
        environment.desk = readDesk (fields.object ("desk"));

    if (fields.has ("noise"))
        environment.noise = readNoise (fields.object ("noise"));

    if (environment.room && environment.cabin)
        fields.complain ("cabin", "There is a room too.", "Keep one of them.");

    fields.refuseUnknown();
    return environment;
}

} // namespace

EnvironmentReading
parseEnvironment (std::string_view text, const std::string& where, Strictness strictness)
{
    const auto json = files::parseJson (text, where);

    if (! json)
        return { std::nullopt, { json.problem() } };

    JsonReading reading { where, strictness, {} };
    JsonFields fields { &json.value(), "", reading };
    auto environment = readFields (fields);

    if (! reading.problems.empty())
        return { std::nullopt, std::move (reading.problems) };

    return { std::move (environment), {} };
}

units::Result<ListeningEnvironment> readEnvironment (const std::filesystem::path& file,
                                                     Strictness strictness)
{
    const auto text = files::readBytes (file, files::maximumTextBytes);

    if (! text)
        return text.problem();

    auto reading = parseEnvironment (*text, file.string(), strictness);

    if (! reading.environment)
        return reading.problems.front();

    if (reading.environment->id != file.stem().string())
        return units::Problem { units::Problem::Kind::invalidValue,
                                file.string() + ": /id",
                                "It is \"" + reading.environment->id
                                    + "\", which is not the file's name.",
                                "Make both the same." };

    return std::move (*reading.environment);
}

} // namespace library
