// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ImpulseAnalysis.h"

#include "dsp/Fft.h"
#include "library/Wording.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>

namespace library
{

namespace
{

using Samples = std::span<const double>;

constexpr double longestSeconds = 10.0;      // longer than the largest cathedral's decay to -60 dB
constexpr double silencePeak = 1e-6;         // -120 dBFS, below the last bit of 16 and 20 bit files
constexpr double leastDecayDb = 10.0;        // steady noise scatters by 1 dB, a hall decays by 20
constexpr std::size_t shortestJudged = 1024; // below it a sixteenth is too few samples to tell
constexpr std::size_t shortFilter = 64;     // so short a file is a complete filter, not a recording
constexpr double signalAboveNoiseDb = 10.0; // then noise shifts the level by less than 0.5 dB
constexpr double blockSeconds = 0.002;
constexpr double shortestWindowSeconds = 0.05; // two periods of 40 Hz, the lowest note of a bass

units::Problem refusal (std::string what, std::string cure)
{
    return { units::Problem::Kind::invalidValue, "", std::move (what), std::move (cure) };
}

double energyOf (Samples samples)
{
    return std::inner_product (samples.begin(), samples.end(), samples.begin(), 0.0);
}

double meanPower (Samples samples)
{
    return samples.empty() ? 0.0 : energyOf (samples) / static_cast<double> (samples.size());
}

double peakOf (Samples samples)
{
    double peak = 0.0;

    for (const double sample : samples)
        peak = std::max (peak, std::abs (sample));

    return peak;
}

/** Loudest over median sixteenth, in dB. */
double decayDb (Samples samples)
{
    constexpr std::size_t parts = 16;
    std::vector<double> powers;

    for (std::size_t i = 0; i < parts; ++i)
        powers.push_back (
            meanPower (samples.subspan (i * (samples.size() / parts), samples.size() / parts)));

    std::sort (powers.begin(), powers.end());
    return 10.0 * std::log10 (powers.back() / std::max (powers[parts / 2], 1e-30));
}

units::Result<void> checkUsable (const dsp::ImpulseResponse& ir)
{
    const Samples samples = ir.samples;

    if (static_cast<double> (samples.size()) > longestSeconds * ir.rate.hertz)
        return refusal ("It lasts "
                            + plainNumber (static_cast<double> (samples.size()) / ir.rate.hertz)
                            + " seconds, too long for an impulse response.",
                        "Cut it to the response itself, at most 10 seconds; a sweep must be "
                        "deconvolved first.");

    if (std::any_of (samples.begin(), samples.end(), [] (double x) { return ! std::isfinite (x); }))
        return refusal ("It holds samples that are not finite numbers.", "Export it again.");

    if (peakOf (samples) < silencePeak)
        return refusal ("It is silent: nothing in it reaches -120 dBFS.",
                        "Check the recording and the export.");

    if (samples.size() >= shortestJudged && decayDb (samples) < leastDecayDb)
        return refusal ("It does not decay: its loudest sixteenth is only "
                            + plainNumber (decayDb (samples)) + " dB above the median one.",
                        "An impulse response needs at least 10 dB; noise, music and raw sweeps "
                        "have less. Deconvolve a sweep first.");

    return {};
}

/** Where the response ends and steady noise begins, and that noise. */
struct End
{
    std::size_t window; ///< samples after the arrival
    Samples noise;      ///< empty when it decays away
    bool isCut;         ///< whether something of the response may be missing
};

End findEnd (Samples afterArrival, units::SampleRate rate)
{
    const std::size_t size = afterArrival.size();
    const Samples tail = afterArrival.last (std::max<std::size_t> (1, size / 10));
    const double floorPower = meanPower (tail);
    const double peakPower = std::pow (peakOf (afterArrival), 2);

    // 80 dB below the peak, or so short that it is a filter: nothing has been cut off.
    if (floorPower < 1e-8 * peakPower || size < shortFilter)
        return { size, {}, false };

    const auto block = static_cast<std::size_t> (blockSeconds * rate.hertz);
    constexpr std::size_t blocksThatAgree =
        5; // 10 ms, so that a dip between reflections is not the end

    const auto first = std::max (block, rate.framesIn (units::Seconds { shortestWindowSeconds }));

    for (std::size_t start = first; start + block * blocksThatAgree + tail.size() < size;
         start += block)
        if (meanPower (afterArrival.subspan (start, block * blocksThatAgree)) < 2.0 * floorPower)
            return { start, afterArrival.subspan (start), true };

    return { size, {}, true };
}

/** Power up to each bin's upper edge, for sums over any band. */
class CumulativePower
{
public:
    CumulativePower (Samples samples, units::SampleRate rate) : hertzPerBin (1.0)
    {
        // Bins of at most 0.5 Hz: half a smoothing band of 1/12 octave at 20 Hz.
        const auto wanted = std::max<std::size_t> (samples.size(),
                                                   static_cast<std::size_t> (rate.hertz) * 2);
        const dsp::DesignFft fft { std::bit_ceil (wanted) };
        hertzPerBin = static_cast<double> (rate.hertz) / static_cast<double> (fft.size());
        sums.push_back (0.0);

        for (const auto& bin : fft.forward (samples))
            sums.push_back (sums.back() + std::norm (bin));
    }

