// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/transform/StereoFft.h"

#if ! defined(ELSEWHERE_FFTW_ONLY)

    #include "dsp/AlignedBuffer.h"
    #include "dsp/transform/StereoFftLoop.h"
    #include "dsp/transform/StereoFftPlan.h"
    #include "units/Precondition.h"

namespace dsp
{

    #if defined(__x86_64__)

StereoFftLoops avx2StereoFftLoops();   // StereoFftAvx2.cpp
StereoFftLoops avx512StereoFftLoops(); // StereoFftAvx512.cpp

StereoFftLoops stereoFftLoops (InstructionSet instructions)
{
    return ofInstructionSet (
        instructions, stereoFftLoopsHere, avx2StereoFftLoops, avx512StereoFftLoops);
}

    #else

StereoFftLoops stereoFftLoops (InstructionSet) { return stereoFftLoopsHere; }

    #endif

struct StereoFft::State
{
    State (std::shared_ptr<const StereoFftPlan> tables,
           StereoFftLoops loopsOfMachine,
           std::size_t productsAtOnce,
           LargePages* pages)
        : plan (std::move (tables)),
          loops (loopsOfMachine),
          numProducts (productsAtOnce),
          work (numProducts * 2 * plan->steps().size, pages)
    {}

    std::shared_ptr<const StereoFftPlan> plan;
    StereoFftLoops loops;
    std::size_t numProducts; ///< that can be transformed back at once
    AlignedBuffer<float> work;
};

StereoFft::StereoFft (std::size_t size,
                      InstructionSet instructions,
                      LargePages* pages,
                      const Use& use)
    : StereoFft (
        std::make_unique<State> (std::make_shared<StereoFftPlan> (size, use.unreadFrames, pages),
                                 stereoFftLoops (instructions),
                                 use.productsAtOnce,
                                 pages))
{
    PRECONDITION (use.productsAtOnce >= 1 && use.productsAtOnce <= mostProductsAtOnce);
}

const StereoFft::Use StereoFft::everything {};

StereoFft::StereoFft (std::unique_ptr<State> made)
    : length (made->plan->steps().size),
      steps (made->loops.numSteps (made->plan->steps())),
      state (std::move (made))
{}

StereoFft::~StereoFft() = default;

std::unique_ptr<StereoFft> StereoFft::another() const
{
    auto made = std::make_unique<State> (
        state->plan, state->loops, state->numProducts, state->work.get_allocator().shared);
    return std::unique_ptr<StereoFft> { new StereoFft { std::move (made) } };
}

std::size_t StereoFft::binAt (std::size_t place) const
{
    const auto chunk = place / 8;
    return state->plan->binAtPlace (chunk / 4 * 8 + place % 8) + chunk % 4 * (length / 8);
}

void StereoFft::forwardStep (std::size_t step,
                             const StereoFftSignals<const float>& samples,
                             const StereoFftSpectrum<float>& spectrum) noexcept REALTIME
{
    state->loops.forwardStep (state->plan->steps(), step, samples, state->work.data(), spectrum);
}

void StereoFft::inverseStep (std::size_t step,
                             const StereoFftSpectrum<const float>& spectrum,
                             const StereoFftSignals<float>& samples) noexcept REALTIME
{
    state->loops.inverseStep (state->plan->steps(), step, spectrum, state->work.data(), samples);
}

void StereoFft::forward (const float* left,
                         const float* right,
                         float* spectrum,
                         std::size_t pitch) noexcept REALTIME
{
    state->loops.forward (
        state->plan->steps(), { { left, right } }, state->work.data(), { spectrum, pitch });
}

void StereoFft::inverse (const float* spectrum,
                         std::size_t pitch,
                         float* left,
                         float* right) noexcept REALTIME
{
    state->loops.inverse (
        state->plan->steps(), { spectrum, pitch }, state->work.data(), { { left, right } });
}

void StereoFft::inverseOfProducts (std::span<const StereoFftProduct> products,
                                   const float* kernel) noexcept REALTIME
{
    PRECONDITION (products.size() <= state->numProducts);
    state->loops.inverseOfProducts (
        state->plan->steps(), products.data(), products.size(), kernel, state->work.data());
}

} // namespace dsp

#endif
