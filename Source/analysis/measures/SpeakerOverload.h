// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/Biquad.h"
#include "library/DeviceProfile.h"
#include "units/Loudness.h"
#include "units/SampleRate.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace analysis
{

/** A small loudspeaker as its kind typically is: a cone that may move so far, made to play flat down to a high-pass
    by an amplifier that knows it, and behind a limiter that looks ahead. Class figures, of no device in particular.
*/
struct SpeakerClass
{
    library::DeviceKind kind;
    std::string_view name;     ///< "a small Bluetooth speaker"
    double highPassHz;         ///< the device's own, its corner
    std::size_t highPassOrder; ///< 2 or 4
    double excursionMm;        ///< from the middle to either side
    double areaCm2;
    double dbSpl;  ///< of −14 LUFS programme at full volume …
    double metres; ///< … so far away
    double releaseSeconds;
};

std::span<const SpeakerClass> speakerClasses();
std::optional<std::size_t> speakerClassOf (library::DeviceKind kind); ///< index into them

/** What lies below is called the sub: the device's corner, 60 Hz at most. */
double subBelowHz (const SpeakerClass& speaker);

/** The cone's travel in mm, of an amplitude of full scale at full volume, its high-pass aside:
    p = ρ S ẍ / (2 π r) (half space). */
double travelOfFullScaleMm (const SpeakerClass& speaker, double hertz);

/** By how much the sub alone turns the speaker down, in dB, per class and hop (TimeRange's hopsPerSecond): the limiter's
    gain reduction of the whole programme less that of the programme without its sub. */
struct SpeakerOverload
{
    std::vector<std::vector<float>> byClass;
};

/** Plays the mono fold of a master over all classes at once, at a low rate: only what moves the cones counts. It is kept
    until the master's loudness is known: 24 kB a second. */
class SpeakerOverloadMeter
{
public:
    explicit SpeakerOverloadMeter (units::SampleRate rate);

    void process (dsp::ConstAudioBlock block);

    /** @param loudness  of the whole master: what is louder than services play is turned down first */
    SpeakerOverload finish (std::optional<units::Lufs> loudness);

private:
    static constexpr std::size_t numClasses = 7;

    /** Even lanes have the whole programme, odd ones go without the sub. */
    static constexpr std::size_t numLanes = 2 * numClasses;
    using Lanes = std::array<double, numLanes>;

    /** One second-order filter in every lane. */
    struct FilterLanes
    {
        std::array<dsp::Biquad, numLanes> shapes;
        Lanes first {};
        Lanes second {};

        void process (Lanes& samples);
    };

    void play (double sample);
    void closeHop();

    std::size_t factor; ///< of rates
    units::SampleRate lowRate;
    std::array<dsp::BiquadFilter, 3> antiAlias;
    std::vector<FilterLanes> filters;
    Lanes drive {}; ///< travel over what is allowed
    Lanes release {};
    Lanes pressed {}; ///< what the travel is divided by, 1 and more
    Lanes sums {};
    std::vector<float> fold; ///< at the low rate
    std::size_t phase = 0;
    std::size_t hops = 0;
    std::size_t played = 0;
    SpeakerOverload overload;
};

} // namespace analysis
