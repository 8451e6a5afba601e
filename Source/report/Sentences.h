// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MergedFinding.h"
#include "analysis/TranslationReport.h"

#include <span>
#include <string>

namespace report
{

/** "1:01–1:34, 2:01–2:30 and 3 more"; "throughout"; empty without ranges. */
std::string timesOf (std::span<const analysis::TimeRange> ranges, double masterSeconds);

/** "On phones the bass line vanishes (1:01–1:34); only the kick remains. Less so on laptops." */
std::string sentenceOf (const analysis::MergedFinding& finding,
                        const analysis::TranslationReport& report);

/** The first thing that is said: "Breaks on phones; likely problems in the sedan; no problem on the other
    14." */
std::string verdictSentence (const analysis::TranslationReport& report);

/** "Share of the time in which it cannot be followed: 91 %, threshold 75 % (heuristic: our proposal)." */
std::string evidenceSentence (const analysis::Evidence& evidence);

/** "91 %", "-0.3 dBTP". */
std::string measuredWords (const analysis::Evidence& evidence);

/** "Not certain: please listen.", or nothing where it is. */
std::string certaintySentence (const analysis::Finding& finding);

/** "44.1 kHz stereo, 3:00, -9.8 LUFS integrated, …": facts, no judgement. */
std::string factsOf (const analysis::TranslationReport& report);

} // namespace report
