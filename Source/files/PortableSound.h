// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/SampleRate.h"

#include <string>

namespace files
{

/** A sound as a page carries it. */
struct PortableSound
{
    std::string mimeType; ///< "audio/mpeg"
    std::string bytes;
};

/** A few seconds as MP3, about 100 kbit/s in stereo, or as 16-bit WAV where libsndfile was built without
    MP3: same sound, same bytes. Samples beyond full scale are clipped.
    @param rate  32, 44.1 or 48 kHz, or a half of those, for MP3; any other gives WAV */
PortableSound portableSound (dsp::ConstAudioBlock sound, units::SampleRate rate);

} // namespace files
