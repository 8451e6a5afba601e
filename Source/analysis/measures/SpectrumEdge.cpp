// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/SpectrumEdge.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr double lowestEdgeHz = 4000.0;
constexpr double cellHz = 250.0;
constexpr double leastDropDb = 20.0;

double db (double power) { return 10.0 * std::log10 (std::max (power, 1e-16)); }

} // namespace

SpectrumEdgeMeter::SpectrumEdgeMeter (const MasterFrames& frames)
    : binHz (frames.binHz()),
      total (frames.numBins())
{}

void SpectrumEdgeMeter::add (const FramePowers& powers)
{
    for (std::size_t bin = 0; bin < total.size(); ++bin)
        total[bin] += static_cast<double> (std::max (powers.left[bin], powers.right[bin]));
}

std::optional<SpectrumEdge> SpectrumEdgeMeter::finish() const
{
    const auto binsPerCell = std::max<std::size_t> (
        1, static_cast<std::size_t> (std::lround (cellHz / binHz)));
    std::vector<double> cells; // dB, one after the other

    for (std::size_t bin = 0; bin + binsPerCell <= total.size(); bin += binsPerCell)
    {
        double sum = 0.0;

        for (std::size_t i = bin; i < bin + binsPerCell; ++i)
            sum += total[i];

        cells.push_back (db (sum));
    }

    const double hertzPerCell = binHz * static_cast<double> (binsPerCell);
    const auto first = static_cast<std::size_t> (lowestEdgeHz / hertzPerCell);
    std::optional<SpectrumEdge> steepest;
    double highestAbove = -HUGE_VAL;

    // From three cells below to the highest of all from one cell above on: the edge may be as wide
    // as two cells.
    for (std::size_t cell = cells.size(); cell-- > first + 4;)
    {
        highestAbove = std::max (highestAbove, cells[cell]);
        const double below = std::min ({ cells[cell - 2], cells[cell - 3], cells[cell - 4] });
        const double drop = below - highestAbove;

        if (drop > leastDropDb && (! steepest || drop > steepest->dropDb))
            steepest = SpectrumEdge { hertzPerCell * (static_cast<double> (cell) - 0.5), drop };
    }

    return steepest;
}

} // namespace analysis
