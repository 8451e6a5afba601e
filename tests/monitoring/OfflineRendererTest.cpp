// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/OfflineRenderer.h"

#include "support/IsCloseTo.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace monitoring
{
namespace
{

using namespace units::literals;
using support::Signal;

/** Devices of different lengths; the last gives mono. */
std::vector<dsp::TransferMatrix> someDevices()
{
    return { support::decayingMatrix (2, 2, 1000, 1),
             support::unitMatrix (2),
             support::decayingMatrix (2, 2, 257, 2),
             support::decayingMatrix (1, 2, 600, 3) };
}

OfflineRenderer::Kernels kernels (const std::vector<dsp::TransferMatrix>& matrices,
                                  std::size_t blockSize)
{
    OfflineRenderer::Kernels made;

    for (const auto& matrix : matrices)
        made.push_back (std::make_shared<dsp::PartitionedKernel> (matrix, blockSize));

    return made;
}

/** Everything a sink was given, per device. */
struct Tape
{
    explicit Tape (const std::vector<dsp::TransferMatrix>& matrices)
    {
        for (const auto& matrix : matrices)
            devices.emplace_back (matrix.numOutputs());
    }

    OfflineRenderer::Sink sink()
    {
        return [this] (std::size_t device, dsp::ConstAudioBlock block) {
            const auto fresh = support::fromBlock (block);

            for (std::size_t c = 0; c < fresh.size(); ++c)
                devices[device][c].insert (
                    devices[device][c].end(), fresh[c].begin(), fresh[c].end());
        };
    }

    std::vector<Signal> devices;
};

/** Feeds a master in pieces of random lengths, and flushes. */
void render (OfflineRenderer& renderer, const Signal& master, const OfflineRenderer::Sink& sink)
{
    const auto in = support::toBuffer (master);
    std::mt19937 generator { 7 };
    std::uniform_int_distribution<std::size_t> lengths { 0, 300 };

    for (std::size_t start = 0; start < in.numFrames();)
    {
        const auto length = std::min (lengths (generator), in.numFrames() - start);
        renderer.process (in.block().slice (start, length), sink);
        start += length;
    }

    renderer.flush (sink);
}

void expectDirectConvolutions (const Tape& tape,
                               const Signal& master,
                               const std::vector<dsp::TransferMatrix>& devices)
{
    for (std::size_t device = 0; device < devices.size(); ++device)
        EXPECT_THAT (
            tape.devices[device],
            support::isCloseTo (support::directConvolution (master, devices[device]), -120.0_dB))
            << "device " << device;
}

TEST (OfflineRenderer, givesEveryDeviceItsWholeConvolutionWithoutDelay)
{
    const auto devices = someDevices();

    for (const std::size_t blockSize : { 64u, 256u, 4096u })
        for (const std::size_t frames : { 1u, 63u, 64u, 65u, 1024u, 3000u })
        {
            const auto master = support::noise (2, frames, 4);
            OfflineRenderer renderer { 2, blockSize, kernels (devices, blockSize) };
            Tape tape { devices };
            render (renderer, master, tape.sink());
            expectDirectConvolutions (tape, master, devices);
        }
}

TEST (OfflineRenderer, givesTheSameWithSeveralWorkers)
{
    const auto devices = someDevices();
    const auto master = support::noise (2, 3000, 4);
    OfflineRenderer renderer { 2, 256, kernels (devices, 256), 3 };
    Tape tape { devices };
    render (renderer, master, tape.sink());
    expectDirectConvolutions (tape, master, devices);
}

TEST (OfflineRenderer, leavesTheMasterUntouchedWithoutAKernel)
{
    const auto unit = std::vector<dsp::TransferMatrix> { support::unitMatrix (2) };
    const auto master = support::fromBlock (
        support::toBuffer (support::noise (2, 1000, 4)).block());
    OfflineRenderer renderer { 2, 256, { nullptr } };
    Tape tape { unit };
    render (renderer, master, tape.sink());
    EXPECT_EQ (tape.devices[0], master) << "sample for sample";
}

TEST (OfflineRenderer, beginsAnewAfterFlush)
{
    const auto devices = someDevices();
    const auto master = support::noise (2, 500, 5);
    OfflineRenderer renderer { 2, 128, kernels (devices, 128) };
    Tape first { devices }, second { devices };
    render (renderer, support::noise (2, 700, 6), first.sink());
    render (renderer, master, second.sink());
    expectDirectConvolutions (second, master, devices);
}

TEST (OfflineRenderer, givesNothingForNothing)
{
    const auto devices = someDevices();
    OfflineRenderer renderer { 2, 64, kernels (devices, 64) };
    Tape tape { devices };
    renderer.flush (tape.sink());
    EXPECT_TRUE (tape.devices[0][0].empty());

    OfflineRenderer withoutDevices { 2, 64, {} };
    render (withoutDevices, support::noise (2, 500, 8), tape.sink());
}

TEST (OfflineRenderer, takesNonFiniteSamplesForSilence)
{
    const auto devices = someDevices();
    auto broken = support::noise (2, 500, 9), mended = broken;
    broken[0][100] = std::nan ("");
    mended[0][100] = 0.0;
    OfflineRenderer renderer { 2, 64, kernels (devices, 64) };
    Tape tape { devices };
    render (renderer, broken, tape.sink());
    expectDirectConvolutions (tape, mended, devices);
}

} // namespace
} // namespace monitoring
