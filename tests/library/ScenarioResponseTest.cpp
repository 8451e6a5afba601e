// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ScenarioResponse.h"

#include "library/ScenarioExamples.h"

#include <gtest/gtest.h>

namespace
{

using namespace scenario_examples;
using library::DeviceKind;
using library::Fold;
using library::Listening;
using library::ListeningScenario;
using library::Quantity;
using library::Subject;

ListeningScenario device (const library::DeviceProfile& profile)
{
    ListeningScenario scenario;
    scenario.device = &profile;
    return scenario;
}

dsp::TransferMatrix rendered (const ListeningScenario& scenario)
{
    const auto response = library::scenarioResponse (scenario, targets(), rate);

    if (! response)
        throw std::runtime_error (response.problem().sentence());

    return response->matrix;
}

double energy (std::span<const double> path)
{
    double sum = 0.0;

    for (const double sample : path)
        sum += sample * sample;

    return sum;
}

} // namespace

TEST (ScenarioResponse, untouchedIsAUnitAtTheCommonArrival)
{
    ListeningScenario scenario;
    scenario.subject = Subject::untouched;
    const auto matrix = rendered (scenario);
    const auto frame = library::arrivalFrame (Listening::headphones, rate);

    EXPECT_EQ (frame, 48u);
    EXPECT_EQ (matrix.path (0, 0)[frame], 1.0);
    EXPECT_EQ (energy (matrix.path (0, 0)), 1.0);
    EXPECT_EQ (energy (matrix.path (1, 1)), 1.0);
    EXPECT_EQ (energy (matrix.path (0, 1)), 0.0);
}

TEST (ScenarioResponse, earbudOnItselfIsAUnit)
{
    const auto raw = worn (
        DeviceKind::earbuds, Quantity::eardrum, "iec711", hill (2500.0, 12.0, -2.0));
    const auto deviation = worn (DeviceKind::headphones,
                                 Quantity::deviationFromTarget,
                                 "harman-over-ear-2018",
                                 hill (80.0, 6.0));

    for (const auto* profile : { &raw, &deviation })
    {
        auto scenario = device (*profile);
        scenario.headphones = profile;
        const auto matrix = rendered (scenario);

        for (const double frequency :
             { 20.0, 50.0, 100.0, 1000.0, 4000.0, 10000.0, 16000.0, 20000.0 })
        {
            EXPECT_NEAR (levelDbAt (matrix.path (0, 0), frequency), 0.0, 0.1) << frequency;
            EXPECT_NEAR (levelDbAt (matrix.path (1, 1), frequency), 0.0, 0.1) << frequency;
        }

        EXPECT_EQ (energy (matrix.path (0, 1)), 0.0);
        EXPECT_NEAR (
            matrix.path (0, 0)[library::arrivalFrame (Listening::headphones, rate)], 1.0, 0.01);
    }
}

TEST (ScenarioResponse, oneOnAnotherIsTheDifferenceOfTheCurves)
{
    const auto a = worn (DeviceKind::headphones,
                         Quantity::deviationFromTarget,
                         "harman-over-ear-2018",
                         hill (100.0, 5.0));
    const auto b = worn (DeviceKind::headphones,
                         Quantity::deviationFromTarget,
                         "harman-over-ear-2018",
                         hill (4000.0, 4.0));
    auto scenario = device (a);
    scenario.headphones = &b;
    const auto matrix = rendered (scenario);

    for (const double frequency : { 40.0, 63.0, 125.0, 500.0, 2000.0, 4000.0, 8000.0 })
        EXPECT_NEAR (levelDbAt (matrix.path (0, 0), frequency),
                     a.responses[0].level.levelDbAt (frequency)
                         - b.responses[0].level.levelDbAt (frequency),
                     0.3)
            << frequency;
}

