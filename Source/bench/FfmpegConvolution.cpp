// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/FfmpegConvolution.h"

#include "files/AudioFile.h"
#include "files/Program.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <system_error>
#include <unistd.h>

#include "bench/CpuTime.h"
#include "bench/Workload.h"

namespace bench
{

namespace
{

namespace fs = std::filesystem;
using units::Problem;
using units::Result;

/** The master as a FLAC file and the devices as four raw channels of floats, in a folder that is gone at the
    end. */
class Exchange
{
public:
    Exchange()
        : folder (fs::temp_directory_path() / ("elsewhere-bench-" + std::to_string (getpid())))
    {
        std::error_code ignored;
        fs::create_directories (folder, ignored);
    }

    ~Exchange()
    {
        std::error_code ignored;
        fs::remove_all (folder, ignored);
    }

    Exchange (const Exchange&) = delete;
    Exchange& operator= (const Exchange&) = delete;

    fs::path master() const { return folder / "master.flac"; }

    fs::path response (std::size_t device) const
    {
        return folder / ("device-" + std::to_string (device));
    }

private:
    fs::path folder;
};

/** Left to left, left to right, right to left, right to right; interleaved. */
Result<void> writeResponse (const dsp::TransferMatrix& matrix, const fs::path& file)
{
    std::ofstream out { file, std::ios::binary };

    for (std::size_t n = 0; n < matrix.numTaps(); ++n)
        for (std::size_t input = 0; input < numChannels; ++input)
            for (std::size_t output = 0; output < numChannels; ++output)
            {
                const auto tap = static_cast<float> (matrix.path (output, input)[n]);
                out.write (reinterpret_cast<const char*> (&tap), sizeof tap);
            }

    return out.good() ? Result<void> {}
                      : Problem { Problem::Kind::unwritableFile,
                                  file.string(),
                                  "It could not be written.",
                                  "Make room in the temporary folder." };
}

std::vector<std::string>
argumentsFor (const fs::path& master, const fs::path& response, FfmpegMeter meter)
{
    const std::string matrix =
        "[0:a]pan=4c|c0=c0|c1=c0|c2=c1|c3=c1[p];[p][1:a]afir=gtype=none:irfmt=input[f];"
        "[f]pan=stereo|c0=c0+c2|c1=c1+c3";
    const auto filters = meter == FfmpegMeter::none ? matrix : matrix + ",ebur128=peak=true";
    return { "ffmpeg", "-v",
             "error",  "-nostdin",
             "-i",     master.string(),
             "-f",     "f32le",
             "-ar",    std::to_string (rate.hertz),
             "-ac",    "4",
             "-i",     response.string(),
             "-lavfi", filters,
             "-c:a",   "pcm_f32le",
             "-f",     "null",
             "-" };
}

double now (FfmpegTime time)
{
    return time == FfmpegTime::user
               ? childrenUserSeconds()
               : std::chrono::duration<double> (std::chrono::steady_clock::now().time_since_epoch())
                     .count();
}

} // namespace

Result<void> writeMaster (const dsp::AudioBuffer& master, const fs::path& file)
{
    auto writer = files::AudioFileWriter::create (
        file, { files::Encoding::flac, numChannels, rate, {} }, files::Overwrite::allow);

    if (! writer)
        return writer.problem();

    if (auto written = writer->write (master.block()); ! written)
        return written;

    return writer->finish();
}

Result<Contestant> ffmpegConvolution (const dsp::AudioBuffer& master,
                                      const std::vector<dsp::TransferMatrix>& devices,
                                      FfmpegMeter meter,
                                      FfmpegTime time)
{
    const auto exchange = std::make_shared<const Exchange>();

    if (auto written = writeMaster (master, exchange->master()); ! written)
        return written.problem();

    for (std::size_t d = 0; d < devices.size(); ++d)
        if (auto written = writeResponse (devices[d], exchange->response (d)); ! written)
            return written.problem();

    const auto runAll = [exchange, count = devices.size(), meter, time]() -> Result<double> {
        const double start = now (time);

        for (std::size_t d = 0; d < count; ++d)
            if (const auto ran = files::throughProgram (
                    argumentsFor (exchange->master(), exchange->response (d), meter),
                    "",
                    { 600.0 });
                ! ran)
                return ran.problem();

        return now (time) - start;
    };
    return Contestant { runAll };
}

} // namespace bench
