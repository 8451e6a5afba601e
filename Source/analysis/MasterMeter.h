// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MasterMeasures.h"
#include "dsp/AudioBlock.h"
#include "units/SampleRate.h"

#include <cstddef>
#include <memory>

namespace analysis
{

/** Measures a master as it goes by, in blocks of any size at the file's own rate: one channel or two, finite
    samples. What it says does not depend on the blocks. Not for the audio thread.
*/
class MasterMeter
{
public:
    /** What is not asked for is not measured and stays empty: the bass line takes half of the time. */
    enum class Extent
    {
        everything,
        withoutBass
    };

    MasterMeter (std::size_t numChannels,
                 units::SampleRate rate,
                 Extent extent = Extent::everything);
    ~MasterMeter();
    MasterMeter (MasterMeter&&) noexcept;
    MasterMeter& operator= (MasterMeter&&) noexcept;

    void process (dsp::ConstAudioBlock block);

    /** Everything, now that nothing more will come. Call it once. */
    MasterMeasures finish();

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace analysis
