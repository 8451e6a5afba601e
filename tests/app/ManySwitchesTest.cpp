// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand switches at random times: no click among them.
#include "app/model/SessionModel.h"
#include "dsp/Fft.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <numbers>
#include <random>

#include "RenderedOffline.h"

namespace app
{
namespace
{

using namespace app_examples;
using support::Signal;

constexpr std::size_t second = 48000;
constexpr std::size_t numSwitches = 1000;
constexpr std::size_t windowFrames = 256;
constexpr std::size_t hop = windowFrames / 2;

/** So long after a key nothing is left of the device before: a buffer, and 20 ms. */
constexpr std::size_t longestSwitch = 256 + second / 50;

/** Half-octave bands, from where a band is wide enough for so short a window. */
constexpr std::size_t numBands = 13;
using Bands = std::array<double, numBands>;

/** Power of each band of one window. */
class BandPowers
{
public:
    BandPowers()
    {
        for (std::size_t n = 0; n < windowFrames; ++n)
            window.push_back (
                0.5
                - 0.5 * std::cos (2.0 * std::numbers::pi * static_cast<double> (n) / windowFrames));
    }

    Bands of (const std::vector<double>& signal, std::size_t from) const
    {
        std::vector<double> frames (windowFrames);

        for (std::size_t n = 0; n < windowFrames; ++n)
            frames[n] = window[n] * signal[from + n];

        const auto spectrum = fft.forward (frames);
        Bands powers {};

        for (std::size_t bin = 1; bin < spectrum.size(); ++bin)
            powers[std::min (
                numBands - 1,
                static_cast<std::size_t> (2.0 * std::log2 (static_cast<double> (bin))))] +=
                std::norm (spectrum[bin]);

        return powers;
    }

private:
    const dsp::DesignFft fft { windowFrames };
    std::vector<double> window;
};

/** The demo song, four times in one file. */
std::filesystem::path writeLongDemo (const std::filesystem::path& file)
{
    const auto demo = programmeOf (composedDemo(), 30 * second);
    auto writer = files::AudioFileWriter::create (
        file, { files::Encoding::wavFloat, 2, { second }, {} }, files::Overwrite::allow);

    for (int i = 0; i < 4; ++i)
        EXPECT_TRUE (writer->write (demo.block()));

    EXPECT_TRUE (writer->finish());
    return file;
}

/** A key that was pressed, before this frame of what is heard. */
struct KeyPressed
{
    std::size_t at;
    std::size_t device;
    bool isLimited =
        false; ///< the limiter worked before the next one: there is more to hear than devices
};

/** The most that any band of what is heard has above what the same music has there on these devices together,
    without a switch. While one of them fades into another, each may be heard for a part of the window, so
    their powers add up; a click stands out where both are quiet. In dB; bands that are inaudible beside
    the others do not count. */
double excessDb (const Bands& heard, const std::vector<Bands>& without)
{
    constexpr double inaudible = 1e-7;
    constexpr double silent = 4e-9; // a tone at -120 dB
    Bands all {};

    for (const auto& device : without)
        for (std::size_t band = 0; band < numBands; ++band)
            all[band] += device[band];

    const double least = std::max (silent, inaudible * *std::ranges::max_element (all));
    double worst = 0.0;

    for (std::size_t band = 0; band < numBands; ++band)
        worst = std::max (worst, heard[band] / std::max (all[band], least));

    return 10.0 * std::log10 (std::max (worst, 1e-20));
}

/** How far a sample lies outside of what these devices have there: nothing, in any fade between two of
    them. */
double
outside (double sample, std::size_t at, const std::vector<const std::vector<double>*>& devices)
{
    const auto [lowest, highest] = std::ranges::minmax (
        devices, {}, [at] (const std::vector<double>* device) { return (*device)[at]; });
    return std::max ({ 0.0, (*lowest)[at] - sample, sample - (*highest)[at] });
}

class ManySwitches : public testing::Test
{
protected:
    ManySwitches()
    {
        example.model->open ({ writeLongDemo (example.folder / "long.wav").string() });

        // By LUFS: see WhatComesOutTest.cpp.
        example.model->setMatch (monitoring::Match::lufs);
        example.prepareAll();
        example.model->perform (ui::Command::playOrStop);
        example.prepareAll();

        for (std::size_t key = 0; key < Bank::numKeys; ++key)
            if (example.model->state().bank[key])
                keys.push_back (key);
    }

    std::size_t frameNow()
    {
        return static_cast<std::size_t> (
            std::lround (example.model->session().readings().signal.master.seconds * second));
    }

    void press (std::size_t device)
    {
        example.model->perform (ui::deviceCommand (keys[device]));
        pressed.push_back ({ heard.size(), device });
    }

