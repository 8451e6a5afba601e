// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Geometry.h"

#include <cstddef>
#include <vector>

namespace library
{

/** Unit vectors spread evenly over the sphere (Fibonacci lattice): each stands for the same solid
    angle. */
std::vector<Point> spherePoints (std::size_t count);

} // namespace library