// Without headphones named, a device that is known against the Harman target is its own deviation.
TEST (ScenarioResponse, harmanIsAssumedAndSaid)
{
    const auto a = worn (DeviceKind::headphones,
                         Quantity::deviationFromTarget,
                         "harman-over-ear-2018",
                         hill (100.0, 5.0));
    const auto response = library::scenarioResponse (device (a), targets(), rate);
    ASSERT_TRUE (response);

    EXPECT_NEAR (levelDbAt (response->matrix.path (0, 0), 100.0),
                 a.responses[0].level.levelDbAt (100.0),
                 0.3);
    ASSERT_FALSE (response->notes.empty());
    EXPECT_NE (response->notes.back().find ("Harman"), std::string::npos);
}

TEST (ScenarioResponse, twoTargetsAreAddedBackWithACaution)
{
    const auto bud = worn (
        DeviceKind::earbuds, Quantity::deviationFromTarget, "autoeq-in-ear-bass", flat());
    const auto can = worn (
        DeviceKind::headphones, Quantity::deviationFromTarget, "harman-over-ear-2018", flat());
    auto scenario = device (bud);
    scenario.headphones = &can;
    const auto response = library::scenarioResponse (scenario, targets(), rate);
    ASSERT_TRUE (response);

    const auto set = targets();
    const auto expected = *set.find ("autoeq-in-ear-bass") - *set.find ("harman-over-ear-2018");

    for (const double frequency : { 100.0, 1000.0, 3000.0 })
        EXPECT_NEAR (levelDbAt (response->matrix.path (0, 0), frequency),
                     expected.levelDbAt (frequency),
                     0.3);

    ASSERT_GE (response->notes.size(), 2u);
    EXPECT_NE (response->notes[0].find ("±3 dB"), std::string::npos);
    EXPECT_NE (response->notes[1].find ("±1.5 dB"), std::string::npos);
}

TEST (ScenarioResponse, twoRigsMeetInTheDiffuseField)
{
    const auto set = targets();
    const auto onKemar = worn (
        DeviceKind::headphones, Quantity::eardrum, "gras43ag", *set.diffuseField ("gras43ag"));
    const auto on5128 = worn (
        DeviceKind::headphones, Quantity::eardrum, "bk5128", *set.diffuseField ("bk5128"));
    auto scenario = device (onKemar);
    scenario.headphones = &on5128;
    const auto matrix = rendered (scenario);

    for (const double frequency : { 100.0, 1000.0, 3000.0, 8000.0 })
        EXPECT_NEAR (levelDbAt (matrix.path (0, 0), frequency), 0.0, 0.3) << frequency;
}

TEST (ScenarioResponse, whatIsNotCoveredIsAProblemThatNamesBoth)
{
    auto raw = worn (DeviceKind::headphones, Quantity::eardrum, "bk5128", flat());
    raw.name = "Raw One";
    auto deviating = worn (
        DeviceKind::headphones, Quantity::deviationFromTarget, "harman-over-ear-2018", flat());
    deviating.name = "Deviating Two";
    auto scenario = device (raw);
    scenario.headphones = &deviating;
    const auto mixed = library::scenarioResponse (scenario, targets(), rate);
    ASSERT_FALSE (mixed);
    EXPECT_NE (mixed.problem().what.find ("Raw One"), std::string::npos);
    EXPECT_NE (mixed.problem().what.find ("Deviating Two"), std::string::npos);
    EXPECT_FALSE (mixed.problem().cure.empty());

    const auto unknownRig = worn (DeviceKind::headphones, Quantity::eardrum, "hms2", flat());
    scenario.headphones = &unknownRig;
    EXPECT_FALSE (library::scenarioResponse (scenario, targets(), rate));

    const auto head = library::HrtfSet::sphericalHead();
    const auto speaker = loudspeaker (Fold::Kind::monoSum, { { { 0.0, 0.0 }, 1.0 } }, flat());
    scenario.device = &speaker;
    scenario.head = &head;
    EXPECT_FALSE (library::scenarioResponse (scenario, targets(), rate));

    scenario.headphones = &raw;
    EXPECT_TRUE (library::scenarioResponse (scenario, targets(), rate));
    scenario.head = nullptr;
    EXPECT_FALSE (library::scenarioResponse (scenario, targets(), rate));
}

