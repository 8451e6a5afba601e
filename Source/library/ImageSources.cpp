// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ImageSources.h"

#include "library/Geometry.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace library
{

namespace
{

constexpr double nearestToWallMetres = 0.1;

/** Place of the n-th image along one axis: even ones are shifted rooms, odd ones mirrored rooms. */
double imageAlong (int n, double size, double source)
{
    return n % 2 == 0 ? n * size + source : (n + 1) * size - source;
}

std::array<double, 3> placeInRoom (const Room& room, const Point& fromHead)
{
    const std::array<double, 3> offset { fromHead.x, fromHead.y, fromHead.z };
    std::array<double, 3> place {};

    for (std::size_t axis = 0; axis < 3; ++axis)
        place[axis] = std::clamp (room.listenerMetres[axis] + offset[axis],
                                  nearestToWallMetres,
                                  room.sizeMetres[axis] - nearestToWallMetres);

    return place;
}

} // namespace

std::vector<ImageSource> imageSources (const Room& room, const units::Position& source)
{
    const auto place = placeInRoom (room, pointAt (source));
    const int order = room.imageOrder;
    std::vector<ImageSource> images;

    const auto along = [&] (std::size_t axis, int n) {
        return imageAlong (n, room.sizeMetres[axis], place[axis]) - room.listenerMetres[axis];
    };

    for (int x = -order; x <= order; ++x)
        for (int y = -order; y <= order; ++y)
            for (int z = -order; z <= order; ++z)
            {
                const int bounces = std::abs (x) + std::abs (y) + std::abs (z);

                if (bounces >= 1 && bounces <= order)
                    images.push_back ({ positionOf ({ along (0, x), along (1, y), along (2, z) }),
                                        static_cast<std::size_t> (bounces) });
            }

    return images;
}

} // namespace library
