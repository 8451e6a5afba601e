// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/live/GrowingKernel.h"

#include "dsp/transform/StereoFft.h"
#include "units/Precondition.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dsp
{
namespace
{

using Path = std::span<const double>;

/** Taps up to the last that is not zero. */
std::size_t liveLength (Path path)
{
    const auto last = std::find_if (
        path.rbegin(), path.rend(), [] (double tap) { return tap != 0.0; });
    return static_cast<std::size_t> (path.rend() - last);
}

/** The paths of a pair of inputs to a pair of outputs: output by output, empty where there is none. */
struct Quartet
{
    Quartet (const TransferMatrix& matrix, std::size_t pairOfOutputs, std::size_t pairOfInputs)
    {
        for (std::size_t o = 0; o < 2; ++o)
            for (std::size_t i = 0; i < 2; ++i)
                if (2 * pairOfOutputs + o < matrix.numOutputs()
                    && 2 * pairOfInputs + i < matrix.numInputs())
                    paths[2 * o + i] = matrix.path (2 * pairOfOutputs + o, 2 * pairOfInputs + i);

        if (std::ranges::equal (paths[0], paths[1]) && std::ranges::equal (paths[2], paths[3]))
        {
            inputs = StereoPaths::Inputs::added;
            paths[1] = paths[3] = {};
        }
    }

    /** The paths that still sound in a level, and how long. */
    StereoPaths pathsFrom (std::size_t tap) const
    {
        StereoPaths live { 0, inputs };

        for (std::size_t p = 0; p < paths.size(); ++p)
            if (liveLength (paths[p]) > tap)
                live.live |= 1u << p;

        return live;
    }

    std::size_t liveTaps() const
    {
        std::size_t longest = 0;

        for (const auto path : paths)
            longest = std::max (longest, liveLength (path));

        return longest;
    }

    std::array<Path, 4> paths;
    StereoPaths::Inputs inputs = StereoPaths::Inputs::apart;
};

/** Writes partitions of a level, two paths at a time: a transform takes two signals. */
class PartitionWriter
{
public:
    explicit PartitionWriter (const PartitionLevel& partitionLevel)
        : level (partitionLevel),
          fft (2 * level.size),
          windows { AlignedBuffer<float> (fft.size()), AlignedBuffer<float> (fft.size()) },
          spectrum (2 * fft.size())
    {}

    std::size_t numGroups() const { return fft.numGroups(); }

    /** @param first  of the kernel's first group, where each path's spectrum is to start; nullptr: nowhere */
    void write (std::array<Path, 2> paths,
                std::size_t partition,
                std::array<float*, 2> first,
                std::size_t pitch)
    {
        for (std::size_t side = 0; side < 2; ++side)
            copyTaps (paths[side], level.firstTap + partition * level.size, windows[side]);

        fft.forward (windows[0].data(), windows[1].data(), spectrum.data(), floatsPerStereoGroup);

        for (std::size_t side = 0; side < 2; ++side)
            if (first[side] != nullptr)
                copySide (16 * side, first[side], pitch);
    }

private:
    /** As many taps as a partition has, followed by as many zeros. The transforms' scale goes into the taps. */
    void copyTaps (Path path, std::size_t firstTap, AlignedBuffer<float>& window) const
    {
        const auto scale = 1.0 / static_cast<double> (fft.size());
        const auto start = std::min (firstTap, path.size());
        const auto taps = path.subspan (start, std::min (level.size, path.size() - start));

        std::fill (window.begin(), window.end(), 0.0f);
        std::transform (taps.begin(), taps.end(), window.begin(), [scale] (double tap) {
            return static_cast<float> (scale * tap);
        });
    }

    void copySide (std::size_t side, float* to, std::size_t pitch) const
    {
        for (std::size_t group = 0; group < fft.numGroups(); ++group)
            for (std::size_t chunk = 0; chunk < 2; ++chunk)
                std::copy_n (spectrum.data() + group * floatsPerStereoGroup
                                 + chunk * floatsPerStereoChunk + side,
                             16,
                             to + group * pitch + 16 * chunk);
    }

    const PartitionLevel& level;
    StereoFft fft;
    std::array<AlignedBuffer<float>, 2> windows;
    AlignedBuffer<float> spectrum;
};

void writeSpectra (const Quartet& quartet, PartitionWriter& writer, GrowingKernel::Term& term)
{
    const auto pitch = term.numPartitions * term.paths.count() * floatsPerPathGroup;
    term.spectra.resize (writer.numGroups() * pitch);

    for (std::size_t p = 0; p < term.numPartitions; ++p)
    {
        auto* place = term.spectra.data() + p * term.paths.count() * floatsPerPathGroup;
        std::array<float*, 4> first {};

        for (std::size_t path = 0; path < first.size(); ++path)
            if ((term.paths.live >> path & 1u) != 0)
            {
                first[path] = place;
                place += floatsPerPathGroup;
            }

        for (std::size_t path = 0; path < first.size(); path += 2)
            if (first[path] != nullptr || first[path + 1] != nullptr)
                writer.write ({ quartet.paths[path], quartet.paths[path + 1] },
                              p,
                              { first[path], first[path + 1] },
                              pitch);
    }
}

std::vector<GrowingKernel::Term>
termsOf (const TransferMatrix& matrix, const PartitionLevel& level, LargePages* pages)
{
    std::vector<GrowingKernel::Term> terms;
    PartitionWriter writer { level };

    for (std::size_t output = 0; output < (matrix.numOutputs() + 1) / 2; ++output)
        for (std::size_t input = 0; input < (matrix.numInputs() + 1) / 2; ++input)
        {
            const Quartet quartet { matrix, output, input };
            const auto paths = quartet.pathsFrom (level.firstTap);

            if (paths.live == 0)
                continue;

            const auto length = quartet.liveTaps() - level.firstTap;
            const auto count = std::min (level.count, (length + level.size - 1) / level.size);
            terms.push_back ({ input, output, paths, count, AlignedBuffer<float> (pages) });
            writeSpectra (quartet, writer, terms.back());
        }

    return terms;
}

std::size_t livePathsOf (const TransferMatrix& matrix)
{
    std::size_t count = 0;

    for (std::size_t output = 0; output < matrix.numOutputs(); ++output)
        for (std::size_t input = 0; input < matrix.numInputs(); ++input)
            count += liveLength (matrix.path (output, input)) > 0 ? 1 : 0;

    return count;
}

} // namespace

GrowingKernel::GrowingKernel (const TransferMatrix& matrix,
                              std::size_t blockSize,
                              std::size_t maximumTaps)
    : GrowingKernel (matrix, planPartitions (blockSize, maximumTaps))
{
    PRECONDITION (matrix.numTaps() <= maximumTaps);
}

GrowingKernel::GrowingKernel (const TransferMatrix& matrix, PartitionPlan plan, LargePages* pages)
    : outputs (matrix.numOutputs()),
      inputs (matrix.numInputs()),
      taps (matrix.numTaps()),
      livePaths (livePathsOf (matrix)),
      partitions (std::move (plan))
{
    PRECONDITION (! partitions.empty() && taps <= partitions.back().endTap());

    for (const auto& level : partitions)
        levels.push_back (level.firstTap < taps ? termsOf (matrix, level, pages)
                                                : std::vector<Term> {});
}

std::size_t GrowingKernel::numPartitions() const noexcept
{
    std::size_t count = 0;

    for (const auto& level : levels)
    {
        std::size_t most = 0;

        for (const auto& term : level)
            most = std::max (most, term.numPartitions);

        count += most;
    }

    return count;
}

std::size_t GrowingKernel::numBytes() const noexcept
{
    std::size_t bytes = 0;

    for (const auto& level : levels)
        for (const auto& term : level)
            bytes += term.spectra.size() * sizeof (float);

    return bytes;
}

} // namespace dsp