// (L+R)/2: left only −6.02 dB, L = R 0 dB, L = −R silent.
TEST (ScenarioResponse, monoSumHalvesTheSum)
{
    const auto head = library::HrtfSet::sphericalHead();
    const auto headphones = diffuseFieldHeadphones();
    const auto speaker = loudspeaker (Fold::Kind::monoSum, { { { 0.0, -35.0 }, 0.35 } }, flat());
    const auto single = loudspeaker (Fold::Kind::leftOnly, { { { 0.0, -35.0 }, 0.35 } }, flat());

    for (const auto listening :
         { Listening::headphones, Listening::loudspeakers, Listening::microphone })
    {
        auto scenario = device (speaker);
        scenario.listening = listening;
        scenario.head = &head;
        scenario.headphones = &headphones;
        const auto sum = rendered (scenario);
        scenario.device = &single;
        const auto alone = rendered (scenario);

        for (const double frequency : { 100.0, 1000.0, 5000.0 })
        {
            const auto left = gainAt (sum.path (0, 0), frequency);
            const auto right = gainAt (sum.path (0, 1), frequency);
            const auto reference = gainAt (alone.path (0, 0), frequency);
            EXPECT_NEAR (20.0 * std::log10 (std::abs (left / reference)), -6.02, 0.01);
            EXPECT_NEAR (20.0 * std::log10 (std::abs ((left + right) / reference)), 0.0, 0.01);
            EXPECT_LT (std::abs (left - right), 1.0e-12);
        }
    }
}

TEST (ScenarioResponse, aSpeakerAheadSoundsTheSameAtBothEars)
{
    const auto head = library::HrtfSet::sphericalHead();
    const auto headphones = diffuseFieldHeadphones();
    const auto speaker = loudspeaker (
        Fold::Kind::leftOnly, { { { 0.0, 0.0 }, 2.0 } }, hill (90.0, -30.0));
    auto scenario = device (speaker);
    scenario.head = &head;
    scenario.headphones = &headphones;
    const auto matrix = rendered (scenario);

    // The device's bass is its own and not limited by anything.
    EXPECT_NEAR (
        levelDbAt (matrix.path (0, 0), 90.0), speaker.responses[0].level.levelDbAt (90.0), 0.5);
    EXPECT_NEAR (
        levelDbAt (matrix.path (0, 0), 1000.0), levelDbAt (matrix.path (1, 0), 1000.0), 0.05);
    EXPECT_EQ (energy (matrix.path (0, 1)), 0.0);
}

// Nothing at 0 ms: the near ear's arrival and what rings before it have room.
TEST (ScenarioResponse, directSoundArrivesInTimeWhateverTheDistance)
{
    const auto head = library::HrtfSet::sphericalHead();
    const auto headphones = diffuseFieldHeadphones();
    const double frame = static_cast<double> (library::arrivalFrame (Listening::headphones, rate));

    for (const double distance : { 0.35, 1.0, 3.0 })
    {
        const auto speaker = loudspeaker (
            Fold::Kind::leftOnly, { { { 0.0, 0.0 }, distance } }, flat());
        auto scenario = device (speaker);
        scenario.head = &head;
        scenario.headphones = &headphones;
        const auto matrix = rendered (scenario);
        const auto path = matrix.path (0, 0);
        const auto peak = std::max_element (path.begin(), path.end()) - path.begin();
        EXPECT_NEAR (static_cast<double> (peak), frame, 5.0) << distance;
        EXPECT_LT (std::abs (path[0]), 1.0e-3);
    }
}

