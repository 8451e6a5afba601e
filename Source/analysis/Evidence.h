// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace analysis
{

/** What a threshold rests on. */
enum class Basis
{
    standard,
    physics,
    corpus,   ///< what released masters do
    heuristic ///< our proposal, said wherever it shows
};

std::string_view basisId (Basis basis); ///< "standard", …

/** How a finding is known. There is none without. */
struct Evidence
{
    std::string quantity; ///< "share of the bass line's time in which it cannot be followed"
    double measured = 0.0;
    double allowed = 0.0; ///< the threshold that was passed
    std::string unit;     ///< "dB", "sone", "" for a share, a correlation, deviations
    Basis basis = Basis::heuristic;
    std::string source; ///< the standard, the paper, the norms
};

} // namespace analysis
