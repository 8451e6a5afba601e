// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace library
{

namespace
{

constexpr double radiansPerDegree = std::numbers::pi / 180.0;

} // namespace

Point operator+ (const Point& a, const Point& b) { return { a.x + b.x, a.y + b.y, a.z + b.z }; }

Point operator- (const Point& a, const Point& b) { return { a.x - b.x, a.y - b.y, a.z - b.z }; }

Point operator* (double factor, const Point& p)
{
    return { factor * p.x, factor * p.y, factor * p.z };
}

double dot (const Point& a, const Point& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

double length (const Point& p) { return std::sqrt (dot (p, p)); }

Point unitVector (const units::Direction& direction)
{
    const double azimuth = direction.azimuthDegrees * radiansPerDegree;
    const double elevation = direction.elevationDegrees * radiansPerDegree;

    return { std::cos (elevation) * std::cos (azimuth),
             std::cos (elevation) * std::sin (azimuth),
             std::sin (elevation) };
}

Point pointAt (const units::Position& position)
{
    return position.distanceMetres * unitVector (position.direction);
}

units::Position positionOf (const Point& point)
{
    const double distance = length (point);
    const double sine = distance > 0.0 ? std::clamp (point.z / distance, -1.0, 1.0) : 0.0;

    return { { std::atan2 (point.y, point.x) / radiansPerDegree,
               std::asin (sine) / radiansPerDegree },
             distance };
}

} // namespace library
