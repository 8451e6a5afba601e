// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/StereoSpectrum.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace monitoring
{

StereoSpectrum::StereoSpectrum (std::size_t transformSize)
    : fft (transformSize),
      window (transformSize),
      windowed (transformSize)
{
    for (std::size_t n = 0; n < window.size(); ++n)
        window[n] = std::sin (std::numbers::pi * (static_cast<double> (n) + 0.5)
                              / static_cast<double> (window.size()));

    for (auto& channel : waiting)
        channel.assign (transformSize, 0.0);
}

double StereoSpectrum::powerScale() const
{
    // Parseval: the window's mean square is ½, and a real signal has both halves of the spectrum.
    const auto size = static_cast<double> (fft.size());
    return 4.0 / (size * size);
}

void StereoSpectrum::process (dsp::ConstAudioBlock block, const Sink& sink)
{
    PRECONDITION (block.numChannels() == std::size (waiting));

    for (std::size_t done = 0; done < block.numFrames();)
    {
        const auto now = std::min (fft.size() - filled, block.numFrames() - done);

        for (std::size_t c = 0; c < std::size (waiting); ++c)
            std::ranges::transform (block.channel (c).subspan (done, now),
                                    waiting[c].begin() + static_cast<std::ptrdiff_t> (filled),
                                    [] (float in) { return std::isfinite (in) ? in : 0.0f; });

        filled += now;
        done += now;
        hasNews = true;

        if (filled == fft.size())
            finishWindow (sink);
    }
}

void StereoSpectrum::flush (const Sink& sink)
{
    if (hasNews)
    {
        for (auto& channel : waiting)
            std::fill (channel.begin() + static_cast<std::ptrdiff_t> (filled), channel.end(), 0.0);

        finishWindow (sink);
    }

    filled = 0;
}

StereoSpectrum::Bins StereoSpectrum::binsOf (const std::vector<double>& samples)
{
    std::ranges::transform (samples, window, windowed.begin(), std::multiplies<> {});
    return fft.forward (windowed);
}

void StereoSpectrum::finishWindow (const Sink& sink)
{
    sink (binsOf (waiting[0]), binsOf (waiting[1]));
    filled = fft.size() / 2;
    hasNews = false;

    for (auto& channel : waiting)
        std::copy (
            channel.begin() + static_cast<std::ptrdiff_t> (filled), channel.end(), channel.begin());
}

} // namespace monitoring
