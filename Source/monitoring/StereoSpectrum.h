// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/Fft.h"

#include <complex>
#include <functional>
#include <vector>

namespace monitoring
{

/** Cuts a stereo stream into windows and gives the spectra of each: sine windows that overlap by half,
    so that every sample weighs the same. Non-finite samples count as silence.
*/
class StereoSpectrum
{
public:
    using Bins = std::vector<std::complex<double>>;
    using Sink = std::function<void (const Bins& left, const Bins& right)>;

    explicit StereoSpectrum (std::size_t transformSize);

    std::size_t transformSize() const { return fft.size(); }

    /** Factor from a bin's squared magnitude to its share of the mean square. */
    double powerScale() const;

    void process (dsp::ConstAudioBlock block, const Sink& sink);

    /** The last window, as if silence followed; ready for another stream. */
    void flush (const Sink& sink);

private:
    Bins binsOf (const std::vector<double>& samples);
    void finishWindow (const Sink& sink);

    dsp::DesignFft fft;
    std::vector<double> window;
    std::vector<double> windowed;
    std::vector<double> waiting[2];
    std::size_t filled = 0;
    bool hasNews = false; ///< frames that no window has held yet
};

} // namespace monitoring
