// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ListeningEnvironment.h"

namespace library
{

dsp::FrequencyResponse overOctaves (const OctaveFigures& figures)
{
    std::size_t n = 0;
    return dsp::FrequencyResponse::sampled (octaveCentresHz, [&] (double) { return figures[n++]; });
}

} // namespace library
