// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/measures/MasterFrames.h"

#include <optional>
#include <vector>

namespace analysis
{

/** Where a spectrum breaks off, as it does where a file went through a lossy encoder or a lower rate. */
struct SpectrumEdge
{
    double hertz = 0.0;
    double dropDb = 0.0; ///< from just below to the highest that is anywhere above
};

/** Finds the steepest edge above 4 kHz with nothing beyond it. nullopt: there is none. */
class SpectrumEdgeMeter
{
public:
    explicit SpectrumEdgeMeter (const MasterFrames& frames);

    void add (const FramePowers& powers);
    std::optional<SpectrumEdge> finish() const;

private:
    double binHz;
    std::vector<double> total; ///< per bin, of the louder channel
};

} // namespace analysis
