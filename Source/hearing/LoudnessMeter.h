// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/Decibels.h"
#include "units/Loudness.h"
#include "units/SampleRate.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace hearing
{

/** What BS.1770 and EBU Tech 3341/3342 measure of a programme. Where there is no number, in silence
    or in less than one window (400 ms, 3 s), it is nullopt. */
struct ProgrammeLoudness
{
    std::optional<units::Lufs> integrated;
    std::optional<double> rangeLu;
    std::optional<units::Decibels> truePeakDbtp;
    std::optional<units::Lufs> maxMomentary;
    std::optional<units::Lufs> maxShortTerm;

    /** Peak to loudness ratio: how far the true peak stands above the integrated loudness. */
    std::optional<double> peakToLoudnessDb() const;
};

/** What a live meter shows. Before the first 400 ms and 3 s, what lies ahead of the beginning counts
    as silence. nullopt: silence, and for the integrated loudness nothing above the gates yet. */
struct LoudnessReading
{
    std::optional<units::Lufs> momentary;
    std::optional<units::Lufs> shortTerm;
    std::optional<units::Lufs> integrated;
};

/** Loudness over time: point n is read (n + 1)/10 s after the beginning, −∞ in silence. Eight bytes a
    point: less than 1 MB for three hours. */
struct LoudnessCurve
{
    static constexpr double pointsPerSecond = 10.0;

    struct Point
    {
        float momentaryLufs;
        float shortTermLufs;
    };

    std::vector<Point> points;
};

/** Measures a stream as it goes by: mono, stereo or L R C Ls Rs, any rate from 8 to 192 kHz.

    A mono file counts as one channel. Non-finite samples count as silence. Memory grows by less than
    0.3 MB an hour (gating blocks). Not for the audio thread.
*/
class LoudnessMeter
{
public:
    /** What is not asked for is not reckoned and stays nullopt: each step costs time. */
    enum class Extent
    {
        integratedAndPeak,
        programme,         ///< all of ProgrammeLoudness, and readings
        programmeAndCurve, ///< and loudness over time
    };

    LoudnessMeter (std::size_t numChannels,
                   units::SampleRate rate,
                   Extent extent = Extent::programme);
    ~LoudnessMeter();
    LoudnessMeter (LoudnessMeter&&) noexcept;
    LoudnessMeter& operator= (LoudnessMeter&&) noexcept;

    void process (dsp::ConstAudioBlock block);

    LoudnessReading now() const;
    ProgrammeLoudness result() const;
    const LoudnessCurve& curve() const;

    /** Says that no more comes: frees what only more audio would need, so that the meters of many
        files can be kept for the album. Results stay. */
    void finish();

private:
    friend ProgrammeLoudness albumLoudness (std::span<const LoudnessMeter* const> meters);

    struct State;
    std::unique_ptr<State> state;
};

/** Several programmes as if they were one: their gating blocks and their windows are gated together,
    the highest peak and the loudest windows are those of all. */
ProgrammeLoudness albumLoudness (std::span<const LoudnessMeter* const> meters);

/** Of a whole programme that is in memory. */
ProgrammeLoudness programmeLoudness (dsp::ConstAudioBlock programme, units::SampleRate rate);

} // namespace hearing