    void hear (std::size_t numFrames)
    {
        const auto more = example.hear (numFrames)[0];
        heard.insert (heard.end(), more.begin(), more.end());
        pressed.back().isLimited = example.model->session().readings().signal.limiterGainDb < 0.0f;
    }

    /** What the whole is on each device, from the first frame heard on. */
    std::vector<std::vector<double>> withoutSwitches (std::size_t from)
    {
        const auto programme = programmeOf (example.folder / "long.wav", from + heard.size());
        std::vector<std::vector<double>> all;

        for (const auto key : keys)
        {
            example.model->perform (ui::deviceCommand (key));
            const auto pick = example.model->session().selected();
            auto left = renderedOffline (programme, pick, example)[0];
            left.erase (left.begin(), left.begin() + static_cast<std::ptrdiff_t> (from));
            all.push_back (std::move (left));
        }

        return all;
    }

    AppExample example;
    std::vector<std::size_t> keys;
    std::vector<double> heard;
    std::vector<KeyPressed> pressed;
};

/** The worst of everything that was heard from the third key on. */
struct Worst
{
    double fadeDb = -300.0;   ///< band above the same music without a switch, while devices change
    double steadyDb = -300.0; ///< and in between
    double outside = 0.0;     ///< of what the two devices have, in parts of full scale
    std::size_t numSteady = 0;
    std::size_t numLimited = 0;
};

Worst worstOf (const std::vector<double>& heard,
               const std::vector<KeyPressed>& pressed,
               const std::vector<std::vector<double>>& without)
{
    const BandPowers powers;
    Worst worst;

    for (std::size_t i = 2; i < pressed.size(); ++i)
    {
        if (pressed[i].isLimited || pressed[i - 1].isLimited)
        {
            ++worst.numLimited;
            continue;
        }

        const auto end = i + 1 < pressed.size() ? pressed[i + 1].at : heard.size();
        std::vector<const std::vector<double>*> devices;

        // A key that is pressed during a fade waits for its end.
        for (std::size_t before = 0; before <= 2; ++before)
            devices.push_back (&without[pressed[i - before].device]);

        for (auto at = pressed[i].at; at + windowFrames <= end; at += hop)
        {
            const bool isSteady = at >= pressed[i].at + longestSwitch;
            std::vector<Bands> beside;

            if (isSteady)
                devices.resize (1);

            for (const auto* device : devices)
                beside.push_back (powers.of (*device, at));

            auto& db = isSteady ? worst.steadyDb : worst.fadeDb;
            db = std::max (db, excessDb (powers.of (heard, at), beside));
            worst.numSteady += isSteady ? 1 : 0;

            for (auto n = at; n < at + hop; ++n)
                worst.outside = std::max (worst.outside, outside (heard[n], n, devices));
        }
    }

    return worst;
}

TEST_F (ManySwitches, doNotClick)
{
    std::mt19937 random { 20 };
    std::uniform_int_distribution<std::size_t> pause { 500, second / 6 };
    example.hear (2 * second); // the first second fades in
    const auto from = frameNow();
    std::size_t device = 0;

    for (std::size_t i = 0; i < numSwitches; ++i)
    {
        device = (device + 1 + random() % (keys.size() - 1)) % keys.size();
        press (device);
        hear (pause (random));
    }

    const auto without = withoutSwitches (from);
    const auto worst = worstOf (heard, pressed, without);
    std::cout << numSwitches << " switches in " << heard.size() / second
              << " s. Above the same music without a switch: " << worst.fadeDb
              << " dB while devices change, " << worst.steadyDb << " dB in between; "
              << worst.outside << " of full scale outside of both. Limiter: " << worst.numLimited
              << " switches left out\n";
    EXPECT_LT (worst.fadeDb, 3.0);
    EXPECT_LT (worst.steadyDb, 0.1);
    EXPECT_LT (worst.outside, 1e-4);
    EXPECT_LT (worst.numLimited, numSwitches / 10);
    EXPECT_GT (worst.numSteady, 20 * numSwitches) << "in between, one device is heard and no other";
    EXPECT_EQ (example.socket.heapCalls, 0u);

    // And a switch that does click is found: from one device to the next between two samples.
    for (std::size_t i = 100; i < 110; ++i)
        for (auto at = pressed[i].at; at < pressed[i].at + longestSwitch && at < heard.size(); ++at)
            heard[at] = without[pressed[i - (at < pressed[i].at + 300 ? 1 : 0)].device][at];

    EXPECT_GT (worstOf (heard, pressed, without).fadeDb, 6.0);
}

} // namespace
} // namespace app
