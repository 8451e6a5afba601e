// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/Subjects.h"

#include "library/LibraryLocation.h"

#include <gtest/gtest.h>

namespace cli
{
namespace
{

/** The id of the place in which a device is heard when this environment is asked for. */
std::string placeOf (const std::string& device, const std::string& environment)
{
    const auto catalogue = library::readCatalogue ({});
    EXPECT_TRUE (catalogue);
    ListenerOptions options;
    options.listen = "microphone"; // needs no head
    options.environment = environment;
    const auto listener = findListener (options, *catalogue);
    EXPECT_TRUE (listener);
    const auto subjects = findSubjects ({ device }, *catalogue);
    EXPECT_TRUE (subjects);
    const auto* place = library::scenarioOf (
                            subjects->front().what, subjects->front().device, *listener, *catalogue)
                            .environment;
    return place == nullptr ? "none" : place->id;
}

TEST (Subjects, roadNoiseLeavesTheCabinThere)
{
    EXPECT_EQ (placeOf ("mid-size-car", ""), "cabin-mid-size");
    EXPECT_EQ (placeOf ("mid-size-car", "car-80-kmh"), "cabin-mid-size");

    // A place replaces the usual one, and none is none.
    EXPECT_EQ (placeOf ("mid-size-car", "cabin-suv"), "cabin-suv");
    EXPECT_EQ (placeOf ("mid-size-car", "none"), "none");
}

} // namespace
} // namespace cli
