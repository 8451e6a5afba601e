// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/SampleRate.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

/** Recordings and published curves that do not belong to the repository. */
namespace conformance
{

/** The folder of validation vectors: $ELSEWHERE_SHARED/vectors, else ../shared/vectors beside the
    repository, if there is one. */
std::optional<std::filesystem::path> sharedVectors();

struct Recording
{
    dsp::AudioBuffer sound {};
    units::SampleRate rate { 48000 };
};

/** So many seconds of an audio file, or all where it is shorter; a file that cannot be read fails the test. */
Recording beginningOf (const std::filesystem::path& file, double seconds);

/** A whole sound file, or nothing and a failed test. */
dsp::AudioBuffer wholeFile (const std::filesystem::path& file);

/** The second column of a table with one line of heading. */
std::vector<double> secondColumn (const std::filesystem::path& table);

} // namespace conformance
