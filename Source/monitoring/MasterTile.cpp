// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MasterTile.h"

#include "dsp/AudibleSample.h"
#include "dsp/BlockOperations.h"
#include "units/Precondition.h"

#include <algorithm>

namespace monitoring
{
namespace
{

// So many that a group of kernels, once in the cache, is used for a while; so few that their spectra stay in
// the cache that all cores share: 2 MB for each pair of inputs.
constexpr std::size_t framesOfWindows = 262144;

std::size_t windowsOf (const dsp::OverlapSavePlan& plan)
{
    return std::max<std::size_t> (1, framesOfWindows / plan.size);
}

} // namespace

MasterTile::MasterTile (std::size_t numInputs,
                        const dsp::OverlapSavePlan& forPlan,
                        dsp::LargePages& pages)
    : plan (forPlan),
      numPairs ((numInputs + 1) / 2),
      untouched (numInputs, windowsOf (plan) * plan.hop, &pages),
      heard (2 * numPairs, dsp::AlignedBuffer<float> (plan.past() + untouched.numFrames(), &pages)),
      spectraOfWindows (windowsOf (plan) * numPairs * dsp::OverlapSave::floatsOfSpectrum (plan),
                        &pages)
{}

void MasterTile::append (dsp::ConstAudioBlock in)
{
    PRECONDITION (in.numChannels() == numInputs() && in.numFrames() <= room());
    dsp::copy (in, untouched.block().slice (numCollected, in.numFrames()));

    for (std::size_t c = 0; c < in.numChannels(); ++c)
        std::ranges::transform (
            in.channel (c), heard[c].data() + plan.past() + numCollected, dsp::audible);

    numCollected += in.numFrames();
}

void MasterTile::finishHop()
{
    const auto end = (numCollected + plan.hop - 1) / plan.hop * plan.hop;
    const auto missing = std::max (end, plan.hop) - numCollected;
    dsp::clear (untouched.block().slice (numCollected, missing));

    for (auto& channel : heard)
        std::fill_n (channel.data() + plan.past() + numCollected, missing, 0.0f);

    numCollected += missing;
}

void MasterTile::transform (std::size_t window, dsp::OverlapSave& transforms)
{
    for (std::size_t pair = 0; pair < numPairs; ++pair)
        transforms.transform (heard[2 * pair].data() + window * plan.hop,
                              heard[2 * pair + 1].data() + window * plan.hop,
                              spectraOfWindows.data()
                                  + (window * numPairs + pair)
                                        * dsp::OverlapSave::floatsOfSpectrum (plan));
}

const float* MasterTile::spectra (std::size_t window) const
{
    return spectraOfWindows.data() + window * numPairs * dsp::OverlapSave::floatsOfSpectrum (plan);
}

dsp::ConstAudioBlock MasterTile::master (std::size_t window) const
{
    return untouched.block().slice (window * plan.hop, plan.hop);
}

void MasterTile::advance()
{
    for (auto& channel : heard)
        std::copy_n (channel.data() + numCollected, plan.past(), channel.data());

    numCollected = 0;
}

void MasterTile::reset()
{
    for (auto& channel : heard)
        std::fill_n (channel.data(), plan.past(), 0.0f);

    numCollected = 0;
}

} // namespace monitoring
