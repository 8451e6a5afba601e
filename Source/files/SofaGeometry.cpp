// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/SofaGeometry.h"

#include "files/SofaArrays.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace files
{

namespace
{

using Vector = std::array<double, 3>;

constexpr double degree = std::numbers::pi / 180.0;

bool isSpherical (const SofaPositions& positions) { return positions.type == "spherical"; }

Vector entry (const SofaPositions& positions, std::size_t index)
{
    const auto first = 3 * (positions.values.size() == 3 ? 0 : index);
    Vector value { positions.values[first],
                   positions.values[first + 1],
                   positions.values[first + 2] };

    if (isSpherical (positions) && positions.units.find ("rad") != std::string::npos)
    {
        value[0] /= degree;
        value[1] /= degree;
    }

    return value;
}

Vector cartesian (const SofaPositions& positions, std::size_t index)
{
    const auto value = entry (positions, index);

    if (! isSpherical (positions))
        return value;

    const auto [azimuth, elevation, distance] = value;
    return { distance * std::cos (elevation * degree) * std::cos (azimuth * degree),
             distance * std::cos (elevation * degree) * std::sin (azimuth * degree),
             distance * std::sin (elevation * degree) };
}

Vector difference (const Vector& a, const Vector& b)
{
    return { a[0] - b[0], a[1] - b[1], a[2] - b[2] };
}

double dot (const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

Vector cross (const Vector& a, const Vector& b)
{
    return { a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0] };
}

Vector normalised (const Vector& a)
{
    const double length = std::sqrt (dot (a, a));
    return { a[0] / length, a[1] / length, a[2] / length };
}

/** In the head's own axes: x where it looks, y to its left, z up. */
Vector inHeadAxes (const Vector& a, const Vector& view, const Vector& up)
{
    const auto front = normalised (view);
    const auto left = normalised (cross (up, front));
    return { dot (a, front), dot (a, left), dot (a, cross (front, left)) };
}

double wrapped (double azimuth)
{
    const double turned = std::remainder (azimuth, 360.0);
    return turned <= -180.0 ? 180.0 : turned;
}

units::Position spherical (const Vector& a)
{
    return { { wrapped (std::atan2 (a[1], a[0]) / degree),
               std::atan2 (a[2], std::hypot (a[0], a[1])) / degree },
             std::sqrt (dot (a, a)) };
}

} // namespace

bool isInRoom (const SofaArrays& arrays)
{
    return arrays.conventions.starts_with ("SingleRoom")
           || arrays.conventions.starts_with ("MultiSpeaker");
}

std::optional<units::Position>
sourceFromListener (const SofaArrays& arrays, std::size_t measurement, std::size_t emitter)
{
    units::Position position;

    if (isInRoom (arrays))
    {
        auto place = difference (cartesian (arrays.source, measurement),
                                 cartesian (arrays.listener, measurement));

        // Emitters are placed as seen from the source.
        if (arrays.responseOrder.find ('E') != std::string::npos)
        {
            const auto offset = cartesian (arrays.emitter, emitter);
            place = { place[0] + offset[0], place[1] + offset[1], place[2] + offset[2] };
        }

        position = spherical (inHeadAxes (
            place, cartesian (arrays.view, measurement), cartesian (arrays.up, measurement)));
    }
    else if (isSpherical (arrays.source))
    {
        const auto [azimuth, elevation, distance] = entry (arrays.source, measurement);
        position = { { wrapped (azimuth), elevation }, distance };
    }
    else
    {
        position = spherical (cartesian (arrays.source, measurement));
    }

    if (! std::isfinite (position.direction.azimuthDegrees)
        || ! std::isfinite (position.direction.elevationDegrees)
        || ! std::isfinite (position.distanceMetres))
        return std::nullopt;

    return position;
}

} // namespace files
