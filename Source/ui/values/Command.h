// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace ui
{

/** What one key does. */
enum class Command
{
    playOrStop,
    goToStart,
    seekBack,
    seekForward,
    previousTrack,
    nextTrack,
    loopOnOff,
    loopFromHere,
    loopToHere,
    addMarker,
    previousMarker,
    nextMarker,

    device1,
    device2,
    device3,
    device4,
    device5,
    device6,
    device7,
    device8,
    device9,
    neutral,
    untouched,
    lost,
    quickCycle,
    tapTempo,

    compare, ///< the master, and what it is compared with
    mono,
    dim,
    louder,
    quieter,
    noise,
    naturalLevel,

    previousFinding,
    nextFinding,
    runCheck,
    exportReport,

    open,
    playDemo,
    renderHeard,
    showLibrary,
    showHeadphones,
    showMatrix,
    showPlaylist,
    showReferences,
    showNotes,
    showCheck,
    showSettings,
    showKeys,
    switchTheme,
    fullScreen,
    closePanel
};

enum class CommandGroup
{
    playing,
    devices,
    comparing,
    checking,
    window
};

std::string_view groupName (CommandGroup group);

struct CommandEntry
{
    Command command;
    CommandGroup group;
    std::string_view id;          ///< "play-or-stop": settings files refer to it
    std::string_view words;       ///< "Play or stop"
    std::string_view key;         ///< as it is delivered: KeyBindings.h says how keys are written
    std::string_view otherKey {}; ///< does the same
};

/** Every command, in the order in which they are shown. */
std::span<const CommandEntry> allCommands();

const CommandEntry& entryOf (Command command);
std::optional<Command> commandFromId (std::string_view id);

/** device1 … device9, by the bank's slot 0 … 8. */
Command deviceCommand (std::size_t slot);

/** The bank's slot, for device1 … device9. */
std::optional<std::size_t> slotOf (Command command);

} // namespace ui
