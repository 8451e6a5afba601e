// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/AllocationGuard.h"

#include <fftw3.h>
#include <gtest/gtest.h>

#include <memory>
#include <vector>

// A guard that cannot fail guards nothing: prove it sees each kind of heap call we fear.
namespace support
{
namespace
{

TEST (AllocationGuard, seesAVectorGrow)
{
    AllocationGuard heap;
    std::vector<float> buffer (1024);
    buffer[3] = 1.0f;
    EXPECT_EQ (heap.count(), 1u) << buffer[3];
}

TEST (AllocationGuard, seesTheLastSharedPointerLetGo)
{
    auto kernel = std::make_shared<std::vector<float>> (16);
    AllocationGuard heap;
    kernel.reset();
    EXPECT_GT (heap.count(), 0u);
}

TEST (AllocationGuard, seesFftwAllocate)
{
    AllocationGuard heap;
    fftw_free (fftw_malloc (4096));
    EXPECT_EQ (heap.count(), 2u);
}

TEST (AllocationGuard, seesNothingInAnFftwExecute)
{
    auto* samples = static_cast<double*> (fftw_malloc (sizeof (double) * 256));
    auto* bins = static_cast<fftw_complex*> (fftw_malloc (sizeof (fftw_complex) * 129));
    auto plan = fftw_plan_dft_r2c_1d (256, samples, bins, FFTW_ESTIMATE);
    std::fill_n (samples, 256, 0.25);

    AllocationGuard heap;
    fftw_execute (plan);
    EXPECT_EQ (heap.count(), 0u);

    fftw_destroy_plan (plan);
    fftw_free (bins);
    fftw_free (samples);
}

} // namespace
} // namespace support
