// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/transform/StereoLaneTransform.h"
#include "dsp/transform/StereoSpectrumLayout.h"

// NOLINTBEGIN(misc-definitions-in-headers): compiled once per instruction set, see Lanes.h.
// Between the transform of the lanes and the spectra of left and right.
//
// Eight places g … g + 7 hold, after the transform across the lanes, the bins k + q · size / 8 in vector
// q, with k the bit-reversed place. The conjugate bin, size − that, stands in vector 7 − q of other eight
// places, the mirror of these, last lane first. Only eight number 0 is its own mirror in another way.
namespace dsp
{
namespace
{

/** Eight bins of both signals, or of as many as the machine has lanes. */
struct StereoBins
{
    Lanes leftReal;
    Lanes leftImaginary;
    Lanes rightReal;
    Lanes rightImaginary;
};

/** The eights are done in two halves, of about equal work: number 0 and those below the last power of two,
    and those from there on. */
enum class Half
{
    lower,
    upper
};

/** Calls what is to be done with each two eights that mirror each other, or with one that mirrors itself
    twice. Between two powers of two, the first mirrors the last. Eight number 0 is left out. */
template <typename Act>
[[gnu::always_inline]] inline void forEachMirroredPair (std::size_t numEights, Half half, Act&& act)
{
    const auto last = numEights / 2;

    for (std::size_t power = half == Half::lower ? 1 : last;
         half == Half::lower ? power < last : power == last && last > 0;
         power *= 2)
        for (std::size_t near = power, far = 2 * power - 1; near <= far; ++near, --far)
            act (near, far);
}

/** Eights of one vector about bin 0: its first lane comes from `first`, and the bins of places 1 … 7
    change to 1, 3, 2, 7, 6, 5, 4. */
[[gnu::always_inline]] inline Lanes aroundZero (Lanes x, Lanes first, std::size_t part)
{
#if defined(__AVX__)
    return part == 0 ? __builtin_shufflevector (x, first, 8, 1, 3, 2, 7, 6, 5, 4) : x;
#else
    return part == 0 ? __builtin_shufflevector (x, first, 4, 1, 3, 2) : reversed (x);
#endif
}

/** Where the chunk stands that takes the bins of vector q of these eight places. */
inline std::size_t chunkOffset (std::size_t eight, std::size_t q, std::size_t pitch)
{
    const auto chunk = 4 * eight + q;
    return chunk / 2 * pitch + chunk % 2 * floatsPerStereoChunk;
}

/** With z = left + j right: left = (z[k] + z*[−k]) / 2, right = (z[k] − z*[−k]) / 2j. */
[[gnu::always_inline]] inline void
putSeparated (ComplexLanes z, ComplexLanes mirrored, float* chunk, std::size_t part)
{
    float* const to = chunk + numLanes * part;
    const auto halfReal = 0.5f * mirrored.real;
    const auto halfImaginary = 0.5f * mirrored.imaginary;
    store (to, halfReal + 0.5f * z.real);
    store (to + 8, 0.5f * z.imaginary - halfImaginary);
    store (to + 16, halfImaginary + 0.5f * z.imaginary);
    store (to + 24, halfReal - 0.5f * z.real);
}

inline void separateAroundZero (const WholeEight& z, float* spectrum, std::size_t pitch)
{
    for (std::size_t q = 0; q < 4; ++q)
        for (std::size_t part = 0; part < partsOfEight; ++part)
        {
            const auto& across = z.bins[7 - q][part];
            const auto& first = z.bins[(8 - q) % 8][part];
            const ComplexLanes mirrored { aroundZero (across.real, first.real, part),
                                          aroundZero (across.imaginary, first.imaginary, part) };
            putSeparated (z.bins[q][part], mirrored, spectrum + chunkOffset (0, q, pitch), part);
        }

    const auto& nyquist = z.bins[4][0];
    spectrum[8] = nyquist.real[0];
    spectrum[24] = nyquist.imaginary[0];
}

[[gnu::always_inline]] inline void
separateEight (const WholeEight& z, const WholeEight& across, float* firstChunk, std::size_t pitch)
{
    for (std::size_t q = 0; q < 4; ++q)
        for (std::size_t part = 0; part < partsOfEight; ++part)
        {
            const auto& opposite = across.bins[7 - q][partsOfEight - 1 - part];
            putSeparated (z.bins[q][part],
                          { reversed (opposite.real), reversed (opposite.imaginary) },
                          firstChunk + chunkOffset (0, q, pitch),
                          part);
        }
}

/** Finishes the transform, and parts it into the spectra of left and right. */
inline void separate (const StereoFftSteps& steps,
                      Half half,
                      const float* work,
                      float* spectrum,
                      std::size_t pitch)
{
    WholeEight z;      // NOLINT(cppcoreguidelines-pro-type-member-init): filled before it is read
    WholeEight across; // NOLINT(cppcoreguidelines-pro-type-member-init): the same

    if (half == Half::lower)
    {
        transformAcrossLanes (steps, 0, work, z);
        separateAroundZero (z, spectrum, pitch);
    }

    forEachMirroredPair (steps.size / 64, half, [&] (std::size_t near, std::size_t far) {
        float* const firstChunk = spectrum + chunkOffset (near, 0, pitch);
        transformAcrossLanes (steps, near, work, z);

        if (near == far)
        {
            separateEight (z, z, firstChunk, pitch);
            return;
        }

        transformAcrossLanes (steps, far, work, across);
        separateEight (z, across, firstChunk, pitch);
        separateEight (across, z, spectrum + chunkOffset (far, 0, pitch), pitch);
    });
}

/** A spectrum as it lies in memory. */
struct StoredSpectrum
{
    const float* groups;
    std::size_t pitch;

