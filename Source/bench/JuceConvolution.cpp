// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/JuceConvolution.h"

#include "files/Program.h"

#include <charconv>

namespace bench
{

namespace
{

using units::Problem;
using units::Result;

Result<double> secondsOf (const std::vector<std::string>& arguments)
{
    const auto told = files::throughProgram (arguments, "", { 600.0 });

    if (! told)
        return told.problem();

    double seconds = 0.0;
    const auto read = std::from_chars (told->data(), told->data() + told->size(), seconds);

    if (read.ec != std::errc {} || ! (seconds > 0.0))
        return Problem { Problem::Kind::invalidValue,
                         arguments.front(),
                         "It tells no time: \"" + *told + "\".",
                         "Build Elsewhere anew." };

    return seconds;
}

} // namespace

Result<Contestant> juceConvolution (const std::filesystem::path& program,
                                    const LiveWork& work,
                                    JucePartitions partitions)
{
    if (std::error_code ignored; ! std::filesystem::exists (program, ignored))
        return Problem { Problem::Kind::missingFile,
                         "JUCE",
                         "This Elsewhere was built without it.",
                         "Race with ./run.sh bench, which installs and builds all peers." };

    const std::vector<std::string> arguments {
        program.string(),
        std::to_string (work.numTaps),
        std::to_string (work.blockSize),
        std::to_string (work.numBlocks()),
        partitions == JucePartitions::uniform ? "uniform" : "growing",
    };
    return Contestant { [arguments] { return secondsOf (arguments); } };
}

} // namespace bench
