// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"

#include "library/LibraryLocation.h"

#include <iostream>

namespace app
{

namespace
{

constexpr int ticksPerSecondMoving = 30;
constexpr int ticksPerSecondIdle = 5;

std::vector<std::string> filesNamed (const juce::StringArray& arguments)
{
    std::vector<std::string> files;

    for (const auto& argument : arguments)
        if (! argument.startsWith ("-"))
            files.push_back (juce::File::getCurrentWorkingDirectory()
                                 .getChildFile (argument)
                                 .getFullPathName()
                                 .toStdString());

    return files;
}

/** JUCE would take the first display that it finds where none is named. */
bool hasDisplay()
{
    return juce::SystemStats::getEnvironmentVariable ("DISPLAY", {}).isNotEmpty()
           && juce::Desktop::getInstance().getDisplays().getPrimaryDisplay() != nullptr;
}

double secondsNow() { return juce::Time::getMillisecondCounterHiRes() / 1000.0; }

} // namespace

const juce::String Application::getApplicationVersion() { return ELSEWHERE_VERSION; }

void Application::giveUp (const std::string& why, int exitCode)
{
    std::cerr << why << "\n";
    setApplicationReturnValue (exitCode);
    quit();
}

/** @returns whether that is all that was asked for */
bool Application::explain (const juce::StringArray& arguments)
{
    if (arguments.contains ("--version"))
        std::cout << "elsewhere-app " << ELSEWHERE_VERSION << "\n";
    else if (arguments.contains ("--help") || arguments.contains ("-h"))
        std::cout
            << "elsewhere-app [FILE or FOLDER…]\n\n"
               "Opens masters and plays them as they sound elsewhere. Without any: what was open\n"
               "last. For files without a window: elsewhere --help\n";
    else
        return false;

    quit();
    return true;
}

void Application::initialise (const juce::String&)
{
    const auto arguments = getCommandLineParameterArray();

    if (explain (arguments))
        return;

    if (! hasDisplay())
    {
        giveUp ("elsewhere-app opens a window, and there is no display to open it on.\n"
                "The command line needs none: elsewhere --help",
                noDisplay);
        return;
    }

    auto catalogue = library::readCatalogue ({});

    if (! catalogue)
    {
        giveUp (catalogue.problem().sentence(), noLibrary);
        return;
    }

    model = std::make_unique<SessionModel> (
        std::move (*catalogue), KeptPlaces::ofThisUser(), SoundCard::systemsHere());
    window = std::make_unique<MainWindow> (*model, [this] { systemRequestedQuit(); });
    model->tick (secondsNow());

    if (const auto files = filesNamed (arguments); ! files.empty())
        model->open (files);
    else
        model->restore();

    startTimerHz (ticksPerSecondMoving);
}

void Application::timerCallback()
{
    model->tick (secondsNow());
    const int wanted = model->isMoving() ? ticksPerSecondMoving : ticksPerSecondIdle;

    if (getTimerInterval() != 1000 / wanted)
        startTimerHz (wanted);
}

void Application::shutdown()
{
    stopTimer();
    window.reset();
    model.reset();
}

} // namespace app
