// SPDX-License-Identifier: GPL-3.0-or-later
// The translation check as the window has it: in the background, heard, silenced, exported.
#include "app/check/Checking.h"

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
        // What is long takes long.
        constexpr std::size_t length = 10 * 48000;
        const auto demo = app_examples::programmeOf (app_examples::composedDemo(), 2 * length);
        file = example.folder / "song.wav";
        auto writer = files::AudioFileWriter::create (
            file, { files::Encoding::wavFloat, 2, { 48000 }, {} }, files::Overwrite::allow);
        EXPECT_TRUE (writer->write (demo.block().slice (length, length)));
        EXPECT_TRUE (writer->finish());
        example.model->wear ({});
        example.model->open ({ file.string() });
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

TEST_F (CheckingTest, findsWhatDoesNotSurviveAndLetsItBeHeardSilencedAndExported)
{
    EXPECT_EQ (check().findings, nullptr) << "nobody asked yet";
    example.model->perform (Command::runCheck);
    EXPECT_TRUE (check().isRunning);
    EXPECT_TRUE (example.model->isMoving());
    waitForTheCheck();
    ASSERT_NE (check().findings, nullptr);
    EXPECT_NE (check().verdict, "");
    EXPECT_THAT (example.model->state().notices.back().text, testing::HasSubstr ("was checked"));
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

    Answering window { (example.folder / "report.html").string() };
    example.model->appearOn (&window);
    example.model->perform (Command::exportReport);
    EXPECT_THAT (textOf (window.answer), testing::HasSubstr ("<html"));
    window.answer = (example.folder / "report.json").string();
    example.model->perform (Command::exportReport);
    EXPECT_TRUE (files::readJson (window.answer));
    example.model->appearOn (nullptr);

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
