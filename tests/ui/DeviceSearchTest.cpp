// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DeviceSearch.h"

#include "ui/SampleState.h"
#include "ui/values/DeviceRows.h"

#include <gmock/gmock.h>

namespace ui
{

namespace
{

std::vector<std::string> namesFound (const DeviceSearch& search)
{
    const auto rows = rowsOf (sampleCatalogue());
    std::vector<std::string> names;

    for (const auto place : placesOf (search, *rows))
        names.push_back ((*rows)[place].name);

    return names;
}

} // namespace

TEST (DeviceSearch, findsEveryDeviceWhenNothingIsAskedFor)
{
    EXPECT_EQ (namesFound ({}).size(), sampleCatalogue().devices().size());
}

TEST (DeviceSearch, wantsEveryWordInAnyOrder)
{
    EXPECT_THAT (namesFound ({ "pro airpods", {}, {} }),
                 testing::UnorderedElementsAre ("AirPods Pro 1 (2019)", "AirPods Pro 2 (2022)"));
    EXPECT_THAT (namesFound ({ "airpods sedan", {}, {} }), testing::IsEmpty());
}

TEST (DeviceSearch, findsAKindByItsName)
{
    EXPECT_THAT (namesFound ({ "cars sedan", {}, {} }),
                 testing::Contains ("Sedan (2002), front loudspeakers"));
}

TEST (DeviceSearch, keepsToAKindAndAClassOfEvidence)
{
    const auto cars = namesFound ({ "", library::DeviceKind::car, {} });
    EXPECT_THAT (cars, testing::Contains ("Sedan (2002), front loudspeakers"));
    EXPECT_THAT (cars, testing::Not (testing::Contains ("AirPods Pro 2 (2022)")));

    EXPECT_THAT (
        namesFound ({ "", library::DeviceKind::car, library::Evidence::modelled }),
        testing::AllOf (testing::Not (testing::IsEmpty()),
                        testing::Not (testing::Contains ("Sedan (2002), front loudspeakers"))));
}

TEST (DeviceRows, sayWhatIsNotMeasured)
{
    const auto& sedan = *sampleCatalogue().device ("car/sedan-2002-front");
    EXPECT_EQ (evidenceOf (sedan), "measured; modelled below 80 Hz");

    const auto row = rowOf (sedan, sampleCatalogue());
    ASSERT_FALSE (row.modelled.empty());
    EXPECT_THAT (row.modelled.front(), testing::StartsWith ("below 80 Hz: "));
    EXPECT_THAT (row.uncertain, testing::Contains ("300 Hz to 10 kHz: ±2.5 dB"));
}

TEST (DeviceRows, sayHowManyUnitsAClassFigureComesFrom)
{
    EXPECT_THAT (evidenceOf (*sampleCatalogue().device ("phone/phone-typical")),
                 testing::StartsWith ("typical of 3 measured"));
}

TEST (DeviceRows, offerOnlyWornDevicesToMyHeadphones)
{
    const auto rows = wornRowsOf (sampleCatalogue());
    EXPECT_GT (rows->size(), 100u);
    EXPECT_LT (rows->size(), sampleCatalogue().devices().size());

    for (const auto& row : *rows)
        EXPECT_TRUE (library::isWorn (row.kind)) << row.name;
}

} // namespace ui
