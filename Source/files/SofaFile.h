// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Direction.h"
#include "units/Result.h"
#include "units/SampleRate.h"

#include <filesystem>
#include <string>
#include <vector>

namespace files
{

/** A SOFA file (AES69) as it stands: measurements × receivers × samples, not resampled, not
    normalised. Loading takes up to seconds: never on the audio thread. */
struct SofaFile
{
    std::string conventions; ///< "SimpleFreeFieldHRIR", …
    std::string title;
    std::string databaseName;
    std::string licence;
    units::SampleRate rate { 48000 };
    std::size_t numReceivers = 0;
    std::size_t numSamples = 0;

    struct Measurement
    {
        units::Position source;                            ///< seen from the listener
        std::vector<std::vector<double>> impulseResponses; ///< one per receiver, delay included
    };

    std::vector<Measurement> measurements;
};

/** Accepts SimpleFreeFieldHRIR, GeneralFIR(-E), SingleRoomDRIR, SingleRoomSRIR and
    MultiSpeakerBRIR; each emitter of the last counts as a measurement of its own. */
units::Result<SofaFile> readSofa (const std::filesystem::path& file);

} // namespace files
