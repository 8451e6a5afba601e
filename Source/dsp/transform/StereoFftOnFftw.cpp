// SPDX-License-Identifier: GPL-3.0-or-later
// StereoFft of a build with ELSEWHERE_FFTW_ONLY: the same layout, with bins in their natural order.
#include "dsp/AlignedBuffer.h"
#include "dsp/Fft.h"
#include "dsp/transform/StereoFft.h"
#include "dsp/transform/StereoProduct.h"

#include <algorithm>

#if defined(ELSEWHERE_FFTW_ONLY)

namespace dsp
{
namespace
{

/** Real and imaginary parts of eight bins of the left signal in a stereo spectrum. */
float* stereoPlace (float* spectrum, std::size_t pitch, std::size_t chunk)
{
    return spectrum + chunk / 2 * pitch + chunk % 2 * floatsPerStereoChunk;
}

/** The same in a spectrum of RealFft. */
std::size_t monoPlace (std::size_t chunk) { return chunk / 2 * floatsPerGroup + chunk % 2 * 8; }

} // namespace

struct StereoFft::State
{
    State (std::size_t size, InstructionSet forProducts)
        : fft (size),
          spectrum (size),
          product (2 * size),
          instructions (forProducts)
    {}

    RealFft fft;
    AlignedBuffer<float> spectrum;
    AlignedBuffer<float> product;
    InstructionSet instructions;
};

const StereoFft::Use StereoFft::everything {};

StereoFft::StereoFft (std::size_t size, InstructionSet instructions, LargePages*, const Use&)
    : StereoFft (std::make_unique<State> (size, instructions))
{}

StereoFft::StereoFft (std::unique_ptr<State> made)
    : length (made->fft.size()),
      steps (1),
      state (std::move (made))
{}

std::unique_ptr<StereoFft> StereoFft::another() const
{
    return std::make_unique<StereoFft> (length);
}

void StereoFft::forwardStep (std::size_t,
                             const StereoFftSignals<const float>& samples,
                             const StereoFftSpectrum<float>& spectrum) noexcept REALTIME
{
    forward (samples.side[0], samples.side[1], spectrum.groups, spectrum.pitch);
}

void StereoFft::inverseStep (std::size_t,
                             const StereoFftSpectrum<const float>& spectrum,
                             const StereoFftSignals<float>& samples) noexcept REALTIME
{
    inverse (spectrum.groups, spectrum.pitch, samples.side[0], samples.side[1]);
}

StereoFft::~StereoFft() = default;

std::size_t StereoFft::binAt (std::size_t place) const { return place; }

void StereoFft::forward (const float* left,
                         const float* right,
                         float* spectrum,
                         std::size_t pitch) noexcept REALTIME
{
    const float* const samples[] = { left, right };

    for (std::size_t side = 0; side < 2; ++side)
    {
        std::copy_n (samples[side], length, state->fft.samples().begin());
        state->fft.forward (state->spectrum.data(), floatsPerGroup);

        for (std::size_t chunk = 0; chunk < length / 16; ++chunk)
        {
            const auto* const from = state->spectrum.data() + monoPlace (chunk);
            auto* const to = stereoPlace (spectrum, pitch, chunk) + 16 * side;
            std::copy_n (from, 8, to);
            std::copy_n (from + binsPerGroup, 8, to + 8);
        }
    }
}

void StereoFft::inverse (const float* spectrum,
                         std::size_t pitch,
                         float* left,
                         float* right) noexcept REALTIME
{
    float* const samples[] = { left, right };
    const auto scale = static_cast<float> (length);

    for (std::size_t side = 0; side < 2; ++side)
    {
        for (std::size_t chunk = 0; chunk < length / 16; ++chunk)
        {
            const auto* const from = spectrum + chunk / 2 * pitch + chunk % 2 * floatsPerStereoChunk
                                     + 16 * side;
            auto* const to = state->spectrum.data() + monoPlace (chunk);
            std::copy_n (from, 8, to);
            std::copy_n (from + 8, 8, to + binsPerGroup);
        }

        state->fft.inverse (state->spectrum.data(), floatsPerGroup);
        std::transform (state->fft.samples().begin(),
                        state->fft.samples().end(),
                        samples[side],
                        [scale] (float sample) { return scale * sample; });
    }
}

void StereoFft::inverseOfProducts (std::span<const StereoFftProduct> products,
                                   const float* kernel) noexcept REALTIME
{
    const StereoPaths all { StereoPaths::leftToLeft | StereoPaths::rightToLeft
                            | StereoPaths::leftToRight | StereoPaths::rightToRight };

    for (const auto& product : products)
    {
        stereoProductFor (all, state->instructions) ({ product.spectrum,
                                                       kernel,
                                                       state->product.data(),
                                                       0,
                                                       numGroups(),
                                                       1,
                                                       0,
                                                       1,
                                                       1,
                                                       0,
                                                       StereoProduct::Into::nothing });
        inverse (state->product.data(),
                 floatsPerStereoGroup,
                 product.samples.side[0],
                 product.samples.side[1]);
    }
}

} // namespace dsp

#endif
