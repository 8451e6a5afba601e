// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"
#include "files/Json.h"
#include "units/Problem.h"

#include <span>
#include <string>

namespace report
{

/** What the masters were checked with. */
struct CheckOrigin
{
    std::string catalogue; ///< hash of the library
    std::string version;   ///< of Elsewhere

    bool operator== (const CheckOrigin&) const = default;
};

/** The report of `check --json`, as docs/check.schema.json has it: fields may be added, none is ever
    renamed; null where there is no number. Same reports, same value. The problems are those of masters
    that could not be checked. */
files::Json checkJson (std::span<const analysis::TranslationReport> masters,
                       const CheckOrigin& origin,
                       std::span<const units::Problem> problems = {});

} // namespace report
