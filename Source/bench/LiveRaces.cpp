// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/MatrixConvolver.h"

#include <memory>
#include <utility>

#include "bench/CpuTime.h"
#include "bench/JuceConvolution.h"
#include "bench/Races.h"
#include "bench/Workload.h"
#include "bench/ZitaConvolver.h"

namespace bench
{

namespace
{

using units::Result;

/** What the compiler may not leave out. */
volatile float heard = 0.0f; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

std::string nameOf (const LiveWork& work)
{
    return "live/" + std::to_string (work.numTaps) + " taps/" + std::to_string (work.blockSize)
           + " frames";
}

class OurStream
{
public:
    explicit OurStream (const LiveWork& work)
        : kernel (device (work.numTaps, 1), work.blockSize, work.numTaps),
          convolver ({ numChannels, numChannels, work.blockSize, work.numTaps }),
          out (numChannels, work.blockSize),
          stream (work.blockSize),
          numBlocks (work.numBlocks())
    {
        convolver.play (&kernel);
    }

    double operator()()
    {
        const double start = processCpuSeconds();

        for (std::size_t i = 0; i < numBlocks; ++i)
        {
            convolver.process (stream.next(), out.block());
            heard = out.channel (0)[0];
        }

        return processCpuSeconds() - start;
    }

private:
    dsp::GrowingKernel kernel;
    dsp::MatrixConvolver convolver;
    dsp::AudioBuffer out;
    Stream stream;
    std::size_t numBlocks;
};

class ZitaStream
{
public:
    ZitaStream (std::unique_ptr<ZitaConvolver> ready, const LiveWork& work)
        : convolver (std::move (ready)),
          stream (work.blockSize),
          numBlocks (work.numBlocks())
    {}

    double operator()()
    {
        const double start = processCpuSeconds();

        for (std::size_t i = 0; i < numBlocks; ++i)
        {
            convolver->process (stream.next());
            heard = convolver->output (0)[0];
        }

        return processCpuSeconds() - start;
    }

private:
    std::unique_ptr<ZitaConvolver> convolver;
    Stream stream;
    std::size_t numBlocks;
};

Contestant ours (const LiveWork& work)
{
    return [stream = std::make_shared<OurStream> (work)] { return Result<double> { (*stream)() }; };
}

Result<Contestant> zita (const LiveWork& work, ZitaConvolver::Partitions partitions)
{
    auto convolver = ZitaConvolver::make (devices (1, work.numTaps), work.blockSize, partitions);

    if (! convolver)
        return convolver.problem();

    auto stream = std::make_shared<ZitaStream> (*std::move (convolver), work);
    return Contestant { [stream] { return Result<double> { (*stream)() }; } };
}

} // namespace

std::vector<Race> liveRaces (Length length, const std::filesystem::path& juceProgram)
{
    std::vector<Race> races;
    const double seconds = length == Length::whole ? 4.0 : 0.1;

    for (const std::size_t numTaps : { 8192u, 96000u })
        for (const std::size_t blockSize : { 64u, 512u })
        {
            const LiveWork work { numTaps, blockSize, seconds };
            const auto add = [&] (std::string peer, std::function<Result<Contestant>()> theirs) {
                races.push_back ({ nameOf (work),
                                   std::move (peer),
                                   "CPU time, ours / peer",
                                   [work] { return ours (work); },
                                   std::move (theirs) });
            };
            using Partitions = ZitaConvolver::Partitions;
            add (ZitaConvolver::name() + ", uniform",
                 [work] { return zita (work, Partitions::uniform); });
            add (ZitaConvolver::name() + ", non-uniform",
                 [work] { return zita (work, Partitions::growing); });
            add (JUCE_NAME " Convolution", [work, juceProgram] {
                return juceConvolution (juceProgram, work, JucePartitions::uniform);
            });
            add (JUCE_NAME " Convolution, NonUniform 4096", [work, juceProgram] {
                return juceConvolution (juceProgram, work, JucePartitions::growing);
            });
        }

    return races;
}

} // namespace bench
