// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sound/SoundCardWish.h"
#include "monitoring/LevelMatch.h"
#include "ui/values/CheckView.h"
#include "ui/values/HeadphonesView.h"
#include "ui/values/KeyBindings.h"
#include "ui/values/SettingsView.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace app
{

/** A reference track, and how it is used. */
struct KeptReference
{
    std::string path {}; ///< empty: a free slot
    double cueSeconds = 0.0;
    bool isInStep = false;

    bool operator== (const KeptReference&) const = default;
};

/** A file of the playlist. */
struct KeptTrack
{
    std::string path;
    double gapSeconds = 0.0; ///< of silence after it

    bool operator== (const KeptTrack&) const = default;
};

/** What the user has chosen, whatever is played: kept from one start to the next. */
struct Settings
{
    ui::Theme theme = ui::Theme::dark;
    ui::KeyBindings keys;
    std::array<std::string, 9> bank; ///< device ids, by key; empty: a free key

    std::optional<ui::Worn> worn;       ///< none: never asked
    std::string headFile;               ///< SOFA; empty: the default head
    std::vector<std::string> headFiles; ///< that were chosen, newest first
    bool isCorrectedAbove8k = true;

    double volumeDb = -12.0;
    monitoring::Match match = monitoring::Match::loudness;
    bool isNaturalLevel = false;               ///< devices as loud as they usually are
    std::optional<double> listeningLevelDbSpl; ///< none: each device's own
    std::string noise;                         ///< an environment's id; empty: none chosen
    double noiseTrimDb = 0.0;
    ui::QuickCycleView quickCycle;

    std::array<KeptReference, 16> references;
    ui::Norms norms = ui::Norms::delivered; ///< what the check compares with

    SoundCardWish soundCard;
    int lastRateHz = 48000; ///< of the sound card: devices are prepared for it before it is open

    int scalePercent = 0;                 ///< of everything in the window; 0: as the display has it
    std::string window;                   ///< as JUCE describes place and size; empty: never moved
    std::vector<std::string> recentFiles; ///< newest first
    std::vector<KeptTrack> playlist;      ///< that is open
    std::size_t track = 0;                ///< of it

    bool operator== (const Settings&) const = default;
};

/** Keys 1 to 9 as delivered; those that this library does not have stay free. */
std::array<std::string, 9> usualBank();

} // namespace app
