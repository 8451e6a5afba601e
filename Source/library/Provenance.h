// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace library
{

/** How we know. Never blurred: see ir_library/README.md. */
enum class Evidence
{
    measuredIr,
    measuredMagnitude,
    inferred,
    digitised,
    publishedFigures,
    classMedian,
    classTypical,
    modelled
};

std::string_view evidenceId (Evidence evidence);    ///< "measured-ir"
std::string_view evidenceWords (Evidence evidence); ///< "worked out from a published correction"
std::optional<Evidence> evidenceFromId (std::string_view id);

struct Band
{
    double lowHz;
    double highHz;

    bool operator== (const Band&) const = default;
};

/** Half the width of what we believe, in dB, within a band. */
struct BandUncertainty
{
    Band band;
    double db;

    bool operator== (const BandUncertainty&) const = default;
};

/** A part that physics or practice supplied, with its reason: drawn dashed. */
struct ModelledPart
{
    Band band;
    std::string basis;

    bool operator== (const ModelledPart&) const = default;
};

/** Where figures come from. No profile is without one. */
struct Provenance
{
    Evidence evidence = Evidence::modelled;
    std::string source;      ///< who measured, which publication or repository and commit
    std::string licence;     ///< SPDX id of the data, or LicenseRef-…
    std::string attribution; ///< the line the licence asks for
    std::string rig; ///< iec711, gras43ag, bk5128, kemar, kb50xx, hms2, free-field, in-room, …
    std::string method;
    std::string smoothing;
    std::string retrieved; ///< ISO date
    std::string notes;
    Band usableBandHz { 20.0, 20000.0 };
    std::vector<BandUncertainty> uncertaintyDb;
    std::vector<ModelledPart> modelledParts;
    int numUnits = 1; ///< units measured; class figures say it on every surface

    bool operator== (const Provenance&) const = default;
};

} // namespace library
