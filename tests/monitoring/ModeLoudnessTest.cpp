// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/ModeLoudness.h"

#include "monitoring/ProgrammeExcerpts.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

namespace monitoring
{
namespace
{

constexpr units::SampleRate rate { 48000 };

support::Signal inMode (const support::Signal& signal, StereoMode mode)
{
    const auto gains = gainsOf (mode);
    auto mixed = signal;

    for (std::size_t n = 0; n < signal[0].size(); ++n)
        for (std::size_t c = 0; c < 2; ++c)
            mixed[c][n] = static_cast<double> (gains[c][0]) * signal[0][n]
                          + static_cast<double> (gains[c][1]) * signal[1][n];

    return mixed;
}

TEST (ModeLoudness, isWhatARenderingHas)
{
    auto master = support::noise (2, 6 * 48000, 3);

    for (std::size_t n = 0; n < master[0].size(); ++n)
        master[1][n] = 0.5 * master[1][n] - 0.6 * master[0][n];

    const auto device = support::decayingMatrix (2, 2, 500, 8);
    const auto buffer = support::toBuffer (master);
    const auto rises = risesOfModes (device, masterSpectra (buffer.block(), rate));
    const auto levelOf = [&] (StereoMode mode) {
        return kWeightedLevelDb (
            heardThrough (device, { support::toBuffer (inMode (master, mode)), rate }));
    };
    const double plain = levelOf (StereoMode::stereo);

    for (std::size_t mode = 0; mode < numStereoModes; ++mode)
        EXPECT_NEAR (rises[mode], levelOf (static_cast<StereoMode> (mode)) - plain, 0.5) << mode;
}

TEST (ModeLoudness, isNothingOfSilence)
{
    const dsp::AudioBuffer silence (2, 48000);
    EXPECT_EQ (risesOfModes (support::unitMatrix (2), masterSpectra (silence.block(), rate)),
               ModeRises {});
}

} // namespace
} // namespace monitoring
