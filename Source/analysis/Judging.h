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

/** Asks the rules about the file itself, and writes findings, measures and what could not be assessed into the
    report. */
void judgeMaster (const MasterMeasures& master,
                  const ReferenceNorms& norms,
                  TranslationReport& report);

/** Asks every rule about devices of every column, several at a time, and adds findings, measures, verdicts and
    what could not be assessed to the report, in an order that does not depend on threads. */
void judgeColumns (const MasterMeasures& master,
                   const ReferenceNorms& norms,
                   std::span<const Judged> columns,
                   std::size_t numWorkers,
                   TranslationReport& report);

} // namespace analysis
