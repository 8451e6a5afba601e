// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/Fft.h"
#include "dsp/ThirdOctave.h"
#include "units/SampleRate.h"

#include <array>
#include <vector>

namespace hearing
{

/** The third-octave spectrum of the last moments of a programme, for a display: mean square per base-ten
    band of IEC 61260-1, 25 Hz to 20 kHz, channels added up, averaged over about half a second (a Hann
    window of a third of a second, then an exponential mean). Not for the audio thread.
*/
class RunningBandLevels
{
public:
    static constexpr std::size_t numBands = 30;
    static constexpr dsp::ThirdOctave lowestBand { -16 };

    using Levels = std::array<float, numBands>; ///< dB re a mean square of 1, not below −200

    static double centreHz (std::size_t band)
    {
        return dsp::ThirdOctave { lowestBand.fromOneKilohertz + static_cast<int> (band) }
            .centreHz();
    }

    RunningBandLevels (std::size_t numChannels, units::SampleRate rate);

    void process (dsp::ConstAudioBlock block);

    Levels levelsDb() const;

private:
    /** The bins that make a band, those at its edges in part. */
    struct Band
    {
        std::size_t firstBin = 0;
        std::vector<double> weights;
    };

    void analyse();

    dsp::DesignFft fft;
    std::size_t hop;
    double forgetting; ///< share of the past that stays from one hop to the next
    std::vector<double> window;
    std::vector<std::vector<double>> recent; ///< channels × window, oldest first
    std::size_t framesSinceHop = 0;
    std::vector<Band> bands;
    std::array<double, numBands> power {};
};

} // namespace hearing
