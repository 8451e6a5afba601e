// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/SignalPath.h"

#include "monitoring/ChainBuilder.h"

#include <gtest/gtest.h>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

/** A path with both decks on one file, the reference so much ahead of the master, and heard. */
class InStep
{
public:
    explicit InStep (double leadSeconds)
    {
        controls.motion = Motion::play;
        controls.programme = Programme::reference;
        controls.referenceMotion = ReferenceMotion::inStep;

        auto plan = ChainBuilder { layout }.build (support::decayingMatrix (2, 2, 1, 1),
                                                   units::Decibels { 0.0 });
        plan->number = 1;
        path.device.select (*plan);
        path.device.tend();

        path.master.cue ({ order, { 0, 1.0 } });
        path.reference.cue ({ order, { 0, 1.0 + leadSeconds } });
    }

    /** In blocks of a sound card, as far as both decks have read. */
    void hear (double seconds)
    {
        dsp::AudioBuffer out (2, 256);

        for (double done = 0.0; done < seconds; done += 256.0 / layout.rate.hertz)
        {
            while (! path.isReady (out.numFrames()))
                std::this_thread::sleep_for (std::chrono::milliseconds { 1 });

            path.process (out.block());
        }
    }

    double lead() const
    {
        return path.reference.position().seconds - path.master.position().seconds;
    }

private:
    const support::TemporaryFolder folder;
    const ChainLayout layout { .maximumTaps = 4096, .rate = live_examples::rate };
    SignalControls controls;
    const std::shared_ptr<const PlayOrder> order = std::make_shared<const PlayOrder> (PlayOrder {
        { FileVersion::of (
              live_examples::writeFile (folder / "a.wav", live_examples::programme (5 * 48000))),
          0.0 } });

public:
    SignalPath path { layout, controls };
};

constexpr double frame = 1.0 / 48000.0;

TEST (SignalPath, putsAMasterInStepThatIsUpToATenthOfASecondOff)
{
    for (const double lead : { 0.002, 0.07, 0.095, -0.002, -0.07, -0.095 })
    {
        InStep decks { lead };
        decks.hear (0.5);
        EXPECT_NEAR (decks.lead(), 0.0, 1.5 * frame) << lead;
    }
}

TEST (SignalPath, leavesAReferenceThatIsFurtherOffToBeCuedAnew)
{
    for (const double lead : { 0.15, -0.15 })
    {
        InStep decks { lead };
        decks.hear (0.5);
        EXPECT_NEAR (decks.lead(), lead, 1.5 * frame);
    }
}

TEST (SignalPath, isReadyInStepOnlyWhenBothDecksAre)
{
    InStep decks { 0.0 };
    decks.hear (0.01);
    EXPECT_NEAR (decks.lead(), 0.0, 1.5 * frame);
    EXPECT_NE (decks.path.master.playingCue(), 0u);
    EXPECT_NE (decks.path.reference.playingCue(), 0u);
}

} // namespace
} // namespace monitoring
