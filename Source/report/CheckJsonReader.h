// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"
#include "files/Json.h"
#include "report/CheckJson.h"
#include "units/Result.h"

#include <string>
#include <vector>

namespace report
{

/** A report that was written before. */
struct WrittenCheck
{
    int conformance = 0;
    CheckOrigin origin;
    std::vector<analysis::TranslationReport> masters; ///< without plots
};

/** Reads what checkJson wrote, this version's or another's: what it does not know is passed over, what is not
    there is empty.
    @param where  the file's name, for the Problem */
units::Result<WrittenCheck> readCheckJson (const files::Json& json, const std::string& where);

} // namespace report
