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

double secondsNow() { return juce::Time::getMillisecondCounterHiRes() / 1000.0; }

} // namespace

const juce::String Application::getApplicationVersion() { return ELSEWHERE_VERSION; }

void Application::giveUp (const std::string& why, int exitCode)
{
    std::cerr << why << "\n";
    setApplicationReturnValue (exitCode);
    quit();
}

void Application::initialise (const juce::String&)
{
    if (juce::Desktop::getInstance().getDisplays().getPrimaryDisplay() == nullptr)
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

    if (const auto files = filesNamed (getCommandLineParameterArray()); ! files.empty())
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
