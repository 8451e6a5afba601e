// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/transform/StereoFft.h"

#if ! defined(ELSEWHERE_FFTW_ONLY)

    #include "dsp/AlignedBuffer.h"
    #include "dsp/transform/StereoFftLoop.h"
    #include "dsp/transform/StereoFftPlan.h"

namespace dsp
{

    #if defined(__x86_64__)

StereoFftLoops avx2StereoFftLoops(); // StereoFftAvx2.cpp

StereoFftLoops stereoFftLoops (InstructionSet instructions)
{
    return instructions == InstructionSet::avx2 ? avx2StereoFftLoops() : stereoFftLoopsHere;
}

    #else

StereoFftLoops stereoFftLoops (InstructionSet) { return stereoFftLoopsHere; }

    #endif

struct StereoFft::State
{
    State (std::size_t size, InstructionSet instructions)
        : plan (size),
          loops (stereoFftLoops (instructions)),
          work (StereoFftLoops::floatsOfWork (size))
    {}

    StereoFftPlan plan;
    StereoFftLoops loops;
    AlignedBuffer<float> work;
};

StereoFft::StereoFft (std::size_t size, InstructionSet instructions)
    : length (size),
      state (std::make_unique<State> (size, instructions))
{}

StereoFft::~StereoFft() = default;

std::size_t StereoFft::binAt (std::size_t place) const
{
    const auto chunk = place / 8;
    return state->plan.binAtPlace (chunk / 4 * 8 + place % 8) + chunk % 4 * (length / 8);
}

void StereoFft::forward (const float* left,
                         const float* right,
                         float* spectrum,
                         std::size_t pitch) noexcept REALTIME
{
    const float* const samples[] = { left, right };
    state->loops.forward (state->plan.steps(), samples, state->work.data(), spectrum, pitch);
}

void StereoFft::inverse (const float* spectrum,
                         std::size_t pitch,
                         float* left,
                         float* right) noexcept REALTIME
{
    float* const samples[] = { left, right };
    state->loops.inverse (state->plan.steps(), spectrum, pitch, state->work.data(), samples);
}

} // namespace dsp

#endif
