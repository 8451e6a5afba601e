// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"

#include <cmath>

#include "MemoryFile.h"

/** No frame that comes out is anything but a number. */
extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    const MemoryFile file (bytes, count);
    auto reader = files::AudioFileReader::open (file.path());

    if (! reader)
        return reader.problem().what.empty() || reader.problem().cure.empty() ? std::abort(), 0 : 0;

    dsp::AudioBuffer block (reader->numChannels(), 1024);

    // A minute at 48 kHz is enough of a stream that is a few bytes long.
    for (int i = 0; i < 3000; ++i)
    {
        const auto frames = reader->read (block.block());

        if (! frames || *frames < block.numFrames())
            break;

        for (std::size_t channel = 0; channel < block.numChannels(); ++channel)
            for (const float sample : block.channel (channel))
                if (! std::isfinite (sample))
                    std::abort();
    }

    static_cast<void> (files::readImpulseResponses (file.path()));
    return 0;
}
