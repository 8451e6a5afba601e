// SPDX-License-Identifier: GPL-3.0-or-later
// What a listener hears of a switch: the two devices, and nothing of the switch itself.
#include "dsp/Fft.h"
#include "support/Sanitizers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

using live_examples::LivePlayer;
using live_examples::renderedOffline;
using support::Signal;

constexpr std::size_t second = 48000;

double levelDb (const Signal& signal, std::size_t start, std::size_t length)
{
    double sum = 0.0;

    for (const auto& channel : signal)
        for (std::size_t n = start; n < start + length; ++n)
            sum += channel[n] * channel[n];

    return 10.0 * std::log10 (sum + 1e-30);
}

double largestStep (const Signal& signal, std::size_t start, std::size_t length)
{
    double largest = 0.0;

    for (const auto& channel : signal)
        for (std::size_t n = start + 1; n < start + length; ++n)
            largest = std::max (largest, std::abs (channel[n] - channel[n - 1]));

    return largest;
}

TEST (LiveSwitch, leavesNoHoleAndMakesNoStep)
{
    constexpr std::size_t tenMilliseconds = 480;
    constexpr std::size_t length = second / 4;
    const support::TemporaryFolder folder;
    const auto master = live_examples::programme (5 * second);
    LivePlayer player { { live_examples::writeFile (folder / "master.wav", master) } };
    player.session.play();
    player.hear (second + second / 2);
    std::size_t start = second + second / 2;
    Signal old;

    for (const auto& device : player.devices)
    {
        player.session.select (Pick::of (device));
        const auto heard = player.hear (length);
        const auto gain = player.session.prepared (Pick::of (device))->plan.gain;
        const auto whole = renderedOffline (master, device, gain, player.session.latencyFrames());

        if (! old.empty())
        {
            const auto before = support::part (old, start, length);
            const auto after = support::part (whole, start, length);

            for (std::size_t n = 0; n + tenMilliseconds <= 4800; n += 48)
                EXPECT_GT (levelDb (heard, n, tenMilliseconds),
                           std::min (levelDb (before, n, tenMilliseconds),
                                     levelDb (after, n, tenMilliseconds))
                               - 4.0)
                    << device.name << " at " << n;

            EXPECT_LE (largestStep (heard, 0, 4800),
                       1.01
                           * std::max (largestStep (before, 0, 4800), largestStep (after, 0, 4800)))
                << device.name;
        }

        old = whole;
        start += length;
    }
}

/** Chords that change twice a second over a little noise: what a click would stand out from. */
Signal chords (std::size_t numFrames)
{
    auto signal = support::noise (2, numFrames, 7);

    for (auto& channel : signal)
        for (std::size_t n = 0; n < numFrames; ++n)
        {
            const double seconds = static_cast<double> (n) / second;
            const double sinceNote = std::fmod (seconds, 0.5);
            const double root = 110.0 * std::pow (2.0, std::floor (2.0 * seconds) / 12.0);
            const double shape = std::min (1.0, sinceNote / 0.02) * std::exp (-4.0 * sinceNote);
            channel[n] *= 2e-5;

            for (const double ratio : { 1.0, 1.5, 2.52, 4.0 })
                channel[n] += 0.02 * shape
                              * std::sin (2.0 * std::numbers::pi * std::fmod (root, 400.0) * ratio
                                          * sinceNote);
        }

    return signal;
}

/** The greatest spectral flux above 6 kHz, where the chords have little: between successive spectra of
    10 ms, the rise of their magnitudes, summed. */
double greatestFlux (const Signal& signal, std::size_t from)
{
    constexpr std::size_t size = 480;
    const dsp::DesignFft fft { size };
    std::vector<double> last (fft.numBins(), 1e9);
    std::vector<double> windowed (size);
    double greatest = 0.0;

    for (std::size_t start = from; start + size <= signal[0].size(); start += size / 4)
    {
        for (std::size_t n = 0; n < size; ++n)
            windowed[n] = signal[0][start + n]
                          * (0.5
                             - 0.5
                                   * std::cos (2.0 * std::numbers::pi * static_cast<double> (n)
                                               / static_cast<double> (size)));

        const auto bins = fft.forward (windowed);
        double flux = 0.0;

        for (std::size_t k = 60; k < bins.size(); ++k)
        {
            flux += std::max (0.0, std::abs (bins[k]) - last[k]);
            last[k] = std::abs (bins[k]);
        }

        greatest = std::max (greatest, flux);
    }

    return greatest;
}

TEST (LiveSwitch, doesNotClickInAThousandSwitches)
{
    constexpr std::size_t numSwitches = support::isSanitized ? 60 : 1000;
    constexpr std::size_t settled = 2 * second;
    constexpr std::size_t numFrames = settled + (numSwitches + 7) * 30 * second / 1000;
    const support::TemporaryFolder folder;
    const auto master = chords (numFrames);
    LivePlayer player { { live_examples::writeFile (folder / "master.wav", master) } };
    player.session.play();
    auto heard = player.hear (settled);
    std::vector<Signal> alone;

    for (const auto& device : player.devices)
        alone.push_back (renderedOffline (master,
                                          device,
                                          player.session.prepared (Pick::of (device))->plan.gain,
                                          player.session.latencyFrames()));

    auto spliced = heard;
    std::mt19937 generator { 11 };
    std::uniform_int_distribution<std::size_t> lengths { 300, 2300 };

    for (std::size_t i = 0; i < numSwitches; ++i)
    {
        const auto number = (i * 4 + i / 9) % 9;
        player.session.select (Pick::of (player.devices[number]));
        const auto length = lengths (generator);
        const auto part = player.hear (length);

        for (std::size_t c = 0; c < 2; ++c)
        {
            const auto start = static_cast<std::ptrdiff_t> (heard[c].size());
            const auto end = start + static_cast<std::ptrdiff_t> (length);
            spliced[c].insert (
                spliced[c].end(), alone[number][c].begin() + start, alone[number][c].begin() + end);
            heard[c].insert (heard[c].end(), part[c].begin(), part[c].end());
        }
    }

    double withoutSwitch = 0.0;

    for (const auto& signal : alone)
        withoutSwitch = std::max (withoutSwitch, greatestFlux (signal, settled));

    EXPECT_LT (greatestFlux (heard, settled), 1.25 * withoutSwitch);
    EXPECT_GT (greatestFlux (spliced, settled), 2.0 * withoutSwitch)
        << "a switch without a crossfade would have been found";
    EXPECT_EQ (player.heapCalls, 0u);
}

} // namespace
} // namespace monitoring
