// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ui
{

struct TrackRow
{
    std::string title;
    double durationSeconds = 0.0;
    double gapSeconds = 0.0;              ///< silence after it
    std::optional<double> integratedLufs; ///< none: not measured yet
    std::optional<double> truePeakDb;
    std::string problem; ///< why it cannot be played; empty: it can

    bool operator== (const TrackRow&) const = default;
};

struct PlaylistView
{
    std::vector<TrackRow> tracks;
    std::optional<std::size_t> current;
    std::optional<double> albumLufs; ///< of all tracks as one block

    bool operator== (const PlaylistView&) const = default;
};

struct ReferenceSlot
{
    std::string name;
    double durationSeconds = 0.0;
    double gainDb = 0.0; ///< that makes it as loud as the master
    double cueSeconds = 0.0;
    bool isInStep = false; ///< runs beside the master; else from its own cue
    std::string problem;

    bool operator== (const ReferenceSlot&) const = default;
};

struct ReferencesView
{
    static constexpr std::size_t numSlots = 16;

    std::array<std::optional<ReferenceSlot>, numSlots> slots;
    std::optional<std::size_t>
        chosen;                 ///< what A/B goes to; none: the previous bounce, if there is one
    std::string previousBounce; ///< "bounce of 14:02"; empty: there is none

    bool operator== (const ReferencesView&) const = default;
};

} // namespace ui
