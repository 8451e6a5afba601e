// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/DeviceAtTheEar.h"

#include "library/MatrixMaking.h"
#include "library/ScenarioResponse.h"
#include "library/SpectralSum.h"
#include "monitoring/Workers.h"

#include <optional>

namespace analysis
{

namespace
{

/** Every path of a matrix, followed by a filter. */
dsp::TransferMatrix followedBy (const dsp::TransferMatrix& matrix,
                                const dsp::ImpulseResponse& filter)
{
    const auto taps = matrix.numTaps() + filter.samples.size() - 1;
    dsp::TransferMatrix result { matrix.numOutputs(), matrix.numInputs(), taps, matrix.rate() };
    const library::SpectralSum sum { taps + taps % 2 };
    const auto after = sum.of (filter.samples);

    for (std::size_t output = 0; output < matrix.numOutputs(); ++output)
        for (std::size_t input = 0; input < matrix.numInputs(); ++input)
        {
            library::SpectralSum::Spectrum product;
            library::SpectralSum::add (product, sum.of (matrix.path (output, input)), after);
            sum.write (product, result.path (output, input));
        }

    return result;
}

/** A device, and its matrix up to the ear, of which a panel needs no more than what is made of it. */
struct Made
{
    DeviceAtTheEar device;
    dsp::TransferMatrix atEar;
};

units::Result<Made> made (const library::ListeningScenario& scenario,
                          const library::DeviceProfile* device,
                          const library::Targets& targets,
                          const monitoring::EarPath& path)
{
    auto response = library::scenarioResponse (scenario, targets, path.filter.rate);

    if (! response)
        return response.problem();

    auto atEar = library::trimmed (followedBy (response->matrix, path.filter));
    return Made { { device, std::move (response->matrix), std::move (response->notes) },
                  std::move (atEar) };
}

} // namespace

units::Result<DevicesAtTheEar>
devicesAtTheEar (const std::vector<const library::DeviceProfile*>& profiles,
                 const library::Listener& listener,
                 const library::Catalogue& catalogue,
                 units::SampleRate rate,
                 std::size_t numWorkers)
{
    const auto untouched = library::scenarioOf (
        library::Subject::untouched, nullptr, listener, catalogue);
    auto path = monitoring::earPath (untouched, catalogue.targets(), rate);

    if (! path)
        return path.problem();

    std::vector<std::optional<units::Result<Made>>> all (1 + profiles.size());
    monitoring::Workers workers { numWorkers };
    workers.forEach (all.size(), [&] (std::size_t i, std::size_t) {
        const auto* const device = i == 0 ? nullptr : profiles[i - 1];
        const auto subject = device == nullptr ? library::Subject::neutral
                                               : library::Subject::device;
        all[i] = made (library::scenarioOf (subject, device, listener, catalogue),
                       device,
                       catalogue.targets(),
                       *path);
    });

    std::vector<DeviceAtTheEar> devices;
    monitoring::OfflineDevices::Matrices matrices;

    for (auto& one : all)
    {
        if (! *one)
            return one->problem();

        devices.push_back (std::move ((**one).device));
        matrices.push_back (&(**one).atEar);
    }

    return DevicesAtTheEar { std::move (*path),
                             std::move (devices),
                             monitoring::OfflineDevices { 2, matrices, numWorkers } };
}

} // namespace analysis
