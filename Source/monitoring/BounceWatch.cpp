// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/BounceWatch.h"

#include "files/AudioFile.h"

#include <chrono>
#include <utility>

namespace monitoring
{

BounceWatch::BounceWatch (Setting wanted)
    : setting (std::move (wanted)),
      worker ([this] { work(); })
{}

BounceWatch::~BounceWatch()
{
    {
        const std::lock_guard lock { mutex };
        isEnding = true;
    }

    changed.notify_all();
    worker.join();
}

//==================================================================================================
// Control thread

void BounceWatch::watch (const FileVersion& file)
{
    {
        const std::lock_guard lock { mutex };

        if (file.file == watched.file && file.identity == watched.identity)
            return;

        watched = file;
        ++timesSet;
        news.clear();
    }

    changed.notify_all();
}

std::optional<BounceWatch::News> BounceWatch::take()
{
    const std::lock_guard lock { mutex };

    if (news.empty())
        return std::nullopt;

    auto first = std::move (news.front());
    news.pop_front();
    return first;
}

//==================================================================================================
// Worker thread

void BounceWatch::work()
{
    Lock lock { mutex };
    const std::chrono::duration<double> pause { setting.betweenLooks.value };

    while (! isEnding)
    {
        const auto file = watched;
        const auto number = timesSet;

        if (file.file.empty())
        {
            changed.wait (lock, [&] { return isEnding || timesSet != number; });
            continue;
        }

        lock.unlock();
        lookAt (file, number);
        lock.lock();
        changed.wait_for (lock, pause, [&] { return isEnding || timesSet != number; });
    }
}

bool BounceWatch::isCurrent (std::uint64_t watchNumber) const
{
    const std::lock_guard lock { mutex };
    return ! isEnding && timesSet == watchNumber;
}

/** What is told becomes what is watched. */
void BounceWatch::tell (News told, std::uint64_t watchNumber)
{
    const std::lock_guard lock { mutex };

    if (timesSet != watchNumber)
        return;

    watched = told.now;
    news.push_back (std::move (told));
}

void BounceWatch::lookAt (FileVersion file, std::uint64_t watchNumber)
{
    if (watchNumber != std::exchange (numberSeen, watchNumber))
    {
        hasTriedToKeep = file.copy != nullptr;
        seenLast.reset();
    }

    const auto identity = files::identityOf (file.file);

    // Between being taken away and being put there anew it is missing.
    if (! identity)
        return;

    if (*identity == file.identity)
    {
        seenLast.reset();
        return keepCopy (std::move (file), watchNumber);
    }

    if (! seenLast)
        tell ({ News::Kind::changing, file, {}, {} }, watchNumber);

    const bool isStable = std::exchange (seenLast, identity) == identity;

    if (isStable && files::AudioFileReader::open (file.file))
        takeBounce (file, { file.file, *identity, nullptr }, watchNumber);
}

void BounceWatch::keepCopy (FileVersion file, std::uint64_t watchNumber)
{
    if (std::exchange (hasTriedToKeep, true))
        return;

    std::optional<units::Problem> trouble;
    copy (file, trouble, watchNumber);
    const auto kind = trouble ? News::Kind::notKept : News::Kind::kept;
    tell ({ kind, std::move (file), {}, std::move (trouble) }, watchNumber);
}

void BounceWatch::takeBounce (const FileVersion& before, FileVersion now, std::uint64_t watchNumber)
{
    std::optional<units::Problem> trouble;
    copy (now, trouble, watchNumber);

    // Written on while it was copied: not yet.
    if (files::identityOf (now.file) != now.identity)
        return;

    seenLast.reset();
    hasTriedToKeep = true;
    tell ({ News::Kind::bounced, std::move (now), before, std::move (trouble) }, watchNumber);
}

void BounceWatch::copy (FileVersion& file,
                        std::optional<units::Problem>& trouble,
                        std::uint64_t number)
{
    auto made = files::PrivateCopy::of (
        file.file, setting.folder, setting.limits, [&] { return isCurrent (number); });

    if (! made)
        trouble = made.problem();
    else if (const auto reader = files::AudioFileReader::open (made->place()); ! reader)
        trouble = reader.problem();
    else
        file.copy = std::make_shared<const files::PrivateCopy> (std::move (*made));
}

} // namespace monitoring
