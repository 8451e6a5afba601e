// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Listener.h"
#include "library/ListenersHeadphones.h"
#include "library/ScenarioExamples.h"

#include <gtest/gtest.h>

namespace
{

using namespace scenario_examples;
using library::CorrectionEnd;
using library::ListeningScenario;

/** They shine at 9 kHz. */
library::DeviceProfile brightHeadphones()
{
    return worn (library::DeviceKind::headphones,
                 library::Quantity::deviationFromTarget,
                 "harman-over-ear-2018",
                 hill (9000.0, 6.0));
}

template <typename Curve>
void expectUncorrectedTreble (Curve curveUpTo)
{
    const dsp::FrequencyResponse whole = curveUpTo (CorrectionEnd::at10kHz);
    const dsp::FrequencyResponse early = curveUpTo (CorrectionEnd::at8kHz);

    for (const double frequency : { 100.0, 1000.0, 3000.0, 5000.0 })
        EXPECT_NEAR (early.levelDbAt (frequency), whole.levelDbAt (frequency), 0.1) << frequency;

    for (const double frequency : { 8500.0, 9000.0, 12000.0, 16000.0 })
        EXPECT_NEAR (early.levelDbAt (frequency), early.levelDbAt (8000.0), 0.1) << frequency;

    EXPECT_LT (whole.levelDbAt (8800.0), early.levelDbAt (8800.0) - 1.0)
        << "what shines would have been taken out";
}

TEST (CorrectionEnd, endsTheInverseOfTheHeadphones)
{
    const auto headphones = brightHeadphones();
    expectUncorrectedTreble ([&] (CorrectionEnd end) {
        ListeningScenario scenario;
        scenario.headphones = &headphones;
        scenario.correctionEnd = end;
        return library::diffuseFieldToHeadphones (scenario, targets()).value().level;
    });
}

TEST (CorrectionEnd, endsTheDifferenceBetweenTwoHeadphones)
{
    const auto headphones = brightHeadphones();
    const auto other = worn (library::DeviceKind::headphones,
                             library::Quantity::deviationFromTarget,
                             "harman-over-ear-2018",
                             hill (100.0, 5.0));
    expectUncorrectedTreble ([&] (CorrectionEnd end) {
        library::Listener listener;
        listener.headphones = &headphones;
        listener.correctionEnd = end;
        const auto scenario = library::scenarioOf (
            library::Subject::device, &other, listener, library::Catalogue {});
        const auto response = library::scenarioResponse (scenario, targets(), rate).value();

        const std::string note = "Above 8 kHz your headphones are not corrected.";
        EXPECT_EQ (std::ranges::count (response.notes, note), end == CorrectionEnd::at8kHz ? 1 : 0);

        return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double f) {
            return levelDbAt (response.matrix.path (0, 0), f);
        });
    });
}

} // namespace
