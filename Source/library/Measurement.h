// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "dsp/ImpulseResponse.h"
#include "library/ImportRequest.h"
#include "library/Provenance.h"
#include "units/Result.h"

#include <optional>
#include <string>
#include <vector>

namespace library
{

/** What the files of an import hold, before it becomes a device. */
struct Measurement
{
    Evidence evidence = Evidence::measuredMagnitude;
    std::string method;    ///< "REW text export", "impulse response, 2 channels"
    std::string smoothing; ///< empty: as in the file
    Band usableBandHz { 20.0, 20000.0 };

    /** Not normalised. */
    dsp::FrequencyResponse level = dsp::FrequencyResponse::flat (units::Decibels { 0.0 });
    std::optional<dsp::FrequencyResponse> earlyReflections;
    std::optional<dsp::FrequencyResponse> soundPower;

    /** The channels of an impulse response, delay included, when there is exactly one file. */
    std::vector<dsp::ImpulseResponse> channels;

    std::vector<std::string> notes;
};

/** Reads the request's files, by content where the name leaves it open. */
units::Result<Measurement> readMeasurement (const ImportRequest& request);

/** Sound, not text: by the file name's ending. */
bool isAudioFile (const std::filesystem::path& file);
bool isSofaFile (const std::filesystem::path& file);

} // namespace library
