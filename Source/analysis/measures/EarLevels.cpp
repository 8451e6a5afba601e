// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/EarLevels.h"

#include "analysis/TimeRange.h"
#include "analysis/measures/BandOfBins.h"
#include "analysis/measures/PowerSpectrum.h"
#include "dsp/BandOverlap.h"
#include "hearing/LoudnessOverTime.h"
#include "hearing/StationaryLoudness.h"
#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace analysis
{

namespace
{

namespace bands = dsp::narrow_bands;

using NarrowPowers = std::array<double, bands::count>;
using NarrowLevels = std::array<double, bands::count>;

constexpr std::size_t numEars = 2;

// Of what comes at once: what waits for its window stays short.
constexpr std::size_t portion = 4096;

// A Hann window of a third of a second: the bands from 25 Hz on stay apart.
constexpr units::Seconds shortestWindow { 0.3 };

// Bands that lie further below the loudest one of their moment do not count as sounding.
constexpr double soundingRangeDb = 60.0;

double levelDb (double power)
{
    return power > 0.0 ? 10.0 * std::log10 (power) : -std::numeric_limits<double>::infinity();
}

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

    std::size_t hopsOf (std::size_t frames) const
    {
        return static_cast<std::size_t> (
            std::ceil (static_cast<double> (frames) * hopsPerSecond / rate.hertz));
    }

    void take (dsp::ConstAudioBlock block)
    {
        for (std::size_t ear = 0; ear < numEars; ++ear)
            waiting[ear].insert (
                waiting[ear].end(), block.channel (ear).begin(), block.channel (ear).end());

        framesTaken += block.numFrames();
        analyseWhatIsComplete();
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

void EarLevelMeter::reserve (std::size_t numFrames)
{
    state->levels.thirdOctaves.reserve (state->hopsOf (numFrames));
}

void EarLevelMeter::process (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == numEars);

    for (std::size_t done = 0; done < block.numFrames(); done += portion)
        state->take (block.slice (done, std::min (portion, block.numFrames() - done)));
}

EarLevels EarLevelMeter::finish()
{
    auto& levels = state->levels;
    const auto hops = state->hopsOf (state->framesTaken);

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