    double meanBetween (double lowHz, double highHz) const
    {
        const double low = edge (lowHz);
        const double high = edge (highHz);
        return high <= low ? 0.0 : (upTo (high) - upTo (low)) / (high - low);
    }

private:
    double edge (double hertz) const
    {
        return std::clamp (hertz / hertzPerBin + 0.5, 0.0, static_cast<double> (sums.size() - 1));
    }

    double upTo (double position) const
    {
        const auto whole = std::min (static_cast<std::size_t> (position), sums.size() - 2);
        return std::lerp (sums[whole], sums[whole + 1], position - static_cast<double> (whole));
    }

    double hertzPerBin;
    std::vector<double> sums;
};

dsp::FrequencyResponse smoothedLevel (Samples samples, units::SampleRate rate, double octaves)
{
    const CumulativePower power { samples, rate };
    const double half = std::exp2 (octaves / 2.0);

    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        const double held = std::min (frequency, 0.98 * rate.nyquistHz() / half);
        return 10.0 * std::log10 (std::max (power.meanBetween (held / half, held * half), 1e-30));
    });
}

/** The samples with their last tenth faded out by half a cosine. */
std::vector<double> faded (Samples samples)
{
    std::vector<double> out { samples.begin(), samples.end() };
    const std::size_t length = out.size() / 10;

    for (std::size_t i = 0; i < length; ++i)
        out[out.size() - 1 - i] *= 0.5
                                   - 0.5
                                         * std::cos (std::numbers::pi
                                                     * (static_cast<double> (i) + 0.5)
                                                     / static_cast<double> (length));

    return out;
}

/** The stretch of the grid around 1 kHz where this holds. */
template <typename Condition>
Band bandAroundOneKilohertz (Condition&& holds)
{
    const auto grid = dsp::libraryGridHz();
    const auto middle = static_cast<std::size_t> (
        std::lower_bound (grid.begin(), grid.end(), 1000.0) - grid.begin());
    std::size_t low = middle;
    std::size_t high = middle;

    while (low > 0 && holds (grid[low - 1]))
        --low;

    while (high + 1 < grid.size() && holds (grid[high + 1]))
        ++high;

    return { grid[low], high + 1 == grid.size() ? 20000.0 : grid[high] };
}

Band usableBand (const ImpulseAnalysis& analysis,
                 const End& end,
                 const dsp::ImpulseResponse& ir,
                 double octaves)
{
    // The spectrum of the noise, as strong as it is within the window.
    const double window = static_cast<double> (end.window);
    const auto noise =
        end.noise.empty()
            ? dsp::FrequencyResponse::flat (units::Decibels { -300.0 })
            : smoothedLevel (end.noise, ir.rate, octaves)
                  .raisedBy (units::Decibels {
                      10.0 * std::log10 (window / static_cast<double> (end.noise.size())) });
    const double lowestHz = end.isCut ? 2.0 * ir.rate.hertz / window : 0.0;

    return bandAroundOneKilohertz ([&] (double frequency) {
        return frequency >= lowestHz && frequency <= 0.9 * ir.rate.nyquistHz()
               && analysis.level.levelDbAt (frequency)
                      >= noise.levelDbAt (frequency) + signalAboveNoiseDb;
    });
}

} // namespace

units::Result<ImpulseAnalysis> analyseImpulse (const dsp::ImpulseResponse& ir,
                                               const ImpulseOptions& options)
{
    if (const auto usable = checkUsable (ir); ! usable)
        return usable.problem();

    const Samples samples = ir.samples;
    const double peak = peakOf (samples);
    const auto arrival = std::find_if (
        samples.begin(), samples.end(), [peak] (double x) { return std::abs (x) >= 0.1 * peak; });
    const auto delay = static_cast<std::size_t> (arrival - samples.begin());
    const Samples afterArrival = samples.subspan (delay);
    End end = findEnd (afterArrival, ir.rate);

    if (options.gateSeconds)
    {
        end.window = std::min (end.window,
                               ir.rate.framesIn (units::Seconds { *options.gateSeconds }));
        end.isCut = end.isCut || end.window < afterArrival.size();
    }

    const Samples used = afterArrival.first (end.window);
    const auto windowed = end.isCut ? faded (used)
                                    : std::vector<double> { used.begin(), used.end() };

    ImpulseAnalysis analysis;
    analysis.level = smoothedLevel (windowed, ir.rate, options.smoothingOctaves);
    analysis.delaySeconds = static_cast<double> (delay) / ir.rate.hertz;
    analysis.isInverted = -*std::min_element (samples.begin(), samples.end()) >= peak;
    analysis.peakDbfs = 20.0 * std::log10 (peak);
    analysis.windowSeconds = static_cast<double> (end.window) / ir.rate.hertz;

    if (! end.noise.empty())
        analysis.noiseFloorDb = 10.0 * std::log10 (meanPower (end.noise)) - analysis.peakDbfs;

    analysis.usableBandHz = usableBand (analysis, end, ir, options.smoothingOctaves);
    return analysis;
}

} // namespace library
