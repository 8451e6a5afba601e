// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ImpulseAnalysis.h"
#include "library/Wording.h"

namespace library
{

std::vector<std::string> describe (const ImpulseAnalysis& analysis)
{
    std::vector<std::string> notes;
    notes.push_back ("Arrives after " + plainNumber (1000.0 * analysis.delaySeconds)
                     + " ms, which the figures leave out; its peak is "
                     + plainNumber (analysis.peakDbfs) + " dBFS.");

    if (analysis.isInverted)
        notes.emplace_back ("Its polarity is inverted; figures do not know polarity.");

    notes.push_back ("Figures are taken from the first "
                     + plainNumber (1000.0 * analysis.windowSeconds) + " ms after the arrival.");

    if (analysis.noiseFloorDb)
        notes.push_back ("After that comes noise, " + plainNumber (-*analysis.noiseFloorDb)
                         + " dB below the peak.");

    notes.push_back ("Usable from " + plainHertz (analysis.usableBandHz.lowHz) + " to "
                     + plainHertz (analysis.usableBandHz.highHz) + ".");
    return notes;
}

} // namespace library
