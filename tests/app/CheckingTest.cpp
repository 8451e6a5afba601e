// SPDX-License-Identifier: GPL-3.0-or-later
// The translation check as the window has it: in the background, heard, silenced, exported.
#include "app/check/Checking.h"

#include "cli/TypedCommand.h"

#include <gmock/gmock.h>

#include <fstream>

#include "RenderedOffline.h"

namespace app
{
namespace
{

using app_examples::AppExample;
using ui::Command;

/** Names the file that is asked for. */
class Answering : public Surface
{
public:
    explicit Answering (std::string path) : answer (std::move (path)) {}

    void show (const ui::MainViewState&) override {}
    void ask (const FileQuestion&, std::function<void (std::vector<std::string>)> take) override
    {
        take ({ answer });
    }
    void toggleFullScreen() override {}

    std::string answer;
};

std::string textOf (const std::filesystem::path& file)
{
    std::ifstream stream { file };
    return { std::istreambuf_iterator<char> { stream }, {} };
}

class CheckingTest : public testing::Test
{
protected:
    CheckingTest()
    {
        file = example.folder / "song.wav";
        writeSong (file, 10.0, 10.0); // what is long takes long
        example.model->wear ({});
        example.model->open ({ file.string() });
    }

    /** A part of the demo. */
    static void writeSong (const std::filesystem::path& place, double startSeconds, double seconds)
    {
        constexpr units::SampleRate rate { 48000 };
        const auto start = rate.framesIn ({ startSeconds });
        const auto length = rate.framesIn ({ seconds });
        const auto demo = app_examples::programmeOf (app_examples::composedDemo(), start + length);
        auto writer = files::AudioFileWriter::create (
            place, { files::Encoding::wavFloat, 2, rate, {} }, files::Overwrite::allow);
        EXPECT_TRUE (writer->write (demo.block().slice (start, length)));
        EXPECT_TRUE (writer->finish());
    }

    const ui::CheckView& check() const { return example.model->state().check; }

    void waitForTheCheck()
    {
        while (check().isRunning)
        {
            juce::Thread::sleep (5);
            example.tick (0.005);
        }
    }

