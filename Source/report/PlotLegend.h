// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/PlottedResponse.h"

#include <span>
#include <string>

namespace report
{

/** A piece of the drawing and the room that it takes. */
struct DrawnBlock
{
    std::string svg;
    double height;
};

/** Where a block stands on the page. */
struct BlockPlace
{
    double left;
    double top;
    double width;
};

/** What everything on a plot is written in and drawn with. */
inline constexpr const char* inkColour = "#1f2328";
inline constexpr const char* greyColour = "#59636e";

/** Safe for the colour-blind: Okabe and Ito's set (2008), with its yellow, which is hard to see on
    white, replaced by wine and grey of Tol's. From the ninth curve on they come again: the numerals
    tell curves apart.
*/
const char* curveColour (std::size_t index);

/** A curve's numeral on a disc of its colour. */
std::string badgeSvg (std::size_t index, double x, double y);

/** One row per curve: numeral, label, evidence, usable band; below, what strokes and shades mean,
    as far as they occur; below that, the sources.
*/
DrawnBlock legend (std::span<const PlottedResponse> responses, BlockPlace place);

/** What all curves show, when it is one thing. */
std::string commonQuantity (std::span<const PlottedResponse> responses);

} // namespace report
