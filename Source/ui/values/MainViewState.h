// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/ProgrammeDesk.h"
#include "ui/values/CheckView.h"
#include "ui/values/DeviceTile.h"
#include "ui/values/HeadphonesView.h"
#include "ui/values/KeyBindings.h"
#include "ui/values/LibraryView.h"
#include "ui/values/MetersView.h"
#include "ui/values/PlaylistView.h"
#include "ui/values/SettingsView.h"
#include "ui/values/TransportView.h"

#include <array>
#include <cstdint>

namespace ui
{

struct TopBarView
{
    std::string track;      ///< empty: nothing is open
    std::string version;    ///< "reloaded 14:02"
    std::string headphones; ///< "Sennheiser HD 600", "loudspeakers"
    double volumeDb = 0.0;  ///< −60 … 0
    bool isDimmed = false;

    bool operator== (const TopBarView&) const = default;
};

/** What the listener hears of the two channels. */
struct MatrixView
{
    monitoring::StereoMode mode = monitoring::StereoMode::stereo;
    std::optional<monitoring::SoloBand> solo;

    bool operator== (const MatrixView&) const = default;
};

/** Something to be said, until it is dismissed. */
struct Notice
{
    enum class Kind
    {
        note,
        problem
    };

    std::uint64_t id = 0;
    Kind kind = Kind::note;
    std::string text;                  ///< one sentence or two
    std::optional<Command> offered {}; ///< a button beside it, with the command's words

    bool operator== (const Notice&) const = default;
};

/** Work that takes a while, and can be broken off. */
struct ProgressView
{
    std::string words; ///< "Rendering what is heard"
    double fraction = 0.0;

    bool operator== (const ProgressView&) const = default;
};

/** What lies over the main screen. */
enum class Panel
{
    none,
    library,
    headphones,
    matrix,
    playlist,
    references,
    notes,
    settings,
    keys
};

/** What the column at the right shows. */
enum class Side
{
    meters,
    findings
};

/** All that the window shows. */
struct MainViewState
{
    static constexpr std::size_t bankSize = 9;

    Theme theme = Theme::dark;
    Panel panel = Panel::none;
    Side side = Side::meters;
    KeyBindings keys;

    TopBarView topBar;
    DeviceTile neutral;
    DeviceTile untouched;
    std::array<std::optional<DeviceTile>, bankSize> bank;
    std::optional<DeviceTile> besideBank; ///< heard from the library, on no key
    WaveformView waveform;
    TransportView transport;
    MetersView meters;

    LibraryView library;
    HeadphonesView headphones;
    MatrixView matrix;
    PlaylistView playlist;
    ReferencesView references;
    std::string notes;                       ///< on this track, the user's own
    std::optional<std::size_t> markerToEdit; ///< of the waveform's; the notes point at it
    CheckView check;
    SettingsView settings;

    std::vector<std::string> recentFiles; ///< offered while nothing is open; newest first
    std::vector<Notice> notices;          ///< newest last
    std::optional<ProgressView> progress;
};

} // namespace ui
