// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CurvePath.h"

#include "report/SvgText.h"

#include <algorithm>
#include <cmath>

namespace report
{

namespace
{

// 1/48 octave: finer than the eye at any size we draw, twice as fine as the library's grid.
constexpr double pointsPerOctave = 48.0;

/** Half the height of the band, in dB, over a connected part of the axis. */
struct HalfHeight
{
    std::vector<double> frequenciesHz;
    std::vector<double> db;
};

library::Band plottedBand (const dsp::FrequencyResponse& level)
{
    return { std::max (lowestPlottedHz, level.frequenciesHz().front()),
             std::min (highestPlottedHz, level.frequenciesHz().back()) };
}

bool contains (const library::Band& band, double frequencyHz)
{
    return frequencyHz >= band.lowHz && frequencyHz <= band.highHz;
}

std::vector<double> pointsWithin (library::Band band)
{
    std::vector<double> points { band.lowHz };
    auto step = std::floor (pointsPerOctave * std::log2 (band.lowHz / lowestPlottedHz)) + 1.0;

    for (;; step += 1.0)
    {
        const double frequency = lowestPlottedHz * std::exp2 (step / pointsPerOctave);

        if (frequency >= band.highHz)
            break;

        if (frequency > band.lowHz)
            points.push_back (frequency);
    }

    points.push_back (band.highHz);
    return points;
}

Trust trustAt (const PlottedResponse& response, double frequencyHz)
{
    const auto isHere = [frequencyHz] (const library::Band& band) {
        return contains (band, frequencyHz);
    };

    if (std::any_of (response.modelled.begin(), response.modelled.end(), isHere))
        return Trust::modelled;

    return isHere (response.usableBandHz) ? Trust::usable : Trust::outside;
}

std::vector<double> placesOfChange (const PlottedResponse& response, library::Band whole)
{
    std::vector<double> places { whole.lowHz, whole.highHz };

    const auto add = [&] (library::Band band) {
        for (const double edge : { band.lowHz, band.highHz })
            if (edge > whole.lowHz && edge < whole.highHz)
                places.push_back (edge);
    };

    add (response.usableBandHz);

    for (const auto& band : response.modelled)
        add (band);

    std::sort (places.begin(), places.end());
    places.erase (std::unique (places.begin(), places.end()), places.end());
    return places;
}

std::string point (double x, double y) { return svgNumber (x) + "," + svgNumber (y); }

/** The parts of the uncertainty that lie on the axis, low first; neighbours are joined. */
std::vector<HalfHeight> uncertaintyParts (const PlottedResponse& response, library::Band whole)
{
    auto bands = response.uncertaintyDb;
    std::sort (bands.begin(), bands.end(), [] (const auto& left, const auto& right) {
        return left.band.lowHz < right.band.lowHz;
    });

    std::vector<HalfHeight> parts;
    double reached = 0.0;

    for (const auto& [band, db] : bands)
    {
        const library::Band visible { std::max (band.lowHz, whole.lowHz),
                                      std::min (band.highHz, whole.highHz) };

        if (! (visible.lowHz < visible.highHz))
            continue;

        if (parts.empty() || visible.lowHz > reached)
            parts.emplace_back();

        for (const double frequency : pointsWithin (visible))
        {
            parts.back().frequenciesHz.push_back (frequency);
            parts.back().db.push_back (db);
        }

        reached = visible.highHz;
    }

    return parts;
}

HalfHeight spreadPart (const dsp::FrequencyResponse& spread, library::Band whole)
{
    HalfHeight part { pointsWithin (whole), {} };

    for (const double frequency : part.frequenciesHz)
        part.db.push_back (spread.levelDbAt (frequency));

    return part;
}

} // namespace

std::vector<Stretch> stretchesOf (const PlottedResponse& response)
{
    const auto whole = plottedBand (response.level);
    std::vector<Stretch> stretches;

    if (! (whole.lowHz < whole.highHz))
        return stretches;

    const auto places = placesOfChange (response, whole);

    for (std::size_t i = 0; i + 1 < places.size(); ++i)
    {
        const Trust trust = trustAt (response, std::sqrt (places[i] * places[i + 1]));

        if (! stretches.empty() && stretches.back().trust == trust)
            stretches.back().band.highHz = places[i + 1];
        else
            stretches.push_back ({ { places[i], places[i + 1] }, trust });
    }

    return stretches;
}

std::string curvePath (const PlottedResponse& response,
                       library::Band band,
                       const FrequencyAxis& frequencies,
                       const LevelAxis& levels)
{
    std::string path;

    for (const double frequency : pointsWithin (band))
        path += (path.empty() ? "M" : " ")
                + point (frequencies.xOf (frequency),
                         levels.yOf (response.level.levelDbAt (frequency)));

    return path;
}

std::vector<std::string> bandOutlines (const PlottedResponse& response,
                                       const FrequencyAxis& frequencies,
                                       const LevelAxis& levels)
{
    const auto whole = plottedBand (response.level);
    std::vector<std::string> outlines;

    if (! (whole.lowHz < whole.highHz))
        return outlines;

    const auto parts = response.spread ? std::vector { spreadPart (*response.spread, whole) }
                                       : uncertaintyParts (response, whole);

    for (const auto& part : parts)
    {
        const auto edgePoint = [&] (std::size_t i, double side) {
            const double frequency = part.frequenciesHz[i];
            return point (frequencies.xOf (frequency),
                          levels.yOf (response.level.levelDbAt (frequency) + side * part.db[i]));
        };

        // Out along the upper edge, back along the lower one.
        std::string outline;

        for (std::size_t i = 0; i < part.frequenciesHz.size(); ++i)
            outline.append (outline.empty() ? "M" : " ").append (edgePoint (i, 1.0));

        for (std::size_t i = part.frequenciesHz.size(); i-- > 0;)
            outline.append (" ").append (edgePoint (i, -1.0));

        outlines.push_back (outline + "Z");
    }

    return outlines;
}

} // namespace report
