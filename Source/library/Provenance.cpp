// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Provenance.h"

#include "library/IdTable.h"

#include <array>

namespace library
{

namespace
{

struct EvidenceEntry
{
    Evidence value;
    std::string_view id;
    std::string_view words;
};

constexpr std::array entries {
    EvidenceEntry { Evidence::measuredIr, "measured-ir", "measured" },
    EvidenceEntry { Evidence::measuredMagnitude, "measured-magnitude", "measured" },
    EvidenceEntry { Evidence::inferred, "inferred", "worked out from a published correction" },
    EvidenceEntry { Evidence::digitised, "digitised", "read off a published graph" },
    EvidenceEntry { Evidence::publishedFigures, "published-figures", "published figures" },
    EvidenceEntry { Evidence::classMedian, "class-median", "median of several measured" },
    EvidenceEntry { Evidence::classTypical, "class-typical", "typical of a few measured" },
    EvidenceEntry { Evidence::modelled, "modelled", "modelled, not measured" },
};

} // namespace

std::string_view evidenceId (Evidence evidence) { return rowOf (entries, evidence).id; }

std::string_view evidenceWords (Evidence evidence) { return rowOf (entries, evidence).words; }

std::optional<Evidence> evidenceFromId (std::string_view id) { return enumeratorOf (entries, id); }

} // namespace library
