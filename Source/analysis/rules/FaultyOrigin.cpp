// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Figures.h"
#include "analysis/rules/FileFault.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace analysis::file_faults
{

using figures::tenths;

void addEdge (const MasterMeasures& master, Faults& faults)
{
    constexpr double lossyBelowHz = 19500.0;
    constexpr double topOctave = 0.55; // of the Nyquist frequency
    constexpr double leastDropDb = 25.0;

    if (! master.edge || master.edge->dropDb < leastDropDb)
        return;

    const auto& edge = *master.edge;
    const double nyquist = master.rate.nyquistHz();
    const bool isUpsampled = edge.hertz < topOctave * nyquist;

    if (! isUpsampled && (edge.hertz > lossyBelowHz || edge.hertz > 0.95 * nyquist))
        return;

    const Evidence evidence {
        "frequency at which the spectrum breaks off (by " + tenths (edge.dropDb) + " dB and more)",
        edge.hertz / 1000.0,
        isUpsampled ? topOctave * nyquist / 1000.0 : lossyBelowHz / 1000.0,
        "kHz",
        Basis::heuristic,
        "lossy encoders cut at 16 to 19 kHz, converters of rate at half the lower "
        "rate; music seldom ends at a wall"
    };
    const auto at = tenths (edge.hertz / 1000.0) + " kHz";
    faults.push_back ({ "edge",
                        Severity::note,
                        wholeOf (master),
                        evidence,
                        isUpsampled ? "The top of the spectrum is empty from " + at
                                          + " on: it was brought up from a lower rate."
                                    : "The spectrum breaks off at " + at
                                          + ": it seems to come from a lossy file.",
                        "Go back to the source, if there is a better one: untried." });
}

void addResolution (const MasterMeasures& master, Faults& faults)
{
    constexpr int coarseBits = 12;
    const auto bits = master.faults.bits();

    if (! bits || *bits > coarseBits)
        return;

    faults.push_back (
        { "resolution",
          Severity::note,
          wholeOf (master),
          { "bits in use",
            static_cast<double> (*bits),
            static_cast<double> (coarseBits),
            "bit",
            Basis::physics,
            "the lowest bit that is ever set" },
          "Only " + std::to_string (*bits) + " bits are in use: quiet parts are grainy.",
          "Go back to the source, if it is finer: untried." });
}

} // namespace analysis::file_faults
