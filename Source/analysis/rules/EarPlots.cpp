// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/EarPlots.h"

#include "analysis/TimeRange.h"
#include "dsp/NarrowBands.h"

#include <cmath>
#include <optional>

namespace analysis
{

namespace
{

using hearing::FrameHarmonics;
using Role = PlotSeries::Role;

/** Means of one figure of each harmonic, as far up as there are harmonics in any of the frames. */
template <typename Figure>
PlotSeries
means (const std::vector<FrameHarmonics>& heard, std::span<const std::size_t> frames, Figure figure)
{
    PlotSeries series;

    for (std::size_t n = 0; n < hearing::numBassHarmonics; ++n)
    {
        double power = 0.0;
        double count = 0.0;

        for (const auto frame : frames)
            if (const auto& harmonic = heard[frame][n])
            {
                power += std::pow (10.0, figure (*harmonic) / 10.0);
                count += 1.0;
            }

        if (count > 0.0)
        {
            series.x.push_back (static_cast<double> (n + 1));
            series.y.push_back (10.0 * std::log10 (power / count));
        }
    }

    return series;
}

PlotSeries named (PlotSeries series, Role role, std::string name)
{
    series.role = role;
    series.name = std::move (name);
    return series;
}

double level (const hearing::HarmonicLevel& harmonic) { return harmonic.levelDbSpl; }
double threshold (const hearing::HarmonicLevel& harmonic) { return harmonic.thresholdDbSpl; }

PlotSeries longTerm (const EarLevels& ears, double lowHz, double highHz)
{
    PlotSeries series;

    for (std::size_t band = 0; band < dsp::narrow_bands::count; ++band)
        if (const double hz = dsp::narrow_bands::centreHz (band); hz >= lowHz && hz <= highHz)
        {
            const auto power = [&] (std::size_t ear) {
                return std::pow (10.0, ears.longTermDbSpl[ear][band] / 10.0);
            };
            series.x.push_back (hz);
            series.y.push_back (10.0 * std::log10 (0.5 * (power (0) + power (1))));
        }

    return series;
}

PlotSeries overTime (std::span<const float> values)
{
    PlotSeries series;

    for (std::size_t hop = 0; hop < values.size(); ++hop)
    {
        series.x.push_back (static_cast<double> (hop) / hopsPerSecond);
        series.y.push_back (static_cast<double> (values[hop]));
    }

    return series;
}

} // namespace

FindingPlot harmonicsPlot (const Comparison& comparison, std::span<const std::size_t> frames)
{
    const auto& neutral = comparison.neutral->bass;
    const auto& device = comparison.device->bass;
    return { FindingPlot::Over::ordinal,
             "The harmonics of the bass, where it is lost",
             "harmonic",
             "level at the ear",
             "dB SPL",
             { named (means (neutral, frames, level), Role::neutral, "Neutral"),
               named (means (device, frames, level), Role::device, "device"),
               named (means (device, frames, threshold), Role::threshold, "needed to be heard") } };
}

FindingPlot spectrumPlot (const Comparison& comparison, double lowHz, double highHz)
{
    return { FindingPlot::Over::hertz,
             "What arrives at the ears on average",
             "",
             "level in 1/12 octave",
             "dB SPL",
             { named (longTerm (comparison.neutral->ears, lowHz, highHz), Role::neutral, "Neutral"),
               named (
                   longTerm (comparison.device->ears, lowHz, highHz), Role::device, "device") } };
}

FindingPlot
loudnessPlot (std::span<const float> inQuiet, std::span<const float> besideNoise, double neededSone)
{
    auto needed = overTime (inQuiet);
    needed.y.assign (needed.y.size(), neededSone);
    return { FindingPlot::Over::seconds,
             "What is left of its loudness beside the noise",
             "",
             "loudness over 2 s",
             "sone",
             { named (overTime (inQuiet), Role::neutral, "in quiet"),
               named (overTime (besideNoise), Role::device, "beside the noise"),
               named (std::move (needed), Role::threshold, "hardly audible below") } };
}

} // namespace analysis
