// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/IrExport.h"

#include <algorithm>

namespace cli
{

namespace
{

bool isSilent (std::span<const double> path)
{
    return std::all_of (path.begin(), path.end(), [] (double sample) { return sample == 0.0; });
}

bool hasNoCrossPaths (const dsp::TransferMatrix& matrix)
{
    return matrix.numOutputs() == 2 && isSilent (matrix.path (0, 1))
           && isSilent (matrix.path (1, 0));
}

bool servesBothAlike (const dsp::TransferMatrix& matrix)
{
    return hasNoCrossPaths (matrix) && std::ranges::equal (matrix.path (0, 0), matrix.path (1, 1));
}

IrLayout smallestLossless (const dsp::TransferMatrix& matrix)
{
    if (servesBothAlike (matrix))
        return IrLayout::mono;

    return hasNoCrossPaths (matrix) ? IrLayout::stereo : IrLayout::trueStereo;
}

void addTo (std::span<float> channel, std::span<const double> path, double gain)
{
    for (std::size_t i = 0; i < path.size(); ++i)
        channel[i] += static_cast<float> (gain * path[i]);
}

/** A device of one loudspeaker heard by a microphone has one output: it is both. */
std::size_t outputOf (const dsp::TransferMatrix& matrix, std::size_t wanted)
{
    return std::min (wanted, matrix.numOutputs() - 1);
}

} // namespace

units::Result<IrLayout> irLayoutNamed (const std::string& word)
{
    if (word == "auto")
        return IrLayout::automatic;

    if (word == "mono")
        return IrLayout::mono;

    if (word == "stereo")
        return IrLayout::stereo;

    if (word == "true-stereo")
        return IrLayout::trueStereo;

    return units::Problem { units::Problem::Kind::invalidValue,
                            "--channels " + word,
                            "there is no such layout.",
                            "Use auto, mono, stereo or true-stereo." };
}

namespace
{

std::size_t numChannelsOf (IrLayout layout)
{
    if (layout == IrLayout::mono)
        return 1;

    return layout == IrLayout::stereo ? 2 : 4;
}

void writeTrueStereo (const dsp::TransferMatrix& matrix, dsp::AudioBuffer& channels)
{
    for (std::size_t in = 0; in < 2; ++in)
        for (std::size_t out = 0; out < 2; ++out)
            addTo (channels.channel (2 * in + out), matrix.path (outputOf (matrix, out), in), 1.0);
}

/** What a mono programme gives: each output on its own channel, or their mean on one. */
void writeFolded (const dsp::TransferMatrix& matrix, dsp::AudioBuffer& channels)
{
    const bool isMono = channels.numChannels() == 1;

    for (std::size_t out = 0; out < 2; ++out)
        for (std::size_t in = 0; in < 2; ++in)
            addTo (channels.channel (isMono ? 0 : out),
                   matrix.path (outputOf (matrix, out), in),
                   isMono ? 0.5 : 1.0);
}

} // namespace

IrExport irExport (const dsp::TransferMatrix& matrix, IrLayout layout)
{
    if (layout == IrLayout::automatic)
        layout = smallestLossless (matrix);

    IrExport result { dsp::AudioBuffer (numChannelsOf (layout), matrix.numTaps()), {} };

    if (layout == IrLayout::trueStereo)
    {
        writeTrueStereo (matrix, result.channels);
        return result;
    }

    writeFolded (matrix, result.channels);

    if (! hasNoCrossPaths (matrix))
        result.notes.emplace_back (
            "Each ear hears both channels here, which this layout cannot "
            "hold: it has what a mono programme gives. True stereo has all.");
    else if (layout == IrLayout::mono && ! servesBothAlike (matrix))
        result.notes.emplace_back ("Left and right differ: mono holds their mean.");

    return result;
}

} // namespace cli
