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

OfflineRenderer::Devices pointersTo (const std::vector<dsp::TransferMatrix>& matrices)
{
    OfflineRenderer::Devices pointers;

    for (const auto& matrix : matrices)
        pointers.push_back (&matrix);

    return pointers;
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

    for (const std::size_t frames : { 1u, 63u, 64u, 65u, 1024u, 3000u, 9001u })
    {
        const auto master = support::noise (2, frames, 4);
        OfflineRenderer renderer { 2, pointersTo (devices) };
        Tape tape { devices };
        render (renderer, master, tape.sink());
        expectDirectConvolutions (tape, master, devices);
    }
}

TEST (OfflineRenderer, givesTheSameToTheLastBitWithAnyNumberOfWorkers)
{
    const auto devices = someDevices();
    auto many = pointersTo (devices);
    const auto more = pointersTo (devices);
    many.insert (many.end(), more.begin(), more.end()); // two groups
    auto matrices = devices;
    matrices.insert (matrices.end(), devices.begin(), devices.end());
    const auto master = support::noise (2, 40000, 4);
    OfflineRenderer alone { 2, many };
    Tape expected { matrices };
    render (alone, master, expected.sink());

    for (const std::size_t numWorkers : { 2u, 3u, 5u })
    {
        OfflineRenderer renderer { 2, many, numWorkers };
        Tape tape { matrices };
        render (renderer, master, tape.sink());
        EXPECT_EQ (tape.devices, expected.devices) << numWorkers;
    }
}

TEST (OfflineRenderer, sharesDevicesWithOthersThatAreElsewhereInTheirMasters)
{
    const auto matrices = someDevices();
    const auto devices = std::make_shared<const OfflineDevices> (2, pointersTo (matrices), 2);
    OfflineRenderer first { devices };
    OfflineRenderer second { devices, 2 };
    const auto master = support::noise (2, 3000, 4);
    const auto other = support::noise (2, 5000, 5);
    const auto beginning = support::toBuffer (master);
    Tape ofFirst { matrices };
    Tape ofSecond { matrices };
    first.process (beginning.block().slice (0, 2000), ofFirst.sink());
    render (second, other, ofSecond.sink());
    first.process (beginning.block().slice (2000, 1000), ofFirst.sink());
    first.flush (ofFirst.sink());
    expectDirectConvolutions (ofFirst, master, matrices);
    expectDirectConvolutions (ofSecond, other, matrices);
}

TEST (OfflineRenderer, rendersSomeOfTheDevicesAsItDoesAll)
{
    const auto matrices = someDevices();
    const OfflineDevices devices { 2, pointersTo (matrices) };
    const std::vector<std::size_t> chosen { 3, 1 };
    OfflineRenderer all { std::make_shared<const OfflineDevices> (devices) };
    OfflineRenderer some { std::make_shared<const OfflineDevices> (devices.only (chosen)) };
    const auto master = support::noise (2, 3000, 4);
    Tape ofAll { matrices };
    Tape ofSome { { matrices[3], matrices[1] } };
    render (all, master, ofAll.sink());
    render (some, master, ofSome.sink());
    EXPECT_EQ (ofSome.devices[0], ofAll.devices[3]);
    EXPECT_EQ (ofSome.devices[1], ofAll.devices[1]);
}

TEST (OfflineRenderer, isExactOverManyTilesAndAtOddLengths)
{
    for (const std::size_t taps : { 1639u, 1638u, 2047u })
    {
        const std::vector<dsp::TransferMatrix> devices { support::decayingMatrix (2, 2, taps, 7) };
        auto master = support::noise (2, 300001, 8);
        OfflineRenderer renderer { 2, pointersTo (devices) };
        Tape tape { devices };
        render (renderer, master, tape.sink());
        ASSERT_EQ (tape.devices[0][0].size(), 300001 + taps - 1);

        // Direct convolution of stretches about the tiles' seams, and of both ends.
        for (const std::size_t start : { std::size_t { 0 },
                                         std::size_t { 150000 },
                                         std::size_t { 260000 },
                                         std::size_t { 298000 } })
        {
            const auto before = std::min (start, taps);
            const auto expected = support::part (
                support::directConvolution (support::part (master, start - before, 3000 + before),
                                            devices[0]),
                before,
                2000);
            EXPECT_THAT (support::part (tape.devices[0], start, 2000),
                         support::isCloseTo (expected, -120.0_dB))
                << taps << " taps, from " << start;
        }
    }
}

