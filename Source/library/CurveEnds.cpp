// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/CurveEnds.h"

#include "library/LevelList.h"

#include <algorithm>

namespace library
{

namespace
{

// What a closed loudspeaker does below its resonance, and what a tweeter and a microphone together
// do above theirs: second order.
constexpr double airSlopeDbPerOctave = 12.0;

/** Where the bass first comes out of the measurement's floor, going down from 300 Hz. */
double floorHz (const dsp::FrequencyResponse& level, double floorDb)
{
    const auto grid = dsp::libraryGridHz();
    double lowest = 300.0;

    for (std::size_t i = grid.size(); i-- > 0;)
        if (grid[i] <= 300.0 && level.levelDbAt (grid[i]) >= -floorDb && grid[i] >= lowest / 1.06)
            lowest = grid[i];

    return lowest;
}

std::vector<Continuation> usualContinuations (Band band, Coupling coupling)
{
    const bool isAir = coupling == Coupling::air;
    const double slope = isAir ? airSlopeDbPerOctave : 0.0;
    const std::string basis = isAir ? "falls by 12 dB per octave, as a driver of second order does"
                                    : "held at the level where the data end";
    std::vector<Continuation> ends;

    // The grid itself ends at 20 Hz and 19.9 kHz: less than a step beyond is not worth a word.
    if (band.lowHz > 21.0)
        ends.push_back ({ { 20.0, band.lowHz }, slope, basis });

    if (band.highHz < 19500.0)
        ends.push_back ({ { band.highHz, 20000.0 }, slope, basis });

    return ends;
}

} // namespace

void findFloor (const dsp::FrequencyResponse& level,
                const ImportRequest& request,
                Provenance& provenance)
{
    if (! request.floorDb)
        return;

    const double lowest = floorHz (level, *request.floorDb);

    if (lowest > 21.0)
        provenance.usableBandHz.lowHz = std::max (provenance.usableBandHz.lowHz, lowest);
}

std::vector<Continuation> endsOf (const DeviceProfile& device, const ImportRequest& request)
{
    if (! request.continuations.empty() || request.outsideBand == OutsideBand::asGiven)
        return request.continuations;

    return usualContinuations (device.provenance.usableBandHz, device.coupling);
}

dsp::FrequencyResponse continuedAll (dsp::FrequencyResponse level,
                                     const std::vector<Continuation>& ends)
{
    for (const auto& end : ends)
        level = continued (level, end);

    return level;
}

} // namespace library
