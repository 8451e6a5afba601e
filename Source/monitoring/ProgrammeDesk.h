// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/Biquad.h"
#include "dsp/Crossfade.h"
#include "monitoring/StereoMode.h"
#include "units/SampleRate.h"

#include <array>
#include <optional>

namespace monitoring
{

/** A part of the spectrum to be listened to alone. */
enum class SoloBand
{
    sub,      ///< below 60 Hz
    bass,     ///< 60 to 250 Hz
    lowMid,   ///< 250 to 500 Hz
    mid,      ///< 500 Hz to 2 kHz
    presence, ///< 2 to 6 kHz
    air       ///< above 6 kHz
};

/** What the listener does to the programme before it is heard on a device: one stereo mode, at most one
    band alone (24 dB per octave, Linkwitz & Riley). Every change is a crossfade of 10 ms; one that
    comes during a crossfade waits for its end. Audio thread, but for the constructor.
*/
class ProgrammeDesk
{
public:
    struct Setting
    {
        StereoMode mode = StereoMode::stereo;
        std::optional<SoloBand> solo {};

        bool operator== (const Setting&) const = default;
    };

    ProgrammeDesk (units::SampleRate rate, std::size_t longestBlock);

    /** Two channels, in place. */
    void process (dsp::AudioBlock block, const Setting& wanted) noexcept REALTIME;

    void reset() noexcept REALTIME;

private:
    static constexpr std::size_t numBands = 6;

    /** A high-pass and a low-pass of fourth order; the outer bands need only one, and the other lets
        everything pass. */
    using Shapes = std::array<dsp::Biquad, 4>;

    class Lane
    {
    public:
        void prepare (const Setting& setting,
                      const std::array<Shapes, numBands>& shapes) noexcept REALTIME;
        void process (dsp::AudioBlock block) noexcept REALTIME;

        Setting now;

    private:
        StereoGains gains = gainsOf (StereoMode::stereo);
        std::array<std::array<dsp::BiquadFilter, 4>, 2> filters;
    };

    std::array<Shapes, numBands> bands;
    dsp::Crossfade fade;
    dsp::AudioBuffer before;
    Lane playing;
    Lane outgoing;
};

} // namespace monitoring
