// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/OutputFile.h"
#include "library/DeviceProfile.h"
#include "library/ImpulseAnalysis.h"
#include "library/ResponseShaping.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace library
{

/** Whether the impulse response stays beside the figures. */
enum class KeepImpulse
{
    yes,
    no
};

/** What becomes of data outside the usable band. */
enum class OutsideBand
{
    continued, ///< replaced by a slope, marked modelled
    asGiven    ///< kept as the file has them: seen, not believed
};

/** Bass that another measurement knows better, such as that of an open earbud. */
struct BassSplice
{
    std::filesystem::path file;
    double belowHz = 250.0;
    std::string
        target; ///< subtracted from the file's raw curve; empty: the file is a deviation already
    std::string basis; ///< not empty: it is another device's bass, and says why it serves: modelled
};

/** What is known about a measurement and how to make a device of it. Only `files`, `kind` and `name`
    are needed; what is left empty is read from the files or set to what is usual for the kind, and
    the outcome's notes say so.
*/
struct ImportRequest
{
    /** WAV, FLAC or AIFF impulse responses, SOFA, REW, AutoEq, squig, Equalizer APO, CTA-2034 tables
        or one of our own JSON files. Several files of one device are averaged in power. */
    std::vector<std::filesystem::path> files;

    DeviceKind kind = DeviceKind::phone;
    std::string name;
    std::string id; ///< without the kind; empty: made of the name
    std::string summary;

    /** Empty texts are filled in; the usable band only where usableBandHz below is empty too. */
    Provenance provenance;
    std::optional<Evidence> evidence;
    std::optional<Band> usableBandHz;

    std::string column; ///< of a table: "raw", "Listening Window"; empty: the format's usual one
    std::optional<Quantity> quantity;
    std::string target; ///< makes it a deviation from that target

    std::optional<Fold> fold;
    std::vector<Transducer> transducers;    ///< empty: the kind's usual ones
    std::optional<std::string> environment; ///< empty text: none
    std::optional<double> listeningLevelDbSpl;

    ImpulseOptions impulse;
    std::optional<double> smoothingOctaves;  ///< of a table; nothing: as it is
    std::vector<Continuation> continuations; ///< empty: below and above the usable band as usual
    OutsideBand outsideBand = OutsideBand::continued;
    std::optional<BassSplice> bass;

    /** Where the curve has fallen this far below its reference, a table's bass is taken for the
        measurement's floor and continues on a slope. Nothing: it is believed to its end. */
    std::optional<double> floorDb;

    std::filesystem::path library; ///< empty: the user's own, userLibrary()
    KeepImpulse keepImpulse = KeepImpulse::yes;
    files::Overwrite overwrite = files::Overwrite::refuse;
};

} // namespace library
