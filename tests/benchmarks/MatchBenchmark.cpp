// SPDX-License-Identifier: GPL-3.0-or-later
// The match of a device as a live session predicts it, beside the full model on the device's rendering
// (decision 0054): the demo song's excerpts, devices of the library, headphones.
#include "cli/demo/DemoFile.h"
#include "library/DefaultHead.h"
#include "library/LibraryLocation.h"
#include "library/Listener.h"
#include "library/ScenarioResponse.h"
#include "monitoring/LoudnessMatch.h"
#include "monitoring/PredictedMatch.h"
#include "monitoring/ProgrammeExcerpts.h"
#include "support/GoOn.h"
#include "support/OrEnd.h"
#include "support/TemporaryFolder.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "InMilliseconds.h"
#include "RatioReporter.h"

namespace benchmarks
{
namespace
{

using namespace monitoring;
using support::goOn;
using support::orEnd;

constexpr units::SampleRate rate { 48000 };

/** Who listens, and the song before any device. */
struct Sitting
{
    Sitting() : catalogue (orEnd (library::readCatalogue ({})))
    {
        const auto song = folder / "demo.wav";

        if (const auto written = cli::writeDemo (song, rate, files::Overwrite::allow); ! written)
            std::fprintf (stderr, "%s\n", written.problem().sentence().c_str());

        master = orEnd (takeExcerpts (song, rate));
        spectra = masterSpectra (master.frames.block(), rate);
        listener.head = std::make_shared<const library::HrtfSet> (
            orEnd (library::defaultHead (library::headFolders())));
        path = orEnd (earPath (scenario (library::Subject::untouched, nullptr)));
    }

    library::ListeningScenario scenario (library::Subject subject,
                                         const library::DeviceProfile* device) const
    {
        return library::scenarioOf (subject, device, listener, catalogue);
    }

    units::Result<EarPath> earPath (const library::ListeningScenario& heard) const
    {
        return monitoring::earPath (heard, catalogue.targets(), rate);
    }

    files::Spool spoolOf (const ProgrammeExcerpts& sound) const
    {
        auto spool = orEnd (files::Spool::create (folder.path, sound.frames.numChannels()));

        if (const auto written = spool.write (sound.frames.block()); ! written)
            std::fprintf (stderr, "%s\n", written.problem().sentence().c_str());

        return spool;
    }

    const support::TemporaryFolder folder;
    library::Catalogue catalogue;
    library::Listener listener;
    ProgrammeExcerpts master;
    MasterSpectra spectra;
    EarPath path;
};

using SittingPointer = std::shared_ptr<const Sitting>;

/** A device and the level at which it is heard. */
struct Stop
{
    dsp::TransferMatrix matrix;
    units::SoundPressureLevel level;
};

Stop stopOf (const Sitting& sitting, const std::string& id)
{
    const auto* const device = sitting.catalogue.device (id);

    if (device == nullptr)
    {
        std::fprintf (stderr, "%s is not in the library\n", id.c_str());
        std::exit (1);
    }

    auto response = orEnd (library::scenarioResponse (
        sitting.scenario (library::Subject::device, device), sitting.catalogue.targets(), rate));
    return { std::move (response.matrix), library::usualListeningLevel (device) };
}

void predicted (benchmark::State& state, const SittingPointer& sitting, const std::string& id)
{
    const auto stop = stopOf (*sitting, id);
    const PredictedMatch prediction { sitting->spectra, sitting->path, stop.level };

    for (auto _ : state)
    {
        const auto gain = prediction.gainFor (
            BandTransfer { stop.matrix, sitting->path.response, sitting->spectra });
        state.counters["gain dB"] = gain ? gain->value() : NAN;
    }
}

/** Beginning, as `audition` does, with the match by LUFS, which is not timed; nor is the rendering. */
void fullModel (benchmark::State& state, const SittingPointer& sitting, const std::string& id)
{
    const auto stop = stopOf (*sitting, id);
    const Hearing how { sitting->path, rate, stop.level };
    const auto heard = heardThrough (stop.matrix, sitting->master);
    const auto guess = matchingGain (Match::lufs, sitting->master, heard);
    auto untouched = sitting->spoolOf (sitting->master);
    auto rendering = sitting->spoolOf (heard);
    const auto target = orEnd (loudnessTarget (untouched, how, goOn));

    for (auto _ : state)
    {
        const auto match = orEnd (matchLoudness (rendering, *target, how, guess, goOn));
        state.counters["gain dB"] = match ? match->gain.value() : NAN;
    }
}

void learnedForPrediction (benchmark::State& state, const SittingPointer& sitting)
{
    for (auto _ : state)
    {
        const auto spectra = masterSpectra (sitting->master.frames.block(), rate);
        const PredictedMatch prediction { spectra, sitting->path, { 70.0 } };
        state.counters["phon"] = prediction.referencePhon().value_or (NAN);
    }
}

void learnedByTheFullModel (benchmark::State& state, const SittingPointer& sitting)
{
    auto untouched = sitting->spoolOf (sitting->master);

    for (auto _ : state)
    {
        const auto target = orEnd (
            loudnessTarget (untouched, { sitting->path, rate, { 70.0 } }, goOn));
        state.counters["phon"] = target ? target->phon : NAN;
    }
}

} // namespace
} // namespace benchmarks

int main (int argc, char** argv)
{
    using namespace benchmarks;
    const auto sitting = std::make_shared<const Sitting>();
    const std::string once = "once per master/";
    addInMilliseconds (once + "elsewhere, predicted", learnedForPrediction, sitting);
    addInMilliseconds (once + "full model", learnedByTheFullModel, sitting);

    for (const std::string id : { "headphones/sony-wh-1000xm5",
                                  "phone/phone-typical",
                                  "car/sedan-2002-front",
                                  "monitor/nearfield-typical" })
    {
        addInMilliseconds (id + "/elsewhere, predicted", predicted, sitting, id);
        addInMilliseconds (id + "/full model", fullModel, sitting, id);
    }

    return runWithRatios (argc, argv);
}
