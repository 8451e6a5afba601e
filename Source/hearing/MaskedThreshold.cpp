// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/MaskedThreshold.h"

#include "dsp/ThirdOctave.h"
#include "hearing/BarkExcitation.h"
#include "hearing/StationaryLoudness.h"
#include "hearing/ThirdOctaveFilters.h"
#include "hearing/TonalMasking.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace hearing
{
namespace
{

constexpr double loudestNoiseDb = 140.0;

/** Middle of a critical band, as a frequency: of the three low ones, the middle of their octaves. */
double centreHz (std::size_t band)
{
    constexpr std::array<double, numLowCriticalBands> low { 50.0, 125.0, 225.0 };
    return band < numLowCriticalBands
               ? low[band]
               : thirdOctaveCentreHz (band + numLowThirdOctaves - numLowCriticalBands);
}

std::string bandName (std::size_t band)
{
    return "third octave around " + std::to_string (std::lround (thirdOctaveCentreHz (band)))
           + " Hz";
}

units::Problem noNumber (std::size_t band)
{
    return { units::Problem::Kind::invalidValue,
             bandName (band),
             "The noise has no level that could be used here.",
             "Give a level in dB SPL of at most 140 dB; silence is −∞." };
}

units::Problem gap (std::size_t band)
{
    return { units::Problem::Kind::invalidValue,
             bandName (band),
             "The table of the noise has a gap here.",
             "Give a level for every third octave between the lowest and the highest one." };
}

bool isUsable (double levelDb) { return levelDb <= loudestNoiseDb; } // NaN is not

} // namespace

units::Result<ThirdOctaveLevels> thirdOctavesOf (const dsp::FrequencyResponse& tableDb)
{
    ThirdOctaveLevels levels;
    levels.fill (-HUGE_VAL);
    const auto nearest = [] (double hz) { return dsp::ThirdOctave::around (hz).fromOneKilohertz; };
    const int first = nearest (thirdOctaveCentreHz (0));
    const auto frequencies = tableDb.frequenciesHz();

    for (std::size_t i = 0; i < frequencies.size(); ++i)
        if (const int band = nearest (frequencies[i]) - first;
            band >= 0 && band < static_cast<int> (numThirdOctaves))
            levels[static_cast<std::size_t> (band)] = tableDb.levelsDb()[i];

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
    {
        const int here = static_cast<int> (band) + first;
        const bool isBetween = here > nearest (frequencies.front())
                               && here < nearest (frequencies.back());

        if (isBetween && std::isinf (levels[band]))
            return gap (band);
    }

    return levels;
}

units::Result<MaskedThreshold> MaskedThreshold::beside (const dsp::FrequencyResponse& noiseDbSpl,
                                                        SoundField field)
{
    const auto levels = thirdOctavesOf (noiseDbSpl);

    if (! levels)
        return levels.problem();

    return beside (*levels, field);
}

units::Result<MaskedThreshold> MaskedThreshold::beside (const ThirdOctaveLevels& noise,
                                                        SoundField field)
{
    for (std::size_t band = 0; band < numThirdOctaves; ++band)
        if (! isUsable (noise[band]))
            return noNumber (band);

    const auto levels = criticalBandLevels (noise, field);
    const auto pattern = stationaryLoudness (noise, field);
    MaskedThreshold result;

    for (std::size_t step = 0; step < barkSteps; ++step)
    {
        const std::size_t band = criticalBandOf (step);
        const double within = std::pow (
            10.0, 0.1 * (levels[band] - bandwidthExcessDb[band] - thresholdInQuietDb[band]));
        const double spread = excitationAboveQuiet (pattern.specific[step], step) - 1.0;
        const double index = std::pow (10.0, 0.1 * maskingIndexDb (centreHz (band)));
        result.ratios[step] = static_cast<float> (1.0 + std::max (within, spread) * index);
    }

    return result;
}

double MaskedThreshold::levelDb (std::size_t criticalBand) const
{
    const double lower = criticalBand > 0 ? upperLimitBark[criticalBand - 1] : 0.0;
    const double middle = 0.5 * (lower + upperLimitBark[criticalBand]);
    const auto step = static_cast<std::size_t> (std::lround (middle / barkPerStep)) - 1;
    return thresholdInQuietDb[criticalBand] + 10.0 * std::log10 (ratios[step]);
}

} // namespace hearing
