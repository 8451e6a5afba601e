// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the demo through JACK for a while, another device every second, and compares every frame that
// went to the sound card, away from switches and from the loop's seam, with the offline render.
//
//     tests/soak/run.sh [SECONDS [FRAMES]]
#include "app/model/SessionModel.h"
#include "cli/demo/DemoFile.h"
#include "files/AudioFile.h"
#include "library/DefaultHead.h"
#include "library/LibraryLocation.h"
#include "library/ScenarioResponse.h"
#include "monitoring/OfflineRenderer.h"
#include "support/TemporaryFolder.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "soak/RecordingSystem.h"

namespace
{

constexpr std::size_t second = 48000;
constexpr units::SampleRate rate { second };

/** The part that is played over and over, and how long after its seam a room still rings. */
constexpr std::size_t loopStart = 4 * second;
constexpr std::size_t loopEnd = 28 * second;
constexpr std::size_t period = loopEnd - loopStart;
constexpr std::size_t ringing = second;

/** Its last 5 ms fade into what comes before its start (PlayCursor), which is in no render. */
constexpr std::size_t seam = second / 200;

/** A device that was heard from one frame of the recording to another. */
struct Stretch
{
    std::size_t key;
    std::size_t begin;
    std::size_t end;
};

double megabytesInUse()
{
    std::ifstream status { "/proc/self/statm" };
    double whole = 0.0;
    double resident = 0.0;
    status >> whole >> resident;
    return resident * 4096.0 / 1e6;
}

struct Soak
{
    explicit Soak (std::size_t seconds)
        : recording ((4 * seconds + 60) * second),
          model (*library::readCatalogue ({}),
                 { folder / "settings.json", folder / "tracks", folder / "cache" },
                 systems())
    {}

    app::SoundCard::Systems systems()
    {
        app::SoundCard::Systems made;
        made.push_back (std::make_unique<support::RecordingSystem> (
            std::unique_ptr<juce::AudioIODeviceType> (
                juce::AudioIODeviceType::createAudioIODeviceType_JACK()),
            recording));
        return made;
    }

    /** As the window's timer does. */
    void pass (double seconds)
    {
        const double end = juce::Time::getMillisecondCounterHiRes() / 1000.0 + seconds;

        do
        {
            now = juce::Time::getMillisecondCounterHiRes() / 1000.0;
            model.tick (now);
            juce::MessageManager::getInstance()->runDispatchLoopUntil (30);
        } while (now < end);
    }

