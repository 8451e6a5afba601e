// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/PlotLegend.h"

#include "report/CurveBadges.h"
#include "report/CurvePath.h"
#include "report/SvgText.h"

#include <algorithm>
#include <array>

namespace report
{

namespace
{

constexpr std::array colours { "#0072b2", "#d55e00", "#009e73", "#cc79a7",
                               "#e69f00", "#56b4e9", "#882255", "#555555" };

// White would be hard to read on these.
constexpr std::array darkNumerals { false, false, false, true, true, true, false, false };
static_assert (darkNumerals.size() == colours.size());

constexpr double rowHeight = 25.0;
constexpr double noteHeight = 15.0;

// Widths of a character, in the drawing's units, in the widest font that a page is likely to have
// (DejaVu Sans, mean over names of devices): nothing overlaps there, nor in a narrower one.
constexpr double boldCharacterWidth = 9.0;
constexpr double characterWidth = 7.8;
constexpr double smallCharacterWidth = 6.6;

constexpr std::size_t mostLabelCharacters = 40;

std::string fill (const char* colour, double size, const char* more = "")
{
    return "fill=\"" + std::string (colour) + "\" font-size=\"" + svgNumber (size) + "\"" + more;
}

std::size_t charactersIn (double width)
{
    return static_cast<std::size_t> (width / smallCharacterWidth);
}

std::size_t longestLabel (std::span<const PlottedResponse> responses)
{
    std::size_t longest = 0;

    for (const auto& response : responses)
        longest = std::max (longest, numCharacters (response.label));

    return std::min (longest, mostLabelCharacters);
}

std::string usableWords (const library::Band& band)
{
    return "usable " + frequencyWords (band.lowHz) + " – " + frequencyWords (band.highHz);
}

/** The columns of the legend, from left to right. */
struct Columns
{
    double label;
    double evidence;
    double right;
};

std::string row (const PlottedResponse& response, std::size_t index, double y, Columns columns)
{
    const std::string usable = usableWords (response.usableBandHz);
    const double room = columns.right - columns.evidence
                        - characterWidth * static_cast<double> (numCharacters (usable) + 2);
    const auto characters = static_cast<std::size_t> (std::max (8.0, room / characterWidth));

    return "<g><title>"
           + escapedXml (response.label + ": " + response.evidence + ", " + usable + ". "
                         + response.quantity)
           + "</title>\n" + badgeSvg (index, columns.label - 18.0, y - 4.5)
           + svgText (columns.label,
                      y,
                      fill (inkColour, 13.0, " font-weight=\"600\""),
                      shortened (response.label, mostLabelCharacters))
           + svgText (columns.evidence,
                      y,
                      fill (greyColour, 13.0),
                      shortened (response.evidence, characters))
           + svgText (columns.right, y, fill (greyColour, 13.0, " text-anchor=\"end\""), usable)
           + "</g>\n";
}

/** What a stroke or a shade means. */
struct KeyEntry
{
    std::string sample; ///< attributes of its line
    std::string words;
};

bool anyStretch (std::span<const PlottedResponse> responses, Trust trust)
{
    return std::any_of (responses.begin(), responses.end(), [trust] (const auto& response) {
        const auto stretches = stretchesOf (response);
        return std::any_of (stretches.begin(), stretches.end(), [trust] (const Stretch& stretch) {
            return stretch.trust == trust;
        });
    });
}

std::vector<KeyEntry> keyEntries (std::span<const PlottedResponse> responses)
{
    const auto hasSpread = [] (const PlottedResponse& r) { return r.spread.has_value(); };
    const auto hasUncertainty = [] (const PlottedResponse& r) {
        return ! r.spread.has_value() && ! r.uncertaintyDb.empty();
    };
    std::vector<KeyEntry> entries;

    if (anyStretch (responses, Trust::modelled))
        entries.push_back ({ "stroke-width=\"2.2\" stroke-dasharray=\"6 4\"", "modelled" });

    if (anyStretch (responses, Trust::outside))
        entries.push_back ({ "stroke-width=\"2.2\" opacity=\"0.35\"", "outside the usable band" });

    if (std::any_of (responses.begin(), responses.end(), hasUncertainty))
        entries.push_back ({ "stroke-width=\"12\" opacity=\"0.2\"", "uncertainty" });

    if (std::any_of (responses.begin(), responses.end(), hasSpread))
        entries.push_back ({ "stroke-width=\"12\" opacity=\"0.2\"", "spread between units" });

    return entries;
}

std::string keyRow (std::span<const KeyEntry> entries, double left, double y)
{
    std::string svg;
    double x = left;

    for (const auto& entry : entries)
    {
        svg += "<path d=\"M" + svgNumber (x) + "," + svgNumber (y - 4.0) + "h28\" stroke=\""
               + std::string (greyColour) + "\" " + entry.sample + "/>\n"
               + svgText (x + 36.0, y, fill (greyColour, 12.0), entry.words);
        x += 36.0 + characterWidth * static_cast<double> (numCharacters (entry.words)) + 24.0;
    }

    return svg;
}

/** Adds to a list unless it is there already; empty words are nothing. @returns its place. */
std::size_t placeIn (std::vector<std::string>& list, const std::string& words)
{
    const auto found = std::find (list.begin(), list.end(), words);
    const auto place = static_cast<std::size_t> (found - list.begin());

    if (found == list.end())
        list.push_back (words);

    return place;
}

/** "1, 3: sound at the eardrum · 2: …", when not all curves show the same. */
std::string quantityNotes (std::span<const PlottedResponse> responses)
{
    std::vector<std::string> quantities;
    std::vector<std::string> numerals;

    for (std::size_t i = 0; i < responses.size(); ++i)
    {
        const auto place = placeIn (quantities, responses[i].quantity);
        numerals.resize (quantities.size());
        numerals[place] += (numerals[place].empty() ? "" : ", ") + std::to_string (i + 1);
    }

    std::string notes;

    for (std::size_t i = 0; i < quantities.size() && quantities.size() > 1; ++i)
        if (! quantities[i].empty())
            notes += (notes.empty() ? "" : " · ") + numerals[i] + ": " + quantities[i];

    return notes;
}

/** Class figures name several sources in one line: each is said once. */
void addSources (std::vector<std::string>& sources, std::string_view line)
{
    constexpr std::string_view separator = " · ";

    while (! line.empty())
    {
        const auto end = std::min (line.find (separator), line.size());
        placeIn (sources, std::string { line.substr (0, end) });
        line.remove_prefix (std::min (line.size(), end + separator.size()));
    }
}

std::string sourceNotes (std::span<const PlottedResponse> responses)
{
    std::vector<std::string> sources;

    for (const auto& response : responses)
        addSources (sources, response.source);

    std::string notes;

    for (const auto& source : sources)
        notes += (notes.empty() ? "Data: " : " · ") + source;

    return notes;
}

} // namespace

const char* curveColour (std::size_t index) { return colours[index % colours.size()]; }

std::string badgeSvg (std::size_t index, double x, double y)
{
    return "<circle cx=\"" + svgNumber (x) + "\" cy=\"" + svgNumber (y) + "\" r=\""
           + svgNumber (badgeRadius) + "\" fill=\"" + curveColour (index)
           + "\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>\n"
           + svgText (x,
                      y + 4.0,
                      fill (darkNumerals[index % colours.size()] ? inkColour : "#ffffff",
                            11.0,
                            " font-weight=\"700\" text-anchor=\"middle\""),
                      std::to_string (index + 1));
}

DrawnBlock legend (std::span<const PlottedResponse> responses, BlockPlace place)
{
    const double label = place.left + 30.0;
    const Columns columns {
        label,
        label + boldCharacterWidth * static_cast<double> (longestLabel (responses)) + 16.0,
        place.left + place.width
    };
    DrawnBlock block { "", 0.0 };

    for (std::size_t i = 0; i < responses.size(); ++i)
    {
        block.height += rowHeight;
        block.svg += row (responses[i], i, place.top + block.height, columns);
    }

    if (const auto entries = keyEntries (responses); ! entries.empty())
    {
        block.height += rowHeight + 4.0;
        block.svg += keyRow (entries, place.left + 4.0, place.top + block.height);
    }

    block.height += 8.0;

    for (const auto& notes : { quantityNotes (responses), sourceNotes (responses) })
    {
        for (const auto& line : wrapped (notes, charactersIn (place.width)))
        {
            block.height += noteHeight;
            block.svg += svgText (
                place.left + 4.0, place.top + block.height, fill (greyColour, 11.0), line);
        }
    }

    return block;
}

std::string commonQuantity (std::span<const PlottedResponse> responses)
{
    if (responses.empty())
        return {};

    const bool isCommon = std::all_of (
        responses.begin(), responses.end(), [&responses] (const auto& response) {
            return response.quantity == responses.front().quantity;
        });

    return isCommon ? responses.front().quantity : std::string {};
}

} // namespace report
