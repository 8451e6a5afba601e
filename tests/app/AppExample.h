// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/SessionModel.h"
#include "cli/demo/DemoFile.h"
#include "library/LibraryLocation.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include "VirtualSoundCard.h"

namespace app_examples
{

/** Composed once for all tests, which may each run in a process of its own: beside this program, and anew
    when that is newer. */
inline const std::filesystem::path& composedDemo()
{
    static const auto composed = [] {
        const auto program = std::filesystem::canonical ("/proc/self/exe");
        auto file = program;
        file += ".demo.wav";

        const bool isThere = std::filesystem::exists (file)
                             && std::filesystem::last_write_time (file)
                                    >= std::filesystem::last_write_time (program);

        if (! isThere
            && ! cli::writeDemo (file, units::SampleRate { 48000 }, files::Overwrite::allow))
            ADD_FAILURE() << "the demo could not be composed";

        return file;
    }();
    return composed;
}

/** The app without its window, on our own library and a virtual sound card. Time passes as sound is
    asked for. */
class AppExample
{
public:
    AppExample() { start(); }

    /** Ends it, as a user does, and starts it again. */
    void start()
    {
        model.reset();
        model = std::make_unique<app::SessionModel> (
            *library::readCatalogue ({}), places, systems());
        tick (0.0);
    }

    std::filesystem::path demo()
    {
        auto file = folder / "demo.wav";
        std::filesystem::copy_file (composedDemo(), file);
        return file;
    }

    /** Waits until all devices are ready to be heard. */
    void prepareAll()
    {
        do
        {
            juce::Thread::sleep (2);
            tick (0.0);
        } while (model->session().isPreparing());

        tick (0.0);
    }

    /** What comes out of the sound card. The model ticks 30 times a second, as in the window. */
    support::Signal hear (std::size_t numFrames)
    {
        support::Signal heard (2);

        while (heard[0].size() < numFrames && socket.open != nullptr)
        {
            while (! model->session().isReady (512))
            {
                juce::Thread::sleep (1);
                model->session().tend();
            }

            const auto buffer = socket.open->play();

            for (std::size_t c = 0; c < 2; ++c)
                heard[c].insert (heard[c].end(), buffer[c].begin(), buffer[c].end());

            tick (static_cast<double> (buffer[0].size()) / socket.open->getCurrentSampleRate());
        }

        return heard;
    }

    void tick (double seconds)
    {
        now += seconds;
        model->tick (now);
    }

    const juce::ScopedJuceInitialiser_GUI juce;
    const support::TemporaryFolder folder;
    support::VirtualSocket socket;
    app::KeptPlaces places { folder / "config/settings.json", folder / "tracks", folder / "cache" };
    double now = 0.0;
    std::unique_ptr<app::SessionModel> model;

private:
    app::SoundCard::Systems systems()
    {
        app::SoundCard::Systems made;
        made.push_back (std::make_unique<support::VirtualSystem> (socket));
        return made;
    }
};

} // namespace app_examples
