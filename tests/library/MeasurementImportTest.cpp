// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/MeasurementImport.h"

#include "library/ImpulseResponseFile.h"
#include "library/LibraryVerification.h"
#include "library/ProfileChecks.h"
#include "library/ProfileReader.h"
#include "library/Signals.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

using library::DeviceKind;
using library::importMeasurement;
using library::ImportRequest;
using testing::HasSubstr;

namespace
{

class MeasurementImportTest : public testing::Test
{
protected:
    ImportRequest requestFor (const std::filesystem::path& file) const
    {
        ImportRequest request;
        request.files = { file };
        request.kind = DeviceKind::phone;
        request.name = "My phone";
        request.library = folder / "library";
        return request;
    }

    std::filesystem::path wav (std::string_view name,
                               const std::vector<dsp::ImpulseResponse>& channels) const
    {
        const auto file = folder / name;
        EXPECT_TRUE (library::writeImpulseResponse (file, channels, files::Overwrite::refuse));
        return file;
    }

    /** The level of a peak filter as a table, every 1/12 octave. */
    std::string peakTable() const
    {
        std::string text = "frequency,raw\n";

        for (double frequency = 20.0; frequency < 20000.0; frequency *= std::exp2 (1.0 / 12.0))
            text += std::to_string (frequency) + ","
                    + std::to_string (60.0 + tests::peakFilterLevelDb (frequency, 48000)) + "\n";

        return text;
    }

    support::TemporaryFolder folder;
};

std::string wholeNote (const library::ImportOutcome& outcome)
{
    std::string all;

    for (const auto& note : outcome.notes)
        all += note + "\n";

    return all;
}

} // namespace

TEST_F (MeasurementImportTest, keepsTheImpulseResponseSampleForSample)
{
    auto ir = tests::peakFilterImpulse (44100, 0.1);

    for (double& sample : ir.samples)
        sample = static_cast<double> (static_cast<float> (sample));

    ir.samples.insert (ir.samples.begin(), 100, 0.0);
    const auto outcome = importMeasurement (requestFor (wav ("ir.wav", { ir })));
    ASSERT_TRUE (outcome) << outcome.problem().sentence();

    const auto device = library::readProfile (outcome->deviceFile, library::Strictness::strict);
    ASSERT_TRUE (device) << device.problem().sentence();
    ASSERT_NE (device->impulseResponse, nullptr);
    EXPECT_EQ (device->id, "phone/my-phone");

    // One channel serves left and right on their own.
    const auto& matrix = *device->impulseResponse;
    ASSERT_EQ (matrix.numOutputs(), 2u);
    EXPECT_THAT (matrix.path (0, 0), testing::ElementsAreArray (ir.samples));
    EXPECT_THAT (matrix.path (1, 1), testing::ElementsAreArray (ir.samples));
    EXPECT_THAT (matrix.path (0, 1), testing::Each (0.0));
    EXPECT_EQ (matrix.rate().hertz, 44100);
    EXPECT_THAT (library::verifyLibrary (folder / "library"), testing::IsEmpty());
}

TEST_F (MeasurementImportTest, readsTheCurveOfAKnownFilterFromAnImpulseResponse)
{
    const auto outcome = importMeasurement (
        requestFor (wav ("ir.wav", { tests::peakFilterImpulse (48000, 0.5) })));
    ASSERT_TRUE (outcome) << outcome.problem().sentence();
    const auto& level = outcome->profile.responses[0].level;
    const double reference = tests::peakFilterLevelDb (100.0, 48000) - level.levelDbAt (100.0);

    for (const double frequency : { 30.0, 300.0, 1000.0, 1400.0, 4000.0, 12000.0 })
        EXPECT_NEAR (level.levelDbAt (frequency) + reference,
                     tests::peakFilterLevelDb (frequency, 48000),
                     0.2);
}

