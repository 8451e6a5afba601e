// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ListenersHeadphones.h"
#include "library/ScenarioExamples.h"
#include "library/ScenarioResponse.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace
{

using namespace scenario_examples;
using library::Listening;
using library::ListeningScenario;

TEST (OutputToEar, isWhatTheInverseOfTheHeadphonesTakesOut)
{
    const auto headphones = worn (library::DeviceKind::headphones,
                                  library::Quantity::deviationFromTarget,
                                  "harman-over-ear-2018",
                                  hill (150.0, 6.0));
    ListeningScenario scenario;
    scenario.headphones = &headphones;
    const auto out = library::headphonesToDiffuseField (scenario, targets());
    const auto in = library::diffuseFieldToHeadphones (scenario, targets());
    ASSERT_TRUE (out && in);

    // The inverse is regularised and smoothed; a smooth curve survives both.
    for (const double frequency : { 60.0, 150.0, 500.0, 1000.0, 3000.0, 6000.0 })
        EXPECT_NEAR (out->level.levelDbAt (frequency) + in->level.levelDbAt (frequency), 0.0, 0.5)
            << frequency;

    EXPECT_GT (out->level.levelDbAt (150.0), 4.0) << "bass headphones are heard as such";
}

TEST (OutputToEar, isNothingWhereNoHeadphonesAreKnownOrWorn)
{
    ListeningScenario none;
    none.takeHeadphonesOut = false;
    ListeningScenario loudspeakers;
    loudspeakers.listening = Listening::loudspeakers;

    for (const auto& scenario : { none, loudspeakers })
    {
        const auto response = library::outputToEar (scenario, targets());
        ASSERT_TRUE (response);

        for (const double frequency : { 30.0, 1000.0, 12000.0 })
            EXPECT_NEAR (response->levelDbAt (frequency), 0.0, 1e-6) << frequency;
    }
}

TEST (OutputToEar, filterHasTheResponse)
{
    ListeningScenario assumed; // Harman over-ear 2018
    const auto response = library::outputToEar (assumed, targets());
    ASSERT_TRUE (response);

    for (const int hertz : { 8000, 48000, 192000 })
    {
        const auto filter = library::outputToEarFilter (assumed, targets(), { hertz });
        ASSERT_TRUE (filter);
        EXPECT_EQ (filter->rate.hertz, hertz);

        for (const double frequency : { 100.0, 1000.0, 3000.0 })
        {
            double re = 0.0;
            double im = 0.0;

            for (std::size_t n = 0; n < filter->samples.size(); ++n)
            {
                const double phase = 2.0 * std::numbers::pi * frequency * static_cast<double> (n)
                                     / hertz;
                re += filter->samples[n] * std::cos (phase);
                im += filter->samples[n] * std::sin (phase);
            }

            EXPECT_NEAR (
                10.0 * std::log10 (re * re + im * im), response->levelDbAt (frequency), 0.1)
                << frequency << " Hz at " << hertz;
        }
    }
}

} // namespace
