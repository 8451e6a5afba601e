// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ui
{

/** A stretch of one track. */
struct TimeSpan
{
    double beginSeconds = 0.0;
    double endSeconds = 0.0;

    bool operator== (const TimeSpan&) const = default;
};

/** The largest and the smallest sample of equal stretches of a track, channels together, −1 … 1. */
struct WaveformPeaks
{
    std::vector<float> lowest;
    std::vector<float> highest;
};

/** A spot of a track, with the user's word for it, if there is one. */
struct Marker
{
    double seconds = 0.0;
    std::string label {};

    bool operator== (const Marker&) const = default;
};

struct FindingRow; ///< CheckView.h

/** Shared and never changed: another pointer means other findings. */
using FindingRows = std::shared_ptr<const std::vector<FindingRow>>;

struct WaveformView
{
    /** Shared and never changed: another pointer means another picture. Peaks are all there from the
        start, those beyond `progress` are zero. nullptr: nothing is open. */
    std::shared_ptr<const WaveformPeaks> peaks;
    double progress = 1.0; ///< 0 … 1, how much of the file has been looked at
    double durationSeconds = 0.0;
    std::optional<TimeSpan> loop;
    bool isLooping = false;      ///< or the loop is only kept
    std::vector<Marker> markers; ///< in the order of time
    FindingRows findings;        ///< of the translation check; nullptr: it was not checked
    std::optional<std::size_t> findingPointedAt;

    bool operator== (const WaveformView&) const = default;
};

/** The playhead: the one thing that moves all the time. */
struct TransportView
{
    bool hasTrack = false;
    bool isPlaying = false;
    bool isWaitingForCard = false; ///< it would be playing: the sound card is not there
    double positionSeconds = 0.0;
    double durationSeconds = 0.0;
    bool isLooping = false;
    bool isLost = false;    ///< what the device takes away is heard
    std::string lostOn;     ///< the device meant; empty: Lost cannot be had now, no device is heard
    std::string comparedTo; ///< "bounce of 14:02", "reference 3"; empty: there is nothing
    bool isComparing = false; ///< that is heard, not the master
    std::string noise;        ///< "Car at 80 km/h, 64 dB SPL"; empty: none chosen
    bool isNoiseOn = false;
    bool isCycling = false;
    std::string cycle; ///< "every 8 s", "every 4 bars at 120"

    bool operator== (const TransportView&) const = default;
};

} // namespace ui