TEST_F (MeasurementImportTest, readsTheSameCurveFromATable)
{
    const auto outcome = importMeasurement (requestFor (folder.write ("phone.csv", peakTable())));
    ASSERT_TRUE (outcome) << outcome.problem().sentence();
    const auto& level = outcome->profile.responses[0].level;

    EXPECT_NEAR (level.levelDbAt (1000.0) - level.levelDbAt (100.0), 6.0, 0.2);
    EXPECT_EQ (outcome->profile.provenance.evidence, library::Evidence::measuredMagnitude);
    EXPECT_TRUE (outcome->impulseFile.empty());
    EXPECT_TRUE (library::readProfile (outcome->deviceFile, library::Strictness::strict));
}

TEST_F (MeasurementImportTest, readsFourChannelsAsTrueStereo)
{
    std::vector<dsp::ImpulseResponse> channels;

    for (const double gain : { 1.0, 0.5, 0.25, 0.75 })
        channels.push_back ({ { gain, gain / 4.0 }, { 48000 } });

    auto request = requestFor (wav ("ir.wav", channels));
    request.kind = DeviceKind::laptop;
    const auto outcome = importMeasurement (request);
    ASSERT_TRUE (outcome) << outcome.problem().sentence();
    const auto device = library::readProfile (outcome->deviceFile, library::Strictness::strict);
    ASSERT_TRUE (device) << device.problem().sentence();
    const auto& matrix = *device->impulseResponse;

    // LL, LR, RL, RR: the first letter is the input, the second the output.
    EXPECT_EQ (matrix.path (0, 0)[0], 1.0);
    EXPECT_EQ (matrix.path (1, 0)[0], 0.5);
    EXPECT_EQ (matrix.path (0, 1)[0], 0.25);
    EXPECT_EQ (matrix.path (1, 1)[0], 0.75);

    request.kind = DeviceKind::phone; // usually a mono sum, but four channels say all themselves
    EXPECT_THAT (wholeNote (*importMeasurement (request)),
                 testing::Not (HasSubstr ("on their own")));
}

TEST_F (MeasurementImportTest, foldsOneChannelWhenAsked)
{
    auto request = requestFor (wav ("ir.wav", { { { 1.0, 0.5 }, { 48000 } } }));
    request.fold = library::Fold { library::Fold::Kind::monoSum, {} };
    const auto outcome = importMeasurement (request);
    ASSERT_TRUE (outcome) << outcome.problem().sentence();
    const auto& matrix = *outcome->profile.impulseResponse;

    ASSERT_EQ (matrix.numOutputs(), 1u);
    EXPECT_EQ (matrix.path (0, 0)[1], 0.25);
    EXPECT_EQ (matrix.path (0, 1)[1], 0.25);
}

TEST_F (MeasurementImportTest, saysWhatItUnderstoodAndAssumed)
{
    auto ir = tests::highPassImpulse (48000, 1.0, 400.0);
    tests::addNoise (ir, 1e-3);
    const auto outcome = importMeasurement (requestFor (wav ("ir.wav", { ir })));

    ASSERT_TRUE (outcome) << outcome.problem().sentence();
    EXPECT_THAT (wholeNote (*outcome),
                 testing::AllOf (HasSubstr ("Arrives after"),
                                 HasSubstr ("noise"),
                                 HasSubstr ("Usable from"),
                                 HasSubstr ("--fold monoSum"),
                                 HasSubstr ("Modelled from")));
    EXPECT_FALSE (outcome->profile.provenance.modelledParts.empty());
}

TEST_F (MeasurementImportTest, refusesWhatItCannotUseAndLeavesNothingBehind)
{
    dsp::ImpulseResponse noise { std::vector<double> (48000), { 48000 } };
    tests::addNoise (noise, 0.1);
    const dsp::ImpulseResponse silence { std::vector<double> (4800), { 48000 } };
    const dsp::ImpulseResponse endless { std::vector<double> (8000 * 600, 0.25), { 8000 } };

    const auto problemOf = [&] (const std::filesystem::path& file) {
        const auto outcome = importMeasurement (requestFor (file));
        return outcome ? std::string ("imported") : outcome.problem().sentence();
    };

    EXPECT_THAT (problemOf (wav ("noise.wav", { noise })),
                 testing::AllOf (HasSubstr ("noise.wav"), HasSubstr ("does not decay")));
    EXPECT_THAT (problemOf (wav ("silence.wav", { silence })), HasSubstr ("silent"));
    EXPECT_THAT (problemOf (wav ("endless.wav", { endless })), HasSubstr ("It lasts 600"));
    EXPECT_THAT (problemOf (folder / "none.wav"), HasSubstr ("none.wav"));
    EXPECT_THAT (problemOf (folder.write ("hole.csv", "frequency,raw\n100,1\n200,oops\n300,1\n")),
                 HasSubstr ("line 3"));
    EXPECT_FALSE (std::filesystem::exists (folder / "library"));
    EXPECT_EQ (problemOf (wav ("good.wav", { tests::peakFilterImpulse (48000, 0.1) })), "imported");
}

