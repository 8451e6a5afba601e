// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/FrequencyResponse.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace dsp
{
namespace
{

units::Problem invalid (std::string what, std::string cure)
{
    return { units::Problem::Kind::invalidValue, "", std::move (what), std::move (cure) };
}

std::string point (std::size_t index) { return "Point " + std::to_string (index + 1); }

std::optional<units::Problem>
problemAt (std::size_t i, std::span<const double> frequencies, std::span<const double> levels)
{
    if (! std::isfinite (frequencies[i]) || ! std::isfinite (levels[i]))
        return invalid (point (i) + " holds something that is not a finite number.",
                        "Remove the point or measure it again.");

    if (frequencies[i] <= 0.0)
        return invalid (point (i) + " has a frequency that is not above 0 Hz.",
                        "Remove the point.");

    if (i > 0 && frequencies[i] <= frequencies[i - 1])
        return invalid (point (i) + " does not lie above the frequency before it.",
                        "Sort the points by frequency and keep one of each.");

    return std::nullopt;
}

double interpolated (double x, double left, double right, double atLeft, double atRight)
{
    return atLeft + (atRight - atLeft) * (x - left) / (right - left);
}

} // namespace

units::Result<FrequencyResponse> FrequencyResponse::fromPoints (std::vector<double> frequenciesHz,
                                                                std::vector<double> levelsDb)
{
    if (frequenciesHz.size() != levelsDb.size())
        return invalid ("There are " + std::to_string (frequenciesHz.size()) + " frequencies and "
                            + std::to_string (levelsDb.size()) + " levels.",
                        "Give one level for each frequency.");

    for (std::size_t i = 0; i < frequenciesHz.size(); ++i)
        if (const auto problem = problemAt (i, frequenciesHz, levelsDb))
            return *problem;

    if (frequenciesHz.size() < 2)
        return invalid ("A response needs at least two points and has "
                            + std::to_string (frequenciesHz.size()) + ".",
                        "Give the levels at two frequencies or more.");

    return FrequencyResponse { std::move (frequenciesHz), std::move (levelsDb) };
}

FrequencyResponse FrequencyResponse::flat (units::Decibels level)
{
    return { { 20.0, 20000.0 }, { level.value(), level.value() } };
}

double FrequencyResponse::levelDbAt (double frequencyHz) const
{
    if (frequencyHz <= frequencies.front())
        return levels.front();

    if (frequencyHz >= frequencies.back())
        return levels.back();

    const auto above = std::upper_bound (frequencies.begin(), frequencies.end(), frequencyHz);
    const auto right = static_cast<std::size_t> (above - frequencies.begin());

    return interpolated (std::log (frequencyHz),
                         std::log (frequencies[right - 1]),
                         std::log (frequencies[right]),
                         levels[right - 1],
                         levels[right]);
}

FrequencyResponse FrequencyResponse::at (std::span<const double> frequenciesHz) const
{
    return sampled (frequenciesHz, [this] (double frequency) { return levelDbAt (frequency); });
}

FrequencyResponse FrequencyResponse::raisedBy (units::Decibels gain) const
{
    FrequencyResponse raised = *this;

    for (double& level : raised.levels)
        level += gain.value();

    return raised;
}

double FrequencyResponse::meanDb (units::Hertz low, units::Hertz high) const
{
    PRECONDITION (low.value > 0.0 && low <= high);

    if (low == high)
        return levelDbAt (low.value);

    // The curve is straight between its corners, so trapezoids over log frequency are exact.
    double area = 0.0;
    double left = low.value;

    const auto addUpTo = [&] (double right) {
        area += 0.5 * (levelDbAt (left) + levelDbAt (right)) * std::log (right / left);
        left = right;
    };

    const auto first = std::upper_bound (frequencies.begin(), frequencies.end(), low.value);

    for (auto corner = first; corner != frequencies.end() && *corner < high.value; ++corner)
        addUpTo (*corner);

    addUpTo (high.value);
    return area / std::log (high.value / low.value);
}

FrequencyResponse operator- (const FrequencyResponse& left, const FrequencyResponse& right)
{
    return FrequencyResponse::sampled (left.frequenciesHz(), [&] (double frequency) {
        return left.levelDbAt (frequency) - right.levelDbAt (frequency);
    });
}

FrequencyResponse operator+ (const FrequencyResponse& left, const FrequencyResponse& right)
{
    return FrequencyResponse::sampled (left.frequenciesHz(), [&] (double frequency) {
        return left.levelDbAt (frequency) + right.levelDbAt (frequency);
    });
}

std::span<const double> libraryGridHz()
{
    static const auto grid = [] {
        std::array<double, 240> frequencies {};

        for (std::size_t k = 0; k < frequencies.size(); ++k)
            frequencies[k] = 20.0 * std::exp2 (static_cast<double> (k) / 24.0);

        return frequencies;
    }();

    return grid;
}

} // namespace dsp
