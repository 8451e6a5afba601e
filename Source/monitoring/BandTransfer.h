// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "dsp/TransferMatrix.h"
#include "monitoring/EnergyDecay.h"
#include "monitoring/MasterSpectra.h"

#include <vector>

namespace monitoring
{

/** What a filter matrix with two inputs does to the power of one master, band by band and output by
    output. Mono sums and matrices come out right, as the means of |ML|², |MR|² and ML · conj (MR) over
    each band meet the master's powers and cross-spectrum. Where the tones lie among a room's peaks
    and dips is taken from the master's long-term spectrum, one factor per band.
*/
class BandTransfer
{
public:
    /** @param afterwards  what every output passes besides, in dB */
    BandTransfer (const dsp::TransferMatrix& matrix,
                  const dsp::FrequencyResponse& afterwards,
                  const MasterSpectra& master);

    /** Of a master to which nothing was done. */
    explicit BandTransfer (const dsp::FrequencyResponse& afterwards);

    std::size_t numOutputs() const { return gains.size(); }

    /** How long an output goes on sounding. */
    const EnergyDecay& decay (std::size_t output) const { return decays[output]; }

    /** Mean square of an output in a band. */
    double power (std::size_t output, std::size_t band, const StereoPower& in) const
    {
        const auto& gain = gains[output][band];
        return gain.left * in.left + gain.right * in.right
               + 2.0 * (gain.crossReal * in.crossReal - gain.crossImaginary * in.crossImaginary);
    }

private:
    struct Gain
    {
        double left = 0.0;
        double right = 0.0;
        double crossReal = 0.0;
        double crossImaginary = 0.0;
    };

    using Gains = std::array<Gain, dsp::narrow_bands::count>;

    std::vector<Gains> gains;
    std::vector<EnergyDecay> decays;
};

} // namespace monitoring
