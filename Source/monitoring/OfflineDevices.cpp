// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/OfflineDevices.h"

#include "monitoring/Workers.h"
#include "units/Precondition.h"

#include <algorithm>

namespace monitoring
{
namespace
{

std::size_t longestOf (const OfflineDevices::Matrices& matrices)
{
    std::size_t taps = 1;

    for (const auto* matrix : matrices)
        taps = std::max (taps, matrix == nullptr ? 1 : matrix->numTaps());

    return taps;
}

std::size_t mostOutputsOf (const OfflineDevices::Matrices& matrices)
{
    std::size_t outputs = 0;

    for (const auto* matrix : matrices)
        outputs = std::max (outputs, matrix == nullptr ? 0 : matrix->numOutputs());

    return outputs;
}

} // namespace

OfflineDevices::OfflineDevices (std::size_t numInputs,
                                const Matrices& matrices,
                                std::size_t numWorkers)
    : inputs (numInputs),
      outputs (mostOutputsOf (matrices)),
      windows (dsp::planOverlapSave (longestOf (matrices))),
      pages (std::make_shared<dsp::LargePages>()),
      devices (matrices.size())
{
    Workers workers { numWorkers };
    workers.forEach (devices.size(), [&] (std::size_t d, std::size_t) {
        const auto* const matrix = matrices[d];
        PRECONDITION (matrix == nullptr || matrix->numInputs() == numInputs);
        devices[d] = matrix == nullptr
                         ? Device { 1, nullptr }
                         : Device { matrix->numTaps(),
                                    dsp::wholeKernel (*matrix, windows, pages.get()) };
    });
}

OfflineDevices OfflineDevices::only (std::span<const std::size_t> which) const
{
    auto some = *this;
    some.devices.clear();

    for (const auto device : which)
        some.devices.push_back (devices[device]);

    return some;
}

} // namespace monitoring
