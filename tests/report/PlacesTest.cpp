// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Places.h"

#include <gmock/gmock.h>

namespace report
{

namespace
{

struct Named
{
    std::string id;
    std::string name;
    std::string noise;
};

analysis::TranslationReport panel (const std::vector<Named>& columns)
{
    analysis::TranslationReport report;

    for (const auto& [id, name, noise] : columns)
        report.columns.push_back ({ id, name, id.substr (0, id.find ('/')), noise, {}, {}, {} });

    return report;
}

const auto devices = panel (
    { { "earbuds/airpods-3", "AirPods 3", "" },
      { "earbuds/earpods", "EarPods", "" },
      { "earbuds/galaxy", "Galaxy Buds2 Pro", "" },
      { "earbuds/airpods-3@train", "AirPods 3, Train", "Train" },
      { "phone/typical", "Phone, typical", "" },
      { "phone/2020", "Smartphone (2020)", "" },
      { "laptop/typical", "Laptop, typical", "" },
      { "car/sedan", "Sedan (2002), front", "" },
      { "car/compact", "Compact car", "" },
      { "car/sedan@80", "Sedan (2002), front, Car at 80 km/h", "Car at 80 km/h" } });

std::string placesOf (const std::vector<std::string>& ids)
{
    return report::placesOf (ids, devices);
}

} // namespace

TEST (Places, callAllDevicesOfAKindByTheirKind)
{
    EXPECT_EQ (placesOf ({ "phone/2020", "phone/typical" }), "on phones");
    EXPECT_EQ (placesOf ({ "car/compact", "car/sedan" }), "in cars");
    EXPECT_EQ (placesOf ({ "laptop/typical" }), "on laptops");
}

TEST (Places, nameAFewDevicesAndCountMany)
{
    EXPECT_EQ (placesOf ({ "phone/2020" }), "on Smartphone (2020)");
    EXPECT_EQ (placesOf ({ "phone/typical" }), "on the typical phone");
    EXPECT_EQ (placesOf ({ "earbuds/airpods-3", "earbuds/earpods" }), "on AirPods 3 and EarPods");

    const auto four = panel ({ { "earbuds/1", "One", "" },
                               { "earbuds/2", "Two", "" },
                               { "earbuds/3", "Three", "" },
                               { "earbuds/4", "Four", "" } });
    EXPECT_EQ (
        report::placesOf (std::vector<std::string> { "earbuds/1", "earbuds/2", "earbuds/4" }, four),
        "on 3 of 4 earbuds");
}

TEST (Places, sayInWhichNoise)
{
    EXPECT_EQ (placesOf ({ "car/sedan@80" }), "in the sedan at 80 km/h");
    EXPECT_EQ (placesOf ({ "earbuds/airpods-3@train" }), "on AirPods 3 in the train");
    EXPECT_EQ (placesOf ({ "car/sedan" }), "in the sedan");
}

TEST (Places, areJoinedAsOneSpeaks)
{
    EXPECT_EQ (placesOf ({ "phone/2020", "phone/typical", "car/sedan" }),
               "on phones and in the sedan");
    EXPECT_EQ (
        placesOf ({ "phone/2020", "phone/typical", "laptop/typical", "car/sedan", "car/sedan@80" }),
        "on phones and laptops, and in the sedan and the sedan at 80 km/h");
}

TEST (Places, areEverywhereWhenNoneIsLeftOut)
{
    std::vector<std::string> all;

    for (const auto& column : devices.columns)
        all.push_back (column.id);

    EXPECT_EQ (placesOf (all), "everywhere");
    all.pop_back();
    EXPECT_NE (placesOf (all), "everywhere");
}

TEST (Places, areNoneForTheMasterItself)
{
    EXPECT_EQ (placesOf ({ "*" }), "");
    EXPECT_EQ (placesOf ({}), "");
}

} // namespace report
