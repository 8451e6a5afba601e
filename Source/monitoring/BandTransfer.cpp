// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/BandTransfer.h"

#include "dsp/BandOverlap.h"
#include "dsp/Fft.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <complex>

namespace monitoring
{

namespace
{

using Bins = std::vector<std::complex<double>>;

/** The response at the bins of this transform, exact for a path of any length: what is longer goes
    round in time. */
Bins responseOf (std::span<const double> taps, const dsp::DesignFft& fft)
{
    std::vector<double> wrapped (std::min (taps.size(), fft.size()));

    for (std::size_t n = 0; n < taps.size(); ++n)
        wrapped[n % fft.size()] += taps[n];

    return fft.forward (wrapped);
}

double powerGain (const dsp::FrequencyResponse& response, std::size_t band)
{
    return std::pow (10.0, response.levelDbAt (dsp::narrow_bands::centreHz (band)) / 10.0);
}

/** What one output has of the long-term spectrum in one band. */
struct BandSum
{
    double left = 0.0; ///< Σ |ML|², and so on
    double right = 0.0;
    std::complex<double> cross;
    StereoPower master; ///< Σ of its bins
    double width = 0.0; ///< in bins
    double power = 0.0; ///< Σ over bins of the output's power

    /** The output's power if the master's were spread evenly. */
    double evenPower() const
    {
        return (left * master.left + right * master.right
                + 2.0 * (cross.real() * master.crossReal - cross.imag() * master.crossImaginary))
               / width;
    }

    /** By how much more or less the output has, because of where in the band the master's tones lie. */
    double unevenness() const
    {
        return evenPower() > 0.0 && power > 0.0 ? power / evenPower() : 1.0;
    }
};

BandSum sumOver (const dsp::BandOverlap& bins,
                 const Bins& left,
                 const Bins& right,
                 const std::vector<StereoPower>& master)
{
    BandSum sum;

    for (const auto& [bin, share] : bins)
    {
        const auto cross = left[bin] * std::conj (right[bin]);
        const double l = std::norm (left[bin]);
        const double r = std::norm (right[bin]);
        const auto& in = master[bin];
        sum.left += share * l;
        sum.right += share * r;
        sum.cross += share * cross;
        sum.master.left += static_cast<float> (share) * in.left;
        sum.master.right += static_cast<float> (share) * in.right;
        sum.master.crossReal += static_cast<float> (share) * in.crossReal;
        sum.master.crossImaginary += static_cast<float> (share) * in.crossImaginary;
        sum.width += share;
        sum.power += share
                     * (l * in.left + r * in.right
                        + 2.0 * (cross.real() * in.crossReal - cross.imag() * in.crossImaginary));
    }

    return sum;
}

} // namespace

BandTransfer::BandTransfer (const dsp::TransferMatrix& matrix,
                            const dsp::FrequencyResponse& afterwards,
                            const MasterSpectra& master)
    : gains (matrix.numOutputs())
{
    PRECONDITION (matrix.numInputs() == 2 && matrix.rate() == master.rate);
    const dsp::DesignFft fft { master.transformSize };
    const auto overlaps = dsp::narrowBandOverlaps (master.rate, fft.size());

    for (std::size_t output = 0; output < gains.size(); ++output)
    {
        decays.push_back (energyDecay (matrix, output));
        const auto left = responseOf (matrix.path (output, 0), fft);
        const auto right = responseOf (matrix.path (output, 1), fft);

        for (std::size_t band = 0; band < overlaps.size(); ++band)
        {
            if (overlaps[band].empty())
                continue;

            const auto sum = sumOver (overlaps[band], left, right, master.bins);
            const double gain = powerGain (afterwards, band) * sum.unevenness() / sum.width;
            gains[output][band] = {
                gain * sum.left, gain * sum.right, gain * sum.cross.real(), gain * sum.cross.imag()
            };
        }
    }
}

BandTransfer::BandTransfer (const dsp::FrequencyResponse& afterwards) : gains (2), decays (2)
{
    for (std::size_t band = 0; band < dsp::narrow_bands::count; ++band)
    {
        gains[0][band].left = powerGain (afterwards, band);
        gains[1][band].right = gains[0][band].left;
    }
}

} // namespace monitoring
