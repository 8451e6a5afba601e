// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"
#include "files/Json.h"
#include "units/Problem.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace report
{

/** What the masters were checked with. */
struct CheckOrigin
{
    std::string catalogue; ///< hash of the library
    std::string version;   ///< of Elsewhere

    bool operator== (const CheckOrigin&) const = default;
};

struct Album;
struct Revision;

/** What a check has to say beside its masters. */
struct CheckExtras
{
    std::span<const units::Problem> problems;           ///< why masters could not be checked
    std::span<const std::optional<Revision>> revisions; ///< one for each master, or none at all
    const Album* album = nullptr;
};

/** The report of `check --json`, as docs/check.schema.json has it: fields may be added, none is ever
    renamed; null where there is no number. Same reports, same value. */
files::Json checkJson (std::span<const analysis::TranslationReport> masters,
                       const CheckOrigin& origin,
                       const CheckExtras& extras = {});

} // namespace report
