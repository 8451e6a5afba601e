// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/Json.h"
#include "library/JsonFields.h"
#include "library/Provenance.h"

namespace library
{

/** Reads a "provenance" object; what is wrong becomes Problems in the reading. Needed: evidence,
    source, licence, usableBandHz. The keys are those of the struct; bands are [low, high] in Hz,
    uncertaintyDb is a list of { "bandHz", "db" }, modelledParts of { "bandHz", "basis" }.
*/
Provenance readProvenance (JsonFields fields);

/** Where it comes from, how it was measured and how surely: all but evidence, usableBandHz, modelledParts
    and numUnits, from fields that may stand among others. Needed: source, licence. */
Provenance readOrigin (JsonFields& fields);

/** The same object again; empty texts and lists are left out. */
files::Json writeProvenance (const Provenance& provenance);

} // namespace library
