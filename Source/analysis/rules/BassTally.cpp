// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/BassTally.h"

#include "analysis/TimeRange.h"
#include "analysis/rules/Fades.h"
#include "hearing/HarmonicCoherence.h"
#include "hearing/PartialLoudness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace analysis
{

namespace
{

using hearing::FrameHarmonics;
using hearing::numBassHarmonics;

// What a harmonic does for the pitch: the low ones carry it. Heuristic, after the dominance region.
constexpr std::array<double, numBassHarmonics> pitchWeight { 1.0, 0.95, 0.9,  0.85, 0.75,
                                                             0.6, 0.45, 0.35, 0.25, 0.2 };

// So far above its threshold a harmonic counts fully.
constexpr double fullSensationDb = 15.0;

// Of what is no harmonic at all, one in forty passes the threshold, hardly ever by so much.
constexpr double audibleDb = 5.0;

// Below it, another instrument plays the harmonic: HarmonicCoherence.h.
constexpr double ownCoherence = 0.5;

// A frame counts when the reference has at least one harmonic that is well audible.
constexpr double audibleSalience = 0.6;
constexpr double sureEnough = 0.5;

constexpr double lostRetention = 0.25;

// And with more than that left, the pitch is not gone for want of low harmonics either.
constexpr double keptRetention = 0.5;

/** The highest rank that the lowest audible harmonic may have if the pitch is to be heard. F0
    discrimination falls from 1 % to 5 % between ranks 7 and 10 at 100 to 400 Hz, and at lower ranks for lower
    fundamentals (Mehta & Oxenham 2020); the steps below 100 Hz are interpolated by us. */
std::size_t highestLowestRank (double f0Hz) { return f0Hz < 60.0 ? 4 : f0Hz < 100.0 ? 5 : 7; }

bool isAudible (const std::optional<hearing::HarmonicLevel>& harmonic)
{
    return harmonic && harmonic->levelDbSpl - harmonic->thresholdDbSpl > audibleDb;
}

/** One note as it is heard in one frame. */
struct Heard
{
    double salience = 0.0;      ///< S: the weights of the audible harmonics
    std::size_t lowestRank = 0; ///< 1 is the fundamental; 0: nothing is audible
    double power = 0.0;         ///< of all its harmonics
    double overtonesDb = 0.0;   ///< of those that say what the note sounds like, below all of those
};

using Own = std::array<bool, numBassHarmonics>;

/** Levels, not audibility: what other instruments mask is the line's own all the same. */
double overtonesDb (const FrameHarmonics& frame, const Own& own)
{
    constexpr std::size_t numTelling = 6;
    constexpr double softest = -60.0;
    double all = 0.0;
    double overtones = 0.0;

    for (std::size_t n = 0; n < numTelling; ++n)
        if (frame[n] && own[n])
        {
            const double power = std::pow (10.0, frame[n]->levelDbSpl / 10.0);
            all += power;
            overtones += n > 0 ? power : 0.0;
        }

    return overtones > 0.0 ? std::max (softest, 10.0 * std::log10 (overtones / all)) : softest;
}

Heard heardIn (const FrameHarmonics& frame, const Own& own)
{
    Heard heard;
    heard.overtonesDb = overtonesDb (frame, own);

    for (std::size_t n = 0; n < numBassHarmonics; ++n)
    {
        if (! frame[n] || ! own[n])
            continue;

        const double above = frame[n]->levelDbSpl - frame[n]->thresholdDbSpl;
        heard.salience += pitchWeight[n] * std::clamp (above / fullSensationDb, 0.0, 1.0);
        heard.power += std::pow (10.0, frame[n]->levelDbSpl / 10.0);

        if (heard.lowestRank == 0 && isAudible (frame[n]))
            heard.lowestRank = n + 1;
    }

    return heard;
}

Own ownHarmonics (const hearing::BassNote& note,
                  const hearing::BassLine& line,
                  const std::vector<FrameHarmonics>& neutral)
{
    const auto coherence = hearing::harmonicCoherence (note, line, neutral);
    Own own {};

    for (std::size_t n = 0; n < numBassHarmonics; ++n)
        own[n] = n == 0 || ! coherence[n] || *coherence[n] >= ownCoherence;

    return own;
}

bool isLost (const Heard& device, const Heard& neutral, double f0Hz)
{
    const auto highest = highestLowestRank (f0Hz);
    const bool hadPitch = neutral.lowestRank <= highest;
    const bool hasPitch = device.lowestRank > 0 && device.lowestRank <= highest;
    return device.salience < lostRetention * neutral.salience
           || (hadPitch && ! hasPitch && device.salience < keptRetention * neutral.salience);
}

void count (BassTally& tally,
            const hearing::BassFrame& frame,
            const Heard& neutral,
            const Heard& device)
{
    ++tally.frames;
    tally.confidence += frame.confidence;
    tally.neutralPower += neutral.power;
    tally.devicePower += device.power;
    tally.overtonesDb.push_back (neutral.overtonesDb);
    tally.retentions.push_back (std::min (1.0, device.salience / neutral.salience));

    if (device.lowestRank > 0)
        tally.lowestRanks.push_back (static_cast<double> (device.lowestRank));
}

constexpr double frameSeconds = hearing::BassFrames::hop.value;

/** Whether a frame lies in a fade at the beginning or end of the master. */
class Fading
{
public:
    explicit Fading (const std::vector<HopLoudness>& hops)
    {
        constexpr units::Seconds smoothing { 2.0 };
        std::vector<float> sones (hops.size());
        std::ranges::transform (hops, sones.begin(), &HopLoudness::sone);
        fading = fadingHops (hearing::meanOver (smoothing, sones, hopsPerSecond));
    }

    bool at (std::size_t frame) const
    {
        const double seconds = frameSeconds * static_cast<double> (frame);
        const auto hop = static_cast<std::size_t> (seconds * hopsPerSecond);
        return hop < fading.size() && fading[hop];
    }

private:
    std::vector<bool> fading;
};

} // namespace

double BassTally::seconds() const { return frameSeconds * static_cast<double> (frames); }

double BassTally::lostShare() const
{
    return static_cast<double> (lostFrames.size()) / static_cast<double> (frames);
}

double BassTally::missingDb() const
{
    constexpr double silence = 1e-12;
    return 10.0 * std::log10 (neutralPower / std::max (devicePower, silence));
}

BassTally bassTally (const Comparison& comparison)
{
    const auto& line = comparison.master.bass;
    const auto& neutral = comparison.neutral->bass;
    const auto& device = comparison.device->bass;
    const Fading fading { comparison.neutral->loudness };
    BassTally tally;

    for (const auto& note : line.notes)
    {
        const auto own = ownHarmonics (note, line, neutral);

        for (std::size_t i = note.firstFrame; i < note.firstFrame + note.numFrames; ++i)
        {
            const auto reference = heardIn (neutral[i], own);
            const auto& frame = line.frames[i];

            if (! frame.f0Hz || frame.confidence < sureEnough || fading.at (i)
                || reference.salience < audibleSalience || reference.lowestRank == 0)
                continue;

            const auto onDevice = heardIn (device[i], own);
            count (tally, frame, reference, onDevice);

            if (isLost (onDevice, reference, *frame.f0Hz))
            {
                tally.lostFrames.push_back (i);
                tally.lostRanks.push_back (static_cast<double> (onDevice.lowestRank));
                tally.lostPitchesHz.push_back (*frame.f0Hz);
            }
        }
    }

    return tally;
}

} // namespace analysis
