// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"

namespace report
{

/** A finished report, made by hand: five devices and a noise, a bass that vanishes on both phones, quiet
    parts that drown in the car, a hint of harshness, a fact about the file, a question without an answer. */
analysis::TranslationReport sampleReport();

/** Nothing was found anywhere. */
analysis::TranslationReport flawlessReport();

/** A file of digital silence: no number, no finding, no answer. */
analysis::TranslationReport silentReport();

/** A finding as rules make them; change what matters. */
analysis::Finding
sampleFinding (analysis::RuleId rule, analysis::Severity severity, const std::string& device);

} // namespace report
