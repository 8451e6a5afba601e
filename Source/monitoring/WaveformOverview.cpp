// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/WaveformOverview.h"

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"

#include <algorithm>
#include <utility>

namespace monitoring
{

namespace
{

/** A second or so: whoever draws hardly ever waits for it to be added. */
constexpr std::size_t blockFrames = 32768;

} // namespace

WaveformOverview::WaveformOverview() : worker ([this] { work(); }) {}

WaveformOverview::~WaveformOverview()
{
    {
        const std::lock_guard lock { mutex };
        isEnding = true;
    }

    changed.notify_all();
    worker.join();
}

void WaveformOverview::show (const std::filesystem::path& file)
{
    {
        const std::lock_guard lock { mutex };
        wanted = file;
        pyramid.reset();
        trouble.reset();
        fraction = file.empty() ? 1.0 : 0.0;
        ++timesChanged;
    }

    changed.notify_all();
}

double WaveformOverview::progress() const
{
    const std::lock_guard lock { mutex };
    return fraction;
}

std::uint64_t WaveformOverview::version() const
{
    const std::lock_guard lock { mutex };
    return timesChanged;
}

std::optional<units::Problem> WaveformOverview::problem() const
{
    const std::lock_guard lock { mutex };
    return trouble;
}

std::vector<WaveformColumn>
WaveformOverview::view (double beginSeconds, double endSeconds, std::size_t numColumns) const
{
    const std::lock_guard lock { mutex };

    if (! pyramid || numColumns == 0 || ! (beginSeconds < endSeconds))
        return {};

    return pyramid->view (beginSeconds * framesPerSecond, endSeconds * framesPerSecond, numColumns);
}

void WaveformOverview::work()
{
    Lock lock { mutex };

    while (! isEnding)
        if (const auto file = std::exchange (wanted, std::nullopt); file && ! file->empty())
            read (lock, *file);
        else
            changed.wait (lock, [this] { return isEnding || wanted.has_value(); });
}

/** Until another file is wanted. */
void WaveformOverview::read (Lock& lock, const std::filesystem::path& file)
{
    lock.unlock();
    auto reader = files::AudioFileReader::open (file);
    dsp::AudioBuffer block (reader ? reader->numChannels() : 1, blockFrames);
    lock.lock();

    if (wanted || isEnding)
        return;

    if (! reader)
        trouble = reader.problem();
    else
    {
        pyramid.emplace (reader->numFrames());
        framesPerSecond = reader->rate().hertz;
    }

    while (reader && ! trouble)
    {
        lock.unlock();
        const auto count = reader->read (block.block());
        lock.lock();

        if (wanted || isEnding)
            return;

        if (! count)
            trouble = count.problem();
        else if (*count == 0)
            break;
        else
            pyramid->add (std::as_const (block).block().slice (0, *count));

        fraction = std::min (
            1.0,
            static_cast<double> (pyramid->framesDone())
                / static_cast<double> (std::max<std::int64_t> (1, reader->numFrames())));
        ++timesChanged;
    }

    fraction = 1.0;
    ++timesChanged;
}

} // namespace monitoring
