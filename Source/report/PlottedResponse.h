// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "library/DeviceProfile.h"

#include <optional>
#include <string>
#include <vector>

namespace report
{

/** One curve of a plot, with all that must be seen beside it. */
struct PlottedResponse
{
    std::string label;    ///< "iPhone (2015 or older)"
    std::string evidence; ///< "measured", "worked out from a published correction"
    std::string quantity; ///< what the levels are: "sound at the eardrum"; empty: not said
    std::string source;   ///< the line that the licence asks for; empty: none

    /** 0 dB is its mean from 300 to 1200 Hz, as in the library. */
    dsp::FrequencyResponse level = dsp::FrequencyResponse::flat (units::Decibels { 0.0 });

    library::Band usableBandHz { 20.0, 20000.0 };        ///< outside it the curve is drawn faint
    std::vector<library::Band> modelled;                 ///< drawn dashed
    std::vector<library::BandUncertainty> uncertaintyDb; ///< drawn as a band
    std::optional<dsp::FrequencyResponse> spread;        ///< class figures: drawn as a band instead
};

/** What a profile says of its main response (and of each further one that differs). */
std::vector<PlottedResponse> plottedResponses (const library::DeviceProfile& profile);

} // namespace report
