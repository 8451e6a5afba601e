// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"
#include "library/LevelList.h"

#include <cmath>

namespace tests
{

/** A phone that is complete and plausible in every respect. */
inline library::DeviceProfile examplePhone()
{
    library::DeviceProfile device;
    device.id = "phone/example";
    device.name = "Example phone";
    device.kind = library::DeviceKind::phone;
    device.summary = "One loudspeaker at the bottom, no bass.";
    device.provenance = { library::Evidence::measuredIr,
                          "made up by a test",
                          "MIT",
                          "Copyright (c) a test",
                          "free-field",
                          "impulse response",
                          "1/12 octave",
                          "2026-01-31",
                          "",
                          { 200.0, 14000.0 },
                          { { { 20.0, 1000.0 }, 2.0 }, { { 1000.0, 20000.0 }, 3.0 } },
                          { { { 20.0, 200.0 }, "the driver's 12 dB per octave" } },
                          1 };

    library::DeviceResponse response;
    response.name = "main";
    response.quantity = library::Quantity::freeField;
    const auto bassless = dsp::FrequencyResponse::sampled (
        dsp::libraryGridHz(), [] (double frequency) {
            return frequency < 200.0 ? 40.0 * std::log10 (frequency / 200.0) : 0.0;
        });
    response.level = library::onGrid (library::normalised (bassless));
    device.responses.push_back (response);
    device.transducers.push_back ({ "bottom speaker", 0, { { 0.0, -35.0 }, 0.34 } });
    device.fold = library::foldOf (library::Fold::Kind::monoSum, 1);
    device.listeningLevelDbSpl = 68.0;
    return device;
}

/** Earbuds that share one curve, given as their deviation from a target. */
inline library::DeviceProfile exampleEarbuds()
{
    auto device = examplePhone();
    device.id = "earbuds/example";
    device.kind = library::DeviceKind::earbuds;
    device.coupling = library::Coupling::ear;
    device.responses[0].quantity = library::Quantity::deviationFromTarget;
    device.responses[0].target = "harman-in-ear-2019";
    device.transducers = { { "left", 0, {} }, { "right", 0, {} } };
    device.fold = library::foldOf (library::Fold::Kind::stereo, 2);
    return device;
}

} // namespace tests
