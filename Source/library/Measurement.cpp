// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Measurement.h"

#include "files/AudioFile.h"
#include "files/ResponseTable.h"
#include "files/SofaFile.h"
#include "library/LevelList.h"
#include "library/ResponseShaping.h"
#include "library/Wording.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace library
{

namespace fs = std::filesystem;

namespace
{

std::string lowerExtension (const fs::path& file)
{
    std::string extension = file.extension().string();

    for (char& letter : extension)
        letter = static_cast<char> (std::tolower (static_cast<unsigned char> (letter)));

    return extension;
}

std::string_view formatName (files::ResponseTable::Format format)
{
    using Format = files::ResponseTable::Format;

    switch (format)
    {
    case Format::rew:
        return "REW text export";
    case Format::autoEq:
        return "AutoEq table";
    case Format::squig:
        return "squig.link or CrinGraph text";
    case Format::graphicEq:
        return "Equalizer APO graphic equaliser, inverted";
    case Format::parametricEq:
        return "Equalizer APO parametric equaliser, inverted";
    case Format::cta2034:
        return "CTA-2034 table";
    }

    return "table";
}

bool isCorrection (files::ResponseTable::Format format)
{
    return format == files::ResponseTable::Format::graphicEq
           || format == files::ResponseTable::Format::parametricEq;
}

dsp::FrequencyResponse inverted (const dsp::FrequencyResponse& response)
{
    return dsp::FrequencyResponse::sampled (response.frequenciesHz(), [&] (double frequency) {
        return -response.levelDbAt (frequency);
    });
}

units::Result<dsp::FrequencyResponse>
columnOf (const files::ResponseTable& table, const ImportRequest& request, const fs::path& file)
{
    const bool isCta = table.format == files::ResponseTable::Format::cta2034;
    const std::string wanted = request.column.empty() && isCta ? "Listening Window"
                                                               : request.column;

    if (wanted.empty())
        return table.columns.front().response;

    if (const auto* found = table.find (wanted))
        return *found;

    std::string names;

    for (const auto& column : table.columns)
    {
        names += names.empty() ? "" : ", ";
        names += column.name;
    }

    return units::Problem { units::Problem::Kind::invalidValue,
                            file.string(),
                            "It has no column \"" + wanted + "\".",
                            "Choose one of: " + names + "." };
}

units::Result<Measurement> measurementOfTable (const fs::path& file, const ImportRequest& request)
{
    const auto table = files::readResponseTable (file);

    if (! table)
        return table.problem();

    auto level = columnOf (*table, request, file);

    if (! level)
        return level.problem();

    const auto shaped = [&] (const dsp::FrequencyResponse& response) {
        return request.smoothingOctaves ? smoothed (response, *request.smoothingOctaves) : response;
    };

    Measurement measurement;
    measurement.method = formatName (table->format);
    measurement.notes = table->notes;
    measurement.notes.insert (measurement.notes.begin(),
                              file.filename().string() + ": " + measurement.method + ".");
    measurement.usableBandHz = { std::max (20.0, level->frequenciesHz().front()),
                                 std::min (20000.0, level->frequenciesHz().back()) };
    measurement.evidence = isCorrection (table->format) ? Evidence::inferred
                                                        : Evidence::measuredMagnitude;
    measurement.level = shaped (isCorrection (table->format) ? inverted (*level) : *level);

    if (const auto* early = table->find ("Early Reflections"))
        measurement.earlyReflections = shaped (*early);

    if (const auto* power = table->find ("Sound Power"))
        measurement.soundPower = shaped (*power);

    return measurement;
}

units::Result<Measurement> measurementOfChannels (std::vector<dsp::ImpulseResponse> channels,
                                                  const fs::path& file,
                                                  const ImportRequest& request)
{
    Measurement measurement;
    measurement.evidence = Evidence::measuredIr;
    measurement.method = "impulse response, " + std::to_string (channels.size())
                         + (channels.size() == 1 ? " channel" : " channels, averaged in power");
    measurement.smoothing = "1/" + plainNumber (1.0 / request.impulse.smoothingOctaves)
                            + " octave, power";
    std::vector<dsp::FrequencyResponse> levels;

    for (const auto& channel : channels)
    {
        const auto analysis = analyseImpulse (channel, request.impulse);
        const std::string name = channels.size() == 1
                                     ? std::string {}
                                     : " (channel " + std::to_string (levels.size() + 1) + ")";

        if (! analysis)
            return units::Problem { analysis.problem().kind,
                                    file.string() + name,
                                    analysis.problem().what,
                                    analysis.problem().cure };

        const std::string place = file.filename().string() + name + ": ";
        for (const auto& note : describe (*analysis))
            measurement.notes.push_back (place + note);

        const Band band = analysis->usableBandHz;
        measurement.usableBandHz = { std::max (measurement.usableBandHz.lowHz, band.lowHz),
                                     std::min (measurement.usableBandHz.highHz, band.highHz) };
        levels.push_back (normalised (analysis->level));
    }

    measurement.level = powerAverage (levels);
    measurement.channels = std::move (channels);
    return measurement;
}

units::Result<Measurement> measurementOfSofa (const fs::path& file, const ImportRequest& request)
{
    const auto sofa = files::readSofa (file);

    if (! sofa)
        return sofa.problem();

    // How far from straight ahead, as the crow flies on the unit sphere.
    const auto aside = [] (const files::SofaFile::Measurement& each) {
        constexpr double degree = 3.14159265358979323846 / 180.0;
        const auto& direction = each.source.direction;
        return -std::cos (direction.azimuthDegrees * degree)
               * std::cos (direction.elevationDegrees * degree);
    };
    const auto front = std::min_element (
        sofa->measurements.begin(),
        sofa->measurements.end(),
        [&] (const auto& left, const auto& right) { return aside (left) < aside (right); });

    if (front == sofa->measurements.end() || front->impulseResponses.size() > 2)
        return units::Problem { units::Problem::Kind::unsupported,
                                file.string(),
                                "It holds no response of one or two receivers.",
                                "Use SimpleFreeFieldHRIR, MultiSpeakerBRIR or SingleRoomSRIR files "
                                "of one or two microphones." };

    std::vector<dsp::ImpulseResponse> channels;

    for (const auto& samples : front->impulseResponses)
        channels.push_back ({ samples, sofa->rate });

    auto measurement = measurementOfChannels (std::move (channels), file, request);

    if (measurement)
        measurement->notes.insert (
            measurement->notes.begin(),
            file.filename().string() + ": " + sofa->conventions + ", the measurement nearest to "
                + "straight ahead of " + std::to_string (sofa->measurements.size()) + ", at "
                + plainNumber (front->source.direction.azimuthDegrees) + " degrees.");

    return measurement;
}

units::Result<Measurement> measurementOf (const fs::path& file, const ImportRequest& request)
{
    if (isSofaFile (file))
        return measurementOfSofa (file, request);

    if (! isAudioFile (file))
        return measurementOfTable (file, request);

    auto channels = files::readImpulseResponses (file);

    if (! channels)
        return channels.problem();

    return measurementOfChannels (std::move (channels).value(), file, request);
}

void average (std::optional<dsp::FrequencyResponse>& into,
              const std::optional<dsp::FrequencyResponse>& other)
{
    if (into && other)
        into = powerAverage (std::array { *into, *other });
}

/** Several files of one device: the mean power of their curves, each first brought to 0 dB. */
Measurement averaged (const std::vector<Measurement>& all)
{
    Measurement whole = all.front();
    std::vector<dsp::FrequencyResponse> levels;

    for (const auto& each : all)
    {
        levels.push_back (normalised (each.level));
        whole.usableBandHz = { std::max (whole.usableBandHz.lowHz, each.usableBandHz.lowHz),
                               std::min (whole.usableBandHz.highHz, each.usableBandHz.highHz) };

        if (&each == &all.front())
            continue;

        average (whole.earlyReflections, each.earlyReflections);
        average (whole.soundPower, each.soundPower);
        whole.notes.insert (whole.notes.end(), each.notes.begin(), each.notes.end());
    }

    whole.level = powerAverage (levels);
    whole.channels.clear();
    whole.notes.push_back ("The figures are the mean power of " + std::to_string (all.size())
                           + " files; no impulse response is kept.");
    return whole;
}

} // namespace

bool isAudioFile (const fs::path& file)
{
    constexpr std::array<std::string_view, 9> endings { ".wav", ".flac", ".aif", ".aiff", ".aifc",
                                                        ".w64", ".rf64", ".caf", ".irs" };
    return std::find (endings.begin(), endings.end(), lowerExtension (file)) != endings.end();
}

bool isSofaFile (const fs::path& file) { return lowerExtension (file) == ".sofa"; }

units::Result<Measurement> readMeasurement (const ImportRequest& request)
{
    std::vector<Measurement> all;

    for (const auto& file : request.files)
    {
        auto measurement = measurementOf (file, request);

        if (! measurement)
            return measurement.problem();

        all.push_back (std::move (measurement).value());
    }

    if (all.empty())
        return units::Problem { units::Problem::Kind::missingFile,
                                request.name,
                                "No file was given to import.",
                                "Name at least one measurement." };

    return all.size() == 1 ? std::move (all.front()) : averaged (all);
}

} // namespace library
