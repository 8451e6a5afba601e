// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/MeasurementImport.h"

#include "library/ImpulseResponseFile.h"
#include "library/LibraryLocation.h"
#include "library/ProfileAssembly.h"
#include "library/ProfileChecks.h"
#include "library/ProfileReader.h"
#include "library/ProfileWriter.h"

#include <cctype>
#include <cstdlib>

namespace library
{

namespace fs = std::filesystem;

namespace
{

bool isOwnJson (const ImportRequest& request)
{
    return request.files.size() == 1 && request.files.front().extension() == ".json";
}

/** One of our own files, perhaps under another name. */
units::Result<ImportOutcome> deviceFromJson (const ImportRequest& request)
{
    auto profile = readProfile (request.files.front(), Strictness::lenient);

    if (! profile)
        return profile.problem();

    ImportOutcome outcome { std::move (profile).value(), {}, {}, {} };
    outcome.notes.push_back (request.files.front().filename().string() + ": a device file of ours, "
                             + outcome.profile.id + ".");

    if (! request.name.empty())
        outcome.profile.name = request.name;

    if (! request.id.empty())
        outcome.profile.id = std::string (kindId (outcome.profile.kind)) + "/" + request.id;

    return outcome;
}

fs::path deviceFileOf (const DeviceProfile& device, const ImportRequest& request)
{
    const auto library = request.library.empty() ? userLibrary() : request.library;
    const bool isNonFree = licenceClass (device.provenance.licence) == LicenceClass::nonFree;
    return (isNonFree ? library / "non-free" : library) / (device.id + ".json");
}

units::Result<void> makeFolderOf (const fs::path& file)
{
    std::error_code error;
    fs::create_directories (file.parent_path(), error);

    if (error)
        return units::Problem { units::Problem::Kind::unwritableFile,
                                file.parent_path().string(),
                                "The folder cannot be made: " + error.message() + ".",
                                "Choose another library folder." };

    return {};
}

/** An id becomes a path: nothing in it may lead out of the library. */
units::Result<void> checkId (const DeviceProfile& device)
{
    const auto kind = std::string (kindId (device.kind)) + "/";
    const auto name = device.id.starts_with (kind) ? device.id.substr (kind.size()) : std::string();

    if (! name.empty() && idFromName (name) == name)
        return {};

    return units::Problem { units::Problem::Kind::invalidValue,
                            "the id " + device.id,
                            "Ids are made of lower-case letters, digits and single hyphens.",
                            "Call it \"" + idFromName (name) + "\", for example." };
}

/** The channels as the device's own, with the matrix they amount to. */
units::Result<void> attachImpulse (const std::vector<dsp::ImpulseResponse>& channels,
                                   const fs::path& source,
                                   DeviceProfile& device)
{
    auto matrix = impulseMatrix (channels, device.fold);

    if (! matrix)
        return units::Problem {
            matrix.problem().kind, source.string(), matrix.problem().what, matrix.problem().cure
        };

    device.impulseResponse = std::make_shared<const dsp::TransferMatrix> (
        std::move (matrix).value());
    device.impulseResponseFile = device.id.substr (device.id.find ('/') + 1) + ".wav";
    return {};
}

units::Result<ImportOutcome> write (ImportOutcome outcome,
                                    const std::vector<dsp::ImpulseResponse>& channels,
                                    const ImportRequest& request)
{
    if (auto fitting = checkId (outcome.profile); ! fitting)
        return fitting.problem();

    outcome.deviceFile = deviceFileOf (outcome.profile, request);
    outcome.profile.file = outcome.deviceFile.string();

    if (auto made = makeFolderOf (outcome.deviceFile); ! made)
        return made.problem();

    // The JSON comes first, because it is what refuses to replace a device unasked.
    if (auto written = files::writeText (
            outcome.deviceFile, writeProfile (outcome.profile), request.overwrite);
        ! written)
        return written.problem();

    if (outcome.profile.impulseResponseFile.empty() || channels.empty())
        return outcome;

    outcome.impulseFile = outcome.deviceFile.parent_path() / outcome.profile.impulseResponseFile;

    if (auto written = writeImpulseResponse (
            outcome.impulseFile, channels, files::Overwrite::allow);
        ! written)
    {
        std::error_code ignored; // the first Problem is the one to tell
        fs::remove (outcome.deviceFile, ignored);
        return written.problem();
    }

    return outcome;
}

/** An import and the channels to keep. */
struct Draft
{
    ImportOutcome outcome;
    std::vector<dsp::ImpulseResponse> channels;
};

units::Result<Draft> draft (const ImportRequest& request, const Targets& targets)
{
    if (isOwnJson (request))
    {
        auto outcome = deviceFromJson (request);

        if (! outcome)
            return outcome.problem();

        return Draft { std::move (outcome).value(), {} };
    }

    auto measurement = readMeasurement (request);

    if (! measurement)
        return measurement.problem();

    auto outcome = assembleProfile (*measurement, request, targets);

    if (! outcome)
        return outcome.problem();

    Draft whole { std::move (outcome).value(), {} };

    if (request.keepImpulse == KeepImpulse::no || measurement->channels.empty())
        return whole;

    whole.channels = std::move (measurement->channels);

    if (auto attached = attachImpulse (
            whole.channels, request.files.front(), whole.outcome.profile);
        ! attached)
        return attached.problem();

    return whole;
}

} // namespace

std::string idFromName (std::string_view name)
{
    std::string id;

    for (const char letter : name)
    {
        const auto byte = static_cast<unsigned char> (letter);

        if (std::isalnum (byte) != 0)
            id += static_cast<char> (std::tolower (byte));
        else if (letter == '+')
            id += id.empty() || id.back() == '-' ? "plus" : "-plus";
        else if (! id.empty() && id.back() != '-')
            id += '-';
    }

    while (! id.empty() && id.back() == '-')
        id.pop_back();

    return id.empty() ? "unnamed" : id;
}

units::Result<ImportOutcome> deviceFromMeasurement (const ImportRequest& request,
                                                    const Targets& targets)
{
    auto whole = draft (request, targets);

    if (! whole)
        return whole.problem();

    return std::move (whole->outcome);
}

units::Result<ImportOutcome> importMeasurement (const ImportRequest& request,
                                                const Targets& targets)
{
    auto whole = draft (request, targets);

    if (! whole)
        return whole.problem();

    for (const auto& problem : checkProfile (whole->outcome.profile))
        whole->outcome.notes.push_back ("Look at this: " + problem.what + " " + problem.cure);

    return write (std::move (whole->outcome), whole->channels, request);
}

} // namespace library
