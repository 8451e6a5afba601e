// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/ModeLoudness.h"

#include "hearing/KWeighting.h"
#include "monitoring/BandTransfer.h"

#include <cmath>

namespace monitoring
{

namespace
{

/** Of a master's moments together. */
StereoBands summed (const MasterSpectra& master)
{
    StereoBands sum {};

    for (const auto& moment : master.moments)
        for (std::size_t band = 0; band < sum.size(); ++band)
        {
            sum[band].left += moment[band].left;
            sum[band].right += moment[band].right;
            sum[band].crossReal += moment[band].crossReal;
            sum[band].crossImaginary += moment[band].crossImaginary;
        }

    return sum;
}

/** Powers and cross-spectrum of what a mode makes of left and right. */
StereoPower through (const StereoGains& gains, const StereoPower& in)
{
    const auto power = [&in] (const std::array<float, 2>& side) {
        return side[0] * side[0] * in.left + side[1] * side[1] * in.right
               + 2.0f * side[0] * side[1] * in.crossReal;
    };
    const auto& [left, right] = gains;
    return { power (left),
             power (right),
             left[0] * right[0] * in.left + left[1] * right[1] * in.right
                 + (left[0] * right[1] + left[1] * right[0]) * in.crossReal,
             (left[0] * right[1] - left[1] * right[0]) * in.crossImaginary };
}

} // namespace

ModeRises risesOfModes (const dsp::TransferMatrix& device, const MasterSpectra& master)
{
    const auto weighting = hearing::kWeighting (master.rate);
    const auto weights = dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double hertz) {
        return weighting.shelf.levelDbAt ({ hertz }, master.rate)
               + weighting.highPass.levelDbAt ({ hertz }, master.rate);
    });
    const BandTransfer transfer { device, weights, master };
    const auto bands = summed (master);
    const auto powerIn = [&] (StereoMode mode) {
        double power = 0.0;

        for (std::size_t band = 0; band < bands.size(); ++band)
            for (std::size_t output = 0; output < transfer.numOutputs(); ++output)
                power += transfer.power (output, band, through (gainsOf (mode), bands[band]));

        return power;
    };

    constexpr double silence = 1e-20;
    const double plain = powerIn (StereoMode::stereo);
    ModeRises rises {};

    if (plain > 0.0)
        for (std::size_t mode = 0; mode < rises.size(); ++mode)
            rises[mode] = 10.0
                          * std::log10 (powerIn (static_cast<StereoMode> (mode)) / plain + silence);

    return rises;
}

} // namespace monitoring
