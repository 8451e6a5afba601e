// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ProfileChecks.h"

#include "library/ExampleDevices.h"

#include <gmock/gmock.h>

#include <functional>

using library::checkProfile;
using library::DeviceProfile;
using testing::HasSubstr;

namespace
{

/** What the checks say of the phone after this was done to it. */
std::string complaintAfter (const std::function<void (DeviceProfile&)>& damage)
{
    auto device = tests::examplePhone();
    device.file = "phone.json";
    damage (device);
    const auto problems = checkProfile (device);
    return problems.empty() ? "no problem" : problems.front().sentence();
}

dsp::FrequencyResponse raisedFrom (const dsp::FrequencyResponse& level, double fromHz, double db)
{
    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        return level.levelDbAt (frequency) + (frequency >= fromHz ? db : 0.0);
    });
}

} // namespace

TEST (ProfileChecks, passWhatIsPlausible)
{
    for (const auto& device : { tests::examplePhone(), tests::exampleEarbuds() })
        EXPECT_THAT (checkProfile (device), testing::IsEmpty());
}

TEST (ProfileChecks, findImplausibleLevels)
{
    EXPECT_THAT (complaintAfter ([] (auto& device) {
                     device.responses[0].level = raisedFrom (device.responses[0].level, 20, 5);
                 }),
                 HasSubstr ("mean from 300 to 1200 Hz is 5 dB"));
    EXPECT_THAT (complaintAfter ([] (auto& device) {
                     device.responses[0].level = raisedFrom (device.responses[0].level, 5000, 20);
                 }),
                 HasSubstr ("jumps by 20 dB"));
    EXPECT_THAT (complaintAfter ([] (auto& device) {
                     device.responses[0].level = raisedFrom (device.responses[0].level, 15000, 60);
                 }),
                 HasSubstr ("no level of a device"));
}

TEST (ProfileChecks, wantTheUncertaintyOfEveryUsableBand)
{
    EXPECT_THAT (complaintAfter ([] (auto& device) { device.provenance.uncertaintyDb.pop_back(); }),
                 HasSubstr ("how sure"));
    EXPECT_THAT (complaintAfter ([] (auto& device) { device.provenance.usableBandHz.lowHz = 5; }),
                 HasSubstr ("beyond the data"));
}

TEST (ProfileChecks, wantAKnownLicenceAndItsAttribution)
{
    EXPECT_THAT (complaintAfter ([] (auto& device) { device.provenance.licence = "mine"; }),
                 HasSubstr ("\"mine\" is no licence"));
    EXPECT_THAT (complaintAfter ([] (auto& device) { device.provenance.attribution.clear(); }),
                 HasSubstr ("attribution"));
}

TEST (ProfileChecks, wantEvidenceToHoldTogether)
{
    using library::Evidence;

    EXPECT_THAT (complaintAfter ([] (auto& device) {
                     device.provenance.evidence = Evidence::modelled;
                     device.provenance.modelledParts.clear();
                 }),
                 HasSubstr ("modelled on"));
    EXPECT_THAT (complaintAfter ([] (auto& device) {
                     device.provenance.evidence = Evidence::classMedian;
                     device.provenance.numUnits = 4;
                 }),
                 HasSubstr ("From five units on"));
    EXPECT_THAT (complaintAfter ([] (auto& device) {
                     device.provenance.evidence = Evidence::classTypical;
                     device.provenance.numUnits = 4;
                 }),
                 HasSubstr ("spreadDb"));
    EXPECT_THAT (complaintAfter ([] (auto& device) { device.provenance.rig.clear(); }),
                 HasSubstr ("/provenance/rig"));
}

TEST (ProfileChecks, wantQuantityAndCouplingToFit)
{
    EXPECT_THAT (complaintAfter ([] (auto& device) {
                     device.responses[0].quantity = library::Quantity::eardrum;
                 }),
                 HasSubstr ("/responses/0/quantity"));
    EXPECT_THAT (complaintAfter ([] (auto& device) { device.responses[0].target = "harman"; }),
                 HasSubstr ("/responses/0/target"));
}

TEST (ProfileChecks, wantAPlausiblePlaceAndLevel)
{
    EXPECT_THAT (
        complaintAfter ([] (auto& device) { device.transducers[0].position.distanceMetres = 0.0; }),
        HasSubstr ("Nobody listens from there"));
    EXPECT_THAT (complaintAfter ([] (auto& device) { device.listeningLevelDbSpl = 140.0; }),
                 HasSubstr ("140 dB"));
}

TEST (ProfileChecks, sendWhatIsNotFreeToItsOwnFolder)
{
    auto device = tests::examplePhone();
    device.file = "/lib/phone/example.json";
    EXPECT_THAT (library::checkPlace (device, "/lib"), testing::IsEmpty());

    device.provenance.licence = "CC-BY-NC-4.0";
    const auto problems = library::checkPlace (device, "/lib");
    ASSERT_EQ (problems.size(), 1u);
    EXPECT_THAT (problems[0].cure, HasSubstr ("/lib/non-free/phone"));

    device.file = "/lib/non-free/phone/example.json";
    EXPECT_THAT (library::checkPlace (device, "/lib"), testing::IsEmpty());

    device.id = "phone/other";
    EXPECT_EQ (library::checkPlace (device, "/lib").size(), 1u);
}
