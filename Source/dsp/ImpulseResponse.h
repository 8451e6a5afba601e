// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/SampleRate.h"

#include <vector>

namespace dsp
{

/** The samples of one path. IR, HRIR and BRIR are all this: the difference is provenance. */
struct ImpulseResponse
{
    std::vector<double> samples;
    units::SampleRate rate { 48000 };

    bool operator== (const ImpulseResponse&) const = default;
};

} // namespace dsp
