// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/Command.h"

#include "units/Precondition.h"

#include <algorithm>
#include <array>

namespace ui
{

namespace
{

constexpr std::array entries {
    CommandEntry { Command::playOrStop,
                   CommandGroup::playing,
                   "play-or-stop",
                   "Play or stop",
                   "Space" },
    CommandEntry { Command::goToStart,
                   CommandGroup::playing,
                   "go-to-start",
                   "To the start, or the loop's",
                   "Home" },
    CommandEntry { Command::seekBack, CommandGroup::playing, "seek-back", "Back 5 s", "Left" },
    CommandEntry { Command::seekForward, CommandGroup::playing, "seek-forward", "On 5 s", "Right" },
    CommandEntry { Command::previousTrack,
                   CommandGroup::playing,
                   "previous-track",
                   "Previous track",
                   "Page up" },
    CommandEntry { Command::nextTrack,
                   CommandGroup::playing,
                   "next-track",
                   "Next track",
                   "Page down" },
    CommandEntry { Command::loopOnOff, CommandGroup::playing, "loop", "Loop on or off", "L" },
    CommandEntry { Command::loopFromHere,
                   CommandGroup::playing,
                   "loop-from-here",
                   "Loop begins here",
                   "I" },
    CommandEntry { Command::loopToHere,
                   CommandGroup::playing,
                   "loop-to-here",
                   "Loop ends here",
                   "O" },
    CommandEntry { Command::addMarker,
                   CommandGroup::playing,
                   "add-marker",
                   "Put a marker here",
                   "K" },
    CommandEntry { Command::previousMarker,
                   CommandGroup::playing,
                   "previous-marker",
                   "Previous marker",
                   "Ctrl+Left" },
    CommandEntry { Command::nextMarker,
                   CommandGroup::playing,
                   "next-marker",
                   "Next marker",
                   "Ctrl+Right" },

    CommandEntry { Command::device1, CommandGroup::devices, "device-1", "Device 1", "1" },
    CommandEntry { Command::device2, CommandGroup::devices, "device-2", "Device 2", "2" },
    CommandEntry { Command::device3, CommandGroup::devices, "device-3", "Device 3", "3" },
    CommandEntry { Command::device4, CommandGroup::devices, "device-4", "Device 4", "4" },
    CommandEntry { Command::device5, CommandGroup::devices, "device-5", "Device 5", "5" },
    CommandEntry { Command::device6, CommandGroup::devices, "device-6", "Device 6", "6" },
    CommandEntry { Command::device7, CommandGroup::devices, "device-7", "Device 7", "7" },
    CommandEntry { Command::device8, CommandGroup::devices, "device-8", "Device 8", "8" },
    CommandEntry { Command::device9, CommandGroup::devices, "device-9", "Device 9", "9" },
    CommandEntry { Command::neutral, CommandGroup::devices, "neutral", "Neutral", "R", "0" },
    CommandEntry { Command::untouched, CommandGroup::devices, "untouched", "Untouched", "`" },
    CommandEntry { Command::lost,
                   CommandGroup::devices,
                   "lost",
                   "Lost: what the device takes away",
                   "T" },
    CommandEntry { Command::quickCycle, CommandGroup::devices, "quick-cycle", "Quick cycle", "Q" },
    CommandEntry { Command::tapTempo, CommandGroup::devices, "tap-tempo", "Tap the tempo", "B" },

    CommandEntry { Command::compare, CommandGroup::comparing, "compare", "A/B", "A" },
    CommandEntry { Command::mono, CommandGroup::comparing, "mono", "Mono", "M" },
    CommandEntry { Command::dim, CommandGroup::comparing, "dim", "Dim by 20 dB", "D" },
    CommandEntry { Command::louder, CommandGroup::comparing, "louder", "Volume up", "+", "=" },
    CommandEntry { Command::quieter, CommandGroup::comparing, "quieter", "Volume down", "-" },
    CommandEntry { Command::noise, CommandGroup::comparing, "noise", "Background noise", "N" },
    CommandEntry { Command::naturalLevel,
                   CommandGroup::comparing,
                   "natural-level",
                   "Natural level",
                   "V" },

    CommandEntry { Command::previousFinding,
                   CommandGroup::checking,
                   "previous-finding",
                   "Hear the previous finding",
                   "[" },
    CommandEntry { Command::nextFinding,
                   CommandGroup::checking,
                   "next-finding",
                   "Hear the next finding",
                   "]" },
    CommandEntry { Command::runCheck,
                   CommandGroup::checking,
                   "run-check",
                   "Check the track, or break off",
                   "F5" },
    CommandEntry { Command::exportReport,
                   CommandGroup::checking,
                   "export-report",
                   "Export the report",
                   "Ctrl+E" },

    CommandEntry { Command::open, CommandGroup::window, "open", "Open files", "Ctrl+O" },
    CommandEntry { Command::playDemo, CommandGroup::window, "demo", "Play the demo", "Ctrl+D" },
    CommandEntry { Command::renderHeard,
                   CommandGroup::window,
                   "render",
                   "Render what is heard",
                   "Ctrl+R" },
    CommandEntry { Command::showLibrary, CommandGroup::window, "library", "Device library", "/" },
    CommandEntry { Command::showHeadphones,
                   CommandGroup::window,
                   "headphones",
                   "My headphones",
                   "H" },
    CommandEntry { Command::showMatrix,
                   CommandGroup::window,
                   "matrix",
                   "Monitoring matrix, band solo",
                   "X" },
    CommandEntry { Command::showPlaylist, CommandGroup::window, "playlist", "Playlist", "P" },
    CommandEntry { Command::showReferences,
                   CommandGroup::window,
                   "references",
                   "Reference tracks",
                   "F" },
    CommandEntry { Command::showNotes,
                   CommandGroup::window,
                   "notes",
                   "Notes on this track",
                   "Ctrl+N" },
    CommandEntry { Command::showCheck, CommandGroup::window, "check", "What was found", "C" },
    CommandEntry { Command::showSettings, CommandGroup::window, "settings", "Settings", "Ctrl+," },
    CommandEntry { Command::showKeys, CommandGroup::window, "keys", "Keys", "?" },
    CommandEntry { Command::switchTheme, CommandGroup::window, "theme", "Dark or light", "F9" },
    CommandEntry { Command::fullScreen, CommandGroup::window, "full-screen", "Full screen", "F11" },
    CommandEntry { Command::closePanel,
                   CommandGroup::window,
                   "close",
                   "Close what is open",
                   "Esc" },
};

} // namespace

std::string_view groupName (CommandGroup group)
{
    switch (group)
    {
    case CommandGroup::playing:
        return "Playing";
    case CommandGroup::devices:
        return "Devices";
    case CommandGroup::comparing:
        return "Comparing";
    case CommandGroup::checking:
        return "Checking";
    case CommandGroup::window:
        return "Window";
    }

    return {};
}

std::span<const CommandEntry> allCommands() { return entries; }

const CommandEntry& entryOf (Command command)
{
    return *std::ranges::find (entries, command, &CommandEntry::command);
}

std::optional<Command> commandFromId (std::string_view id)
{
    const auto* found = std::ranges::find (entries, id, &CommandEntry::id);

    if (found == entries.end())
        return std::nullopt;

    return found->command;
}

Command deviceCommand (std::size_t slot)
{
    PRECONDITION (slot < 9);
    return static_cast<Command> (static_cast<std::size_t> (Command::device1) + slot);
}

std::optional<std::size_t> slotOf (Command command)
{
    if (command < Command::device1 || command > Command::device9)
        return std::nullopt;

    return static_cast<std::size_t> (command) - static_cast<std::size_t> (Command::device1);
}

} // namespace ui
