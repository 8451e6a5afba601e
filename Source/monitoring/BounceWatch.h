// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/FileVersion.h"
#include "units/Problem.h"
#include "units/Seconds.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace monitoring
{

/** Keeps a copy of the file that is heard, and notices when it is written anew, on a thread of its own: a
    bounce is new when its size and time have stayed the same from one look to the next and it can be
    opened. Control thread.
*/
class BounceWatch
{
public:
    struct Setting
    {
        std::filesystem::path folder = files::PrivateCopy::usualFolder();
        files::PrivateCopy::Limits limits {};
        units::Seconds betweenLooks { 0.5 };
    };

    explicit BounceWatch (Setting wanted);
    BounceWatch() : BounceWatch (Setting {}) {}
    ~BounceWatch();
    BounceWatch (const BounceWatch&) = delete;
    BounceWatch& operator= (const BounceWatch&) = delete;

    /** This one from now on; without a name: none. */
    void watch (const FileVersion& file);

    struct News
    {
        enum class Kind
        {
            kept,     ///< there is a copy of what is heard
            notKept,  ///< there will be none: problem says why
            changing, ///< somebody writes the file: read the copy
            bounced   ///< there is a new version; `before` is the one that was heard
        };

        Kind kind = Kind::kept;
        FileVersion now;
        FileVersion before {}; ///< with its copy, if one could be kept
        std::optional<units::Problem> problem {};
    };

    /** One after another, as it happened. */
    std::optional<News> take();

private:
    using Lock = std::unique_lock<std::mutex>;

    void work();
    void lookAt (FileVersion file, std::uint64_t watchNumber);
    void keepCopy (FileVersion file, std::uint64_t watchNumber);
    void takeBounce (const FileVersion& before, FileVersion now, std::uint64_t watchNumber);
    void copy (FileVersion& file, std::optional<units::Problem>& trouble, std::uint64_t number);
    void tell (News news, std::uint64_t watchNumber);
    bool isCurrent (std::uint64_t watchNumber) const;

    const Setting setting;

    mutable std::mutex mutex; ///< of all below
    std::condition_variable changed;
    FileVersion watched;
    std::uint64_t timesSet = 0;
    std::deque<News> news;
    bool isEnding = false;

    // Worker thread
    std::uint64_t numberSeen = 0;
    bool hasTriedToKeep = false;
    std::optional<files::FileIdentity> seenLast; ///< of a file that is being written

    std::thread worker;
};

} // namespace monitoring
