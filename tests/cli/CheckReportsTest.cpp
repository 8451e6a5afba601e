// SPDX-License-Identifier: GPL-3.0-or-later
// What check writes, from words to files.
#include "cli/TypedCommand.h"
#include "files/Json.h"
#include "support/JsonSchema.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <regex>

namespace cli
{

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace
{

/** The demo, composed once; its bass is lost on phones. */
class CheckReports : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        folder = std::make_unique<support::TemporaryFolder>();
        ASSERT_EQ (elsewhere ({ "demo", "-o", demo(), "--rate", "44100" }).exitCode, 0);
    }

    static void TearDownTestSuite() { folder.reset(); }

    static std::string path (const std::string& name) { return (*folder / name).string(); }
    static std::string demo() { return path ("demo.wav"); }

    static Outcome check (std::vector<std::string> arguments)
    {
        arguments.insert (arguments.begin(), "check");
        arguments.insert (arguments.end(), { "--device", "phone-typical,airpods-3@train" });
        return elsewhere (arguments);
    }

    static std::unique_ptr<support::TemporaryFolder> folder;
};

std::unique_ptr<support::TemporaryFolder> CheckReports::folder;

std::ptrdiff_t count (const std::string& text, const std::string& pattern)
{
    const std::regex expression { pattern };
    return std::distance (std::sregex_iterator (text.begin(), text.end(), expression),
                          std::sregex_iterator());
}

} // namespace

TEST_F (CheckReports, jsonIsAsItsSchemaSaysAndThePageCanBeHeard)
{
    const auto outcome = check ({ demo(), "--json", path ("r.json"), "--html", path ("r.html") });
    EXPECT_EQ (outcome.exitCode, 1) << outcome.err;
    EXPECT_THAT (outcome.out, HasSubstr ("bass line"));

    const support::JsonSchema schema { *files::readJson (
        std::filesystem::path { ELSEWHERE_SOURCE_DIR } / "docs/check.schema.json") };
    EXPECT_THAT (schema.errorsIn (*files::readJson (path ("r.json"))), IsEmpty());

    const auto page = support::readWhole (path ("r.html"));
    EXPECT_GE (count (page, "<audio "), 2);
    EXPECT_EQ (count (page, "class=\"wave\""), 1);
    EXPECT_GE (count (page, "<figcaption><b>Phone, typical</b>"), 1);
}

} // namespace cli
