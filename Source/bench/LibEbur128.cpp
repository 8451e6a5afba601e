// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/LibEbur128.h"

#include "units/Precondition.h"

#include <ebur128.h>

#include <algorithm>

namespace bench
{

struct LibEbur128::State
{
    ebur128_state* library;
};

void LibEbur128::Destroy::operator() (State* state) const
{
    ebur128_destroy (&state->library);
    delete state;
}

LibEbur128::LibEbur128 (std::size_t numChannels, units::SampleRate rate)
    : channels (numChannels),
      meter (new State { ebur128_init (static_cast<unsigned> (numChannels),
                                       static_cast<unsigned long> (rate.hertz),
                                       EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK) })
{
    PRECONDITION (meter->library != nullptr);
}

void LibEbur128::process (std::span<const float> interleaved)
{
    ebur128_add_frames_float (meter->library, interleaved.data(), interleaved.size() / channels);
}

double LibEbur128::integratedLufs() const
{
    double lufs = 0.0;
    ebur128_loudness_global (meter->library, &lufs);
    return lufs;
}

double LibEbur128::truePeak() const
{
    double highest = 0.0;

    for (unsigned c = 0; c < channels; ++c)
    {
        double peak = 0.0;
        ebur128_true_peak (meter->library, c, &peak);
        highest = std::max (highest, peak);
    }

    return highest;
}

} // namespace bench
