// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/SofaFile.h"

#include "files/InputFile.h"
#include "files/SofaArrays.h"
#include "files/TextLines.h"
#include "files/Utf8.h"

#include <mysofa.h>

#include <algorithm>
#include <array>
#include <memory>

namespace files
{

using units::Problem;

namespace
{

/** Sets of a thousand directions have a few MiB, measured rooms some hundreds. */
constexpr std::uintmax_t maximumBytes = std::uintmax_t { 1 } << 30u;

struct FreeHrtf
{
    void operator() (MYSOFA_HRTF* hrtf) const { mysofa_free (hrtf); }
};

std::string attribute (MYSOFA_ATTRIBUTE* attributes, std::string_view name)
{
    for (const auto* each = attributes; each != nullptr; each = each->next)
        if (each->name != nullptr && each->value != nullptr && each->name == name)
            return validUtf8 (each->value);

    return {};
}

std::vector<double> numbers (const MYSOFA_ARRAY& array)
{
    if (array.values == nullptr)
        return {};

    return { array.values, array.values + array.elements };
}

SofaPositions positions (const MYSOFA_ARRAY& array)
{
    return { numbers (array),
             lowerCase (attribute (array.attributes, "Type")),
             lowerCase (attribute (array.attributes, "Units")) };
}

SofaArrays arraysOf (const MYSOFA_HRTF& hrtf)
{
    SofaArrays arrays;
    arrays.measurements = hrtf.M;
    arrays.receivers = hrtf.R;
    arrays.emitters = hrtf.E;
    arrays.samples = hrtf.N;
    arrays.conventions = attribute (hrtf.attributes, "SOFAConventions");
    arrays.title = attribute (hrtf.attributes, "Title");
    arrays.databaseName = attribute (hrtf.attributes, "DatabaseName");
    arrays.licence = attribute (hrtf.attributes, "License");
    arrays.responses = numbers (hrtf.DataIR);
    arrays.responseOrder = attribute (hrtf.DataIR.attributes, "DIMENSION_LIST");
    arrays.ratesHz = numbers (hrtf.DataSamplingRate);
    arrays.delays = numbers (hrtf.DataDelay);
    arrays.source = positions (hrtf.SourcePosition);
    arrays.emitter = positions (hrtf.EmitterPosition);
    arrays.listener = positions (hrtf.ListenerPosition);
    arrays.view = positions (hrtf.ListenerView);
    arrays.up = positions (hrtf.ListenerUp);
    return arrays;
}

/** Names of conventions lie open in the file, even when the library cannot read the rest. */
std::string foreignConventions (std::string_view bytes)
{
    constexpr std::array<std::string_view, 9> foreign {
        "SimpleFreeFieldHRTF", "SimpleFreeFieldSOS",     "FreeFieldHRTF",
        "FreeFieldHRIR",       "FreeFieldDirectivityTF", "GeneralTF",
        "GeneralSOS",          "AnnotatedReceiverAudio", "AnnotatedEmitterAudio"
    };

    for (const auto name : foreign)
        if (bytes.find (name) != std::string_view::npos)
            return std::string (name);

    return {};
}

/** The length that an HDF5 file gives itself, or 0: "HDF5 File Format Specification", II.A, the
    superblock of versions 0 to 3 with addresses of eight bytes. */
std::uint64_t ownLength (std::string_view bytes)
{
    constexpr std::array<std::size_t, 4> placeByVersion { 40, 44, 28, 28 };

    if (bytes.size() < 9 || static_cast<unsigned char> (bytes[8]) >= placeByVersion.size())
        return 0;

    const auto place = placeByVersion[static_cast<unsigned char> (bytes[8])];
    std::uint64_t length = 0;

    for (std::size_t i = 0; i < 8 && place + 8 <= bytes.size(); ++i)
        length |= std::uint64_t { static_cast<unsigned char> (bytes[place + i]) } << (8 * i);

    return length;
}

Problem notLoaded (const std::string& where, std::string_view bytes, int error)
{
    constexpr std::string_view hdf5Signature = "\x89HDF\r\n\x1A\n";

    if (! bytes.starts_with (hdf5Signature))
        return { Problem::Kind::unreadableFile,
                 where,
                 "This is not a SOFA file: it is not in HDF5 format.",
                 "Check that this is the file you meant, and that it was downloaded whole." };

    if (const auto length = ownLength (bytes); length > bytes.size())
        return { Problem::Kind::unreadableFile,
                 where,
                 "The SOFA file is damaged: it breaks off after " + std::to_string (bytes.size())
                     + " of " + std::to_string (length) + " bytes.",
                 "Download or copy it again." };

    if (const auto name = foreignConventions (bytes); ! name.empty())
    {
        SofaArrays wrong;
        wrong.conventions = name;
        return arrangeSofa (wrong, where).problem();
    }

    return { Problem::Kind::unreadableFile,
             where,
             "The SOFA file is damaged, or of a kind that libmysofa does not know (error "
                 + std::to_string (error) + ").",
             "Download it again, or save it again with the SOFA Toolbox." };
}

} // namespace

units::Result<SofaFile> readSofa (const std::filesystem::path& file)
{
    if (auto readable = checkReadable (file); ! readable)
        return readable.problem();

    std::error_code ignored;
    int error = MYSOFA_OK;

    // From the file: libmysofa 1.3 reads beyond the end of a torn one that it is handed in memory.
    // By its whole path: it takes "-" for standard input.
    const std::unique_ptr<MYSOFA_HRTF, FreeHrtf> hrtf (
        mysofa_load (std::filesystem::absolute (file, ignored).c_str(), &error));

    if (hrtf != nullptr && error == MYSOFA_OK)
        return arrangeSofa (arraysOf (*hrtf), file.string());

    const auto bytes = readBytes (file, maximumBytes);

    if (! bytes)
        return bytes.problem();

    return notLoaded (file.string(), *bytes, error);
}

} // namespace files
