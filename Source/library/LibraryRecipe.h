// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/Json.h"
#include "library/ImportRequest.h"
#include "units/Result.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace library
{

/** One row of ir_library/sources.json: a device, and where its figures come from. */
struct RecipeEntry
{
    ImportRequest request;

    /** Ids of devices that came before, whose middle this is; empty: it is not a class figure. */
    std::vector<std::string> classOf;

    /** Hz and dB of a modelled curve; empty: the request's files are imported. */
    std::vector<std::pair<double, double>> points;

    std::string basis; ///< of the whole curve, when it is modelled
};

/** A published curve that devices are compared with. */
struct RecipeTarget
{
    std::string id;
    std::string name;
    std::string summary;
    std::filesystem::path file;
    Provenance provenance;
    std::optional<std::filesystem::path> shelf; ///< an equaliser setting that is added to it
};

/** Everything a library is built from. */
struct LibraryRecipe
{
    std::vector<RecipeTarget> targets;
    std::vector<RecipeEntry> devices;
};

/** Reads schema 1 of a recipe (docs/adding-a-device.md). Each group's defaults hold for all its
    devices; a device's own members win.
    @param raw  the folder of the raw measurements, to which file names are relative
    @returns every Problem's first */
units::Result<LibraryRecipe> readRecipe (const std::filesystem::path& file,
                                         const std::filesystem::path& raw);

} // namespace library