TEST_F (MeasurementImportTest, refusesIdsThatLeadOutOfTheLibrary)
{
    auto request = requestFor (folder.write ("peak.csv", peakTable()));

    for (const auto* id : { "../../evil", "a/b", "..", "My Phone", "-" })
    {
        request.id = id;
        EXPECT_THAT (importMeasurement (request).problem().where, HasSubstr (id));
    }

    EXPECT_FALSE (std::filesystem::exists (folder / "evil.json"));
    EXPECT_FALSE (std::filesystem::exists (request.library));
    request.id = "my-phone-2";
    EXPECT_TRUE (importMeasurement (request));
}

TEST_F (MeasurementImportTest, isInOrderWhereTheDataEndInTheMiddle)
{
    std::string table = "frequency,raw\n";

    for (double frequency = 700.0; frequency < 20000.0; frequency *= std::exp2 (1.0 / 12.0))
        table += std::to_string (frequency) + ",80\n";

    const auto outcome = importMeasurement (requestFor (folder.write ("short.csv", table)));
    ASSERT_TRUE (outcome);
    EXPECT_TRUE (library::checkProfile (outcome->profile).empty());
}

TEST_F (MeasurementImportTest, doesNotReplaceADeviceUnasked)
{
    auto request = requestFor (folder.write ("phone.csv", peakTable()));
    ASSERT_TRUE (importMeasurement (request));
    EXPECT_FALSE (importMeasurement (request));

    request.overwrite = files::Overwrite::allow;
    EXPECT_TRUE (importMeasurement (request));
}

TEST_F (MeasurementImportTest, wantsTheTargetOfACorrection)
{
    auto request = requestFor (
        folder.write ("eq.txt", "Preamp: -6 dB\nFilter 1: ON PK Fc 1000 Hz Gain 6 dB Q 1\n"));
    request.kind = DeviceKind::headphones;
    ASSERT_FALSE (importMeasurement (request));

    request.target = "harman-over-ear-2018";
    const auto outcome = importMeasurement (request);
    ASSERT_TRUE (outcome) << outcome.problem().sentence();
    const auto& response = outcome->profile.responses[0];
    EXPECT_EQ (outcome->profile.provenance.evidence, library::Evidence::inferred);
    EXPECT_EQ (response.quantity, library::Quantity::deviationFromTarget);
    EXPECT_NEAR (response.level.levelDbAt (1000.0) - response.level.levelDbAt (60.0), -6.0, 0.2);
}

TEST_F (MeasurementImportTest, takesOurOwnFilesBack)
{
    const auto first = importMeasurement (requestFor (folder.write ("phone.csv", peakTable())));
    ASSERT_TRUE (first);
    auto request = requestFor (first->deviceFile);
    request.id = "again";
    const auto second = importMeasurement (request);

    ASSERT_TRUE (second) << second.problem().sentence();
    EXPECT_EQ (second->profile.responses, first->profile.responses);
    EXPECT_EQ (second->deviceFile.filename(), "again.json");
}

TEST (MeasurementImport, makesIdsOfNames)
{
    EXPECT_EQ (library::idFromName ("SoundLink Revolve+"), "soundlink-revolve-plus");
    EXPECT_EQ (library::idFromName ("  LS3/5A (1976) "), "ls3-5a-1976");
    EXPECT_EQ (library::idFromName ("?!"), "unnamed");
}
