// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"

#include <span>

namespace analysis
{

/** One column's comparison. */
struct Judged
{
    const Column* column = nullptr;
    const RenderingMeasures* neutral = nullptr;
    const RenderingMeasures* device = nullptr;
};

/** Asks every rule of every column it is for, several at a time, and writes findings, measures, verdicts and
    what could not be assessed into the report, in an order that does not depend on threads. */
void judge (const MasterMeasures& master,
            const ReferenceNorms& norms,
            std::span<const Judged> columns,
            std::size_t numWorkers,
            TranslationReport& report);

} // namespace analysis
