// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/ProgrammeDesk.h"

#include "dsp/BlockOperations.h"

#include <algorithm>

namespace monitoring
{

namespace
{

constexpr units::Seconds fadeTime { 0.01 };

// Heuristic: where engineers usually draw the lines.
constexpr std::array<double, 5> edgesHz { 60.0, 250.0, 500.0, 2000.0, 6000.0 };

/** Below Nyquist at every rate. */
units::Hertz edge (std::size_t number, units::SampleRate rate)
{
    return { std::min (edgesHz[number], 0.45 * rate.hertz) };
}

} // namespace

ProgrammeDesk::ProgrammeDesk (units::SampleRate rate, std::size_t longestBlock)
    : fade (rate.framesIn (fadeTime)),
      before (2, longestBlock)
{
    for (std::size_t band = 0; band < numBands; ++band)
    {
        if (band > 0)
            bands[band][0] = bands[band][1] = dsp::Biquad::highPass (rate,
                                                                     { edge (band - 1, rate) });

        if (band < edgesHz.size())
            bands[band][2] = bands[band][3] = dsp::Biquad::lowPass (rate, { edge (band, rate) });
    }
}

void ProgrammeDesk::process (dsp::AudioBlock block, const Setting& wanted) noexcept REALTIME
{
    if (! fade.isRunning() && wanted != playing.now)
    {
        outgoing = playing;
        playing.prepare (wanted, bands);
        fade.start();
    }

    if (! fade.isRunning())
        return playing.process (block);

    const auto old = before.block().slice (0, block.numFrames());
    dsp::copy (block, old);
    outgoing.process (old);
    playing.process (block);
    fade.mix (old, block);
}

void ProgrammeDesk::reset() noexcept REALTIME
{
    fade.stop();
    playing.prepare (playing.now, bands);
}

//==================================================================================================
void ProgrammeDesk::Lane::prepare (const Setting& setting,
                                   const std::array<Shapes, numBands>& shapes) noexcept REALTIME
{
    now = setting;
    gains = gainsOf (setting.mode);

    if (setting.solo)
        for (auto& channel : filters)
            for (std::size_t f = 0; f < channel.size(); ++f)
                channel[f] =
                    dsp::BiquadFilter { shapes[static_cast<std::size_t> (*setting.solo)][f] };
}

void ProgrammeDesk::Lane::process (dsp::AudioBlock block) noexcept REALTIME
{
    const auto left = block.channel (0);
    const auto right = block.channel (1);

    if (now.mode != StereoMode::stereo)
        for (std::size_t n = 0; n < left.size(); ++n)
        {
            const float l = left[n];
            const float r = right[n];
            left[n] = gains[0][0] * l + gains[0][1] * r;
            right[n] = gains[1][0] * l + gains[1][1] * r;
        }

    if (! now.solo)
        return;

    for (std::size_t c = 0; c < 2; ++c)
        for (auto& sample : block.channel (c))
        {
            auto filtered = static_cast<double> (sample);

            for (auto& filter : filters[c])
                filtered = filter.process (filtered);

            sample = static_cast<float> (filtered);
        }
}

} // namespace monitoring
