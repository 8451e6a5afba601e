// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TransferMatrix.h"
#include "files/AudioFile.h"
#include "files/Spool.h"
#include "hearing/LoudnessMeter.h"
#include "monitoring/Progress.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace monitoring
{

/** Something to be heard: a filter matrix with two inputs, or nothing at all between the file and
    the listener. */
struct Heard
{
    const dsp::TransferMatrix* matrix = nullptr; ///< nullptr: untouched, sample for sample
};

/** What came of it: programme without gain or noise, kept on disk, and how loud it is. */
struct HeardOutput
{
    files::Spool samples;
    hearing::ProgrammeLoudness loudness; ///< integrated and true peak
};

/** What one pass over a master gave. */
struct MasterPass
{
    hearing::ProgrammeLoudness master; ///< the same, of the two channels that were fed
    std::vector<HeardOutput> outputs;  ///< in the order asked for; master + taps − 1 frames each
};

struct MasterPassRequest
{
    std::span<const Heard> heard;
    units::SampleRate rate;           ///< of the matrices and of what is heard
    std::filesystem::path workFolder; ///< where the spools have room
};

/** Reads the master once and renders all that is to be heard of it, tails included. A mono master
    feeds both channels. Streams: memory does not grow with the master's length.
*/
units::Result<MasterPass> passOver (files::AudioFileReader& master,
                                    const MasterPassRequest& request,
                                    const Progress& progress);

/** What a pass gives that keeps no sound. */
struct MasterLevels
{
    hearing::ProgrammeLoudness master;
    std::vector<hearing::ProgrammeLoudness> outputs; ///< in the order asked for
};

/** The same, but only measured. */
units::Result<MasterLevels> levelsOver (files::AudioFileReader& master,
                                        std::span<const Heard> heard,
                                        units::SampleRate rate,
                                        const Progress& progress);

} // namespace monitoring
