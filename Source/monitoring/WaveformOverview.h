// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/WaveformPyramid.h"
#include "units/Problem.h"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

namespace monitoring
{

/** The waveform of the file that is open, drawn while a worker thread of its own still reads it. Any
    thread but the audio thread.
*/
class WaveformOverview
{
public:
    WaveformOverview();
    ~WaveformOverview();
    WaveformOverview (const WaveformOverview&) = delete;
    WaveformOverview& operator= (const WaveformOverview&) = delete;

    /** Begins with this file at once; what was being read is left. An empty path: nothing to show. */
    void show (const std::filesystem::path& file);

    /** 0 … 1, of the file; 1 when there is nothing to do. */
    double progress() const;

    /** Another number when there is something else to be seen than before: another file, or more of
        it. */
    std::uint64_t version() const;

    /** Why the file could not be read, or not to its end. */
    std::optional<units::Problem> problem() const;

    /** So many columns of the time from `beginSeconds` to `endSeconds`; columns of which nothing has
        been read yet are 0. Empty where no file is open. */
    std::vector<WaveformColumn>
    view (double beginSeconds, double endSeconds, std::size_t numColumns) const;

private:
    using Lock = std::unique_lock<std::mutex>;

    void work();
    void read (Lock& lock, const std::filesystem::path& file);

    mutable std::mutex mutex; ///< of all below
    std::condition_variable changed;
    std::optional<std::filesystem::path> wanted;
    std::optional<WaveformPyramid> pyramid;
    double framesPerSecond = 1.0;
    double fraction = 1.0;
    std::optional<units::Problem> trouble;
    std::uint64_t timesChanged = 0;
    bool isEnding = false;
    std::thread worker;
};

} // namespace monitoring
