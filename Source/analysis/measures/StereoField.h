// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/measures/ChannelDelay.h"
#include "analysis/measures/MasterFrames.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace analysis
{

/** Bands of the ear: one equivalent rectangular bandwidth each (Glasberg & Moore 1990), from 26 Hz to 14.9 kHz. */
namespace erb_bands
{
constexpr std::size_t count = 38;

double edgeHz (std::size_t edge); ///< edge (0) … edge (count)
} // namespace erb_bands

/** How two channels go together in a tenth of a second. */
struct StereoHop
{
    float left = 0.0f; ///< mean square, K-weighted
    float right = 0.0f;
    float product = 0.0f; ///< mean of left · right, K-weighted
    float lowLeft = 0.0f; ///< the same below 300 Hz, not weighted
    float lowRight = 0.0f;
    float lowProduct = 0.0f;
};

/** What a fold to mono leaves of each band of the ear, in 0.4 s. */
struct FoldWindow
{
    std::array<float, erb_bands::count> apart {};    ///< mean square of left plus that of right
    std::array<float, erb_bands::count> together {}; ///< half the mean square of left + right
    std::array<float, erb_bands::count> left {};     ///< mean square of left
};

/** How the two channels of a master go together. Empty of a mono file. */
struct StereoField
{
    static constexpr double foldWindowSeconds = 0.4;
    static constexpr double combSegmentSeconds = 4.0;

    std::vector<StereoHop> hops;    ///< TimeRange's hopsPerSecond
    std::vector<FoldWindow> folds;  ///< one after the other
    std::vector<float> combedShare; ///< of the bins that sound, those that a fold takes 10 dB from
    std::vector<std::optional<ChannelDelay>> delays; ///< of the same segments

    /** Integrated loudness (gated as BS.1770 does) of the fold, (L + R) / 2 on two loudspeakers, less
        that of the stereo programme, in LU: 0 of mono, −3 of unrelated channels. nullopt in silence. */
    std::optional<double> foldLossLu() const;
};

/** Correlation of a window: 1 the same, −1 inverted; nullopt where a channel is silent. */
std::optional<double> correlation (double left, double right, double product);

class StereoFieldMeter
{
public:
    StereoFieldMeter (const MasterFrames& frames, units::SampleRate rate);

    void add (const FramePowers& powers);
    StereoField finish();

private:
    void addToHop (const FramePowers& powers);
    void addToFold (const FramePowers& powers);
    void addToComb (const FramePowers& powers);
    void closeComb();

    double binHz;
    units::SampleRate rate;
    dsp::DesignFft fft;
    std::vector<float> weights;        ///< K, as powers, per bin
    std::vector<std::size_t> bandEdge; ///< first bin of each band, and the end
    std::size_t lowEnd;                ///< the first bin that is not below 300 Hz
    std::vector<float> combApart;
    std::vector<float> combTogether;
    std::size_t numFrames = 0;
    StereoField field;
};

} // namespace analysis
