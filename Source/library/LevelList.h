// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "files/Json.h"

namespace library
{

/** The 240 levels on the library grid, as files hold them: rounded to 0.1 dB. */
files::Json levelList (const dsp::FrequencyResponse& response);

/** The same as a response: what a file that was written and read again would say. */
dsp::FrequencyResponse onGrid (const dsp::FrequencyResponse& response);

/** Raised so that the mean from 300 to 1200 Hz is 0 dB, the reference of every device. */
dsp::FrequencyResponse normalised (const dsp::FrequencyResponse& response);

} // namespace library