    AppExample example;
    std::filesystem::path file;
};

TEST_F (CheckingTest, findsWhatDoesNotSurviveAndLetsItBeHeardAndSilenced)
{
    EXPECT_EQ (check().findings, nullptr) << "nobody asked yet";
    example.model->perform (Command::runCheck);
    EXPECT_TRUE (check().isRunning);
    EXPECT_TRUE (example.model->isMoving());
    EXPECT_EQ (example.model->state().side, ui::Side::findings) << "there it is seen to go on";
    example.model->perform (Command::closePanel);
    EXPECT_EQ (example.model->state().side, ui::Side::meters);
    waitForTheCheck();
    ASSERT_NE (check().findings, nullptr);
    EXPECT_NE (check().verdict, "");
    EXPECT_THAT (example.model->state().notices.back().text, testing::HasSubstr ("was checked"));
    EXPECT_EQ (example.model->state().notices.back().offered, Command::showCheck);
    ASSERT_FALSE (check().findings->empty()) << "the demo's bass is not for phones";
    EXPECT_EQ (example.model->state().waveform.findings, check().findings);

    // Heard: looped where it is, on a device that it was found on.
    example.model->perform (Command::nextFinding);
    EXPECT_EQ (check().pointedAt, 0u);
    EXPECT_TRUE (example.model->state().transport.isPlaying);
    const auto& first = check().findings->front();

    if (! first.places.empty())
    {
        ASSERT_TRUE (example.model->state().waveform.loop);
        EXPECT_LE (example.model->state().waveform.loop->beginSeconds,
                   first.places.front().beginSeconds);
        EXPECT_TRUE (example.model->state().transport.isLooping);
    }

    // Silenced: across bounces and starts.
    example.model->setIntended (0, true);
    EXPECT_TRUE (check().findings->front().isIntended);
    example.model->perform (Command::previousFinding);
    EXPECT_NE (check().pointedAt, 0u) << "what is intended is stepped over";
    const auto heading = check().findings->front().heading;

    example.start();
    example.model->restore();
    EXPECT_EQ (check().findings, nullptr) << "a report is not kept";
    example.model->perform (Command::runCheck);
    waitForTheCheck();
    ASSERT_NE (check().findings, nullptr);
    EXPECT_EQ (check().findings->front().heading, heading) << "the same master, the same findings";
    EXPECT_TRUE (check().findings->front().isIntended);
    example.model->setIntended (0, false);
    EXPECT_FALSE (check().findings->front().isIntended);
}

TEST_F (CheckingTest, findsAndShowsWhatTheCommandLineDoes)
{
    example.model->perform (Command::runCheck);
    waitForTheCheck();
    EXPECT_THAT (example.model->state().notices,
                 testing::Each (testing::Field (&ui::Notice::text,
                                                testing::Not (testing::HasSubstr ("was checked")))))
        << "it is seen";
    Answering window { (example.folder / "window.html").string() };
    example.model->appearOn (&window);
    example.model->perform (Command::exportReport);
    window.answer = (example.folder / "window.json").string();
    example.model->perform (Command::exportReport);
    example.model->appearOn (nullptr);

    const auto page = (example.folder / "typed.html").string();
    const auto json = (example.folder / "typed.json").string();
    cli::elsewhere ({ "check", file.string(), "--html", page, "--json", json, "--quiet" });
    EXPECT_EQ (textOf (example.folder / "window.json"), textOf (json));
    EXPECT_TRUE (textOf (example.folder / "window.html") == textOf (page));
    EXPECT_THAT (
        textOf (page),
        testing::AllOf (testing::HasSubstr ("<audio"), testing::HasSubstr ("Compared with: ")));
}

TEST_F (CheckingTest, thePageOfANewBounceSaysWhatChangedSinceTheOneBefore)
{
    const auto exported = [&] {
        example.model->perform (Command::runCheck);
        waitForTheCheck();
        Answering window { (example.folder / "window.html").string() };
        example.model->appearOn (&window);
        example.model->perform (Command::exportReport);
        example.model->appearOn (nullptr);
        return textOf (example.folder / "window.html");
    };
    writeSong (file, 10.0, 4.0);
    example.model->open ({ file.string() });
    EXPECT_THAT (exported(), testing::Not (testing::HasSubstr ("What the revision changed")));

    writeSong (example.folder / "next.wav", 2.0, 4.0);
    std::filesystem::rename (example.folder / "next.wav", file);

    while (check().remark.empty())
    {
        juce::Thread::sleep (5);
        example.tick (0.005);
    }

    const auto since = exported();
    EXPECT_THAT (since, testing::HasSubstr ("What the revision changed"));
    EXPECT_THAT (since, testing::HasSubstr ("Since song.wav: "));
    EXPECT_THAT (since, testing::Not (testing::HasSubstr ("the very same file")));
    EXPECT_TRUE (exported() == since) << "checked twice it is the same bounce still";
}

TEST_F (CheckingTest, comparesWithTheUsersReferencesWhereThereAreEnough)
{
    const auto shorter = example.folder / "shorter.wav";
    writeSong (shorter, 10.0, 4.0);
    example.model->open ({ shorter.string() });
    example.model->chooseNorms (ui::Norms::references);
    EXPECT_EQ (check().norms, ui::Norms::delivered) << "there are none";
    EXPECT_EQ (example.model->state().notices.back().offered, Command::showReferences);

    for (std::size_t slot = 0; slot < 5; ++slot)
    {
        const auto reference = example.folder / ("reference" + std::to_string (slot) + ".wav");
        writeSong (reference, 2.0 * static_cast<double> (slot), 3.0);
        example.model->setReference (slot, reference.string());
    }

    example.model->chooseNorms (ui::Norms::references);
    EXPECT_EQ (check().norms, ui::Norms::references);
    EXPECT_FALSE (check().isRunning) << "nothing was checked that would have to be checked anew";
    example.model->perform (Command::runCheck);
    waitForTheCheck();
    ASSERT_NE (check().findings, nullptr);
    EXPECT_EQ (check().comparedWith, "your 5 references");

    // Nobody waits for the same references twice, but for a check that compares with others.
    example.model->chooseNorms (ui::Norms::delivered);
    EXPECT_TRUE (check().isRunning);
    waitForTheCheck();
    EXPECT_THAT (check().comparedWith, testing::Not (testing::HasSubstr ("your")));
    EXPECT_EQ (check().norms, ui::Norms::delivered);

    std::filesystem::remove (example.folder / "reference4.wav");
    example.model->chooseNorms (ui::Norms::references);
    waitForTheCheck();
    EXPECT_THAT (example.model->state().notices.back().text,
                 testing::HasSubstr ("4 could be measured"));
}

TEST_F (CheckingTest, canBeBrokenOffAndEndsWithTheApp)
{
    example.model->perform (Command::runCheck);
    example.model->perform (Command::runCheck);
    waitForTheCheck();
    EXPECT_EQ (check().findings, nullptr);
    example.model->perform (Command::runCheck);
    EXPECT_TRUE (check().isRunning);
    example.start();
    EXPECT_FALSE (check().isRunning);
}

TEST_F (CheckingTest, saysWhyAFileCannotBeChecked)
{
    std::filesystem::remove (file);
    example.model->perform (Command::runCheck);
    waitForTheCheck();
    ASSERT_FALSE (example.model->state().notices.empty());
    EXPECT_EQ (example.model->state().notices.back().kind, ui::Notice::Kind::problem);
    EXPECT_EQ (check().findings, nullptr);
}

} // namespace
} // namespace app