    [[gnu::always_inline]] StereoBins
    bins (std::size_t eight, std::size_t q, std::size_t part) const
    {
        const float* const from = groups + chunkOffset (eight, q, pitch) + numLanes * part;
        return { load (from), load (from + 8), load (from + 16), load (from + 24) };
    }
};

/** The lower half of the bins of eight places. */
struct HalfEight
{
    StereoBins bins[4][partsOfEight];
};

template <typename Spectrum>
[[gnu::always_inline]] inline void
loadHalf (const Spectrum& spectrum, std::size_t eight, HalfEight& half)
{
    for (std::size_t q = 0; q < 4; ++q)
        for (std::size_t part = 0; part < partsOfEight; ++part)
            half.bins[q][part] = spectrum.bins (eight, q, part);
}

/** left + j right */
[[gnu::always_inline]] inline ComplexLanes sumOf (const StereoBins& x)
{
    return { x.leftReal - x.rightImaginary, x.leftImaginary + x.rightReal };
}

/** The same at the conjugate bins: left* + j right*. */
[[gnu::always_inline]] inline ComplexLanes mirroredSumOf (const StereoBins& x)
{
    return { x.leftReal + x.rightImaginary, x.rightReal - x.leftImaginary };
}

inline void combineEight (const StereoFftSteps& steps,
                          std::size_t eight,
                          const HalfEight& half,
                          const HalfEight& across,
                          float* work)
{
    for (std::size_t part = 0; part < partsOfEight; ++part)
    {
        ComplexLanes x[8];

        for (std::size_t q = 0; q < 4; ++q)
        {
            const auto opposite = mirroredSumOf (across.bins[q][partsOfEight - 1 - part]);
            x[q] = sumOf (half.bins[q][part]);
            x[7 - q] = { reversed (opposite.real), reversed (opposite.imaginary) };
        }

        transformBack (steps, eight, part, x, work);
    }
}

/** Bin 0 carries the real bins 0 and size / 2 of each signal: takes out the latter. */
inline ComplexLanes takeNyquist (StereoBins& zero)
{
    constexpr Lanes lane0 { 1.0f };
    constexpr Lanes others = 1.0f - lane0;
    const ComplexLanes nyquist { zero.leftImaginary, zero.rightImaginary };
    zero.leftImaginary = zero.leftImaginary * others;
    zero.rightImaginary = zero.rightImaginary * others;
    return nyquist;
}

inline void combineAroundZero (const StereoFftSteps& steps, HalfEight& half, float* work)
{
    const auto nyquist = takeNyquist (half.bins[0][0]);

    for (std::size_t part = 0; part < partsOfEight; ++part)
    {
        ComplexLanes x[8];

        for (std::size_t q = 0; q < 4; ++q)
        {
            const auto opposite = mirroredSumOf (half.bins[q][part]);
            const auto first = q < 3 ? mirroredSumOf (half.bins[q + 1][part]) : nyquist;
            x[q] = sumOf (half.bins[q][part]);
            x[7 - q] = { aroundZero (opposite.real, first.real, part),
                         aroundZero (opposite.imaginary, first.imaginary, part) };
        }

        transformBack (steps, 0, part, x, work);
    }
}

template <typename Spectrum>
[[gnu::always_inline]] inline void combinePair (const StereoFftSteps& steps,
                                                std::size_t near,
                                                std::size_t far,
                                                const Spectrum& spectrum,
                                                float* work)
{
    HalfEight lower;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled before it is read
    HalfEight across; // NOLINT(cppcoreguidelines-pro-type-member-init): the same

    loadHalf (spectrum, near, lower);

    if (near == far)
    {
        combineEight (steps, near, lower, lower, work);
        return;
    }

    loadHalf (spectrum, far, across);
    combineEight (steps, near, lower, across, work);
    combineEight (steps, far, across, lower, work);
}

/** separate() and transformAcrossLanes() backwards, of one spectrum or several, each with 2 · size floats of the
    workplace. What they give is asked for once per bin, so it may well be a product that is computed on
    the way; what several have in common there is read once. */
template <typename Spectrum>
void combine (const StereoFftSteps& steps,
              Half half,
              const Spectrum* spectra,
              std::size_t numSpectra,
              float* work)
{
    const auto floatsOfOne = 2 * steps.size;

    if (half == Half::lower)
        for (std::size_t s = 0; s < numSpectra; ++s)
        {
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled before it is read
            HalfEight zero;
            loadHalf (spectra[s], 0, zero);
            combineAroundZero (steps, zero, work + s * floatsOfOne);
        }

    forEachMirroredPair (steps.size / 64, half, [&] (std::size_t near, std::size_t far) {
        for (std::size_t s = 0; s < numSpectra; ++s)
            combinePair (steps, near, far, spectra[s], work + s * floatsOfOne);
    });
}

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
