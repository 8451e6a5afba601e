// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Scenes.h"

#include "ui/SampleState.h"

namespace ui
{

namespace
{

constexpr int smallWidth = 1100;
constexpr int smallHeight = 700;

Scene small (const std::string& name, MainViewState state)
{
    return { name, std::move (state), smallWidth, smallHeight };
}

MainViewState inTrouble()
{
    auto state = sampleState();
    state.bank[4]->readiness = Readiness::failed;
    state.bank[4]->problem = "Its file names a response that is not there.";
    state.bank[5]->readiness = Readiness::preparing;
    state.bank[6]->isAwaited = true;
    state.bank[6]->readiness = Readiness::preparing;
    state.bank[8].reset();
    state.transport.isNoiseOn = true;
    state.transport.isComparing = true;
    state.topBar.isDimmed = true;
    state.notices = { { 1, Notice::Kind::note, "Undertow (master 4) was reloaded at 1:18.", {} },
                      { 2,
                        Notice::Kind::problem,
                        "The sound card is gone. Trying again every two seconds.",
                        Command::showSettings } };
    return state;
}

MainViewState nothingOpen()
{
    auto state = emptyState();
    state.untouched.isHeard = true;
    state.meters.heardName = "Untouched";
    state.recentFiles = { "/music/Undertow (master 4).wav", "/music/album/Side A.flac" };
    return state;
}

MainViewState wearingHd600()
{
    auto state = sampleState();
    state.panel = Panel::headphones;
    state.headphones.worn = Worn { Worn::Kind::listed, "headphones/sennheiser-hd-600" };
    state.headphones.shown = sampleCorrection();
    return state;
}

MainViewState firstRun()
{
    auto state = emptyState();
    state.panel = Panel::headphones;
    return state;
}

MainViewState checked()
{
    auto state = checkedState();
    state.panel = Panel::check;
    return state;
}

MainViewState checking()
{
    auto state = sampleState();
    state.panel = Panel::check;
    state.check.isRunning = true;
    state.check.progress = 0.4;
    return state;
}

MainViewState with (Panel panel)
{
    auto state = sampleState();
    state.panel = panel;
    return state;
}

} // namespace

std::vector<Scene> basicScenes()
{
    return { small ("main", sampleState()),
             small ("main-in-trouble", inTrouble()),
             small ("main-nothing-open", nothingOpen()),
             small ("library", with (Panel::library)),
             small ("headphones", wearingHd600()),
             small ("headphones-first-run", firstRun()),
             small ("keys", with (Panel::keys)),
             small ("matrix", with (Panel::matrix)),
             small ("playlist", with (Panel::playlist)),
             small ("references", with (Panel::references)),
             small ("notes", with (Panel::notes)),
             small ("main-checked", checkedState()),
             small ("check", checked()),
             small ("check-running", checking()),
             small ("settings", with (Panel::settings)) };
}

std::vector<Scene> allScenes()
{
    auto scenes = basicScenes();

    for (auto scene : basicScenes())
    {
        scene.name += "-light";
        scene.state.theme = Theme::light;
        scenes.push_back (scene);
    }

    scenes.push_back ({ "main-1440", sampleState(), 1440, 900 });
    return scenes;
}

} // namespace ui
