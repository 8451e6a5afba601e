// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/CatalogueHash.h"

#include "files/Sha256.h"
#include "library/ProfileWriter.h"

namespace library
{

std::string catalogueHash (const Catalogue& catalogue)
{
    files::Sha256 hash;

    for (const auto& device : catalogue.devices())
        hash.add (writeProfile (device));

    return hash.finish();
}

} // namespace library
