// SPDX-License-Identifier: GPL-3.0-or-later
/*  Matches every device of the library on every master three ways, and says how far each is off:

        match_measurement FOLDER MATCHES.csv MASTER...

    FOLDER is where the renderings have room. All of each master is heard, so cut excerpts first:
    tests/measured/match_table.py does, and makes the table of docs/measured/loudness-match.md of it.

    Every match is added to the file at once, and those that are in it already are left out: so it can be
    ended and started again. The devices come in a fixed mixed order: what is there after a while is a
    sample of the library.
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
#include "support/GoOn.h"
#include "support/OrEnd.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <random>
#include <set>

namespace
{

using units::Decibels;
using namespace monitoring;

constexpr units::SampleRate rate { 48000 };

using support::goOn;
using support::orEnd;

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
    dsp::AudioBuffer all (2, static_cast<std::size_t> (feed.framesExpected()));
    orEnd (feed.next (all.block()));
    return masterSpectra (all.block(), rate);
}

class Measurement
{
public:
    Measurement (std::filesystem::path where, const std::filesystem::path& file)
        : folder (std::move (where)),
          catalogue (orEnd (library::readCatalogue ({})))
    {
        std::ifstream before { file };

        for (std::string line; std::getline (before, line);)
            known.insert (subjectOf (line));

        matches.open (file, std::ios::app);

        if (known.empty())
            matches << "device,master,match_db,lufs_off_db,residual_phon,predicted_db,"
                       "predicted_off_phon,predicted_ms"
                    << std::endl;

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

        for (const auto* device : devices)
            measure (device);
    }

private:
    /** Of a line: device and master, which its first two cells name. */
    static std::string subjectOf (const std::string& line)
    {
        return line.substr (0, line.find (',', line.find (',') + 1));
    }

    static std::string idOf (const library::DeviceProfile* device)
    {
        return device == nullptr ? "neutral/neutral" : device->id;
    }

    bool isKnown (const library::DeviceProfile* device, const Master& master) const
    {
        return known.contains (idOf (device) + ',' + master.name);
    }

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
        if (std::ranges::all_of (masters,
                                 [&] (const Master& master) { return isKnown (device, master); }))
            return;

        const auto response = orEnd (library::scenarioResponse (
            scenario (device == nullptr ? library::Subject::neutral : library::Subject::device,
                      device),
            catalogue.targets(),
            rate));

        for (auto& master : masters)
            if (! isKnown (device, master))
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

        matches << idOf (device) << ',' << master.name << ',' << match->gain.value() << ','
                << masterLufs - output.loudness.integrated->value - match->gain.value() << ','
                << match->residualPhon() << ',' << predicted->value() << ','
                << predictedPhon - target.phon << ',' << took.count() << std::endl;
    }

    std::filesystem::path folder;
    std::set<std::string> known; ///< of an earlier run
    std::ofstream matches;
    library::Catalogue catalogue;
    library::Listener listener;
    std::optional<EarPath> path;
    std::vector<Master> masters;
};

} // namespace

int main (int argc, char** argv)
{
    if (argc < 4)
    {
        std::fputs ("match_measurement FOLDER MATCHES.csv MASTER...\n", stderr);
        return 2;
    }

    Measurement measurement { argv[1], argv[2] };

    for (int i = 3; i < argc; ++i)
        measurement.take (argv[i]);

    measurement.measureAll();
    return 0;
}
