// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/EarLevels.h"

#include "analysis/TimeRange.h"
#include "dsp/AlignedBuffer.h"
#include "dsp/BandOverlap.h"
#include "dsp/Fft.h"
#include "hearing/LoudnessOverTime.h"
#include "hearing/StationaryLoudness.h"
#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>

namespace analysis
{

namespace
{

namespace bands = dsp::narrow_bands;

using NarrowPowers = std::array<double, bands::count>;
using NarrowLevels = std::array<double, bands::count>;

constexpr std::size_t numEars = 2;

// A Hann window of a third of a second: the bands from 25 Hz on stay apart.
constexpr units::Seconds shortestWindow { 0.3 };

// Bands that lie further below the loudest one of their moment do not count as sounding.
constexpr double soundingRangeDb = 60.0;

double levelDb (double power)
{
    return power > 0.0 ? 10.0 * std::log10 (power) : -std::numeric_limits<double>::infinity();
}

/** Powers of the bins of windowed moments. */
class PowerSpectrum
{
public:
    explicit PowerSpectrum (std::size_t size)
        : fft (size),
          spectrum (size),
          window (size),
          powers (size / 2)
    {
        const auto length = static_cast<double> (size);

        for (std::size_t n = 0; n < size; ++n)
            window[n] = static_cast<float> (
                0.5 - 0.5 * std::cos (2.0 * std::numbers::pi * static_cast<double> (n) / length));
    }

    std::size_t size() const { return window.size(); }

    /** Scaled so that the bins of a noise add up to its mean square. The result is valid until the next
        call. */
    const std::vector<float>& of (std::span<const float> moment)
    {
        std::ranges::transform (moment, window, fft.samples().begin(), std::multiplies<> {});
        constexpr std::size_t pitch = 2 * dsp::binsPerGroup;
        fft.forward (spectrum.data(), pitch);

        // Parseval, with the window's mean square of 3/8.
        const auto length = static_cast<float> (size());
        const float scale = 2.0f / (length * length * 0.375f);

        for (std::size_t group = 0; group < fft.numGroups(); ++group)
        {
            const auto* bins = spectrum.data() + group * pitch;
            auto* out = powers.data() + group * dsp::binsPerGroup;

            for (std::size_t i = 0; i < dsp::binsPerGroup; ++i)
            {
                const float re = bins[i];
                const float im = bins[i + dsp::binsPerGroup];
                out[i] = scale * (re * re + im * im);
            }
        }

        powers[0] = 0.0f; // no sound, and the place of the Nyquist bin
        return powers;
    }

private:
    dsp::RealFft fft;
    dsp::AlignedBuffer<float> spectrum;
    std::vector<float> window;
    std::vector<float> powers;
};

/** The bins that make a band: whole ones, and the shares of those at its ends. */
struct BandOfBins
{
    BandOfBins (const dsp::BandOverlap& overlap, std::size_t binsThere)
    {
        for (const auto& [bin, share] : overlap)
            if (bin < binsThere)
            {
                first = numBins == 0 ? bin : first;
                ++numBins;
                firstShare = numBins == 1 ? share : firstShare;
                lastShare = share;
            }
    }

    double sum (const std::vector<float>& powers) const
    {
        if (numBins == 0)
            return 0.0;

        const auto* bins = powers.data() + first;

        if (numBins == 1)
            return firstShare * bins[0];

        // Four sums, so that the compiler need not wait for each addition.
        std::array<float, 4> sums {};
        std::size_t i = 1;

        for (; i + sums.size() < numBins; i += sums.size())
            for (std::size_t k = 0; k < sums.size(); ++k)
                sums[k] += bins[i + k];

        for (; i + 1 < numBins; ++i)
            sums[0] += bins[i];

        return firstShare * bins[0] + lastShare * bins[numBins - 1] + sums[0] + sums[1] + sums[2]
               + sums[3];
    }

    std::size_t first = 0;
    std::size_t numBins = 0; ///< bins
    double firstShare = 0.0;
    double lastShare = 0.0;
};

/** Sums over the moments of one ear. */
struct EarSums
{
    NarrowPowers power {};
    NarrowLevels levels {};
    std::array<std::size_t, bands::count> soundingMoments {};

    void add (const NarrowPowers& moment)
    {
        const double loudest = *std::ranges::max_element (moment);
        const double floor = loudest * std::pow (10.0, -soundingRangeDb / 10.0);

        for (std::size_t band = 0; band < bands::count; ++band)
        {
            power[band] += moment[band];

            if (moment[band] > floor)
            {
                levels[band] += levelDb (moment[band]);
                ++soundingMoments[band];
            }
        }
    }
};

hearing::ThirdOctaveLevels thirdOctavesOf (const NarrowPowers& powers, double fullScaleDbSpl)
{
    hearing::ThirdOctaveLevels levels {};

    for (std::size_t third = 0; third < levels.size(); ++third)
    {
        double power = 0.0;

        for (std::size_t part = 0; part < bands::perThirdOctave; ++part)
            power += powers[third * bands::perThirdOctave + part];

        levels[third] = fullScaleDbSpl + levelDb (power);
    }

    return levels;
}

} // namespace

struct EarLevelMeter::State
{
    State (units::SampleRate r, double fullScale, hearing::SoundField field)
        : rate (r),
          fullScaleDbSpl (fullScale),
          spectrum (std::bit_ceil (r.framesIn (shortestWindow))),
          waiting {}
    {
        for (const auto& overlap : dsp::narrowBandOverlaps (r, spectrum.size()))
            edges.emplace_back (overlap, spectrum.size() / 2);

        levels.field = field;
        const auto half = spectrum.size() / 2;
        const auto middle = rate.framesIn (units::Seconds { windowSeconds / 2.0 });
        skipped = middle - std::min (middle, half);

        for (auto& ear : waiting)
            ear.assign (half - std::min (middle, half), 0.0f);
    }

