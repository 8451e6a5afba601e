// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/LevelMatch.h"

#include <optional>
#include <string>
#include <vector>

namespace ui
{

enum class Theme
{
    dark,
    light
};

/** One of several. */
struct Choice
{
    std::string id;
    std::string words;

    bool operator== (const Choice&) const = default;
};

struct ChoiceOfOne
{
    std::vector<Choice> choices;
    std::string chosen; ///< an id

    bool operator== (const ChoiceOfOne&) const = default;
};

struct SoundCardView
{
    ChoiceOfOne system; ///< "ALSA", "JACK"
    ChoiceOfOne device;
    ChoiceOfOne rate;                 ///< ids are numbers in Hz
    ChoiceOfOne buffer;               ///< ids are numbers of frames
    double latencyMilliseconds = 0.0; ///< from file to socket, as far as it is known
    std::string state;                ///< "open", "released while stopped", "gone; trying again"
    std::string problem;              ///< empty: none

    bool operator== (const SoundCardView&) const = default;
};

struct QuickCycleView
{
    double seconds = 8.0; ///< per device, when there is no tempo
    int bars = 4;         ///< per device, when there is one
    std::optional<double> beatsPerMinute;

    bool operator== (const QuickCycleView&) const = default;
};

struct SettingsView
{
    std::optional<double> listeningLevelDbSpl; ///< none: the device's own
    double usualLevelDbSpl = 70.0;             ///< of the device that is heard
    bool isNaturalLevel = false;               ///< devices are as loud as they are
    monitoring::Match match = monitoring::Match::loudness;

    ChoiceOfOne noise;        ///< environments; id "" is none
    double noiseDbSpl = 0.0;  ///< at its natural distance
    double noiseTrimDb = 0.0; ///< at most +12

    bool isCorrectedAbove8k = true;
    ChoiceOfOne head; ///< ids are paths; "" is the default head
    std::string headProblem;
    ChoiceOfOne scale; ///< of the window
    QuickCycleView quickCycle;
    SoundCardView soundCard;

    bool operator== (const SettingsView&) const = default;
};

} // namespace ui
