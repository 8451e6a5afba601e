// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/SofaFile.h"

#include "files/SofaArrays.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace files
{
namespace
{

using support::readWhole;
using support::TemporaryFolder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

/** Comes with Debian's libmysofa1. */
constexpr const char* kemar = "/usr/share/libmysofa/MIT_KEMAR_normal_pinna.sofa";

#define NEEDS_KEMAR                                                                                \
    if (! std::filesystem::exists (kemar))                                                         \
    GTEST_SKIP() << "no " << kemar << " here (package libmysofa1)"

/** Two directions, two ears, four samples: 1 2 3 4, 5 6 7 8, and so on. */
SofaArrays twoDirections()
{
    SofaArrays arrays;
    arrays.measurements = 2;
    arrays.receivers = 2;
    arrays.emitters = 1;
    arrays.samples = 4;
    arrays.conventions = "SimpleFreeFieldHRIR";
    arrays.responses.resize (16);
    std::iota (arrays.responses.begin(), arrays.responses.end(), 1.0);
    arrays.responseOrder = "M,R,N";
    arrays.ratesHz = { 48000.0 };
    arrays.delays = { 0.0, 0.0 };
    arrays.source = { { 30.0, 10.0, 1.4, 330.0, -10.0, 1.4 },
                      "spherical",
                      "degree, degree, metre" };
    arrays.listener = { { 0.0, 0.0, 0.0 }, "cartesian", "metre" };
    arrays.view = { { 1.0, 0.0, 0.0 }, "cartesian", "metre" };
    arrays.up = { { 0.0, 0.0, 1.0 }, "cartesian", "metre" };
    return arrays;
}

SofaFile arranged (const SofaArrays& arrays)
{
    auto sofa = arrangeSofa (arrays, "head.sofa");
    EXPECT_TRUE (sofa) << sofa.problem().sentence();
    return sofa ? *std::move (sofa) : SofaFile {};
}

std::string complaint (const SofaArrays& arrays)
{
    const auto sofa = arrangeSofa (arrays, "head.sofa");
    return sofa ? "no complaint" : sofa.problem().sentence();
}

void expectPosition (const units::Position& position,
                     double azimuth,
                     double elevation,
                     double distance)
{
    EXPECT_NEAR (position.direction.azimuthDegrees, azimuth, 1e-9);
    EXPECT_NEAR (position.direction.elevationDegrees, elevation, 1e-9);
    EXPECT_NEAR (position.distanceMetres, distance, 1e-9);
}

TEST (SofaFile, keepsTheSamplesAsTheyStand)
{
    const auto sofa = arranged (twoDirections());

    ASSERT_EQ (sofa.measurements.size(), 2u);
    EXPECT_EQ (sofa.numSamples, 4u);
    EXPECT_THAT (sofa.measurements[0].impulseResponses[1], ElementsAre (5.0, 6.0, 7.0, 8.0));
    EXPECT_THAT (sofa.measurements[1].impulseResponses[0], ElementsAre (9.0, 10.0, 11.0, 12.0));
}

TEST (SofaFile, countsAzimuthFromMinusToPlusOneHundredAndEighty)
{
    const auto sofa = arranged (twoDirections());

    expectPosition (sofa.measurements[0].source, 30.0, 10.0, 1.4);
    expectPosition (sofa.measurements[1].source, -30.0, -10.0, 1.4);

    auto behind = twoDirections();
    behind.source.values = { 180.0, 0.0, 1.0, -180.0, 0.0, 1.0 };
    expectPosition (arranged (behind).measurements[0].source, 180.0, 0.0, 1.0);
    expectPosition (arranged (behind).measurements[1].source, 180.0, 0.0, 1.0);
}

TEST (SofaFile, understandsCartesianPositionsAndRadians)
{
    auto arrays = twoDirections();
    arrays.source = { { 0.0, 2.0, 0.0, 0.0, -1.0, 1.0 }, "cartesian", "metre" };
    expectPosition (arranged (arrays).measurements[0].source, 90.0, 0.0, 2.0);
    expectPosition (arranged (arrays).measurements[1].source, -90.0, 45.0, std::sqrt (2.0));

    arrays.source = { { std::acos (-1.0) / 2.0, 0.0, 1.0 }, "spherical", "radian, radian, metre" };
    expectPosition (arranged (arrays).measurements[1].source, 90.0, 0.0, 1.0);
}

TEST (SofaFile, putsDelaysIntoTheResponses)
{
    auto arrays = twoDirections();
    arrays.delays = { 0.0, 2.0 };
    EXPECT_THAT (arranged (arrays).measurements[0].impulseResponses[0],
                 ElementsAre (1.0, 2.0, 3.0, 4.0, 0.0, 0.0));
    EXPECT_THAT (arranged (arrays).measurements[0].impulseResponses[1],
                 ElementsAre (0.0, 0.0, 5.0, 6.0, 7.0, 8.0));

    arrays.delays = { 0.0, 0.0, 1.0, 0.0 };
    EXPECT_THAT (arranged (arrays).measurements[1].impulseResponses[0],
                 ElementsAre (0.0, 9.0, 10.0, 11.0, 12.0));
}

TEST (SofaFile, delaysByFractionsOfASample)
{
    auto arrays = twoDirections();
    arrays.measurements = 1;
    arrays.samples = 1;
    arrays.responses = { 1.0, 1.0 };
    arrays.source.values.resize (3);
    arrays.delays = { 40.0, 40.25 };
    const auto sofa = arranged (arrays);
    const auto& late = sofa.measurements[0].impulseResponses[1];

    // The phase at a low frequency tells the delay: 100 Hz at 48 kHz.
    const double omega = 2.0 * std::acos (-1.0) * 100.0 / 48000.0;
    double real = 0.0;
    double imaginary = 0.0;

    for (std::size_t n = 0; n < late.size(); ++n)
    {
        real += late[n] * std::cos (omega * static_cast<double> (n));
        imaginary -= late[n] * std::sin (omega * static_cast<double> (n));
    }

    EXPECT_NEAR (std::hypot (real, imaginary), 1.0, 0.005);
    EXPECT_NEAR (-std::atan2 (imaginary, real) / omega, 40.25, 0.01);
}

TEST (SofaFile, makesAMeasurementOfEveryEmitter)
{
    auto arrays = twoDirections();
    arrays.conventions = "MultiSpeakerBRIR";
    arrays.measurements = 1;
    arrays.emitters = 2;
    arrays.responseOrder = "M,R,E,N";
    arrays.source = { { 0.0, 0.0, 0.0 }, "cartesian", "metre" };
    arrays.emitter = { { 30.0, 0.0, 2.0, -30.0, 0.0, 2.0 }, "spherical", "degree, degree, metre" };
    const auto sofa = arranged (arrays);

    ASSERT_EQ (sofa.measurements.size(), 2u);
    expectPosition (sofa.measurements[1].source, -30.0, 0.0, 2.0);
    EXPECT_THAT (sofa.measurements[1].impulseResponses[0], ElementsAre (5.0, 6.0, 7.0, 8.0));

    arrays.responseOrder = "M,E,R,N";
    EXPECT_THAT (arranged (arrays).measurements[1].impulseResponses[0],
                 ElementsAre (9.0, 10.0, 11.0, 12.0));
}

TEST (SofaFile, seesTheRoomFromTheListener)
{
    auto arrays = twoDirections();
    arrays.conventions = "SingleRoomSRIR";
    arrays.source = { { 4.0, 1.0, 1.5 }, "cartesian", "metre" };
    arrays.listener = { { 4.0, 3.0, 1.5 }, "cartesian", "metre" };
    arrays.view = { { 0.0, -1.0, 0.0, 1.0, 0.0, 0.0 }, "cartesian", "metre" };
    const auto sofa = arranged (arrays);

    expectPosition (sofa.measurements[0].source, 0.0, 0.0, 2.0);
    expectPosition (sofa.measurements[1].source, -90.0, 0.0, 2.0);
}

TEST (SofaFile, refusesOtherConventionsByName)
{
    auto arrays = twoDirections();
    arrays.conventions = "SimpleHeadphoneIR";

    EXPECT_THAT (complaint (arrays),
                 AllOf (HasSubstr ("\"SimpleHeadphoneIR\""), HasSubstr ("SimpleFreeFieldHRIR")));
    arranged (twoDirections());
}

TEST (SofaFile, refusesArraysThatDoNotFit)
{
    const auto refused = [] (auto&& spoil) {
        auto arrays = twoDirections();
        spoil (arrays);
        EXPECT_THAT (complaint (arrays), HasSubstr ("head.sofa"));
    };

    refused ([] (SofaArrays& a) { a.responses.pop_back(); });
    refused ([] (SofaArrays& a) { a.measurements = 0; });
    refused ([] (SofaArrays& a) { a.samples = std::size_t { 1 } << 40u; });
    refused ([] (SofaArrays& a) { a.responseOrder = "N,R,M"; });
    refused ([] (SofaArrays& a) { a.source.values.pop_back(); });
    refused ([] (SofaArrays& a) { a.source.values.clear(); });
    refused ([] (SofaArrays& a) { a.source.values[3] = std::nan (""); });
    refused ([] (SofaArrays& a) { a.responses[13] = std::numeric_limits<double>::infinity(); });
    refused ([] (SofaArrays& a) { a.ratesHz = {}; });
    refused ([] (SofaArrays& a) { a.ratesHz = { 1.0 }; });
    refused ([] (SofaArrays& a) { a.ratesHz = { std::nan ("") }; });
    refused ([] (SofaArrays& a) { a.ratesHz = { 44100.0, 48000.0 }; });
    refused ([] (SofaArrays& a) { a.delays = { -1.0, 0.0 }; });
    refused ([] (SofaArrays& a) { a.delays = { 1.0, 2.0, 3.0 }; });
    refused ([] (SofaArrays& a) { a.delays = { 1e12, 0.0 }; });
    arranged (twoDirections());
}

TEST (SofaFile, readsTheHeadThatDebianHas)
{
    NEEDS_KEMAR;
    const auto sofa = readSofa (kemar);

    ASSERT_TRUE (sofa) << sofa.problem().sentence();
    EXPECT_EQ (sofa->conventions, "SimpleFreeFieldHRIR");
    EXPECT_EQ (sofa->rate.hertz, 44100);
    EXPECT_EQ (sofa->numReceivers, 2u);
    EXPECT_EQ (sofa->numSamples, 512u);
    EXPECT_EQ (sofa->measurements.size(), 710u);
    EXPECT_EQ (sofa->databaseName, "MIT");
    expectPosition (
        sofa->measurements[0].source, 0.0, -40.0, sofa->measurements[0].source.distanceMetres);
}

TEST (SofaFile, theEarOnTheSideOfTheSourceIsLouder)
{
    NEEDS_KEMAR;
    const auto sofa = readSofa (kemar);
    const auto energy = [] (const std::vector<double>& samples) {
        return std::inner_product (samples.begin(), samples.end(), samples.begin(), 0.0);
    };

    const auto left = std::find_if (
        sofa->measurements.begin(), sofa->measurements.end(), [] (const auto& measurement) {
            return measurement.source.direction == units::Direction { 90.0, 0.0 };
        });

    ASSERT_NE (left, sofa->measurements.end());
    EXPECT_GT (energy (left->impulseResponses[0]), 10.0 * energy (left->impulseResponses[1]));
}

TEST (SofaFile, refusesAnotherConventionInARealFile)
{
    NEEDS_KEMAR;
    const TemporaryFolder folder;
    auto bytes = readWhole (kemar);
    bytes.replace (bytes.find ("SimpleFreeFieldHRIR"), 19, "SimpleFreeFieldHRTF");

    EXPECT_THAT (readSofa (folder.write ("tf.sofa", bytes)).problem().what,
                 HasSubstr ("SimpleFreeFieldHRTF"));
    EXPECT_TRUE (readSofa (kemar));
}

TEST (SofaFile, refusesTornFiles)
{
    NEEDS_KEMAR;
    const TemporaryFolder folder;
    const auto bytes = readWhole (kemar);

    for (const double part : { 0.001, 0.1, 0.5, 0.9 })
    {
        const auto length = static_cast<std::size_t> (part * static_cast<double> (bytes.size()));
        EXPECT_THAT (readSofa (folder.write ("torn.sofa", bytes.substr (0, length))).problem().what,
                     HasSubstr ("breaks off after " + std::to_string (length)));
    }

    EXPECT_TRUE (readSofa (kemar));
}

TEST (SofaFile, refusesWhatIsNoSofa)
{
    const TemporaryFolder folder;
    std::mt19937 random (3);
    std::string garbage = "\x89HDF\r\n\x1A\n";

    for (int i = 0; i < 5000; ++i)
        garbage += static_cast<char> (random());

    EXPECT_THAT (readSofa (folder.write ("a.sofa", "RIFF")).problem().what, HasSubstr ("HDF5"));
    EXPECT_THAT (readSofa (folder.write ("b.sofa", garbage)).problem().what, HasSubstr ("damaged"));
    EXPECT_THAT (readSofa (folder.write ("c.sofa", "")).problem().what, HasSubstr ("empty"));
    EXPECT_THAT (readSofa (folder.path).problem().what, HasSubstr ("folder"));
    EXPECT_EQ (readSofa (folder / "none").problem().kind, units::Problem::Kind::missingFile);
}

} // namespace
} // namespace files
