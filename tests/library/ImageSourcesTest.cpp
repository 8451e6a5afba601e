// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ImageSources.h"

#include "library/Geometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace
{

library::Room room (int order)
{
    library::Room box;
    box.sizeMetres = { 6.0, 5.0, 2.8 };
    box.listenerMetres = { 2.5, 2.4, 1.2 };
    box.imageOrder = order;
    return box;
}

const units::Position ahead { { 0.0, 0.0 }, 2.0 };

} // namespace

TEST (ImageSources, sixWallsMirrorOnceEach)
{
    EXPECT_EQ (library::imageSources (room (1), ahead).size(), 6u);
    EXPECT_EQ (library::imageSources (room (2), ahead).size(), 24u);
}

// Head and source 1.2 m above the floor, 2 m apart: the way over the floor is √(2² + 2.4²).
TEST (ImageSources, theFloorMirrorsBelow)
{
    const auto images = library::imageSources (room (1), ahead);
    const auto lowest = std::min_element (
        images.begin(), images.end(), [] (const auto& a, const auto& b) {
            return a.position.direction.elevationDegrees < b.position.direction.elevationDegrees;
        });

    EXPECT_NEAR (lowest->position.distanceMetres, std::hypot (2.0, 2.4), 1.0e-9);
    EXPECT_NEAR (lowest->position.direction.elevationDegrees, -50.19, 0.01);
    EXPECT_EQ (lowest->bounces, 1u);
}

TEST (ImageSources, noImageIsNearerThanTheSource)
{
    for (const double azimuth : { -150.0, -30.0, 30.0, 110.0 })
        for (const auto& image : library::imageSources (room (2), { { azimuth, 10.0 }, 1.5 }))
            EXPECT_GT (image.position.distanceMetres, 1.5);
}

TEST (ImageSources, aSourceBehindAWallStandsBeforeIt)
{
    const auto images = library::imageSources (room (1), { { 90.0, 0.0 }, 9.0 });

    // 10 cm before the left wall at 5 m, seen from 2.4 m: its image there is 2.7 m away.
    const auto nearest = std::min_element (
        images.begin(), images.end(), [] (const auto& a, const auto& b) {
            return a.position.distanceMetres < b.position.distanceMetres;
        });
    EXPECT_NEAR (nearest->position.distanceMetres, 2.7, 1.0e-9);
}
