// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/ChainBuilder.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace monitoring
{
namespace
{

constexpr auto matrixPlace = "transfer matrix";

units::Problem misfit (const std::string& what, const std::string& cure)
{
    return { units::Problem::Kind::unsupported, matrixPlace, what, cure };
}

std::string shape (std::size_t inputs, std::size_t outputs)
{
    return std::to_string (inputs) + " inputs and " + std::to_string (outputs) + " outputs";
}

bool isFinite (std::span<const double> taps)
{
    return std::all_of (taps.begin(), taps.end(), [] (double tap) { return std::isfinite (tap); });
}

units::Result<void> checkShape (const dsp::TransferMatrix& matrix, const ChainLayout& layout)
{
    if (matrix.numInputs() != layout.numInputs || matrix.numOutputs() != layout.numOutputs)
        return misfit ("It has " + shape (matrix.numInputs(), matrix.numOutputs()) + ".",
                       "Give one with " + shape (layout.numInputs, layout.numOutputs) + ".");

    if (matrix.rate() != layout.rate)
        return misfit ("It is made for " + std::to_string (matrix.rate().hertz) + " Hz.",
                       "Resample it to " + std::to_string (layout.rate.hertz) + " Hz.");

    if (matrix.numTaps() > layout.maximumTaps)
        return misfit ("It is " + std::to_string (matrix.numTaps()) + " samples long.",
                       "Shorten it to " + std::to_string (layout.maximumTaps)
                           + " samples or less.");

    return {};
}

} // namespace

units::Result<ChainPlan> ChainBuilder::build (const dsp::TransferMatrix& matrix,
                                              units::Decibels gain) const
{
    if (const auto fits = checkShape (matrix, layout); ! fits)
        return fits.problem();

    auto scaled = matrix;

    for (std::size_t output = 0; output < matrix.numOutputs(); ++output)
        for (std::size_t input = 0; input < matrix.numInputs(); ++input)
        {
            const auto path = scaled.path (output, input);

            for (double& tap : path)
                tap *= gain.toGain();

            if (! isFinite (path))
                return units::Problem { units::Problem::Kind::invalidValue,
                                        matrixPlace,
                                        "A sample is not a finite number.",
                                        "Measure or export the response again." };
        }

    return ChainPlan { std::make_shared<const dsp::GrowingKernel> (
                           scaled, layout.blockSize, layout.maximumTaps),
                       gain };
}

ChainPlan ChainBuilder::unity() const
{
    dsp::TransferMatrix matrix { layout.numOutputs, layout.numInputs, 1, layout.rate };

    for (std::size_t c = 0; c < std::min (layout.numInputs, layout.numOutputs); ++c)
        matrix.path (c, c)[0] = 1.0;

    return { std::make_shared<const dsp::GrowingKernel> (
                 matrix, layout.blockSize, layout.maximumTaps),
             units::Decibels { 0.0 } };
}

} // namespace monitoring
