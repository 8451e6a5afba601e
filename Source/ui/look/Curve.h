// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/PlottedResponse.h"
#include "ui/look/Palette.h"

#include <vector>

namespace ui
{

/** One curve alone, small and without axes: 20 Hz … 20 kHz. */
void drawSmallCurve (juce::Graphics& graphics,
                     const report::PlottedResponse& response,
                     juce::Rectangle<float> area,
                     juce::Colour colour);

/** How one curve of several is told from the others: its colour, and its width. */
struct CurvePen
{
    juce::Colour colour;
    float width = 2.0f;
};

/** Curves with axes, uncertainty, and what is trusted: full where it is usable, dashed where it is
    modelled, faint outside. One pen for each. */
void drawResponses (juce::Graphics& graphics,
                    const std::vector<report::PlottedResponse>& responses,
                    const std::vector<CurvePen>& pens,
                    juce::Rectangle<int> area,
                    const Palette& colours);

/** Where drawResponses() draws its curves, axes left out. */
juce::Rectangle<int> plotAreaIn (juce::Rectangle<int> area);

} // namespace ui
