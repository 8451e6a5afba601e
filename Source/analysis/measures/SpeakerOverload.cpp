// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/SpeakerOverload.h"

#include "analysis/TimeRange.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace analysis
{

namespace
{

using library::DeviceKind;

// docs/decisions/0092 and 0116: class figures of small loudspeakers, all of them heuristic. A Bluetooth speaker at full
// volume has moved its corner up.
constexpr std::array classes {
    SpeakerClass { DeviceKind::phone, "a phone", 220, 4, 0.45, 1.7, 80, 0.33, 0.08 },
    SpeakerClass { DeviceKind::tablet, "a tablet", 150, 4, 0.5, 6.4, 82, 0.4, 0.1 },
    SpeakerClass { DeviceKind::laptop, "a thin laptop", 180, 4, 0.6, 6.0, 78, 0.5, 0.15 },
    SpeakerClass { DeviceKind::smartSpeaker, "a smart speaker", 50, 4, 4.0, 30, 85, 1.5, 0.2 },
    SpeakerClass { DeviceKind::bluetoothSpeaker,
                   "a small Bluetooth speaker",
                   110,
                   2,
                   2.5,
                   18,
                   88,
                   1.0,
                   0.15 },
    SpeakerClass { DeviceKind::tv, "a flat TV", 110, 4, 1.5, 28, 80, 2.5, 0.2 },
    SpeakerClass { DeviceKind::soundbar, "a soundbar", 80, 4, 2.5, 60, 85, 2.5, 0.2 },
};

constexpr double lowRateHz = 6000.0;
constexpr double antiAliasHz = 1500.0;

// Travel is the sound's acceleration integrated twice: a low-pass below all that is heard.
constexpr double integratorHz = 10.0;

// The three second-order parts of a Butterworth filter of order six, and the two of order four.
constexpr std::array sixthOrderQs { 0.51763809, 0.70710678, 1.93185165 };
constexpr std::array fourthOrderQs { 0.54119610, 1.30656296 };
constexpr double secondOrderQ = 0.70710678;

// What goes without the sub: twice fourth order at the corner.
constexpr std::size_t numSubFilters = 4;
constexpr std::size_t numOwnFilters = 2;

// Services turn what is louder down to it; what is softer they mostly leave.
constexpr double streamedLufs = -14.0;

double streamingGainDb (std::optional<units::Lufs> loudness)
{
    return loudness ? std::min (0.0, streamedLufs - loudness->value) : 0.0;
}

std::size_t factorOf (units::SampleRate rate)
{
    return std::max<std::size_t> (1, static_cast<std::size_t> (rate.hertz / lowRateHz));
}

dsp::Biquad highPass (const SpeakerClass& speaker, std::size_t part, units::SampleRate rate)
{
    const units::Hertz corner { speaker.highPassHz };

    if (speaker.highPassOrder == 4)
        return dsp::Biquad::highPass (rate, { corner, fourthOrderQs[part] });

    return part == 0 ? dsp::Biquad::highPass (rate, { corner, secondOrderQ }) : dsp::Biquad {};
}

} // namespace

std::span<const SpeakerClass> speakerClasses() { return classes; }

std::optional<std::size_t> speakerClassOf (library::DeviceKind kind)
{
    const auto* found = std::ranges::find (classes, kind, &SpeakerClass::kind);
    return found == classes.end()
               ? std::nullopt
               : std::optional { static_cast<std::size_t> (found - classes.begin()) };
}

double subBelowHz (const SpeakerClass& speaker)
{
    constexpr double deepestOctaves = 60.0;
    return std::min (deepestOctaves, speaker.highPassHz);
}

double travelOfFullScaleMm (const SpeakerClass& speaker, double hertz)
{
    // −14 LUFS in both channels alike, K-weighting aside, is this RMS of each.
    constexpr double programmeDbfs = -14.0 + 0.691 - 3.01;
    constexpr double airDensity = 1.2;
    constexpr double hearingThreshold = 2e-5;
    const double pressure = hearingThreshold
                            * std::pow (10.0, (speaker.dbSpl - programmeDbfs) / 20.0);
    const double acceleration = pressure * 2.0 * std::numbers::pi * speaker.metres
                                / (airDensity * speaker.areaCm2 * 1e-4);
    const double omega = 2.0 * std::numbers::pi * hertz;
    return 1000.0 * acceleration / (omega * omega);
}

SpeakerOverloadMeter::SpeakerOverloadMeter (units::SampleRate rate)
    : factor (factorOf (rate)),
      lowRate { static_cast<int> (static_cast<std::size_t> (rate.hertz) / factor) },
      filters (numSubFilters + numOwnFilters + 1)
{
    static_assert (numClasses == classes.size());

    if (factor > 1)
        for (std::size_t part = 0; part < antiAlias.size(); ++part)
            antiAlias[part] = dsp::BiquadFilter { dsp::Biquad::lowPass (
                rate, { units::Hertz { antiAliasHz }, sixthOrderQs[part] }) };

    overload.byClass.resize (numClasses);
    pressed.fill (1.0);

    for (std::size_t lane = 0; lane < numLanes; ++lane)
    {
        const auto& speaker = classes[lane / 2];
        const bool isWithoutSub = lane % 2 == 1;

        for (std::size_t part = 0; part < numSubFilters; ++part)
            if (isWithoutSub)
                filters[part].shapes[lane] = dsp::Biquad::highPass (
                    lowRate, { units::Hertz { subBelowHz (speaker) }, fourthOrderQs[part % 2] });

        for (std::size_t part = 0; part < numOwnFilters; ++part)
            filters[numSubFilters + part].shapes[lane] = highPass (speaker, part, lowRate);

        filters.back().shapes[lane] = dsp::Biquad::lowPass (
            lowRate, { units::Hertz { integratorHz }, secondOrderQ });
        drive[lane] = travelOfFullScaleMm (speaker, integratorHz) / speaker.excursionMm;
        release[lane] = std::exp (-1.0 / (speaker.releaseSeconds * lowRate.hertz));
    }
}

void SpeakerOverloadMeter::FilterLanes::process (Lanes& samples)
{
    for (std::size_t lane = 0; lane < numLanes; ++lane)
    {
        const auto& shape = shapes[lane];
        const double in = samples[lane];
        const double out = shape.b0 * in + first[lane];
        first[lane] = shape.b1 * in - shape.a1 * out + second[lane];
        second[lane] = shape.b2 * in - shape.a2 * out;
        samples[lane] = out;
    }
}

void SpeakerOverloadMeter::process (dsp::ConstAudioBlock block)
{
    const auto left = block.channel (0);
    const auto right = block.channel (block.numChannels() - 1);

    for (std::size_t i = 0; i < block.numFrames(); ++i)
    {
        double sample = 0.5 * (static_cast<double> (left[i]) + static_cast<double> (right[i]));

        for (auto& filter : antiAlias)
            sample = filter.process (sample);

        if (phase == 0)
            fold.push_back (static_cast<float> (sample));

        phase = (phase + 1) % factor;
    }
}

void SpeakerOverloadMeter::play (double sample)
{
    Lanes samples;
    samples.fill (sample);

    for (auto& filter : filters)
        filter.process (samples);

    // The limiter looks ahead, so that its gain is down when the peak comes, and lets go slowly.
    for (std::size_t lane = 0; lane < numLanes; ++lane)
    {
        const double asked = drive[lane] * std::abs (samples[lane]);
        pressed[lane] = std::max (asked, 1.0 + (pressed[lane] - 1.0) * release[lane]);
        sums[lane] += pressed[lane];
    }

    ++played;

    if (played * static_cast<std::size_t> (hopsPerSecond)
        >= (hops + 1) * static_cast<std::size_t> (lowRate.hertz))
        closeHop();
}

void SpeakerOverloadMeter::closeHop()
{
    for (std::size_t speaker = 0; speaker < numClasses; ++speaker)
        overload.byClass[speaker].push_back (static_cast<float> (
            20.0 * std::log10 (std::max (1.0, sums[2 * speaker] / sums[2 * speaker + 1]))));

    sums.fill (0.0);
    ++hops;
}

SpeakerOverload SpeakerOverloadMeter::finish (std::optional<units::Lufs> loudness)
{
    const double gain = std::pow (10.0, streamingGainDb (loudness) / 20.0);
    std::size_t inHop = 0;

    for (const float sample : fold)
    {
        const auto before = hops;
        play (gain * static_cast<double> (sample));
        inHop = hops == before ? inHop + 1 : 0;
    }

    if (inHop > 0)
        closeHop();

    return std::move (overload);
}

} // namespace analysis