    /** Frame at which a hop's window begins, counted from the start of what was ever waiting: its middle
        lies in the middle of the hop's 0.4 s. */
    std::size_t startOf (std::size_t hop) const
    {
        return skipped
               + static_cast<std::size_t> (
                   std::llround (static_cast<double> (hop) * rate.hertz / hopsPerSecond));
    }

    void analyseWhatIsComplete()
    {
        while (startOf (levels.thirdOctaves.size()) + spectrum.size()
               <= framesGone + waiting[0].size())
            analyseNext();

        forget();
    }

    void analyseNext()
    {
        const auto start = startOf (levels.thirdOctaves.size()) - framesGone;
        EarLevels::Ears ears;

        for (std::size_t ear = 0; ear < numEars; ++ear)
        {
            const auto& bins = spectrum.of (
                std::span { waiting[ear] }.subspan (start, spectrum.size()));
            NarrowPowers powers {};

            for (std::size_t band = 0; band < bands::count; ++band)
                powers[band] = edges[band].sum (bins);

            sums[ear].add (powers);
            ears[ear] = thirdOctavesOf (powers, fullScaleDbSpl);
        }

        levels.thirdOctaves.push_back (ears);
    }

    void forget()
    {
        const auto next = std::min (startOf (levels.thirdOctaves.size()) - framesGone,
                                    waiting[0].size());

        // What is left moves to the front, so it is done when there is little of it.
        if (2 * next < waiting[0].size())
            return;

        for (auto& ear : waiting)
            ear.erase (ear.begin(), ear.begin() + static_cast<std::ptrdiff_t> (next));

        framesGone += next;
    }

    units::SampleRate rate;
    double fullScaleDbSpl;
    PowerSpectrum spectrum;
    std::vector<BandOfBins> edges;
    std::array<std::vector<float>, numEars> waiting;
    std::size_t skipped = 0; ///< before the first window
    std::size_t framesGone = 0;
    std::size_t framesTaken = 0;
    std::array<EarSums, numEars> sums;
    EarLevels levels;
};

EarLevelMeter::EarLevelMeter (units::SampleRate rate,
                              double fullScaleDbSpl,
                              hearing::SoundField field)
    : state (std::make_unique<State> (rate, fullScaleDbSpl, field))
{}

EarLevelMeter::~EarLevelMeter() = default;
EarLevelMeter::EarLevelMeter (EarLevelMeter&&) noexcept = default;
EarLevelMeter& EarLevelMeter::operator= (EarLevelMeter&&) noexcept = default;

void EarLevelMeter::process (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == numEars);

    for (std::size_t ear = 0; ear < numEars; ++ear)
        state->waiting[ear].insert (
            state->waiting[ear].end(), block.channel (ear).begin(), block.channel (ear).end());

    state->framesTaken += block.numFrames();
    state->analyseWhatIsComplete();
}

EarLevels EarLevelMeter::finish()
{
    auto& levels = state->levels;
    const auto hops = static_cast<std::size_t> (
        std::ceil (static_cast<double> (state->framesTaken) * hopsPerSecond / state->rate.hertz));

    if (levels.thirdOctaves.size() < hops)
    {
        const auto end = state->startOf (hops - 1) + state->spectrum.size();

        for (auto& ear : state->waiting)
            ear.resize (std::max (ear.size(), end - state->framesGone), 0.0f);

        while (levels.thirdOctaves.size() < hops)
            state->analyseNext();
    }

    const auto moments = static_cast<double> (
        std::max<std::size_t> (1, levels.thirdOctaves.size()));

    for (std::size_t ear = 0; ear < numEars; ++ear)
        for (std::size_t band = 0; band < bands::count; ++band)
        {
            const auto& sums = state->sums[ear];
            const auto sounding = static_cast<double> (sums.soundingMoments[band]);
            levels.longTermDbSpl[ear][band] = state->fullScaleDbSpl
                                              + levelDb (sums.power[band] / moments);
            levels.meanLevelDbSpl[ear][band] = sounding > 0.0 ? state->fullScaleDbSpl
                                                                    + sums.levels[band] / sounding
                                                              : levelDb (0.0);
        }

    return std::move (levels);
}

hearing::LoudnessPattern patternOf (const EarLevels& levels, std::size_t hop)
{
    const auto left = hearing::stationaryLoudness (levels.thirdOctaves[hop][0], levels.field);
    const auto right = hearing::stationaryLoudness (levels.thirdOctaves[hop][1], levels.field);
    hearing::LoudnessPattern both;
    both.sone = hearing::binauralLoudness (left.sone, right.sone);

    for (std::size_t step = 0; step < hearing::barkSteps; ++step)
        both.specific[step] = 0.5f * (left.specific[step] + right.specific[step]);

    return both;
}

} // namespace analysis
