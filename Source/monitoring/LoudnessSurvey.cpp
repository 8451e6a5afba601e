// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LoudnessSurvey.h"

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"

#include <algorithm>
#include <utility>

namespace monitoring
{

namespace
{

constexpr std::size_t blockFrames = 8192;

// Finished meters take some 60 kB for a song: a good day's listening.
constexpr std::size_t mostRemembered = 512;

units::Problem interrupted (const FileVersion& file)
{
    return { units::Problem::Kind::interrupted,
             file.file.string(),
             "it changed, or was not wanted any more, while it was measured.",
             "" };
}

} // namespace

LoudnessSurvey::LoudnessSurvey() : worker ([this] { work(); }) {}

LoudnessSurvey::~LoudnessSurvey()
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

void LoudnessSurvey::want (std::vector<FileVersion> files)
{
    {
        const std::lock_guard lock { mutex };
        wanted = std::move (files);
        fraction = 0.0; // what is being measured says its own in a moment
    }

    changed.notify_all();
}

std::optional<LoudnessSurvey::Finding> LoudnessSurvey::find (const FileVersion& file) const
{
    const std::lock_guard lock { mutex };
    const auto found = measured.find (file.identity);
    return found == measured.end() ? std::nullopt : std::optional { found->second.finding };
}

std::optional<hearing::ProgrammeLoudness>
LoudnessSurvey::album (std::span<const FileVersion> files) const
{
    const std::lock_guard lock { mutex };
    std::vector<const hearing::LoudnessMeter*> meters;

    for (const auto& file : files)
    {
        const auto found = measured.find (file.identity);

        if (found == measured.end() || ! found->second.meter)
            return std::nullopt;

        meters.push_back (&*found->second.meter);
    }

    if (meters.empty())
        return std::nullopt;

    return hearing::albumLoudness (meters);
}

double LoudnessSurvey::progress() const
{
    const std::lock_guard lock { mutex };
    const auto isDone = [this] (const FileVersion& file) {
        return measured.contains (file.identity);
    };
    const auto done = static_cast<double> (std::ranges::count_if (wanted, isDone));
    const auto all = static_cast<double> (wanted.size());

    // The last file is read through a moment before its loudness is known.
    return nextWanted() == nullptr ? 1.0 : std::min (0.99, (done + fraction) / all);
}

//==================================================================================================
// Worker thread

const FileVersion* LoudnessSurvey::nextWanted() const
{
    const auto isMissing = [this] (const FileVersion& file) {
        return ! measured.contains (file.identity);
    };
    const auto found = std::ranges::find_if (wanted, isMissing);
    return found == wanted.end() ? nullptr : &*found;
}

void LoudnessSurvey::work()
{
    Lock lock { mutex };

    while (! isEnding)
    {
        const auto* const next = nextWanted();

        if (next == nullptr)
        {
            changed.wait (lock);
            continue;
        }

        const auto file = *next;
        lock.unlock();
        auto result = measure (file);
        lock.lock();
        fraction = 0.0;

        // What was not wanted any more is as unknown as before.
        if (const auto& problem = result.finding.problem;
            ! problem || problem->kind != units::Problem::Kind::interrupted)
            measured.insert_or_assign (file.identity, std::move (result));
        else if (std::ranges::find (wanted, file) != wanted.end())
            std::erase (wanted, file); // it changed: whoever wants it knows its new version

        forgetUnwanted();
    }
}

bool LoudnessSurvey::isStillWanted (const FileVersion& file, double fractionDone)
{
    const std::lock_guard lock { mutex };
    fraction = std::min (1.0, fractionDone);
    return ! isEnding && std::ranges::find (wanted, file) != wanted.end();
}

LoudnessSurvey::Measured LoudnessSurvey::measure (const FileVersion& file)
{
    auto reader = files::AudioFileReader::open (file.place());

    if (! reader)
        return { { {}, reader.problem() }, std::nullopt };

    hearing::LoudnessMeter meter { reader->numChannels(), reader->rate() };
    dsp::AudioBuffer block (reader->numChannels(), blockFrames);
    const auto all = static_cast<double> (std::max<std::int64_t> (1, reader->numFrames()));
    double done = 0.0;

    while (true)
    {
        const auto count = reader->read (block.block());

        if (! count)
            return { { {}, count.problem() }, std::nullopt };

        if (*count == 0)
            break;

        meter.process (std::as_const (block).block().slice (0, *count));
        done += static_cast<double> (*count);

        if (! isStillWanted (file, done / all))
            return { { {}, interrupted (file) }, std::nullopt };
    }

    if (file.copy == nullptr && files::identityOf (file.file) != file.identity)
        return { { {}, interrupted (file) }, std::nullopt };

    meter.finish();
    return { { meter.result(), std::nullopt }, std::move (meter) };
}

/** When there is much, what nobody wants now. */
void LoudnessSurvey::forgetUnwanted()
{
    const auto isUnwanted = [this] (const auto& known) {
        return std::ranges::none_of (
            wanted, [&] (const FileVersion& file) { return file.identity == known.first; });
    };

    if (measured.size() > mostRemembered)
        std::erase_if (measured, isUnwanted);
}

} // namespace monitoring
