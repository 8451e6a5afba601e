// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "library/DeviceProfile.h"

#include <string>
#include <vector>

namespace report
{

/** One curve of a plot, with all that must be seen beside it. */
struct PlottedResponse
{
    std::string label;    ///< "iPhone (2015 or older)"
    std::string evidence; ///< "measured", "worked out from a published correction"
    dsp::FrequencyResponse level;
    std::vector<library::Band> modelled;                 ///< drawn dashed
    std::vector<library::BandUncertainty> uncertaintyDb; ///< drawn as a band
    std::optional<dsp::FrequencyResponse> spread;        ///< class figures: drawn as a band instead
};

/** What a profile says of its main response (and of each further one that differs). */
std::vector<PlottedResponse> plottedResponses (const library::DeviceProfile& profile);

/** A self-contained SVG, 20 Hz … 20 kHz on a log axis, legible on light and dark pages: same input,
    same bytes. */
std::string responsePlotSvg (const std::vector<PlottedResponse>& responses,
                             const std::string& title);

} // namespace report
