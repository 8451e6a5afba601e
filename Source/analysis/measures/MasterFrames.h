// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/InPortions.h"
#include "units/SampleRate.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

namespace analysis
{

/** What two channels have in each bin of a short frame: mean squares of a sine on the bin. Of a mono
    programme both channels are the same. */
struct FramePowers
{
    double binHz = 0.0;
    std::span<const float> left;
    std::span<const float> right;
    std::span<const float> sum; ///< of left + right
};

/** Cuts a master into frames, 20 of them a second: frame k begins at k / 20 s and is 80 to 160 ms long (Hann
    window). After the end is silence. One channel or two.

    A band of noise has the mean square Σ power / noiseBins.
*/
class MasterFrames : public dsp::InPortions<MasterFrames>
{
public:
    static constexpr int perSecond = 20;
    static constexpr double noiseBins = 1.5; ///< of the Hann window

    MasterFrames (std::size_t numChannels, units::SampleRate rate);
    ~MasterFrames();
    MasterFrames (MasterFrames&&) noexcept;
    MasterFrames& operator= (MasterFrames&&) noexcept;

    std::size_t numBins() const;
    double binHz() const;

private:
    friend class dsp::InPortions<MasterFrames>;

    void append (dsp::ConstAudioBlock block);
    void appendSilence();
    std::optional<FramePowers> next();

    struct State;
    std::unique_ptr<State> state;
};

} // namespace analysis
