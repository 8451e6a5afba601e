// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/StereoField.h"

#include "analysis/TimeRange.h"
#include "hearing/KWeighting.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace analysis
{

namespace
{

constexpr double lowEndHz = 300.0;

constexpr auto framesPerHop = static_cast<std::size_t> (MasterFrames::perSecond / hopsPerSecond);
constexpr auto framesPerFold = static_cast<std::size_t> (MasterFrames::perSecond
                                                         * StereoField::foldWindowSeconds);
constexpr auto framesPerComb = static_cast<std::size_t> (MasterFrames::perSecond
                                                         * StereoField::combSegmentSeconds);

// Where the voice and most instruments are; the bins between partials count if they come
// within 30 dB of their neighbourhood.
constexpr double combFromHz = 200.0;
constexpr double combToHz = 8000.0;
constexpr float combedGain = 0.1f;
constexpr float soundingGain = 0.001f;

std::size_t binAt (double hertz, double binHz, std::size_t numBins)
{
    return std::min (numBins, static_cast<std::size_t> (std::ceil (hertz / binHz)));
}

std::vector<float> kPowers (std::size_t numBins, double binHz, units::SampleRate rate)
{
    const auto filters = hearing::kWeighting (rate);
    std::vector<float> weights (numBins);

    for (std::size_t bin = 1; bin < numBins; ++bin)
    {
        const units::Hertz hertz { binHz * static_cast<double> (bin) };
        const double db = filters.shelf.levelDbAt (hertz, rate)
                          + filters.highPass.levelDbAt (hertz, rate);
        weights[bin] = static_cast<float> (std::pow (10.0, db / 10.0));
    }

    return weights;
}

/** BS.1770's gated mean of the powers of windows of 0.4 s, which overlap by three quarters. */
std::optional<double> gatedMean (const std::vector<double>& powers)
{
    constexpr double absoluteGate = 1.1724e-7; // −70 LUFS
    const auto meanAbove = [&] (double gate) -> std::optional<double> {
        double sum = 0.0;
        std::size_t count = 0;

        for (const double power : powers)
            if (power > gate)
            {
                sum += power;
                ++count;
            }

        return count == 0 ? std::nullopt : std::optional { sum / static_cast<double> (count) };
    };

    const auto ungated = meanAbove (absoluteGate);
    return ungated ? meanAbove (std::max (absoluteGate, *ungated / 10.0)) : std::nullopt;
}

/** Counts the bins of bands that sound, and those of them that a fold takes away. */
struct CombedBins
{
    void add (std::span<const float> apart, std::span<const float> together)
    {
        const float mean = std::accumulate (apart.begin(), apart.end(), 0.0f)
                           / static_cast<float> (std::max<std::size_t> (1, apart.size()));

        for (std::size_t bin = 0; bin < apart.size(); ++bin)
            if (apart[bin] > soundingGain * mean)
            {
                ++sounding;
                combed += together[bin] < combedGain * apart[bin] ? 1 : 0;
            }
    }

    float share() const
    {
        return sounding == 0 ? 0.0f : static_cast<float> (combed) / static_cast<float> (sounding);
    }

    int sounding = 0;
    int combed = 0;
};

} // namespace

double erb_bands::edgeHz (std::size_t edge)
{
    return (std::pow (10.0, (static_cast<double> (edge) + 1.0) / 21.4) - 1.0) / 0.00437;
}

std::optional<double> correlation (double left, double right, double product)
{
    const double most = std::sqrt (left * right);
    constexpr double silence = 1e-12;
    return most < silence ? std::nullopt : std::optional { std::clamp (product / most, -1.0, 1.0) };
}

std::optional<double> StereoField::foldLossLu() const
{
    constexpr auto hopsPerWindow = static_cast<std::size_t> (windowSeconds * hopsPerSecond);
    std::vector<double> stereo;
    std::vector<double> fold;

    for (std::size_t first = 0; first + hopsPerWindow <= hops.size(); ++first)
    {
        double apart = 0.0;
        double product = 0.0;

        for (std::size_t i = first; i < first + hopsPerWindow; ++i)
        {
            apart += hops[i].left + hops[i].right;
            product += hops[i].product;
        }

        stereo.push_back (apart / hopsPerWindow);
        fold.push_back (std::max (0.0, 0.5 * apart + product) / hopsPerWindow);
    }

    const auto loud = gatedMean (stereo);

    if (! loud)
        return std::nullopt;

    return 10.0 * std::log10 (gatedMean (fold).value_or (0.0) / *loud);
}

StereoFieldMeter::StereoFieldMeter (const MasterFrames& frames, units::SampleRate fileRate)
    : binHz (frames.binHz()),
      rate (fileRate),
      fft (2 * frames.numBins()),
      weights (kPowers (frames.numBins(), frames.binHz(), rate)),
      lowEnd (binAt (lowEndHz, binHz, frames.numBins())),
      combApart (frames.numBins()),
      combTogether (frames.numBins())
{
    for (std::size_t edge = 0; edge <= erb_bands::count; ++edge)
        bandEdge.push_back (binAt (erb_bands::edgeHz (edge), binHz, frames.numBins()));
}

void StereoFieldMeter::add (const FramePowers& powers)
{
    addToHop (powers);
    addToFold (powers);
    addToComb (powers);
    ++numFrames;
}

void StereoFieldMeter::addToHop (const FramePowers& powers)
{
    if (numFrames % framesPerHop == 0)
        field.hops.emplace_back();

    const auto product = [&] (std::size_t bin) {
        return 0.5f * (powers.sum[bin] - powers.left[bin] - powers.right[bin]);
    };
    constexpr float scale = 1.0f / (static_cast<float> (MasterFrames::noiseBins) * framesPerHop);
    StereoHop now;

    for (std::size_t bin = 1; bin < weights.size(); ++bin)
    {
        now.left += weights[bin] * powers.left[bin];
        now.right += weights[bin] * powers.right[bin];
        now.product += weights[bin] * product (bin);
    }

    for (std::size_t bin = 1; bin < lowEnd; ++bin)
    {
        now.lowLeft += powers.left[bin];
        now.lowRight += powers.right[bin];
        now.lowProduct += product (bin);
    }

    auto& hop = field.hops.back();
    hop.left += scale * now.left;
    hop.right += scale * now.right;
    hop.product += scale * now.product;
    hop.lowLeft += scale * now.lowLeft;
    hop.lowRight += scale * now.lowRight;
    hop.lowProduct += scale * now.lowProduct;
}

void StereoFieldMeter::addToFold (const FramePowers& powers)
{
    if (numFrames % framesPerFold == 0)
        field.folds.emplace_back();

    constexpr float scale = 1.0f / (static_cast<float> (MasterFrames::noiseBins) * framesPerFold);
    auto& window = field.folds.back();

    for (std::size_t band = 0; band < erb_bands::count; ++band)
    {
        float left = 0.0f;
        float apart = 0.0f;
        float together = 0.0f;

        for (std::size_t bin = bandEdge[band]; bin < bandEdge[band + 1]; ++bin)
        {
            left += powers.left[bin];
            apart += powers.left[bin] + powers.right[bin];
            together += powers.sum[bin];
        }

        window.left[band] += scale * left;
        window.apart[band] += scale * apart;
        window.together[band] += 0.5f * scale * together;
    }
}

void StereoFieldMeter::addToComb (const FramePowers& powers)
{
    if (numFrames > 0 && numFrames % framesPerComb == 0)
        closeComb();

    for (std::size_t bin = 0; bin < combApart.size(); ++bin)
    {
        combApart[bin] += powers.left[bin] + powers.right[bin];
        combTogether[bin] += 0.5f * powers.sum[bin];
    }
}

void StereoFieldMeter::closeComb()
{
    CombedBins all;

    for (std::size_t band = 0; band < erb_bands::count; ++band)
    {
        const auto first = bandEdge[band];
        const auto length = bandEdge[band + 1] - first;
        const double hertz = erb_bands::edgeHz (band);

        if (hertz >= combFromHz && hertz <= combToHz)
            all.add (std::span { combApart }.subspan (first, length),
                     std::span { combTogether }.subspan (first, length));
    }

    field.combedShare.push_back (all.share());
    field.delays.push_back (channelDelay (combApart, combTogether, fft, rate));
    std::ranges::fill (combApart, 0.0f);
    std::ranges::fill (combTogether, 0.0f);
}

StereoField StereoFieldMeter::finish()
{
    if (numFrames > 0)
        closeComb();

    return std::move (field);
}

} // namespace analysis
