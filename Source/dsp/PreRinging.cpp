// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/PreRinging.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dsp
{
namespace
{

constexpr std::size_t numReplaced = 128;

// Weighs the energy of the replacement against the error in the pass band (see decision 0009): with a
// thousandth of it the free band grows a resonance of 20 dB, with a hundred times as much the pass
// band errs by half a dB.
constexpr double regularisation = 1e-4;

/** ∫ cos ωk dω / 2π over the pass band. */
double correlation (double frames, double passBand)
{
    const double x = std::numbers::pi * frames;
    return frames == 0.0 ? passBand : std::sin (passBand * x) / x;
}

using Square = std::vector<std::vector<double>>;

/** The lower triangle of A = L·Lᵀ, in place of that of A (Cholesky). */
void factorise (Square& a)
{
    for (std::size_t row = 0; row < a.size(); ++row)
        for (std::size_t column = 0; column <= row; ++column)
        {
            double rest = a[row][column];

            for (std::size_t k = 0; k < column; ++k)
                rest -= a[row][k] * a[column][k];

            a[row][column] = row == column ? std::sqrt (rest) : rest / a[column][column];
        }
}

/** x of L·Lᵀ·x = b. */
std::vector<double> solved (const Square& l, std::vector<double> b)
{
    const std::size_t size = b.size();

    for (std::size_t row = 0; row < size; ++row)
    {
        for (std::size_t k = 0; k < row; ++k)
            b[row] -= l[row][k] * b[k];

        b[row] /= l[row][row];
    }

    for (std::size_t row = size; row-- > 0;)
    {
        for (std::size_t k = row + 1; k < size; ++k)
            b[row] -= l[k][row] * b[k];

        b[row] /= l[row][row];
    }

    return b;
}

} // namespace

std::vector<double>
withoutPreRinging (std::span<const double> before, std::vector<double> after, double passBand)
{
    PRECONDITION (after.size() >= numReplaced && passBand > 0.0 && passBand < 1.0);

    if (std::ranges::all_of (before, [] (double sample) { return sample == 0.0; }))
        return after;

    Square normal (numReplaced, std::vector<double> (numReplaced));
    std::vector<double> wanted (numReplaced);

    for (std::size_t i = 0; i < numReplaced; ++i)
    {
        for (std::size_t k = 0; k <= i; ++k)
            normal[i][k] = correlation (static_cast<double> (i - k), passBand);

        normal[i][i] += regularisation;

        for (std::size_t m = 0; m < before.size(); ++m)
            wanted[i] += before[before.size() - 1 - m]
                         * correlation (static_cast<double> (i + m + 1), passBand);
    }

    factorise (normal);
    const auto replacement = solved (normal, std::move (wanted));
    std::ranges::transform (replacement, after, after.begin(), std::plus<> {});
    return after;
}

} // namespace dsp
