// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ProfileChecks.h"

#include "library/ProvenanceChecks.h"

#include <algorithm>
#include <cmath>

namespace library
{

namespace
{

// Heuristic bounds of what a transducer does. A phone's bass, continued at 24 dB per octave from
// 250 Hz to 20 Hz, lies 90 dB down; nothing measured here rises by more than 25 dB.
constexpr double lowestDb = -120.0;
constexpr double highestDb = 30.0;

// Between neighbours of the grid (1/24 octave). The steepest measured notch of the library moves
// by 9 dB; a torn or misread table jumps by tens.
constexpr double steepestStepDb = 12.0;

// The mean is taken from levels rounded to 0.1 dB.
constexpr double meanToleranceDb = 0.1;

void checkRange (const dsp::FrequencyResponse& level,
                 const std::string& pointer,
                 ProfileFindings& findings)
{
    for (std::size_t i = 0; i < level.levelsDb().size(); ++i)
    {
        const double db = level.levelsDb()[i];

        if (std::isfinite (db) && db >= lowestDb && db <= highestDb)
            continue;

        findings.expect (
            false,
            pointer + "/" + std::to_string (i),
            decimal (db) + " dB at " + decimal (level.frequenciesHz()[i])
                + " Hz is no level of a device.",
            "Levels lie between -120 and 30 dB, 0 dB being the mean from 300 to 1200 Hz.");
        return;
    }
}

void checkSteps (const DeviceProfile& device,
                 const dsp::FrequencyResponse& level,
                 const std::string& pointer,
                 ProfileFindings& findings)
{
    const auto frequencies = level.frequenciesHz();
    const auto levels = level.levelsDb();
    const Band band = device.provenance.usableBandHz;

    for (std::size_t i = 1; i < levels.size(); ++i)
    {
        const bool isUsable = frequencies[i - 1] >= band.lowHz && frequencies[i] <= band.highHz;

        if (! isUsable || std::abs (levels[i] - levels[i - 1]) <= steepestStepDb)
            continue;

        findings.expect (false,
                         pointer + "/" + std::to_string (i),
                         "The level jumps by " + decimal (levels[i] - levels[i - 1]) + " dB at "
                             + decimal (frequencies[i]) + " Hz.",
                         "Look at the curve: smooth it, or end the usable band before.");
        return;
    }
}

void checkReference (const dsp::FrequencyResponse& level,
                     const std::string& pointer,
                     ProfileFindings& findings)
{
    const double mean = level.meanDb (units::Hertz { 300.0 }, units::Hertz { 1200.0 });

    findings.expect (std::abs (mean) <= meanToleranceDb,
                     pointer,
                     "Its mean from 300 to 1200 Hz is " + decimal (mean) + " dB.",
                     "Raise or lower the curve so that this mean is 0 dB.");
}

void checkQuantity (const DeviceProfile& device,
                    const DeviceResponse& response,
                    const std::string& pointer,
                    ProfileFindings& findings)
{
    const bool isAir = device.coupling == Coupling::air;

    findings.expect ((response.quantity == Quantity::freeField) == isAir,
                     pointer + "/quantity",
                     "It does not fit a device of this kind.",
                     isAir ? "What radiates into the air is freeField."
                           : "What sits on or in the ear is eardrum, deviationFromTarget or "
                             "diffuseField.");

    findings.expect ((response.quantity == Quantity::deviationFromTarget)
                         == ! response.target.empty(),
                     pointer + "/target",
                     "Target and quantity do not fit each other.",
                     "Name the target of a deviationFromTarget, and of nothing else.");
}

void checkResponses (const DeviceProfile& device, ProfileFindings& findings)
{
    for (std::size_t i = 0; i < device.responses.size(); ++i)
    {
        const auto& response = device.responses[i];
        const std::string pointer = "/responses/" + std::to_string (i);
        checkRange (response.level, pointer + "/levelDb", findings);
        checkReference (response.level, pointer + "/levelDb", findings);
        checkSteps (device, response.level, pointer + "/levelDb", findings);
        checkQuantity (device, response, pointer, findings);

        if (response.earlyReflections)
            checkRange (*response.earlyReflections, pointer + "/earlyReflectionsDb", findings);

        if (response.soundPower)
            checkRange (*response.soundPower, pointer + "/soundPowerDb", findings);
    }
}

void checkTransducers (const DeviceProfile& device, ProfileFindings& findings)
{
    findings.expect (device.coupling == Coupling::air || device.transducers.size() == 2,
                     "/transducers",
                     "A worn device has one transducer for each ear.",
                     "List \"left\" and \"right\"; they may share one response.");

    for (std::size_t i = 0; i < device.transducers.size(); ++i)
    {
        const auto& position = device.transducers[i].position;
        const std::string pointer = "/transducers/" + std::to_string (i);

        findings.expect (std::abs (position.direction.azimuthDegrees) <= 180.0
                             && std::abs (position.direction.elevationDegrees) <= 90.0,
                         pointer,
                         "This is no direction.",
                         "Azimuth lies within ±180°, elevation within ±90°.");

        // From a phone at the ear to the back of a large hall.
        findings.expect (position.distanceMetres >= 0.05 && position.distanceMetres <= 50.0,
                         pointer + "/distanceMetres",
                         "Nobody listens from there.",
                         "Give the distance from the head's centre, 0.05 to 50 m.");
    }
}

} // namespace

std::vector<units::Problem> checkProfile (const DeviceProfile& device)
{
    ProfileFindings findings { device.file, {} };
    checkResponses (device, findings);
    checkProvenance (device, findings);
    checkTransducers (device, findings);

    findings.expect (device.listeningLevelDbSpl >= 40.0 && device.listeningLevelDbSpl <= 110.0,
                     "/listeningLevelDbSpl",
                     "Nobody listens at " + decimal (device.listeningLevelDbSpl) + " dB.",
                     "Give the level at the ear of -14 LUFS programme, 40 to 110 dB SPL.");

    return findings.problems;
}

std::vector<units::Problem> checkPlace (const DeviceProfile& device,
                                        const std::filesystem::path& library)
{
    ProfileFindings findings { device.file, {} };
    const std::filesystem::path file = device.file;
    const std::string kind { kindId (device.kind) };

    findings.expect (device.id == kind + "/" + file.stem().string(),
                     "/id",
                     "It does not fit the file's name and the kind.",
                     "Write \"" + kind + "/" + file.stem().string() + "\", or rename the file.");

    const bool isNonFree = licenceClass (device.provenance.licence) == LicenceClass::nonFree;
    const auto folder = isNonFree ? library / "non-free" / kind : library / kind;

    findings.expect (file.parent_path().lexically_normal() == folder.lexically_normal(),
                     "/provenance/licence",
                     "Data under " + device.provenance.licence + " of this kind stand elsewhere.",
                     "Move the file to " + folder.string() + ".");

    return findings.problems;
}

} // namespace library
