// SPDX-License-Identifier: GPL-3.0-or-later
// What each key does.
#include "app/model/SessionModel.h"

namespace app
{

using ui::Command;
using ui::Panel;

namespace
{

constexpr double secondsOfJump = 5.0;
constexpr double volumeStepDb = 1.0;

std::optional<Panel> panelOf (Command command)
{
    switch (command)
    {
    case Command::showLibrary:
        return Panel::library;
    case Command::showHeadphones:
        return Panel::headphones;
    case Command::showMatrix:
        return Panel::matrix;
    case Command::showPlaylist:
        return Panel::playlist;
    case Command::showReferences:
        return Panel::references;
    case Command::showNotes:
        return Panel::notes;
    case Command::showSettings:
        return Panel::settings;
    case Command::showKeys:
        return Panel::keys;
    default:
        return std::nullopt;
    }
}

} // namespace

void SessionModel::perform (Command command)
{
    if (! performPlaying (command) && ! performDevice (command) && ! performDesk (command)
        && ! performCheck (command))
        performWindow (command);

    refresh();
}

bool SessionModel::performPlaying (Command command)
{
    switch (command)
    {
    case Command::playOrStop:
        player.togglePlay();
        playOnlyIfHeard();
        break;
    case Command::goToStart:
        player.seek (0.0);
        break;
    case Command::seekBack:
        player.seekBy (-secondsOfJump);
        break;
    case Command::seekForward:
        player.seekBy (secondsOfJump);
        break;
    case Command::previousTrack:
        player.previousTrack();
        break;
    case Command::nextTrack:
        player.nextTrack();
        break;
    case Command::loopOnOff:
        player.toggleLoop();
        break;
    case Command::loopFromHere:
        player.loopFromHere();
        break;
    case Command::loopToHere:
        player.loopToHere();
        break;
    case Command::addMarker:
        markers.addHere();
        break;
    case Command::previousMarker:
        markers.goToPrevious();
        break;
    case Command::nextMarker:
        markers.goToNext();
        break;
    default:
        return false;
    }

    tendCard();
    return true;
}

bool SessionModel::performDevice (Command command)
{
    if (command == Command::quickCycle)
    {
        cycle.toggle (now);
        return true;
    }

    if (command == Command::tapTempo)
    {
        cycle.tap (now);
        return true;
    }

    if (const auto key = ui::slotOf (command))
        bank.select (*key);
    else if (command == Command::neutral)
        bank.neutral();
    else if (command == Command::untouched)
        bank.untouched();
    else if (command == Command::lost)
        bank.toggleLost();
    else
        return false;

    cycle.end();
    return true;
}

bool SessionModel::performDesk (Command command)
{
    switch (command)
    {
    case Command::compare:
        comparison.toggle();
        return true;
    case Command::mono:
        controls.toggleMono();
        return true;
    case Command::dim:
        controls.toggleDim();
        return true;
    case Command::louder:
        controls.changeVolume (volumeStepDb);
        return true;
    case Command::quieter:
        controls.changeVolume (-volumeStepDb);
        return true;
    case Command::noise:
        controls.toggleNoise();
        return true;
    case Command::naturalLevel:
        controls.toggleNaturalLevel();
        return true;
    default:
        return false;
    }
}

bool SessionModel::performCheck (Command command)
{
    switch (command)
    {
    case Command::previousFinding:
        checking.hearPrevious();
        break;
    case Command::nextFinding:
        checking.hearNext();
        break;
    case Command::runCheck:
        checking.run (outfit.listener().head);
        return true;
    case Command::exportReport:
        exportReport();
        return true;
    case Command::showCheck:
        checking.toggleShown();
        return true;
    default:
        return false;
    }

    cycle.end();
    playOnlyIfHeard();
    return true;
}

void SessionModel::performWindow (Command command)
{
    if (const auto panel = panelOf (command))
        togglePanel (*panel);
    else if (command == Command::closePanel && shown.panel == Panel::none)
        checking.hide();
    else if (command == Command::closePanel)
        togglePanel (shown.panel);
    else if (command == Command::open)
        askForFiles();
    else if (command == Command::playDemo)
        demo.ask();
    else if (command == Command::renderHeard)
        renderHeard();
    else if (command == Command::switchTheme)
        kept.theme = kept.theme == ui::Theme::dark ? ui::Theme::light : ui::Theme::dark;
    else if (command == Command::fullScreen && surface != nullptr)
        surface->toggleFullScreen();
}

void SessionModel::togglePanel (Panel panel)
{
    // Closed without an answer: then an average pair is assumed, and nobody asks again.
    if (shown.panel == Panel::headphones && ! kept.worn)
        outfit.wear ({});

    shown.panel = shown.panel == panel ? Panel::none : panel;

    if (shown.panel == Panel::headphones && kept.worn)
        outfit.pointAt (*kept.worn);
}

/** As with files that are dropped: to the playlist, where that is what one sees. */
void SessionModel::askForFiles()
{
    if (surface == nullptr)
        return;

    const bool areAdded = shown.panel == Panel::playlist && ! player.isEmpty();
    surface->ask ({ FileQuestion::Kind::filesAndFolders,
                    areAdded ? "Add to the playlist" : "Open masters",
                    "*" },
                  [this, areAdded] (const std::vector<std::string>& paths) {
                      if (areAdded)
                          append (paths);
                      else
                          open (paths);
                  });
}

void SessionModel::exportReport()
{
    if (surface == nullptr || ! checking.canWrite())
        return;

    const auto track = player.currentFile();
    surface->ask ({ FileQuestion::Kind::newFile,
                    "Export the report",
                    "*.html;*.json",
                    (track.parent_path() / (track.stem().string() + " (check).html")).string() },
                  [this] (const std::vector<std::string>& paths) {
                      if (! paths.empty())
                          checking.write (paths.front());

                      refresh();
                  });
}

void SessionModel::renderHeard()
{
    if (rendering.isRunning())
        return;

    const auto request = rendering.request (player.currentFile(), outfit.listener());

    if (! request)
    {
        notices.problem ("rendering", request.problem());
        return;
    }

    if (surface == nullptr)
        return;

    surface->ask ({ FileQuestion::Kind::newFile,
                    "Render what is heard",
                    "*.wav;*.flac",
                    HeardRendering::suggestion (*request).string() },
                  [this, wanted = *request] (const std::vector<std::string>& paths) mutable {
                      if (paths.empty())
                          return;

                      wanted.output.place = paths.front();
                      rendering.start (std::move (wanted));
                      refresh();
                  });
}

} // namespace app
