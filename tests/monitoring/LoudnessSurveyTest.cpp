// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LoudnessSurvey.h"

#include <gtest/gtest.h>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

constexpr std::size_t second = 48000;

class LoudnessSurveyTest : public testing::Test
{
protected:
    FileVersion write (const std::string& name, double gain, unsigned seed, std::size_t seconds = 3)
    {
        auto signal = live_examples::programme (seconds * second, seed);

        for (auto& channel : signal)
            for (auto& sample : channel)
                sample *= gain;

        return FileVersion::of (live_examples::writeFile (folder / name, signal));
    }

    hearing::ProgrammeLoudness measured (const FileVersion& file)
    {
        auto reader = files::AudioFileReader::open (file.place()).value();
        dsp::AudioBuffer whole (2, static_cast<std::size_t> (reader.numFrames()));
        EXPECT_TRUE (reader.read (whole.block()));
        return hearing::programmeLoudness (whole.block(), reader.rate());
    }

    void waitUntilDone() const
    {
        while (survey.progress() < 1.0)
            std::this_thread::sleep_for (std::chrono::milliseconds (1));
    }

    const support::TemporaryFolder folder;
    LoudnessSurvey survey;
};

TEST_F (LoudnessSurveyTest, measuresWhatIsWantedAndRemembersIt)
{
    const auto soft = write ("soft.wav", 1.0, 1);
    const auto loud = write ("loud.wav", 3.0, 2);
    EXPECT_EQ (survey.progress(), 1.0) << "nothing is wanted";
    survey.want ({ soft, loud });
    waitUntilDone();
    ASSERT_TRUE (survey.find (soft));
    EXPECT_DOUBLE_EQ (survey.find (soft)->loudness.integrated->value,
                      measured (soft).integrated->value);
    EXPECT_DOUBLE_EQ (survey.find (loud)->loudness.truePeakDbtp->value(),
                      measured (loud).truePeakDbtp->value());
    survey.want ({});
    EXPECT_TRUE (survey.find (soft)) << "it is wanted again in a moment";
}

TEST_F (LoudnessSurveyTest, takesAnAlbumForOneProgramme)
{
    const std::vector files { write ("soft.wav", 1.0, 1), write ("loud.wav", 3.0, 2) };
    survey.want (files);
    EXPECT_FALSE (survey.album ({}));
    waitUntilDone();
    const auto album = survey.album (files);
    ASSERT_TRUE (album);
    EXPECT_GT (album->integrated->value, measured (files[0]).integrated->value + 3.0);
    EXPECT_LT (album->integrated->value, measured (files[1]).integrated->value);
    EXPECT_EQ (album->truePeakDbtp->value(), measured (files[1]).truePeakDbtp->value());
}

TEST_F (LoudnessSurveyTest, knowsAnotherVersionOfAFileFromTheOneBefore)
{
    const auto before = write ("mix.wav", 1.0, 1);
    survey.want ({ before });
    waitUntilDone();
    const auto now = write ("mix.wav", 2.0, 1);
    EXPECT_FALSE (survey.find (now));
    survey.want ({ now });
    waitUntilDone();
    EXPECT_NEAR (survey.find (now)->loudness.integrated->value
                     - survey.find (before)->loudness.integrated->value,
                 6.0,
                 0.05);
}

TEST_F (LoudnessSurveyTest, saysWhatCannotBeMeasuredAndGoesOn)
{
    const auto broken = FileVersion::of (folder.write ("broken.wav", "this is no audio"));
    const auto good = write ("good.wav", 1.0, 1);
    survey.want ({ broken, good });
    waitUntilDone();
    ASSERT_TRUE (survey.find (broken));
    EXPECT_TRUE (survey.find (broken)->problem);
    EXPECT_FALSE (survey.album (std::vector { broken, good }));
    EXPECT_TRUE (survey.find (good)->loudness.integrated);
}

TEST_F (LoudnessSurveyTest, leavesAtOnceWhatIsNotWantedAnyMore)
{
    const auto longer = write ("long.wav", 1.0, 1, 20);
    const auto good = write ("good.wav", 1.0, 1);

    for (int i = 0; i < 10; ++i)
        survey.want ({ i % 2 == 0 ? longer : good });

    waitUntilDone();
    EXPECT_TRUE (survey.find (good));
}

} // namespace
} // namespace monitoring
