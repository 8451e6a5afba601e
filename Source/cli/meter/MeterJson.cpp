// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/meter/MeterReport.h"

#include <cmath>

namespace cli
{

namespace
{

using files::Json;

/** To a thousandth: what is measured is no finer. */
Json number (double value) { return std::round (1000.0 * value) / 1000.0; }

Json number (const std::optional<double>& value) { return value ? number (*value) : Json {}; }

Json number (const std::optional<units::Lufs>& value)
{
    return value ? number (value->value) : Json {};
}

Json number (const std::optional<units::Decibels>& value)
{
    return value ? number (value->value()) : Json {};
}

void add (Json::Object& to, const hearing::ProgrammeLoudness& loudness)
{
    to.insert (to.end(),
               { { "integratedLufs", number (loudness.integrated) },
                 { "rangeLu", number (loudness.rangeLu) },
                 { "truePeakDbtp", number (loudness.truePeakDbtp) },
                 { "maxMomentaryLufs", number (loudness.maxMomentary) },
                 { "maxShortTermLufs", number (loudness.maxShortTerm) },
                 { "plrDb", number (loudness.peakToLoudnessDb()) } });
}

Json describe (const hearing::Calibration& calibration,
               const hearing::ProgrammeSensation& sensation)
{
    return Json::Object { { "fullScaleSplDb", calibration.fullScale.dbSpl },
                          { "field",
                            calibration.field == hearing::SoundField::free ? "free" : "diffuse" },
                          { "nMaxSone", number (sensation.nMaxSone) },
                          { "n5Sone", number (sensation.n5Sone) },
                          { "loudnessLevelPhon", number (sensation.loudnessLevelPhon) } };
}

Json describe (const MeteredFile& file, const hearing::Calibration& calibration)
{
    Json::Object object { { "file", file.file.string() },
                          { "seconds", number (file.seconds) },
                          { "sampleRate", file.rateHz },
                          { "channels", static_cast<double> (file.numChannels) } };
    add (object, file.loudness);
    object.emplace_back ("sharpnessAcum", number (file.sensation.sharpness5Acum));
    object.emplace_back ("zwicker", describe (calibration, file.sensation));
    return object;
}

Json describe (const units::Problem& problem)
{
    return Json::Object { { "where", problem.where },
                          { "what", problem.what },
                          { "cure", problem.cure } };
}

} // namespace

Json meterJson (const MeterReport& report)
{
    Json::Array files;
    Json::Array problems;

    for (const auto& file : report.files)
        files.push_back (describe (file, report.calibration));

    for (const auto& problem : report.problems)
        problems.push_back (describe (problem));

    Json::Object object { { "schema", 1 }, { "files", std::move (files) } };

    if (report.album)
    {
        Json::Object album;
        add (album, *report.album);
        object.emplace_back ("album", std::move (album));
    }

    object.emplace_back ("problems", std::move (problems));
    return object;
}

} // namespace cli
