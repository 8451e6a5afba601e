// SPDX-License-Identifier: GPL-3.0-or-later
// The noise that audition adds, taken out of its files again and measured.
#include "cli/TypedCommand.h"
#include "dsp/AudioBuffer.h"
#include "dsp/ThirdOctave.h"
#include "files/AudioFile.h"
#include "files/Json.h"
#include "hearing/LoudnessMeter.h"
#include "library/LibraryLocation.h"
#include "library/ScenarioResponse.h"
#include "support/StereoSpectrum.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace cli
{
namespace
{

using support::TemporaryFolder;

constexpr units::SampleRate rate { 48000 };
constexpr double listeningLevelDbSpl = 72.0;

void succeed (const std::vector<std::string>& arguments)
{
    const auto outcome = elsewhere (arguments);
    ASSERT_EQ (outcome.exitCode, 0) << outcome.err;
}

dsp::AudioBuffer samplesOf (const std::filesystem::path& file)
{
    auto reader = files::AudioFileReader::open (file, { 2, rate.hertz, rate.hertz });
    EXPECT_TRUE (reader) << file;
    dsp::AudioBuffer buffer { 2, static_cast<std::size_t> (reader->numFrames()) };
    EXPECT_TRUE (reader->read (buffer.block()));
    return buffer;
}

double lufsOf (const dsp::AudioBuffer& buffer)
{
    hearing::LoudnessMeter meter { 2, rate };
    meter.process (buffer.block());
    return meter.result().integrated->value;
}

/** What audition writes of the demo on a phone, with the gain it says it wrote it with taken off. */
class Renders
{
public:
    Renders() { succeed ({ "demo", "-o", master() }); }

    std::string master() const { return (folder / "demo.wav").string(); }

    dsp::AudioBuffer audition (std::vector<std::string> options) const
    {
        const auto wav = (folder / "heard.wav").string();
        const auto json = (folder / "heard.json").string();
        std::vector<std::string> arguments { "audition", master(), "--device", "phone-typical",
                                             "--level",  "72",     "--force",  "--json",
                                             json,       "-o",     wav };
        arguments.insert (arguments.end(), options.begin(), options.end());
        succeed (arguments);

        const auto report = files::parseJson (support::readWhole (json), json);
        EXPECT_TRUE (report);
        const auto& row = report->find ("outputs")->asArray()->front();
        const double gainDb = *row.find ("writtenLufs")->asNumber()
                              - *row.find ("renderedLufs")->asNumber();
        auto buffer = samplesOf (wav);

        for (std::size_t c = 0; c < 2; ++c)
            for (auto& sample : buffer.channel (c))
                sample *= static_cast<float> (std::pow (10.0, -gainDb / 20.0));

        return buffer;
    }

    /** What full scale of an unmatched render stands for, in dB SPL: decision 0032. */
    units::Decibels fullScale (const dsp::AudioBuffer& unmatched) const
    {
        return units::Decibels { listeningLevelDbSpl + 17.0 + lufsOf (samplesOf (master()))
                                 - lufsOf (unmatched) };
    }

private:
    TemporaryFolder folder;
};

dsp::AudioBuffer difference (const dsp::AudioBuffer& with, const dsp::AudioBuffer& without)
{
    EXPECT_EQ (with.numFrames(), without.numFrames());
    dsp::AudioBuffer rest { 2, with.numFrames() };

    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t n = 0; n < rest.numFrames(); ++n)
            rest.channel (c)[n] = with.channel (c)[n] - without.channel (c)[n];

    return rest;
}

/** Third octaves, both ends included. */
struct Bands
{
    dsp::ThirdOctave first;
    dsp::ThirdOctave last;
};

constexpr Bands all { dsp::ThirdOctave { -16 }, dsp::ThirdOctave { 12 } };

/** @param toEar dB SPL at the ear of full scale at the output */
void expectAtEars (const dsp::AudioBuffer& noise,
                   const library::ListeningEnvironment& environment,
                   const dsp::FrequencyResponse& toEar,
                   Bands bands)
{
    const support::StereoSpectrum spectrum { noise.block(), rate };

    for (auto band = bands.first; band.fromOneKilohertz <= bands.last.fromOneKilohertz;
         ++band.fromOneKilohertz)
    {
        const double hertz = band.centreHz();
        const auto powers = spectrum.between (band.lowHz(), band.highHz());
        const double wanted = environment.noise->thirdOctavesDbSpl.levelDbAt (hertz);
        EXPECT_NEAR (powers.leftDb() + toEar.levelDbAt (hertz), wanted, 1.0)
            << environment.id << ", " << hertz;
        EXPECT_NEAR (powers.rightDb() + toEar.levelDbAt (hertz), wanted, 1.0)
            << environment.id << ", " << hertz;
    }
}

TEST (AuditionNoise, isAtTheEarsWhatTheEnvironmentSays)
{
    const Renders renders;
    const auto catalogue = library::readCatalogue ({});
    ASSERT_TRUE (catalogue);
    const auto without = renders.audition ({ "--headphones", "none", "--match", "off" });
    const auto toEar = dsp::FrequencyResponse::flat (renders.fullScale (without));
    const struct
    {
        std::string environment;
        std::string match;
    } cases[] = { { "quiet-room", "off" }, { "car-40-kmh", "lufs" }, { "car-80-kmh", "off" } };

    for (const auto& each : cases)
        expectAtEars (difference (renders.audition ({ "--headphones",
                                                      "none",
                                                      "--match",
                                                      each.match,
                                                      "--environment",
                                                      each.environment }),
                                  without),
                      *catalogue->environment (each.environment),
                      toEar,
                      all);
}

// From 50 Hz to 8 kHz the inverse of these headphones is not limited: all that they do is undone.
TEST (AuditionNoise, comesThroughTheListenersHeadphonesToo)
{
    const Renders renders;
    const auto catalogue = library::readCatalogue ({});
    ASSERT_TRUE (catalogue);
    const std::string headphones = "sennheiser-hd-650";
    const auto without = renders.audition ({ "--headphones", headphones, "--match", "off" });
    const auto with = renders.audition (
        { "--headphones", headphones, "--match", "off", "--environment", "car-80-kmh" });

    library::ListeningScenario scenario;
    scenario.listening = library::Listening::headphones;
    scenario.headphones = catalogue->device (headphones);
    const auto toEar = library::outputToEar (scenario, catalogue->targets());
    ASSERT_TRUE (toEar);
    expectAtEars (difference (with, without),
                  *catalogue->environment ("car-80-kmh"),
                  toEar->raisedBy (renders.fullScale (without)),
                  { dsp::ThirdOctave { -13 }, dsp::ThirdOctave { 9 } });
}

TEST (AuditionNoise, isTheSameEveryTimeAndGoneWhenSwitchedOff)
{
    const Renders renders;
    const std::vector<std::string> noisy { "--environment", "train", "--match", "off" };
    const auto once = renders.audition (noisy);
    const auto again = renders.audition (noisy);
    const auto off = renders.audition (
        { "--environment", "train", "--match", "off", "--noise", "off" });
    const auto never = renders.audition ({ "--match", "off" });

    for (std::size_t c = 0; c < 2; ++c)
    {
        EXPECT_TRUE (std::ranges::equal (once.channel (c), again.channel (c)));
        EXPECT_FALSE (std::ranges::equal (once.channel (c), off.channel (c)));
        EXPECT_TRUE (std::ranges::equal (never.channel (c), off.channel (c)));
    }
}

} // namespace
} // namespace cli
