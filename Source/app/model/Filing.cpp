// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with files: those that are played, what is written down and found about them, references.
#include "app/model/SessionModel.h"

namespace app
{

//==================================================================================================
// Files

void SessionModel::open (const std::vector<std::string>& paths)
{
    player.open (paths);
    memory.opened();
    refresh();
}

void SessionModel::append (const std::vector<std::string>& paths)
{
    player.append (paths);
    refresh();
}

void SessionModel::playTrack (std::size_t track)
{
    player.play (track);
    playOnlyIfHeard();
    refresh();
}

void SessionModel::moveTrack (std::size_t from, std::size_t to)
{
    player.move (from, to);
    refresh();
}

void SessionModel::removeTrack (std::size_t track)
{
    player.remove (track);
    refresh();
}

void SessionModel::setGap (std::size_t afterTrack, double seconds)
{
    player.setGap (afterTrack, seconds);
    refresh();
}

void SessionModel::setNotes (const std::string& text)
{
    memory.setNotes (text);
    refresh();
}

void SessionModel::setMarker (std::size_t marker, const ui::Marker& changed)
{
    markers.set (marker, changed);
    refresh();
}

void SessionModel::removeMarker (std::size_t marker)
{
    markers.remove (marker);
    refresh();
}

void SessionModel::editMarker (std::size_t marker)
{
    markers.pointAt (marker);
    shown.panel = ui::Panel::notes;
    refresh();
}

void SessionModel::hearFinding (std::size_t finding)
{
    cycle.end();
    checking.hear (finding);
    playOnlyIfHeard();
    refresh();
}

void SessionModel::setIntended (std::size_t finding, bool isIntended)
{
    checking.setIntended (finding, isIntended);
    refresh();
}

void SessionModel::chooseNorms (ui::Norms norms)
{
    checking.chooseNorms (norms, outfit.listener().head);
    refresh();
}

void SessionModel::breakOff()
{
    rendering.breakOff();
    refresh();
}

//==================================================================================================
// Reference tracks

void SessionModel::setReference (std::size_t slot, const std::string& path)
{
    comparison.put (slot, path);
    refresh();
}

void SessionModel::askForReference (std::size_t slot)
{
    if (surface != nullptr)
        surface->ask ({ FileQuestion::Kind::oneFile, "A reference track", "*" },
                      [this, slot] (const std::vector<std::string>& paths) {
                          if (! paths.empty())
                              setReference (slot, paths.front());
                      });
}

void SessionModel::chooseReference (std::optional<std::size_t> slot)
{
    comparison.choose (slot);
    refresh();
}

void SessionModel::setReferenceCue (std::size_t slot, double seconds)
{
    comparison.cue (slot, seconds);
    refresh();
}

void SessionModel::cueReferenceHere (std::size_t slot)
{
    comparison.cueHere (slot);
    refresh();
}

void SessionModel::runReferenceInStep (std::size_t slot, bool isWanted)
{
    comparison.runInStep (slot, isWanted);
    refresh();
}

} // namespace app
