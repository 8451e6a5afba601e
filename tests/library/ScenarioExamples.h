// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Fft.h"
#include "library/HrtfSet.h"
#include "library/ScenarioResponse.h"
#include "library/Targets.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <complex>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace scenario_examples
{

inline constexpr units::SampleRate rate { 48000 };

/** A curve with slopes, a broad hill and a mild ripple: smooth enough to survive smoothing. */
inline dsp::FrequencyResponse hill (double centreHz, double heightDb, double tiltDbPerOctave = 0.0)
{
    auto curve = dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double f) {
        const double octaves = std::log2 (f / centreHz);
        return heightDb * std::exp (-octaves * octaves) + tiltDbPerOctave * std::log2 (f / 600.0);
    });
    return curve.raisedBy (units::Decibels { -curve.meanDb ({ 300.0 }, { 1200.0 }) });
}

inline dsp::FrequencyResponse flat() { return hill (1000.0, 0.0); }

/** Invented curves under the real ids: what counts is that they cancel where they must. */
inline library::Targets targets()
{
    library::Targets set;
    set.add ("harman-over-ear-2018", hill (3000.0, 9.0, -0.5));
    set.add ("autoeq-in-ear-bass", hill (2800.0, 8.0, -1.0));
    set.add ("diffuse-field-kemar", hill (2700.0, 10.0));
    set.add ("diffuse-field-bk5128", hill (2900.0, 11.0, 0.3));
    return set;
}

inline library::DeviceProfile worn (library::DeviceKind kind,
                                    library::Quantity quantity,
                                    std::string targetOrRig,
                                    dsp::FrequencyResponse level)
{
    library::DeviceProfile device;
    device.name = "a worn device";
    device.id = "headphones/example";
    device.kind = kind;
    device.coupling = library::Coupling::ear;
    device.fold = library::foldOf (library::Fold::Kind::stereo, 2);
    library::DeviceResponse response;
    response.name = "main";
    response.quantity = quantity;
    response.level = std::move (level);

    if (quantity == library::Quantity::deviationFromTarget)
        response.target = targetOrRig;
    else
        device.provenance.rig = targetOrRig;

    device.responses.push_back (std::move (response));
    device.transducers = { { "left", 0, {} }, { "right", 0, {} } };
    return device;
}

inline library::DeviceProfile loudspeaker (library::Fold::Kind fold,
                                           std::vector<units::Position> positions,
                                           dsp::FrequencyResponse level)
{
    library::DeviceProfile device;
    device.name = "a loudspeaker";
    device.id = "phone/example";
    device.kind = library::DeviceKind::phone;
    device.fold = library::foldOf (fold, positions.size());
    library::DeviceResponse response;
    response.name = "main";
    response.level = std::move (level);
    device.responses.push_back (std::move (response));

    for (const auto& position : positions)
        device.transducers.push_back ({ "transducer", 0, position });

    return device;
}

/** Flat in the diffuse field, so that taking them out adds nothing. */
inline library::DeviceProfile diffuseFieldHeadphones()
{
    return worn (library::DeviceKind::headphones, library::Quantity::diffuseField, "kemar", flat());
}

inline std::complex<double> gainAt (std::span<const double> path, double hertz)
{
    std::complex<double> sum = 0.0;

    for (std::size_t n = 0; n < path.size(); ++n)
        sum += path[n]
               * std::polar (1.0,
                             -2.0 * 3.14159265358979323846 * hertz * static_cast<double> (n)
                                 / rate.hertz);

    return sum;
}

inline double levelDbAt (std::span<const double> path, double hertz)
{
    return 20.0 * std::log10 (std::abs (gainAt (path, hertz)));
}

/** Mean power per bin between two frequencies. */
inline double bandPower (std::span<const double> path, double low, double high)
{
    const dsp::DesignFft fft { std::bit_ceil (std::max<std::size_t> (path.size(), 16384)) };
    const auto bins = fft.forward (path);
    double power = 0.0;
    int count = 0;

    for (std::size_t k = 0; k < bins.size(); ++k)
    {
        const double f = static_cast<double> (k) * rate.hertz / static_cast<double> (fft.size());

        if (f < low || f >= high)
            continue;

        power += std::norm (bins[k]);
        ++count;
    }

    return power / count;
}

} // namespace scenario_examples