TEST (ScenarioResponse, neutralIsAPairAndTheRightSpeakerMirrorsTheLeft)
{
    const auto head = library::HrtfSet::sphericalHead();
    const auto headphones = diffuseFieldHeadphones();
    ListeningScenario scenario;
    scenario.subject = Subject::neutral;
    scenario.head = &head;
    scenario.headphones = &headphones;
    const auto matrix = rendered (scenario);

    for (const double frequency : { 200.0, 1000.0, 4000.0 })
    {
        EXPECT_NEAR (levelDbAt (matrix.path (0, 0), frequency),
                     levelDbAt (matrix.path (1, 1), frequency),
                     0.3);
        EXPECT_GT (levelDbAt (matrix.path (0, 0), frequency),
                   levelDbAt (matrix.path (1, 0), frequency));
    }

    scenario.listening = Listening::loudspeakers;
    EXPECT_EQ (rendered (scenario), rendered ([&] {
                   auto untouched = scenario;
                   untouched.subject = Subject::untouched;
                   return untouched;
               }()));
}

TEST (ScenarioResponse, anImportIsExactAtTheMicrophone)
{
    dsp::TransferMatrix imported { 1, 2, 500, rate };
    imported.path (0, 0)[120] = 0.7;
    imported.path (0, 1)[121] = -0.2;
    imported.path (0, 1)[400] = 0.01;
    auto speaker = loudspeaker (Fold::Kind::monoSum, { { { 0.0, 0.0 }, 1.0 } }, flat());
    speaker.impulseResponse = std::make_shared<const dsp::TransferMatrix> (imported);
    auto scenario = device (speaker);
    scenario.listening = Listening::microphone;
    EXPECT_EQ (rendered (scenario), imported);

    const auto slower = library::scenarioResponse (scenario, targets(), { 44100 });
    ASSERT_TRUE (slower);
    EXPECT_EQ (slower->matrix.rate().hertz, 44100);
}

TEST (ScenarioResponse, anImportArrivesInTimeThroughHeadphones)
{
    const auto head = library::HrtfSet::sphericalHead();
    const auto headphones = diffuseFieldHeadphones();
    dsp::TransferMatrix imported { 1, 2, 3000, rate };
    imported.path (0, 0)[1500] = 0.5;
    imported.path (0, 1)[1500] = 0.5;
    auto plain = loudspeaker (Fold::Kind::monoSum, { { { 0.0, 0.0 }, 1.0 } }, flat());
    auto withImport = plain;
    withImport.impulseResponse = std::make_shared<const dsp::TransferMatrix> (imported);
    auto scenario = device (plain);
    scenario.head = &head;
    scenario.headphones = &headphones;
    const auto expected = rendered (scenario);
    scenario.device = &withImport;
    const auto matrix = rendered (scenario);

    for (std::size_t n = 0; n < 400; ++n)
        EXPECT_NEAR (matrix.path (0, 0)[n], expected.path (0, 0)[n], 1.0e-4) << n;
}

TEST (ScenarioResponse, noiseComesInThroughTheSameHeadphones)
{
    const auto headphones = worn (
        DeviceKind::headphones, Quantity::diffuseField, "kemar", hill (200.0, 4.0));
    ListeningScenario scenario;
    scenario.headphones = &headphones;
    const auto matrix = library::diffuseFieldToOutput (scenario, targets(), rate);
    ASSERT_TRUE (matrix);
    EXPECT_NEAR (levelDbAt (matrix->path (0, 0), 200.0),
                 -headphones.responses[0].level.levelDbAt (200.0),
                 0.3);
    EXPECT_EQ (energy (matrix->path (0, 1)), 0.0);
}

// What is assumed is the Harman target at the eardrum: D / H is then the diffuse field less the target.
TEST (ScenarioResponse, theAssumedHeadphonesAreTheTargetPointByPoint)
{
    const auto set = targets();
    const auto matrix = library::diffuseFieldToOutput ({}, set, rate);
    ASSERT_TRUE (matrix);
    const auto expected = *set.diffuseField ("kemar") - *set.find ("harman-over-ear-2018");

    for (const double frequency : { 63.0, 250.0, 1000.0, 2000.0, 3000.0, 5000.0, 8000.0 })
        EXPECT_NEAR (levelDbAt (matrix->path (0, 0), frequency),
                     expected.levelDbAt (frequency) - expected.meanDb ({ 300.0 }, { 1200.0 }),
                     0.4)
            << frequency;
}
