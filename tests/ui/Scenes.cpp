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

/** Names as they come out of other people's programs. */
MainViewState withLongNames()
{
    auto state = checkedState();
    const std::string name = "2026-11-27_Undertow (feat. The Harbour Light Ensemble)_MASTER v14 "
                             "LIMITED -9LUFS 24bit 96k FINAL final2";
    state.topBar.track = name;
    state.topBar.headphones = "Audio-Technica ATH-M50x (2023, worn pads, left serial 0042)";
    state.transport.comparedTo = name;
    state.transport.noise = "Suburban train, second class, window seat";
    state.besideBank = state.bank[1];
    state.besideBank->name = "Samsung Galaxy Buds2 Pro, foam tips of another maker";
    state.besideBank->isHeard = true;
    state.bank[2]->isHeard = false;
    state.bank[2]->name = "Ultimate Ears Wonderboom 3 on a kitchen shelf";
    state.meters.heardName = state.besideBank->name;
    state.waveform.markers = { { 16.5, name }, { 154.0, "bridge: sub?" }, { 229.0, name } };
    state.notices = { { 1,
                        Notice::Kind::problem,
                        "/home/somebody/Music/Mastering/2026/Harbour Light/" + name
                            + ".wav: The file ends in the middle of its sound.",
                        Command::open } };
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
    state.side = Side::findings;
    return state;
}

MainViewState checking()
{
    auto state = sampleState();
    state.side = Side::findings;
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
             small ("main-long-names", withLongNames()),
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
