// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TimeRange.h"
#include "analysis/measures/PeakCurve.h"
#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "units/Result.h"

#include <functional>
#include <string>
#include <vector>

namespace analysis
{

/** What came out of one codec, where the master was tried. */
struct CodecOver
{
    std::string codec;            ///< "AAC, 128 kbit/s"
    double truePeakDbtp = -120.0; ///< after decoding
    std::vector<TimeRange> overs; ///< of the master: tenths of a second with peaks over full scale
    double clippedDb = -120.0;    ///< energy of what is over full scale, against all of it
    bool isErratic = false;       ///< a matter of chance, by some dB: files::Codec

    bool operator== (const CodecOver&) const = default;
};

/** What lossy codecs make of a master, really encoded and decoded. */
struct CodecOvers
{
    std::vector<TimeRange> tried; ///< stretches of the master, in ascending order
    std::vector<CodecOver> codecs;
    std::vector<std::string> missing; ///< codecs that could not be tried, with the reason
    std::string notTried;             ///< why none could; or empty
};

/** The stretches, so many of so many seconds, in which the peaks are highest on average; all of it where that is no
    longer. */
std::vector<TimeRange> stretchesOfHighPeaks (const PeakCurve& peaks, double masterSeconds);

/** What is over full scale in decoded stretches, which were joined and faded at the joints over 0.1 s: there, and half
    as long again, nothing is looked at. */
CodecOver oversIn (dsp::ConstAudioBlock decoded,
                   units::SampleRate rate,
                   const std::vector<TimeRange>& stretches);

/** Reads the stretches from the file and tries every codec that the program ffmpeg has, several at once. A Problem: the
    file cannot be read, or `goOn` said no. Takes seconds; worker thread. */
units::Result<CodecOvers> tryCodecs (files::AudioFileReader& file,
                                     const std::vector<TimeRange>& stretches,
                                     std::size_t numWorkers,
                                     const std::function<bool()>& goOn);

} // namespace analysis
