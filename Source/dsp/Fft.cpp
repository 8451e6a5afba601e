// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Fft.h"

#include "dsp/AlignedBuffer.h"
#include "units/Precondition.h"

#include <fftw3.h>

#include <algorithm>
#include <bit>
#include <mutex>

namespace dsp
{
namespace
{

// FFTW executes plans on any thread but makes and destroys them on one at a time.
std::mutex& plannersLock()
{
    static std::mutex lock;
    return lock;
}

fftw_complex* asFftw (std::complex<double>* bins)
{
    return reinterpret_cast<fftw_complex*> (bins); // laid out alike, by both standards
}

} // namespace

//==================================================================================================
struct RealFft::Plans
{
    explicit Plans (std::size_t size) : samples (size), bins (size + 2)
    {
        const std::lock_guard guard { plannersLock() };
        auto* const complexBins = reinterpret_cast<fftwf_complex*> (bins.data());
        const auto count = static_cast<int> (size);

        forward = fftwf_plan_dft_r2c_1d (
            count, samples.data(), complexBins, FFTW_ESTIMATE | FFTW_PRESERVE_INPUT);
        inverse = fftwf_plan_dft_c2r_1d (count, complexBins, samples.data(), FFTW_ESTIMATE);
    }

    ~Plans()
    {
        const std::lock_guard guard { plannersLock() };
        fftwf_destroy_plan (inverse);
        fftwf_destroy_plan (forward);
    }

    Plans (const Plans&) = delete;
    Plans& operator= (const Plans&) = delete;

    AlignedBuffer<float> samples;
    AlignedBuffer<float> bins; ///< interleaved, DC … Nyquist
    fftwf_plan forward = nullptr;
    fftwf_plan inverse = nullptr;
};

RealFft::RealFft (std::size_t size) : length (size), plans (std::make_unique<Plans> (size))
{
    PRECONDITION (std::has_single_bit (size) && size >= 2 * binsPerGroup);
}

RealFft::~RealFft() = default;

std::span<float> RealFft::samples() noexcept REALTIME { return plans->samples; }

void RealFft::forward (float* spectrum, std::size_t pitch) noexcept REALTIME
{
    fftwf_execute (plans->forward);

    const float* interleaved = plans->bins.data();

    for (std::size_t group = 0; group < numGroups(); ++group, interleaved += floatsPerGroup)
    {
        float* const real = spectrum + group * pitch;
        float* const imaginary = real + binsPerGroup;

        for (std::size_t bin = 0; bin < binsPerGroup; ++bin)
        {
            real[bin] = interleaved[2 * bin];
            imaginary[bin] = interleaved[2 * bin + 1];
        }
    }

    spectrum[binsPerGroup] = plans->bins[length];
}

void RealFft::inverse (const float* spectrum, std::size_t pitch) noexcept REALTIME
{
    const float scale = 1.0f / static_cast<float> (length);
    float* interleaved = plans->bins.data();

    for (std::size_t group = 0; group < numGroups(); ++group, interleaved += floatsPerGroup)
    {
        const float* const real = spectrum + group * pitch;
        const float* const imaginary = real + binsPerGroup;

        for (std::size_t bin = 0; bin < binsPerGroup; ++bin)
        {
            interleaved[2 * bin] = scale * real[bin];
            interleaved[2 * bin + 1] = scale * imaginary[bin];
        }
    }

    plans->bins[1] = 0.0f;
    plans->bins[length] = scale * spectrum[binsPerGroup];
    plans->bins[length + 1] = 0.0f;
    fftwf_execute (plans->inverse);
}

//==================================================================================================
struct DesignFft::Plans
{
    explicit Plans (std::size_t size)
    {
        AlignedBuffer<double> samples (size);
        AlignedBuffer<std::complex<double>> bins (size / 2 + 1);
        const auto count = static_cast<int> (size);

        const std::lock_guard guard { plannersLock() };
        forward = fftw_plan_dft_r2c_1d (count, samples.data(), asFftw (bins.data()), FFTW_ESTIMATE);
        inverse = fftw_plan_dft_c2r_1d (count, asFftw (bins.data()), samples.data(), FFTW_ESTIMATE);
    }

    ~Plans()
    {
        const std::lock_guard guard { plannersLock() };
        fftw_destroy_plan (inverse);
        fftw_destroy_plan (forward);
    }

    Plans (const Plans&) = delete;
    Plans& operator= (const Plans&) = delete;

    fftw_plan forward = nullptr;
    fftw_plan inverse = nullptr;
};

DesignFft::DesignFft (std::size_t size) : length (size), plans (std::make_unique<Plans> (size))
{
    PRECONDITION (size >= 2 && size % 2 == 0);
}

DesignFft::~DesignFft() = default;

std::vector<std::complex<double>> DesignFft::forward (std::span<const double> samples) const
{
    PRECONDITION (samples.size() <= length);

    AlignedBuffer<double> in (length);
    AlignedBuffer<std::complex<double>> out (numBins());
    std::copy (samples.begin(), samples.end(), in.begin());
    fftw_execute_dft_r2c (plans->forward, in.data(), asFftw (out.data()));

    return { out.begin(), out.end() };
}

std::vector<double> DesignFft::inverse (std::span<const std::complex<double>> bins) const
{
    PRECONDITION (bins.size() == numBins());

    AlignedBuffer<std::complex<double>> in (bins.begin(), bins.end());
    AlignedBuffer<double> out (length);
    fftw_execute_dft_c2r (plans->inverse, asFftw (in.data()), out.data());

    std::vector<double> samples (out.begin(), out.end());

    for (auto& sample : samples)
        sample /= static_cast<double> (length);

    return samples;
}

} // namespace dsp
