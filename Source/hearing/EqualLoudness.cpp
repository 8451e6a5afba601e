// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/EqualLoudness.h"

#include "units/Precondition.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearing
{
namespace
{

constexpr std::size_t numFrequencies = 29;
using Row = std::array<double, numFrequencies>;

// ISO 226:2003, table 1.
constexpr Row frequenciesHz = { 20.0,   25.0,   31.5,   40.0,   50.0,   63.0,   80.0,   100.0,
                                125.0,  160.0,  200.0,  250.0,  315.0,  400.0,  500.0,  630.0,
                                800.0,  1000.0, 1250.0, 1600.0, 2000.0, 2500.0, 3150.0, 4000.0,
                                5000.0, 6300.0, 8000.0, 1.0e4,  1.25e4 };
constexpr Row exponents = { 0.532, 0.506, 0.480, 0.455, 0.432, 0.409, 0.387, 0.367, 0.349, 0.330,
                            0.315, 0.301, 0.288, 0.276, 0.267, 0.259, 0.253, 0.250, 0.246, 0.244,
                            0.243, 0.243, 0.243, 0.242, 0.242, 0.245, 0.254, 0.271, 0.301 };
constexpr Row transfersDb = { -31.6, -27.2, -23.0, -19.1, -15.9, -13.0, -10.3, -8.1,  -6.2, -4.5,
                              -3.1,  -2.0,  -1.1,  -0.4,  0.0,   0.3,   0.5,   0.0,   -2.7, -4.1,
                              -1.0,  1.7,   2.5,   1.2,   -2.1,  -7.1,  -11.2, -10.7, -3.1 };
constexpr Row thresholdsDb = { 78.5, 68.7, 59.5, 51.1, 44.0, 37.5, 31.5, 26.5, 22.1, 17.9,
                               14.4, 11.4, 8.6,  6.2,  4.4,  3.0,  2.2,  2.4,  3.5,  1.7,
                               -1.3, -4.2, -6.0, -5.4, -1.5, 6.0,  12.6, 13.9, 12.3 };

/** The parameters of one frequency. */
struct Contour
{
    double exponent;    ///< α_f
    double transferDb;  ///< L_U
    double thresholdDb; ///< T_f

    /** The tone's contribution to loudness in the units of the standard's formulae. The standard rounds
        10^−9.4 to 0.4·10^−9, so that its two formulae are 0.02 dB from being each other's inverse;
        unrounded they are. */
    double strength (double levelDb) const
    {
        return std::pow (10.0, 0.1 * exponent * (levelDb + transferDb - 94.0));
    }
};

Contour contourAt (units::Hertz frequency)
{
    PRECONDITION (frequency.value > 0.0);
    const double hz = std::clamp (frequency.value, frequenciesHz.front(), frequenciesHz.back());
    const auto next = std::upper_bound (frequenciesHz.begin() + 1, frequenciesHz.end() - 1, hz);
    const auto high = static_cast<std::size_t> (next - frequenciesHz.begin());
    const std::size_t low = high - 1;
    const double part = std::log (hz / frequenciesHz[low])
                        / std::log (frequenciesHz[high] / frequenciesHz[low]);
    const auto between = [low, high, part] (const Row& row) {
        return std::lerp (row[low], row[high], part);
    };

    return { between (exponents), between (transfersDb), between (thresholdsDb) };
}

// The reference tone's loudness function: 4.47e-3 (10^(0.025 L_N) − 1.15).
constexpr double referenceScale = 4.47e-3;
constexpr double referenceOffset = 1.15;

} // namespace

std::span<const double> equalLoudnessFrequenciesHz() { return frequenciesHz; }

units::SoundPressureLevel thresholdOfHearing (units::Hertz frequency)
{
    return { contourAt (frequency).thresholdDb };
}

units::SoundPressureLevel levelAtLoudness (units::Phon loudnessLevel, units::Hertz frequency)
{
    const Contour contour = contourAt (frequency);
    const double aboveThreshold =
        referenceScale * (std::pow (10.0, 0.025 * loudnessLevel.value) - referenceOffset);
    const double strength = aboveThreshold + contour.strength (contour.thresholdDb);

    // Far below 0 phon the loudness function has no answer left.
    const double audible = std::max (strength, contour.strength (contour.thresholdDb - 20.0));
    return { 10.0 / contour.exponent * std::log10 (audible) - contour.transferDb + 94.0 };
}

std::optional<units::Phon> loudnessLevel (units::SoundPressureLevel level, units::Hertz frequency)
{
    const Contour contour = contourAt (frequency);

    if (! (level.dbSpl >= contour.thresholdDb))
        return std::nullopt;

    const double aboveThreshold = contour.strength (level.dbSpl)
                                  - contour.strength (contour.thresholdDb);
    return units::Phon { 40.0 * std::log10 (aboveThreshold / referenceScale + referenceOffset) };
}

bool isStandardised (units::Phon loudnessLevel, units::Hertz frequency)
{
    const double loudest = frequency.value <= 4000.0 ? 90.0 : 80.0;
    return frequency.value >= frequenciesHz.front() && frequency.value <= frequenciesHz.back()
           && loudnessLevel.value >= 20.0 && loudnessLevel.value <= loudest;
}

} // namespace hearing
