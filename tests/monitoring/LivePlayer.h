// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/AudioFile.h"
#include "monitoring/LiveSession.h"
#include "monitoring/OfflineRenderer.h"
#include "support/AllocationGuard.h"
#include "support/RealtimeScope.h"
#include "support/Signals.h"
#include "support/TemporaryFolder.h"

#include <chrono>
#include <functional>
#include <random>
#include <string>
#include <thread>

namespace live_examples
{

inline constexpr units::SampleRate rate { 48000 };

/** Broadband programme with a beat, far below the limiter's ceiling. */
inline support::Signal programme (std::size_t numFrames, unsigned seed = 1)
{
    auto signal = support::noise (2, numFrames, seed);

    for (std::size_t n = 0; n < numFrames; ++n)
    {
        const double beat =
            0.6 + 0.4 * std::cos (2.0 * 3.14159265358979 * static_cast<double> (n) / 24000.0);

        for (auto& channel : signal)
            channel[n] *= 0.02 * beat;
    }

    return signal;
}

/** A float file with exactly these samples, rounded to float. */
inline std::filesystem::path writeFile (const std::filesystem::path& file,
                                        const support::Signal& signal,
                                        units::SampleRate at = rate)
{
    auto writer = files::AudioFileWriter::create (
        file, { files::Encoding::wavFloat, signal.size(), at, {} }, files::Overwrite::allow);
    const auto buffer = support::toBuffer (signal);
    EXPECT_TRUE (writer->write (buffer.block()));
    EXPECT_TRUE (writer->finish());
    return file;
}

/** An import that is heard by microphone: exactly its impulse responses. */
inline library::DeviceProfile device (unsigned number, std::size_t numTaps = 700)
{
    library::DeviceProfile profile;
    profile.id = "phone/example-" + std::to_string (number);
    profile.name = "example " + std::to_string (number);
    profile.impulseResponse = std::make_shared<const dsp::TransferMatrix> (
        support::decayingMatrix (2, 2, numTaps, number));
    return profile;
}

/** What a device plays of a whole master, with this gain, on the engine that renders files; as late as
    a session is. */
inline support::Signal renderedOffline (const support::Signal& master,
                                        const library::DeviceProfile& device,
                                        units::Decibels gain,
                                        std::size_t latencyFrames)
{
    monitoring::OfflineRenderer renderer { 2, { &*device.impulseResponse } };
    support::Signal out (2);
    const auto keep = [&] (std::size_t, dsp::ConstAudioBlock block) {
        for (std::size_t c = 0; c < 2; ++c)
            for (const float sample : block.channel (c))
                out[c].push_back (gain.toGain() * static_cast<double> (sample));
    };

    const auto buffer = support::toBuffer (master);
    renderer.process (buffer.block(), keep);
    renderer.flush (keep);
    return support::delayed (out, latencyFrames);
}

/** A session with nine devices and an audio thread that is called by hand. */
class LivePlayer
{
public:
    explicit LivePlayer (const std::vector<std::filesystem::path>& files,
                         units::SampleRate card = rate,
                         std::size_t numTaps = 700)
        : session (catalogue)
    {
        library::Listener listener;
        listener.listening = library::Listening::microphone;
        session.listener (listener);

        for (unsigned number = 0; number < 9; ++number)
            devices.push_back (device (number + 1, numTaps));

        std::vector<const library::DeviceProfile*> bank;

        for (const auto& profile : devices)
            bank.push_back (&profile);

        session.bank (bank);
        session.prepare (card);
        EXPECT_TRUE (session.open (files).empty());
        prepareAll();
        hear (2048); // the first device arrives; nothing plays before it
    }

    void prepareAll()
    {
        waitFor ([this] { return ! session.isPreparing(); });
        session.tend();
    }

    /** Tends meanwhile, as a face's timer does. */
    void waitFor (const std::function<bool()>& isTrue)
    {
        while (! isTrue())
        {
            std::this_thread::sleep_for (std::chrono::milliseconds (1));
            session.tend();
        }
    }

    /** Plays so many frames in blocks of random lengths, or all of one. */
    support::Signal hear (std::size_t numFrames, std::size_t blockFrames = 0)
    {
        dsp::AudioBuffer out (2, numFrames);

        for (std::size_t done = 0; done < numFrames;)
        {
            const auto wantedFrames = blockFrames == 0 ? lengths (generator) : blockFrames;
            const auto count = std::min (wantedFrames, numFrames - done);

            while (! session.isReady (count))
                std::this_thread::sleep_for (std::chrono::milliseconds (1));

            {
                const support::AllocationGuard heap;
                const support::RealtimeScope realtime;
                session.process (out.block().slice (done, count));
                heapCalls += heap.count();
            }
            done += count;
        }

        session.tend();
        return support::fromBlock (out.block());
    }

    library::Catalogue catalogue; ///< empty: the devices below bring all they need
    std::vector<library::DeviceProfile> devices;
    monitoring::LiveSession session;
    std::size_t heapCalls = 0; ///< of the audio thread: none is allowed

private:
    std::mt19937 generator { 1 };
    std::uniform_int_distribution<std::size_t> lengths { 1, 1500 };
};

} // namespace live_examples