    const juce::ScopedJuceInitialiser_GUI juce;
    const support::TemporaryFolder folder;
    support::Recording recording;
    app::SessionModel model;
    double now = 0.0;
};

/** One period of the loop on a device, once it has gone round: what plays for ever. */
std::vector<float> onePeriod (Soak& soak, const dsp::AudioBuffer& demo, std::size_t key)
{
    library::Listener listener;
    listener.head = std::make_shared<library::HrtfSet> (
        *library::defaultHead (library::headFolders()));
    const auto catalogue = library::readCatalogue ({});
    const auto* const device = catalogue->device (soak.model.settings().bank[key]);
    const auto response = library::scenarioResponse (
        library::scenarioOf (library::Subject::device, device, listener, *catalogue),
        catalogue->targets(),
        rate);
    soak.model.perform (ui::deviceCommand (key));
    const auto gain = (soak.model.session().prepared (soak.model.session().selected())->plan.gain
                       + units::Decibels { soak.model.settings().volumeDb })
                          .toGain();
    monitoring::OfflineRenderer renderer { 2, { &response->matrix } };
    std::vector<float> left;
    const auto keep = [&] (std::size_t, dsp::ConstAudioBlock block) {
        for (const float sample : block.channel (0))
            left.push_back (static_cast<float> (gain) * sample);
    };
    renderer.process (demo.block().slice (0, loopEnd), keep);
    renderer.flush (keep);
    left.resize (loopEnd);
    return left;
}

/** The largest difference within a stretch, re the loudest sample there. */
double worstDb (const Soak& soak,
                const std::vector<float>& expected,
                const Stretch& stretch,
                std::size_t origin)
{
    double worst = 0.0;
    double peak = 1e-9;
    bool isCompared = false;

    for (std::size_t n = stretch.begin; n < stretch.end; ++n)
    {
        // Frames of the master: once to the loop's end, then round and round.
        const std::size_t played = n - origin;
        const std::size_t at = played < loopEnd ? played : loopStart + (played - loopEnd) % period;

        if (at >= loopEnd - seam || (played >= loopEnd && at < loopStart + ringing))
            continue;

        isCompared = true;
        worst = std::max (worst,
                          std::abs (static_cast<double> (soak.recording.left[n]) - expected[at]));
        peak = std::max (peak, std::abs (static_cast<double> (expected[at])));
    }

    return isCompared ? 20.0 * std::log10 (std::max (worst, 1e-12) / peak) : -300.0;
}

/** Which frame of the recording was the master's first, latency included: where the difference
    vanishes. */
std::size_t originOf (const Soak& soak,
                      const std::vector<float>& expected,
                      const Stretch& stretch,
                      std::size_t guess)
{
    constexpr std::size_t reach = 8192;
    std::size_t best = guess;
    double least = 1e9;

    for (std::size_t origin = guess > reach ? guess - reach : 0; origin < guess + reach; ++origin)
    {
        double sum = 0.0;

        for (std::size_t n = stretch.begin; n < stretch.begin + 2000; n += 7)
            sum += std::abs (static_cast<double> (soak.recording.left[n]) - expected[n - origin]);

        if (sum < least)
        {
            least = sum;
            best = origin;
        }
    }

    return best;
}

int run (std::size_t seconds)
{
    Soak soak { seconds };
    const auto file = soak.folder / "demo.wav";
    const auto written = cli::writeDemo (file, rate, files::Overwrite::allow);
    auto reader = files::AudioFileReader::open (file);
    dsp::AudioBuffer demo (2, loopEnd);

    if (! written || ! reader || ! reader->read (demo.block()))
        return EXIT_FAILURE;

    // By LUFS: see tests/app/WhatComesOutTest.cpp.
    soak.model.setMatch (monitoring::Match::lufs);
    soak.model.open ({ file.string() });
    soak.pass (1.0);

    while (soak.model.session().isPreparing())
        soak.pass (0.1);

    std::vector<std::size_t> keys;
    std::vector<std::vector<float>> expected (app::Bank::numKeys);

    for (std::size_t key = 0; key < app::Bank::numKeys; ++key)
        if (soak.model.state().bank[key])
        {
            keys.push_back (key);
            expected[key] = onePeriod (soak, demo, key);
        }

    soak.model.setLoop (ui::TimeSpan { static_cast<double> (loopStart) / second,
                                       static_cast<double> (loopEnd) / second });
    soak.model.seek (0.0);
    soak.model.perform (ui::Command::playOrStop);

    // The first second fades in.
    while (soak.model.state().transport.positionSeconds < 2.0)
        soak.pass (0.1);

    const double megabytesBefore = megabytesInUse();
    const auto playedAt = static_cast<std::size_t> (
        std::lround (soak.model.session().readings().signal.master.seconds * second));
    const std::size_t guess = soak.recording.frames
                              - std::min<std::size_t> (soak.recording.frames, playedAt)
                              + soak.model.session().latencyFrames();
    std::vector<Stretch> stretches;

    for (std::size_t i = 0; i < seconds; ++i)
    {
        const auto key = keys[(i * 4 + i / keys.size()) % keys.size()];
        soak.model.perform (ui::deviceCommand (key));
        soak.pass (0.25);
        const std::size_t begin = soak.recording.frames;
        soak.pass (0.75);
        stretches.push_back ({ key, begin, soak.recording.frames });
    }

    soak.model.perform (ui::Command::playOrStop);
    const std::size_t origin = originOf (
        soak, expected[stretches.front().key], stretches.front(), guess);
    double worst = -300.0;
    std::size_t wrong = 0;

    for (const auto& stretch : stretches)
    {
        const double difference = worstDb (soak, expected[stretch.key], stretch, origin);
        worst = std::max (worst, difference);

        if (difference <= -90.0)
            continue;

        ++wrong;
        std::cout << "key " << stretch.key + 1 << " from frame " << stretch.begin - origin << " to "
                  << stretch.end - origin << ": " << difference << " dB\n";
    }

    auto took = std::vector<float> (
        soak.recording.microseconds.begin(),
        soak.recording.microseconds.begin()
            + static_cast<std::ptrdiff_t> (soak.recording.calls.load()));
    std::ranges::sort (took);
    const auto share = [&] (double part) {
        return took[static_cast<std::size_t> (part * static_cast<double> (took.size() - 1))];
    };
    std::cout << stretches.size()
              << " switches; stretches that differ by more than -90 dB: " << wrong << "; worst "
              << worst << " dB\n"
              << "callback us: p50 " << share (0.5) << ", p99 " << share (0.99) << ", p99.9 "
              << share (0.999) << ", max " << took.back() << " of "
              << 1e6 * static_cast<double> (soak.recording.frames)
                     / static_cast<double> (took.size()) / second
              << " per period\n"
              << "heap calls on the audio thread: " << soak.recording.heapCalls
              << "; times starved: " << soak.model.session().readings().signal.timesStarved
              << "; MB in use: " << megabytesBefore << " then " << megabytesInUse() << "\n";
    return wrong == 0 && soak.recording.heapCalls == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main (int count, char** values)
{
    return run (count > 1 ? static_cast<std::size_t> (std::atoi (values[1])) : 60);
}
