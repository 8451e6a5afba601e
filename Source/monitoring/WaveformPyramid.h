// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace monitoring
{

/** What a picture of a waveform shows of a stretch of time, all channels together. */
struct WaveformColumn
{
    float lowest = 0.0f;
    float highest = 0.0f;
    float rms = 0.0f;

    bool operator== (const WaveformColumn&) const = default;
};

/** A file's waveform at several zooms, so that any view of it is a few columns joined: each level joins
    four columns of the one before. However long the file, there are at most 131072 columns on the
    first level, 3 MB in all. Grows while the file is read.
*/
class WaveformPyramid
{
public:
    static constexpr std::size_t mostColumns = 131072;
    static constexpr std::size_t levelRatio = 4;

    /** @param numFrames  that will come, as far as is known; what comes beyond is not shown */
    explicit WaveformPyramid (std::int64_t numFrames);

    void add (dsp::ConstAudioBlock block);

    std::int64_t framesDone() const { return done; }
    std::int64_t framesPerColumn() const { return columnFrames; }

    /** So many equally long columns of the frames from `begin` to `end`; 0 where nothing has been added
        yet. Finer than the first level, columns repeat. */
    std::vector<WaveformColumn> view (double begin, double end, std::size_t numColumns) const;

private:
    /** Of a column, or of several. */
    struct Sum
    {
        float lowest = std::numeric_limits<float>::infinity();
        float highest = -std::numeric_limits<float>::infinity();
        float power = 0.0f; ///< squares of all samples added up
        std::uint32_t samples = 0;

        void add (float sample);
        void add (const Sum& more);
        WaveformColumn column() const;
    };

    using Level = std::vector<Sum>;

    Sum joined (std::size_t first, std::size_t last) const;

    std::int64_t columnFrames;
    std::int64_t done = 0;
    std::vector<Level> levels; ///< all columns are there from the start
};

} // namespace monitoring
