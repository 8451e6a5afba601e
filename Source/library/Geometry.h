// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Direction.h"

namespace library
{

/** A point in metres seen from the head's centre: x ahead, y to the left, z up (AES69). */
struct Point
{
    double x;
    double y;
    double z;
};

Point pointAt (const units::Position& position);
units::Position positionOf (const Point& point);

Point operator+ (const Point& a, const Point& b);
Point operator- (const Point& a, const Point& b);
Point operator* (double factor, const Point& p);
double dot (const Point& a, const Point& b);
double length (const Point& p);

/** Of length one in this direction. */
Point unitVector (const units::Direction& direction);

} // namespace library
