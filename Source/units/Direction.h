// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace units
{

/** Where a sound comes from, seen from the head's centre.

    Angles as in AES69: azimuth anticlockwise from straight ahead (left is +90°), elevation
    upwards from the horizontal plane; both in degrees.
*/
struct Direction
{
    double azimuthDegrees = 0.0;
    double elevationDegrees = 0.0;

    bool operator== (const Direction&) const = default;
};

/** A point in space: a direction and a distance from the head's centre. */
struct Position
{
    Direction direction;
    double distanceMetres = 1.0;

    bool operator== (const Position&) const = default;
};

} // namespace units