TEST (OfflineRenderer, hearsBothInputsOfAMonoMaster)
{
    const std::vector<dsp::TransferMatrix> devices { support::decayingMatrix (2, 1, 300, 3),
                                                     support::decayingMatrix (1, 1, 100, 4) };
    const auto master = support::noise (1, 2000, 4);
    OfflineRenderer renderer { 1, pointersTo (devices) };
    Tape tape { devices };
    render (renderer, master, tape.sink());
    expectDirectConvolutions (tape, master, devices);
}

TEST (OfflineRenderer, givesGroupsTheSameStretchOfTime)
{
    const auto devices = someDevices();
    const auto master = support::noise (2, 10000, 5);
    std::vector<std::size_t> frames (devices.size());
    const OfflineRenderer::GroupSink count = [&] (std::size_t first, auto blocks) {
        EXPECT_EQ (first, 0u);
        ASSERT_EQ (blocks.size(), devices.size());

        for (std::size_t d = 0; d < blocks.size(); ++d)
        {
            EXPECT_EQ (blocks[d].numChannels(), devices[d].numOutputs());
            frames[d] += blocks[d].numFrames();
        }
    };
    OfflineRenderer renderer { 2, pointersTo (devices) };
    renderer.process (support::toBuffer (master).block(), count);
    renderer.flush (count);

    for (std::size_t d = 0; d < devices.size(); ++d)
        EXPECT_EQ (frames[d], 10000 + devices[d].numTaps() - 1);
}

TEST (OfflineRenderer, leavesTheMasterUntouchedWithoutAKernel)
{
    const auto unit = std::vector<dsp::TransferMatrix> { support::unitMatrix (2) };
    const auto master = support::fromBlock (
        support::toBuffer (support::noise (2, 1000, 4)).block());
    OfflineRenderer renderer { 2, { nullptr } };
    Tape tape { unit };
    render (renderer, master, tape.sink());
    EXPECT_EQ (tape.devices[0], master) << "sample for sample";
}

TEST (OfflineRenderer, beginsAnewAfterFlush)
{
    const auto devices = someDevices();
    const auto master = support::noise (2, 500, 5);
    OfflineRenderer renderer { 2, pointersTo (devices) };
    Tape first { devices }, second { devices };
    render (renderer, support::noise (2, 700, 6), first.sink());
    render (renderer, master, second.sink());
    expectDirectConvolutions (second, master, devices);
}

TEST (OfflineRenderer, givesNothingForNothing)
{
    const auto devices = someDevices();
    OfflineRenderer renderer { 2, pointersTo (devices) };
    Tape tape { devices };
    renderer.flush (tape.sink());
    EXPECT_TRUE (tape.devices[0][0].empty());

    OfflineRenderer withoutDevices { 2, {} };
    render (withoutDevices, support::noise (2, 500, 8), tape.sink());
}

TEST (OfflineRenderer, takesNonFiniteSamplesForSilence)
{
    const auto devices = someDevices();
    auto broken = support::noise (2, 500, 9), mended = broken;
    broken[0][100] = std::nan ("");
    mended[0][100] = 0.0;
    OfflineRenderer renderer { 2, pointersTo (devices) };
    Tape tape { devices };
    render (renderer, broken, tape.sink());
    expectDirectConvolutions (tape, mended, devices);
}

} // namespace
} // namespace monitoring
