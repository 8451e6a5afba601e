// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/PlottedResponse.h"

#include <gmock/gmock.h>

namespace report
{

namespace
{

library::DeviceProfile phone()
{
    library::DeviceProfile profile;
    profile.name = "Phone, typical";
    profile.provenance.evidence = library::Evidence::classTypical;
    profile.provenance.numUnits = 4;
    profile.provenance.attribution = "Measured by someone";
    profile.provenance.usableBandHz = { 200.0, 14000.0 };
    profile.provenance.modelledParts = { { { 20.0, 200.0 }, "the driver's fall" } };
    profile.provenance.uncertaintyDb = { { { 20.0, 20000.0 }, 2.0 } };
    profile.responses.emplace_back().name = "main";
    return profile;
}

} // namespace

TEST (PlottedResponse, carriesAllThatTheProfileKnows)
{
    const auto plotted = plottedResponses (phone());
    ASSERT_EQ (plotted.size(), 1u);
    EXPECT_EQ (plotted[0].label, "Phone, typical");
    EXPECT_EQ (plotted[0].evidence, "typical of 4 measured");
    EXPECT_EQ (plotted[0].source, "Measured by someone");
    EXPECT_EQ (plotted[0].usableBandHz, (library::Band { 200.0, 14000.0 }));
    EXPECT_EQ (plotted[0].modelled, (std::vector<library::Band> { { 20.0, 200.0 } }));
    EXPECT_EQ (plotted[0].uncertaintyDb.size(), 1u);
}

TEST (PlottedResponse, isModelledThroughoutWhenTheDeviceIs)
{
    auto profile = phone();
    profile.provenance.evidence = library::Evidence::modelled;
    profile.provenance.modelledParts.clear();
    EXPECT_EQ (plottedResponses (profile)[0].modelled,
               (std::vector<library::Band> { { 20.0, 20000.0 } }));
}

TEST (PlottedResponse, comesOncePerCurveThatDiffers)
{
    auto profile = phone();
    auto same = profile.responses[0];
    same.name = "again";
    auto other = profile.responses[0];
    other.name = "bottom";
    other.level = dsp::FrequencyResponse::flat (units::Decibels { -3.0 });
    profile.responses.push_back (same);
    profile.responses.push_back (other);

    const auto plotted = plottedResponses (profile);
    ASSERT_EQ (plotted.size(), 2u);
    EXPECT_EQ (plotted[1].label, "Phone, typical, bottom");
}

TEST (PlottedResponse, saysWhatTheLevelsAre)
{
    auto profile = phone();
    profile.responses[0].quantity = library::Quantity::deviationFromTarget;
    profile.responses[0].target = "harman-oe-2018";
    EXPECT_THAT (plottedResponses (profile)[0].quantity, testing::HasSubstr ("harman-oe-2018"));

    profile.responses[0].quantity = library::Quantity::eardrum;
    EXPECT_THAT (plottedResponses (profile)[0].quantity, testing::HasSubstr ("eardrum"));
}

} // namespace report
