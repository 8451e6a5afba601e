// SPDX-License-Identifier: GPL-3.0-or-later
// Both channels of a stereo signal to their spectra and back: StereoFft beside Debian's FFTW.
#include "TransformBenchmark.h"

#include "dsp/AlignedBuffer.h"
#include "dsp/transform/StereoFft.h"

#include <benchmark/benchmark.h>
#include <fftw3.h>

#include <algorithm>
#include <random>

#include "Workload.h"

namespace benchmarks
{
namespace
{

dsp::AlignedBuffer<float> whiteNoise (std::size_t size)
{
    std::mt19937 generator { 1 };
    std::normal_distribution<float> normal;
    dsp::AlignedBuffer<float> samples (size);
    std::generate (samples.begin(), samples.end(), [&] { return normal (generator); });
    return samples;
}

void ours (benchmark::State& state, std::size_t size, dsp::InstructionSet instructions)
{
    const auto left = whiteNoise (size), right = whiteNoise (size);
    dsp::AlignedBuffer<float> spectrum (2 * size), leftBack (size), rightBack (size);
    dsp::StereoFft fft { size, instructions };

    for (auto _ : state)
    {
        fft.forward (left.data(), right.data(), spectrum.data(), dsp::floatsPerStereoGroup);
        fft.inverse (spectrum.data(), dsp::floatsPerStereoGroup, leftBack.data(), rightBack.data());
        benchmark::DoNotOptimize (rightBack.data());
    }
}

/** Measured plans of real transforms, one for each channel; spectra as FFTW has them, interleaved. */
void fftw (benchmark::State& state, std::size_t size)
{
    dsp::AlignedBuffer<float> samples (size), back (size), spectrum (size + 2);
    auto* const bins = reinterpret_cast<fftwf_complex*> (spectrum.data());
    const auto count = static_cast<int> (size);
    const auto forward = fftwf_plan_dft_r2c_1d (
        count, samples.data(), bins, FFTW_MEASURE | FFTW_PRESERVE_INPUT);
    const auto inverse = fftwf_plan_dft_c2r_1d (count, bins, back.data(), FFTW_MEASURE);

    // Planning writes to the buffers, and the plans are bound to them.
    const auto noise = whiteNoise (size);
    std::copy (noise.begin(), noise.end(), samples.begin());

    for (auto _ : state)
        for (std::size_t channel = 0; channel < numChannels; ++channel)
        {
            fftwf_execute (forward);
            fftwf_execute (inverse);
            benchmark::DoNotOptimize (back.data());
        }

    fftwf_destroy_plan (inverse);
    fftwf_destroy_plan (forward);
}

} // namespace

void registerTransform()
{
    for (std::size_t size = 128; size <= 131072; size *= 2)
    {
        const auto name = "transform/" + std::to_string (size) + "/";
        benchmark::RegisterBenchmark (
            (name + "elsewhere").c_str(), ours, size, dsp::bestInstructionSet());
        benchmark::RegisterBenchmark ((name + "elsewhere for any machine").c_str(),
                                      ours,
                                      size,
                                      dsp::InstructionSet::portable);
        benchmark::RegisterBenchmark ((name + "FFTW measured").c_str(), fftw, size);
    }
}

} // namespace benchmarks
