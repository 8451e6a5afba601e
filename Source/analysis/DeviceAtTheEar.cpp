// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/DeviceAtTheEar.h"

#include "library/ScenarioResponse.h"
#include "library/SpectralSum.h"

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

} // namespace

units::Result<DeviceAtTheEar> deviceAtTheEar (const library::DeviceProfile* device,
                                              const library::Listener& listener,
                                              const library::Catalogue& catalogue,
                                              const monitoring::EarPath& path)
{
    const auto subject = device == nullptr ? library::Subject::neutral : library::Subject::device;
    auto response = library::scenarioResponse (
        library::scenarioOf (subject, device, listener, catalogue),
        catalogue.targets(),
        path.filter.rate);

    if (! response)
        return response.problem();

    auto atEar = followedBy (response->matrix, path.filter);
    return DeviceAtTheEar {
        device, std::move (response->matrix), std::move (atEar), std::move (response->notes)
    };
}

} // namespace analysis
