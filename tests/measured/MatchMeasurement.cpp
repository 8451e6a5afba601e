// SPDX-License-Identifier: GPL-3.0-or-later
/*  Matches every device of the library on every master three ways, and says how far each is off:

        match_measurement FOLDER MASTER... > matches.csv

    FOLDER is where the renderings have room. All of each master is heard, so cut excerpts first:
    tests/measured/match_table.py does, and makes the table of docs/measured/loudness-match.md of it.

    The devices come in a fixed mixed order: what is there after a while is a sample of the library.
*/
#include "library/DefaultHead.h"
#include "library/LibraryLocation.h"
#include "library/Listener.h"
#include "library/ScenarioResponse.h"
#include "monitoring/LevelMatch.h"
#include "monitoring/LoudnessMatch.h"
#include "monitoring/MasterFeed.h"
#include "monitoring/MasterPass.h"
#include "monitoring/PredictedMatch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <random>

namespace
{

using units::Decibels;
using namespace monitoring;

constexpr units::SampleRate rate { 48000 };

Continue goOn (double) { return Continue::yes; }

template <typename Value>
Value orEnd (units::Result<Value> result)
{
    if (result)
        return std::move (*result);

    std::fprintf (stderr, "%s\n", result.problem().sentence().c_str());
    std::exit (1);
}

/** A master, and what is known of it at each listening level. */
struct Master
{
    std::string name;
    std::filesystem::path file;
    MasterSpectra spectra;
    std::map<double, LoudnessTarget> targets;
    std::map<double, PredictedMatch> predictions;
};

MasterSpectra spectraOf (const std::filesystem::path& file)
{
    auto reader = orEnd (files::AudioFileReader::open (file));
    MasterFeed feed { reader, rate };
    MasterSpectrometer spectrometer { rate };
    dsp::AudioBuffer block (2, 8192);

    for (std::size_t frames = block.numFrames(); frames == block.numFrames();)
    {
        frames = orEnd (feed.next (block.block()));
        spectrometer.process (block.block().slice (0, frames));
    }

    return spectrometer.finish();
}

class Measurement
{
public:
    explicit Measurement (std::filesystem::path where)
        : folder (std::move (where)),
          catalogue (orEnd (library::readCatalogue ({})))
    {
        listener.head = std::make_shared<const library::HrtfSet> (
            orEnd (library::defaultHead (library::headFolders())));
        path = orEnd (
            earPath (scenario (library::Subject::untouched, nullptr), catalogue.targets(), rate));
    }

    void take (const std::string& file)
    {
        masters.push_back ({ std::filesystem::path (file).stem(), file, spectraOf (file), {}, {} });
    }

    void measureAll()
    {
        std::vector<const library::DeviceProfile*> devices { nullptr }; // Neutral

        for (const auto& device : catalogue.devices())
            devices.push_back (&device);

        std::shuffle (devices.begin() + 1, devices.end(), std::mt19937 { 1 });
        std::puts ("kind,device,master,lufs_off_db,residual_phon,predicted_off_phon,predicted_ms");

        for (const auto* device : devices)
            measure (device);
    }

private:
    library::ListeningScenario scenario (library::Subject subject,
                                         const library::DeviceProfile* device) const
    {
        return library::scenarioOf (subject, device, listener, catalogue);
    }

    HeardOutput render (const Master& master, const dsp::TransferMatrix* matrix, double& masterLufs)
    {
        auto reader = orEnd (files::AudioFileReader::open (master.file));
        const Heard heard { matrix };
        auto pass = orEnd (passOver (reader, { { &heard, 1 }, rate, folder }, goOn));
        masterLufs = pass.master.integrated ? pass.master.integrated->value : 0.0;
        return std::move (pass.outputs[0]);
    }

    void prepare (Master& master, double level)
    {
        if (master.targets.contains (level))
            return;

        double lufs = 0.0;
        auto untouched = render (master, nullptr, lufs);
        const auto target = orEnd (
            loudnessTarget (untouched.samples, { *path, rate, { level } }, goOn));

        if (! target)
        {
            std::fprintf (stderr, "%s is silent\n", master.name.c_str());
            std::exit (1);
        }

        master.targets.emplace (level, *target);
        master.predictions.emplace (
            level, PredictedMatch { master.spectra, *path, units::SoundPressureLevel { level } });
    }

    void measure (const library::DeviceProfile* device)
    {
        const auto response = orEnd (library::scenarioResponse (
            scenario (device == nullptr ? library::Subject::neutral : library::Subject::device,
                      device),
            catalogue.targets(),
            rate));

        for (auto& master : masters)
            measure (device, response.matrix, master);
    }

    void measure (const library::DeviceProfile* device,
                  const dsp::TransferMatrix& matrix,
                  Master& master)
    {
        const double level = library::usualListeningLevel (device).dbSpl;
        prepare (master, level);
        const Hearing how { *path, rate, { level } };
        const auto& target = master.targets.at (level);

        const auto start = std::chrono::steady_clock::now();
        const auto predicted = master.predictions.at (level).gainFor (
            BandTransfer { matrix, path->response, master.spectra });
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now()
                                                               - start;

        double masterLufs = 0.0;
        auto output = render (master, &matrix, masterLufs);
        const auto match = orEnd (matchLoudness (
            output.samples, target, how, predicted.value_or (Decibels { 0.0 }), goOn));

        if (! match || ! predicted || ! output.loudness.integrated)
        {
            std::fprintf (stderr, "%s: silent\n", master.name.c_str());
            return;
        }

        double predictedPhon = match->phonMatched;

        if (match->gain != *predicted)
            predictedPhon = target.anchor.phonOf (
                orEnd (renderedLoudness (output.samples, *predicted, how, goOn)).sone);

        const std::string id = device == nullptr ? "neutral/neutral" : device->id;
        std::printf ("%s,%s,%s,%.3f,%.3f,%.3f,%.2f\n",
                     id.substr (0, id.find ('/')).c_str(),
                     id.c_str(),
                     master.name.c_str(),
                     masterLufs - output.loudness.integrated->value - match->gain.value(),
                     match->residualPhon(),
                     predictedPhon - target.phon,
                     took.count());
        std::fflush (stdout);
    }

    std::filesystem::path folder;
    library::Catalogue catalogue;
    library::Listener listener;
    std::optional<EarPath> path;
    std::vector<Master> masters;
};

} // namespace

int main (int argc, char** argv)
{
    if (argc < 3)
    {
        std::fputs ("match_measurement FOLDER MASTER...\n", stderr);
        return 2;
    }

    Measurement measurement { argv[1] };

    for (int i = 2; i < argc; ++i)
        measurement.take (argv[i]);

    measurement.measureAll();
    return 0;
}
