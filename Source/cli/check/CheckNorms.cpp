// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/CheckNorms.h"

#include "analysis/MeasuredNorms.h"
#include "analysis/NormsFile.h"
#include "cli/ProgressBar.h"
#include "cli/check/MastersToCheck.h"
#include "library/LibraryLocation.h"

namespace cli
{

namespace
{

using analysis::ReferenceNorms;
using units::Problem;
using units::Result;

Problem tooFew (std::size_t count)
{
    const auto least = std::to_string (analysis::leastMastersOfNorms);
    return { Problem::Kind::invalidValue,
             "--reference",
             std::to_string (count) + " could be measured; what is usual shows from " + least
                 + " on.",
             "Name " + least + " masters or more, or a folder of them." };
}

Result<ReferenceNorms> normsOfReferences (const std::vector<std::string>& named,
                                          const library::Catalogue& catalogue,
                                          const analysis::CheckRequest& request,
                                          const Console& console)
{
    const auto references = mastersToCheck (named);

    for (const auto& problem : references.problems)
        console.complain (problem);

    if (references.files.size() < analysis::leastMastersOfNorms)
        return tooFew (references.files.size());

    auto measured = measureMasters (references.files, catalogue, request, console);

    if (! measured)
        return measured.problem();

    for (const auto& problem : measured->problems)
        console.complain (problem);

    if (measured->norms.numMasters < analysis::leastMastersOfNorms)
        return tooFew (measured->norms.numMasters);

    measured->norms.origin = "your " + std::to_string (measured->norms.numMasters) + " references";
    return std::move (measured->norms);
}

} // namespace

Result<ReferenceNorms> shippedNorms()
{
    const auto library = library::ownLibrary();

    if (! library)
        return library.problem();

    const auto shipped = *library / "norms" / "game-music.json";
    return std::filesystem::exists (shipped) ? analysis::readNorms (shipped) : ReferenceNorms {};
}

Result<analysis::MeasuredNorms> measureMasters (const std::vector<std::filesystem::path>& masters,
                                                const library::Catalogue& catalogue,
                                                const analysis::CheckRequest& request,
                                                const Console& console)
{
    ProgressBar bar { console, "Measuring what is usual" };
    return analysis::measureNorms (masters, catalogue, request, bar.progress());
}

Result<ReferenceNorms> checkNorms (const WantedNorms& wanted,
                                   const library::Catalogue& catalogue,
                                   const analysis::CheckRequest& request,
                                   const Console& console)
{
    if (wanted.file.empty() && wanted.references.empty())
        return shippedNorms();

    auto norms = wanted.file.empty()
                     ? normsOfReferences (wanted.references, catalogue, request, console)
                     : analysis::readNorms (wanted.file);

    if (norms)
        norms->areTheUsersOwn = true;

    return norms;
}

} // namespace cli
