// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/DevicePowers.h"

#include "hearing/ThirdOctaveFilters.h"
#include "monitoring/Between.h"

#include <algorithm>
#include <cmath>

namespace monitoring
{

namespace
{

using dsp::narrow_bands::perThirdOctave;
using hearing::numThirdOctaves;
using hearing::ThirdOctavePowers;

static_assert (numThirdOctaves == dsp::narrow_bands::numThirdOctaves);

// The cross-spectrum of a whole third octave may take away all of a mix whose narrow bands still have
// something: of what both channels have by themselves, so much is left. Heuristic: −17 dB.
constexpr float leastOfMix = 0.02f;

/** Mean of |H|² over a narrow band. */
float shareOf (const hearing::ThirdOctaveFilter& filter, std::size_t band, units::SampleRate rate)
{
    constexpr int numPoints = 8;
    const double from = dsp::narrow_bands::edgeHz (band);
    const double to = dsp::narrow_bands::edgeHz (band + 1);
    double sum = 0.0;

    for (int point = 0; point < numPoints; ++point)
    {
        const double hz = from + (to - from) * (point + 0.5) / numPoints;
        sum += hz < rate.nyquistHz() ? std::pow (magnitude (filter, hz, rate), 2.0) : 0.0;
    }

    return static_cast<float> (sum / numPoints);
}

Between momentsAround (std::size_t frame, const MasterSpectra& master)
{
    // The centre of the first moment is half its length in, and so far apart are the moments.
    const double apart = static_cast<double> (master.momentSize) / 2.0;
    const double sample = static_cast<double> (frame) * master.rate.hertz
                          / static_cast<double> (hearing::powersPerSecond);
    return between (sample / apart - 1.0, master.moments.size());
}

} // namespace

float DevicePowers::Mix::operator() (const StereoPower& in, std::size_t band) const
{
    const float apart = left[band] * in.left + right[band] * in.right;
    return std::max (leastOfMix * apart, apart + cross[band] * in.crossReal);
}

DevicePowers::DevicePowers (const MasterSpectra& spectra)
    : master (spectra),
      skirts {},
      reverberation (spectra.rate)
{
    const auto filters = hearing::thirdOctaveFilters (master.rate);

    for (std::size_t band = 0; band < skirts.size(); ++band)
        for (std::size_t third = 0; third < numThirdOctaves; ++third)
            if (filters[third])
                skirts[band][third] = shareOf (*filters[third], band, master.rate);

    for (const auto& moment : master.moments)
    {
        auto& left = masterMoments.left.emplace_back();
        auto& right = masterMoments.right.emplace_back();
        auto& cross = masterMoments.cross.emplace_back();

        for (std::size_t band = 0; band < moment.size(); ++band)
        {
            whole[band].left += moment[band].left;
            whole[band].right += moment[band].right;

            for (std::size_t third = 0; third < numThirdOctaves; ++third)
            {
                left[third] += skirts[band][third] * moment[band].left;
                right[third] += skirts[band][third] * moment[band].right;
                cross[third] += skirts[band][third] * moment[band].crossReal;
            }
        }
    }
}

DevicePowers::Powers DevicePowers::ofMoments (const BandTransfer& device, std::size_t output) const
{
    Powers powers;

    for (const auto& moment : master.moments)
    {
        auto& thirds = powers.emplace_back (ThirdOctavePowers {});

        for (std::size_t band = 0; band < moment.size(); ++band)
        {
            const auto power = static_cast<float> (
                std::max (0.0, device.power (output, band, moment[band])));

            for (std::size_t third = 0; third < numThirdOctaves; ++third)
                thirds[third] += skirts[band][third] * power;
        }
    }

    return powers;
}

/** What the device leaves of each third octave in the long term. */
DevicePowers::Mix DevicePowers::mixOf (const BandTransfer& device, std::size_t output) const
{
    Mix mix;

    for (std::size_t third = 0; third < numThirdOctaves; ++third)
    {
        StereoPower all;
        double left = 0.0;
        double right = 0.0;
        double cross = 0.0;

        for (std::size_t b = 0; b < perThirdOctave; ++b)
        {
            const auto band = perThirdOctave * third + b;
            const float both = std::sqrt (whole[band].left * whole[band].right);
            left += device.power (output, band, { whole[band].left, 0.0f, 0.0f, 0.0f });
            right += device.power (output, band, { 0.0f, whole[band].right, 0.0f, 0.0f });
            cross += device.power (output, band, { 0.0f, 0.0f, both, 0.0f });
            all.left += whole[band].left;
            all.right += whole[band].right;
            all.crossReal += both;
        }

        const auto ratio = [] (double part, float of) {
            return of > 0.0f ? static_cast<float> (part / of) : 0.0f;
        };
        mix.left[third] = ratio (left, all.left);
        mix.right[third] = ratio (right, all.right);
        mix.cross[third] = ratio (cross, all.crossReal);
    }

    return mix;
}

StereoPower DevicePowers::masterAt (std::size_t moment, std::size_t band) const
{
    return { masterMoments.left[moment][band],
             masterMoments.right[moment][band],
             masterMoments.cross[moment][band],
             0.0f };
}

/** By how much what the device gives in a moment is more than the mix. */
DevicePowers::Powers DevicePowers::scalesOf (const Mix& mix, const Powers& moments) const
{
    auto scales = moments;

    for (std::size_t moment = 0; moment < scales.size(); ++moment)
        for (std::size_t band = 0; band < numThirdOctaves; ++band)
        {
            const float expected = mix (masterAt (moment, band), band);
            auto& scale = scales[moment][band];
            scale = expected > 0.0f ? scale / expected : 0.0f;
        }

    return scales;
}

DevicePowers::Powers
DevicePowers::overTime (const BandTransfer& device, std::size_t output, const Powers& moments) const
{
    const auto mix = mixOf (device, output);
    const auto scales = scalesOf (mix, moments);
    const auto& in = master.powers;
    Powers powers (in.left.size());

    for (std::size_t frame = 0; frame < powers.size(); ++frame)
    {
        const auto around = momentsAround (frame, master);

        for (std::size_t band = 0; band < numThirdOctaves; ++band)
        {
            const StereoPower power {
                in.left[frame][band], in.right[frame][band], in.cross[frame][band], 0.0f
            };
            const float scale = around.of (scales[around.before][band], scales[around.after][band]);
            powers[frame][band] = scale * mix (power, band);
        }
    }

    reverberation.spread (powers, device.decay (output), output);
    return powers;
}

} // namespace monitoring
