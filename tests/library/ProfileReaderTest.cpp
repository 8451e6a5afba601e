// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ProfileReader.h"

#include "library/ExampleDevices.h"
#include "library/ProfileWriter.h"

#include <gmock/gmock.h>

using library::parseProfile;
using library::Strictness;
using testing::HasSubstr;

namespace
{

std::string replaced (std::string text, std::string_view from, std::string_view to)
{
    const auto at = text.find (from);
    EXPECT_NE (at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace (at, from.size(), to);
}

std::string goodFile() { return library::writeProfile (tests::examplePhone()); }

std::string problemOf (const std::string& text, Strictness strictness = Strictness::strict)
{
    const auto reading = parseProfile (text, "phone.json", strictness);
    return reading.problems.empty() ? "no problem" : reading.problems.front().sentence();
}

/** What stands between the brackets of "levelDb". */
std::string levelsOf (const std::string& text)
{
    const auto begin = text.find ('[', text.find ("\"levelDb\""));
    return text.substr (begin, text.find (']', begin) + 1 - begin);
}

} // namespace

TEST (ProfileReader, bringsBackWhatTheWriterWrote)
{
    for (const auto& device : { tests::examplePhone(), tests::exampleEarbuds() })
    {
        const auto text = library::writeProfile (device);
        const auto reading = parseProfile (text, "file.json", Strictness::strict);

        ASSERT_TRUE (reading.profile.has_value()) << reading.problems.front().sentence();
        EXPECT_EQ (reading.profile->id, device.id);
        EXPECT_EQ (reading.profile->kind, device.kind);
        EXPECT_EQ (reading.profile->coupling, device.coupling);
        EXPECT_EQ (reading.profile->provenance, device.provenance);
        EXPECT_EQ (reading.profile->responses, device.responses);
        EXPECT_EQ (reading.profile->transducers, device.transducers);
        EXPECT_EQ (reading.profile->fold, device.fold);
        EXPECT_EQ (library::writeProfile (*reading.profile), text);
    }
}

TEST (ProfileReader, keepsAMatrixOfGainsAndEveryOptionalCurve)
{
    auto device = tests::examplePhone();
    device.fold = { library::Fold::Kind::matrix, { { 0.7, 0.3 } } };
    device.environment = "living-room";
    device.responses[0].earlyReflections = device.responses[0].level;
    device.responses[0].soundPower = device.responses[0].level;
    device.responses[0].spread = device.responses[0].level;

    const auto reading = parseProfile (library::writeProfile (device), "file", Strictness::strict);

    ASSERT_TRUE (reading.profile.has_value());
    EXPECT_EQ (reading.profile->fold, device.fold);
    EXPECT_EQ (reading.profile->environment, device.environment);
    EXPECT_EQ (reading.profile->responses, device.responses);
}

TEST (ProfileReader, namesFilePlaceCauseAndCure)
{
    const auto text = goodFile();
    EXPECT_THAT (problemOf (replaced (text, "\"phone\"", "\"fridge\"")),
                 testing::AllOf (HasSubstr ("phone.json: /kind"),
                                 HasSubstr ("\"fridge\""),
                                 HasSubstr ("smart-speaker")));
    EXPECT_THAT (problemOf (replaced (text, "measured-ir", "guessed")),
                 testing::AllOf (HasSubstr ("/provenance/evidence"), HasSubstr ("measured-ir")));
    EXPECT_THAT (problemOf (replaced (text, "\"provenance\"", "\"origin\"")),
                 HasSubstr ("/provenance: It is missing"));
    EXPECT_THAT (problemOf (replaced (text, "\"licence\"", "\"license\"")),
                 HasSubstr ("/provenance/licence: It is missing"));
    EXPECT_THAT (problemOf (replaced (text, "\"schema\": 1", "\"schema\": 7")),
                 HasSubstr ("/schema"));
    EXPECT_THAT (problemOf (replaced (text, "\"response\": \"main\"", "\"response\": \"tweeter\"")),
                 HasSubstr ("/transducers/0/response: No response is called \"tweeter\""));
    EXPECT_THAT (problemOf (replaced (text, "\"monoSum\"", "[[0.5, 0.5], [1, 0]]")),
                 HasSubstr ("/fold: It feeds 2 transducers of 1"));
    EXPECT_EQ (problemOf (text), "no problem");
}

TEST (ProfileReader, refusesAResponseWithAHoleWithNotANumberOrWithOnePoint)
{
    const auto text = goodFile();
    const auto levels = levelsOf (text);
    const auto firstComma = levels.find (',');
    const auto withHole = "[null" + levels.substr (firstComma);
    const auto withWord = "[\"loud\"" + levels.substr (firstComma);

    EXPECT_THAT (problemOf (replaced (text, levels, withHole)),
                 HasSubstr ("/responses/0/levelDb/0: There is a hole"));
    EXPECT_THAT (problemOf (replaced (text, levels, withWord)),
                 HasSubstr ("/responses/0/levelDb/0: This is not a number"));
    EXPECT_THAT (problemOf (replaced (text, levels, "[0]")), HasSubstr ("Exactly 240 are needed"));
    EXPECT_THAT (problemOf (replaced (text, levels, "[]")), HasSubstr ("Exactly 240 are needed"));
    EXPECT_THAT (problemOf (replaced (text, levels, "[NaN]")), HasSubstr ("phone.json: line"));
    EXPECT_EQ (problemOf (text), "no problem");
}

TEST (ProfileReader, namesTheLineOfBrokenJson)
{
    EXPECT_THAT (problemOf ("{\n  \"schema\": 1,\n  oops\n}"), HasSubstr ("line 3"));
    EXPECT_THAT (problemOf (""), HasSubstr ("phone.json"));
    EXPECT_THAT (problemOf ("[]"), HasSubstr ("not a JSON object"));
}

TEST (ProfileReader, refusesUnknownKeysOnlyWhereTheyAreOurs)
{
    const auto text = replaced (
        goodFile(), "\"schema\": 1,", "\"schema\": 1, \"colour\": \"red\",");

    EXPECT_THAT (problemOf (text, Strictness::strict), HasSubstr ("/colour"));
    EXPECT_EQ (problemOf (text, Strictness::lenient), "no problem");
}

TEST (ProfileReader, findsEverythingThatIsWrongInOnePass)
{
    auto text = replaced (goodFile(), "\"phone\"", "\"fridge\"");
    text = replaced (text, "measured-ir", "guessed");
    text = replaced (text, "\"licence\"", "\"license\"");

    EXPECT_EQ (parseProfile (text, "phone.json", Strictness::lenient).problems.size(), 3u);
}

TEST (ProfileReader, refusesAFolderAndAMissingFile)
{
    for (const auto* name : { "/", "/there/is/no/such.json" })
    {
        const auto profile = library::readProfile (name, Strictness::lenient);
        ASSERT_FALSE (profile);
        EXPECT_THAT (profile.problem().where, HasSubstr (name));
        EXPECT_FALSE (profile.problem().cure.empty());
    }
}

TEST (ProfileReader, readsTheFirstSchemaForEver)
{
    const auto device = library::readProfile (std::string (ELSEWHERE_SOURCE_DIR)
                                                  + "/tests/golden/device-schema-1.json",
                                              Strictness::lenient);

    ASSERT_TRUE (device) << device.problem().sentence();
    EXPECT_EQ (device->id, "phone/smartphone-2020");
    EXPECT_EQ (device->responses[0].level.levelsDb().size(), 240u);
}
