// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MergedFinding.h"

#include <string>
#include <vector>

namespace analysis
{

/** What came of one treatment, on the part on which it was tried. */
struct TriedRemedy
{
    Treatment treatment;
    Spread spread = Spread::widespread; ///< of what it is to mend
    std::vector<std::string> affected;  ///< columns that showed the finding before
    std::vector<std::string> cleared;   ///< and those of them that do not any more, or less badly
    double measuredBefore = 0.0;        ///< on the first of them, as the finding's evidence has it
    double measuredAfter = 0.0;
    double allowed = 0.0; ///< the threshold of both
    std::string unit;     ///< of these
    double loudnessChangeLu = 0.0;
    double peakChangeDb = 0.0;

    /** What became worse by it: rules and columns. */
    struct SideEffect
    {
        RuleId rule;
        std::string device;
    };

    std::vector<SideEffect> sideEffects;

    bool clearsAll() const { return cleared.size() == affected.size(); }

    /** It clears more, or, where that is the same, comes nearer. */
    bool isBetterThan (const TriedRemedy& other) const;
};

TriedRemedy outcomeOf (const MergedFinding& finding,
                       const Treatment& treatment,
                       const TranslationReport& before,
                       const TranslationReport& after);

/** "+3 dB at 155 Hz: audible again on 2 of 3 devices; costs 0.4 dB of headroom; worse by it: boom on Sedan." */
std::string remedyWords (const TriedRemedy& tried, const TranslationReport& report);

} // namespace analysis
