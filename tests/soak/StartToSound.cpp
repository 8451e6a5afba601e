// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes from the start of the program to its first sound, as a user has it: the window opens on
// a display, the demo is opened as by the command line, and Play is pressed as soon as there is a window.
//
//     tests/soak/start-to-sound.sh [TIMES]
#include "app/MainWindow.h"
#include "library/LibraryLocation.h"
#include "support/TemporaryFolder.h"

#include <fstream>
#include <iostream>
#include <sstream>
#include <time.h>
#include <unistd.h>

#include "soak/RecordingSystem.h"

namespace
{

/** Only a JUCE application may open windows where no window manager runs. */
const bool isApplication = [] {
    juce::JUCEApplicationBase::createInstance = +[]() -> juce::JUCEApplicationBase* {
        return nullptr;
    };
    return true;
}();

/** Since this process was started, by the kernel's count of hundredths. */
double secondsSinceStart()
{
    std::ifstream file { "/proc/self/stat" };
    std::string text { std::istreambuf_iterator<char> { file }, {} };
    std::istringstream rest { text.substr (text.rfind (')') + 2) };
    std::string field;

    for (int number = 3; number <= 22; ++number)
        rest >> field;

    timespec now {};
    clock_gettime (CLOCK_BOOTTIME, &now);
    return static_cast<double> (now.tv_sec) + static_cast<double> (now.tv_nsec) * 1e-9
           - std::stod (field) / static_cast<double> (sysconf (_SC_CLK_TCK));
}

bool hasSound (const support::Recording& recording)
{
    const std::size_t numFrames = recording.frames;
    return std::any_of (recording.left.begin(),
                        recording.left.begin() + static_cast<std::ptrdiff_t> (numFrames),
                        [] (float sample) { return sample != 0.0f; });
}

int run (const std::string& master)
{
    const juce::ScopedJuceInitialiser_GUI framework;
    const support::TemporaryFolder folder;
    support::Recording recording { 60 * 48000 };
    app::SoundCard::Systems systems;
    systems.push_back (std::make_unique<support::RecordingSystem> (
        std::unique_ptr<juce::AudioIODeviceType> (
            juce::AudioIODeviceType::createAudioIODeviceType_JACK()),
        recording));
    app::SessionModel model { *library::readCatalogue ({}),
                              { folder / "settings.json", folder / "tracks", folder / "cache" },
                              std::move (systems) };
    app::MainWindow window { model, [] {} };
    model.tick (juce::Time::getMillisecondCounterHiRes() / 1000.0); // as the application does
    model.wear ({});
    model.open ({ master });
    const double atWindow = secondsSinceStart();
    model.perform (ui::Command::playOrStop);

    while (! hasSound (recording))
    {
        model.tick (juce::Time::getMillisecondCounterHiRes() / 1000.0);
        juce::MessageManager::getInstance()->runDispatchLoopUntil (5);

        if (secondsSinceStart() < 10.0)
            continue;

        std::cout << "no sound after 10 s; "
                  << (model.state().transport.isPlaying ? "playing" : "stopped")
                  << ", frames asked for: " << recording.frames << "\n";

        for (const auto& notice : model.state().notices)
            std::cout << notice.text << "\n";

        return EXIT_FAILURE;
    }

    std::cout << "window and file open after " << atWindow << " s, first sound after "
              << secondsSinceStart() << " s\n";
    return EXIT_SUCCESS;
}

} // namespace

int main (int count, char** values) { return count > 1 && isApplication ? run (values[1]) : 2; }
