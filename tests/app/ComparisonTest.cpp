// SPDX-License-Identifier: GPL-3.0-or-later
// A/B with a reference track, and with the bounce before.
#include "app/model/Comparison.h"

#include "files/AudioFile.h"

#include <gmock/gmock.h>

#include <cmath>

#include "AppExample.h"

namespace app
{
namespace
{

using app_examples::AppExample;
using ui::Command;

/** A tone of four seconds. */
std::filesystem::path writeTone (const std::filesystem::path& file, double hertz)
{
    support::Signal tone (2);

    for (std::size_t n = 0; n < 4 * 48000; ++n)
        for (auto& channel : tone)
            channel.push_back (
                0.1
                * std::sin (2.0 * 3.14159265358979 * hertz * static_cast<double> (n) / 48000.0));

    auto writer = files::AudioFileWriter::create (file, {}, files::Overwrite::allow);
    const auto buffer = support::toBuffer (tone);
    EXPECT_TRUE (writer->write (buffer.block()));
    EXPECT_TRUE (writer->finish());
    return file;
}

/** From its zero crossings. */
double frequencyOf (const support::Signal& heard)
{
    int crossings = 0;
    const auto& left = heard[0];

    for (std::size_t n = 1; n < left.size(); ++n)
        crossings += left[n - 1] < 0.0 && left[n] >= 0.0 ? 1 : 0;

    return crossings * 48000.0 / static_cast<double> (left.size());
}

class ComparisonTest : public testing::Test
{
protected:
    /** Plays so long that everything that has to be found out on threads is found out. */
    void hearUntil (const std::function<bool()>& isTrue)
    {
        for (int i = 0; i < 2000 && ! isTrue(); ++i)
        {
            juce::Thread::sleep (2);
            example.hear (256);
        }

        EXPECT_TRUE (isTrue());
    }

    void playLooped (const std::filesystem::path& master)
    {
        example.model->open ({ master.string() });
        example.model->setLoop (ui::TimeSpan { 0.5, 3.5 });
        example.model->perform (Command::playOrStop);
        example.prepareAll();
        example.hear (48000);
    }

    AppExample example;
};

TEST_F (ComparisonTest, hearsAReferenceByOneKeyAndTheMasterByTheSame)
{
    playLooped (writeTone (example.folder / "master.wav", 440.0));
    EXPECT_NEAR (frequencyOf (example.hear (24000)), 440.0, 5.0);
    EXPECT_EQ (example.model->state().transport.comparedTo, "") << "nothing to compare with yet";
    example.model->setReference (2, writeTone (example.folder / "other.wav", 1000.0).string());
    EXPECT_EQ (example.model->state().transport.comparedTo, "other");
    example.model->perform (Command::compare);
    const auto& references = example.model->session().references();
    hearUntil ([&] { return references.heard() == monitoring::Programme::reference; });
    example.hear (4800);
    EXPECT_TRUE (example.model->state().transport.isComparing);
    EXPECT_NEAR (frequencyOf (example.hear (24000)), 1000.0, 5.0);
    example.model->perform (Command::compare);
    example.hear (9600);
    EXPECT_NEAR (frequencyOf (example.hear (24000)), 440.0, 5.0);
}

TEST_F (ComparisonTest, keepsReferencesFromSessionToSession)
{
    example.model->setReference (4, writeTone (example.folder / "other.wav", 1000.0).string());
    example.model->setReferenceCue (4, 1.5);
    example.model->runReferenceInStep (4, true);
    example.tick (1.1);
    example.start();
    const auto& slot = example.model->state().references.slots[4];
    ASSERT_TRUE (slot);
    EXPECT_EQ (slot->name, "other");
    EXPECT_EQ (slot->cueSeconds, 1.5);
    EXPECT_TRUE (slot->isInStep);
}

TEST_F (ComparisonTest, cuesAReferenceToWhereItIsOrToWhereTheMasterIs)
{
    playLooped (writeTone (example.folder / "master.wav", 440.0));
    example.model->setReference (0, writeTone (example.folder / "other.wav", 1000.0).string());
    example.model->cueReferenceHere (0);
    const auto& state = example.model->state();
    EXPECT_NEAR (state.references.slots[0]->cueSeconds, state.transport.positionSeconds, 0.05);

    example.model->setReferenceCue (0, 2.0);
    example.model->perform (Command::compare);
    const auto& references = example.model->session().references();
    hearUntil ([&] { return references.heard() == monitoring::Programme::reference; });
    example.hear (24000);
    const double place = example.model->session().readings().signal.reference.seconds;
    ASSERT_GT (place, 2.2);
    example.model->cueReferenceHere (0);
    EXPECT_NEAR (state.references.slots[0]->cueSeconds, place, 0.01);
    example.model->cueReferenceHere (7);
    EXPECT_FALSE (state.references.slots[7]) << "a free place has no cue";
}

TEST_F (ComparisonTest, saysThatAReferenceCannotBeRead)
{
    example.model->setReference (0, (example.folder / "nowhere.wav").string());
    EXPECT_FALSE (example.model->state().references.slots[0]);
    ASSERT_FALSE (example.model->state().notices.empty());
    EXPECT_THAT (example.model->state().notices.back().text, testing::HasSubstr ("nowhere.wav"));
}

TEST_F (ComparisonTest, playsANewBounceAtTheSameSpotAndKeepsTheOneBefore)
{
    const auto file = writeTone (example.folder / "master.wav", 440.0);
    playLooped (file);
    EXPECT_NEAR (frequencyOf (example.hear (24000)), 440.0, 5.0);

    // The one before has been copied by then; a DAW renames its file in place, or writes it anew.
    hearUntil ([&] { return example.model->session().tracks().front().version.copy != nullptr; });
    writeTone (example.folder / "next.wav", 660.0);
    std::filesystem::rename (example.folder / "next.wav", file);
    hearUntil ([&] { return ! example.model->state().topBar.version.empty(); });
    example.hear (2 * 48000);
    EXPECT_TRUE (example.model->state().transport.isPlaying);
    EXPECT_NEAR (frequencyOf (example.hear (24000)), 660.0, 5.0);
    EXPECT_EQ (example.model->state().transport.comparedTo, "bounce 1");
    example.model->perform (Command::compare);
    const auto& references = example.model->session().references();
    hearUntil ([&] { return references.heard() == monitoring::Programme::reference; });
    example.hear (9600);
    EXPECT_NEAR (frequencyOf (example.hear (24000)), 440.0, 5.0);
}

} // namespace
} // namespace app
