// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessMeter.h"
#include "monitoring/FileVersion.h"
#include "units/Problem.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace monitoring
{

/** Measures whole files, one after another, on a worker thread of its own, and remembers what it found:
    a file that is wanted again is there at once. Control thread.
*/
class LoudnessSurvey
{
public:
    LoudnessSurvey();
    ~LoudnessSurvey();
    LoudnessSurvey (const LoudnessSurvey&) = delete;
    LoudnessSurvey& operator= (const LoudnessSurvey&) = delete;

    /** In this order; what was wanted before and is not here is left. */
    void want (std::vector<FileVersion> files);

    struct Finding
    {
        hearing::ProgrammeLoudness loudness;
        std::optional<units::Problem> problem; ///< why there is no loudness
    };

    /** Nothing for a file that has not been measured yet. */
    std::optional<Finding> find (const FileVersion& file) const;

    /** Of all these as if they were one programme; nothing before each has been measured, or where one
        cannot be. */
    std::optional<hearing::ProgrammeLoudness> album (std::span<const FileVersion> files) const;

    /** 0 … 1, of the files that are wanted: those done, and of the present one its part. */
    double progress() const;

private:
    struct Measured
    {
        Finding finding;
        std::optional<hearing::LoudnessMeter> meter; ///< finished: for albums
    };

    using Lock = std::unique_lock<std::mutex>;

    void work();
    const FileVersion* nextWanted() const;
    Measured measure (const FileVersion& file);
    bool isStillWanted (const FileVersion& file, double fractionDone);
    void forgetUnwanted();

    mutable std::mutex mutex; ///< of all below
    std::condition_variable changed;
    std::vector<FileVersion> wanted;
    std::map<files::FileIdentity, Measured> measured;
    double fraction = 0.0; ///< of the present file
    bool isEnding = false;
    std::thread worker;
};

} // namespace monitoring
