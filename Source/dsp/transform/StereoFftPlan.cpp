// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/transform/StereoFftPlan.h"

#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <complex>
#include <numbers>

namespace dsp
{
namespace
{

std::size_t bitReversed (std::size_t number, std::size_t count)
{
    std::size_t reversed = 0;

    for (std::size_t bit = 1; bit < count; bit *= 2, number /= 2)
        reversed = 2 * reversed + number % 2;

    return reversed;
}

/** exp (−2πj · numerator / denominator) */
std::complex<double> turn (std::size_t numerator, std::size_t denominator)
{
    return std::polar (1.0,
                       -2.0 * std::numbers::pi * static_cast<double> (numerator % denominator)
                           / static_cast<double> (denominator));
}

/** Eights as far as possible, after fours for the rest; their product is the number of vectors, a
    power of two from 8 on. */
std::vector<std::size_t> radicesFor (std::size_t numVectors)
{
    std::vector<std::size_t> radices;

    for (; std::countr_zero (numVectors) % 3 != 0; numVectors /= 4)
        radices.push_back (4);

    for (; numVectors > 1; numVectors /= 8)
        radices.push_back (8);

    return radices;
}

} // namespace

StereoFftPlan::StereoFftPlan (std::size_t size, std::size_t unreadFrames, LargePages* pages)
    : laneTwiddles (pages)
{
    PRECONDITION (std::has_single_bit (size) && size >= smallestSize);

    made.size = size;
    auto length = size / 8;

    for (const auto radix : radicesFor (length))
    {
        addPass (radix, length);
        length /= radix;
    }

    made.numPasses = passes.size();
    made.passes = passes.data();
    made.numUnreadParts = std::min<std::size_t> (unreadFrames * 4 / size, 2)
                          * (passes.front().radix / 4);
    addLaneTwiddles();
}

std::size_t StereoFftPlan::binAtPlace (std::size_t place) const
{
    return bitReversed (place, made.size / 8);
}

void StereoFftPlan::addPass (std::size_t radix, std::size_t length)
{
    auto& memory = twiddles.emplace_back (laneTwiddles.get_allocator());

    if (length > radix)
    {
        memory.reserve (length / radix * 2 * (radix - 1));

        for (std::size_t place = 0; place < length / radix; ++place)
            for (std::size_t part = 1; part < radix; ++part)
            {
                const auto factor = turn (place * bitReversed (part, radix), length);
                memory.push_back (static_cast<float> (factor.real()));
                memory.push_back (static_cast<float> (factor.imag()));
            }
    }

    passes.push_back ({ radix, length, memory.empty() ? nullptr : memory.data() });
}

void StereoFftPlan::addLaneTwiddles()
{
    const auto numVectors = made.size / 8;
    laneTwiddles.resize (numVectors / 8 * 7 * 16);
    made.laneTwiddles = laneTwiddles.data();
    auto* eight = laneTwiddles.data();

    for (std::size_t first = 0; first < numVectors; first += 8)
        for (std::size_t lane = 1; lane < 8; ++lane, eight += 16)
            for (std::size_t i = 0; i < 8; ++i)
            {
                const auto factor = turn (lane * binAtPlace (first + i), made.size);
                eight[i] = static_cast<float> (factor.real());
                eight[8 + i] = static_cast<float> (factor.imag());
            }
}

} // namespace dsp
