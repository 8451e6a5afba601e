// SPDX-License-Identifier: GPL-3.0-or-later
/** How far the match of a live session is from the full model's on the whole master: as it is predicted, with
    which a device is offered first, and as it is refined behind that (docs/decisions/0055).

        live_match_measurement FOLDER OFF.csv DEVICES MASTER...

    DEVICES is a file with the ids of devices, one a line. FOLDER is where renderings have room. What is measured
    is added to the file at once.
*/
#include "library/DefaultHead.h"
#include "library/LibraryLocation.h"
#include "library/ScenarioResponse.h"
#include "monitoring/DeviceBank.h"
#include "monitoring/MasterPass.h"
#include "monitoring/PredictedMatch.h"
#include "support/GoOn.h"
#include "support/OrEnd.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <thread>

namespace
{

using namespace monitoring;
using support::goOn;
using support::orEnd;

constexpr units::SampleRate rate { 48000 };

double processorSeconds() { return static_cast<double> (std::clock()) / CLOCKS_PER_SEC; }

/** A master, its bank, and what is known of it at each listening level. */
struct Master
{
    std::filesystem::path file;
    ProgrammeExcerpts excerpts;
    MasterSpectra spectra;
    std::unique_ptr<DeviceBank> bank;
    std::map<double, LoudnessTarget> targets;
    std::map<double, PredictedMatch> predictions;
};

class Measurement
{
public:
    Measurement (std::filesystem::path where, const std::filesystem::path& file)
        : folder (std::move (where)),
          offs (file),
          catalogue (orEnd (library::readCatalogue ({})))
    {
        listener.head = std::make_shared<const library::HrtfSet> (
            orEnd (library::defaultHead (library::headFolders())));
        path = orEnd (
            earPath (scenario (library::Subject::untouched, nullptr), catalogue.targets(), rate));
        offs
            << "device,master,predicted_db,predicted_off_phon,refined_db,refined_off_phon,refined_s"
            << std::endl;
    }

    void take (const std::string& file)
    {
        auto excerpts = orEnd (takeExcerpts (file, rate));
        auto spectra = masterSpectra (excerpts.frames.block(), rate);
        auto bank = std::make_unique<DeviceBank> (catalogue);
        bank->set (setting (file, {}));
        waitFor (*bank);
        masters.push_back (
            { file, std::move (excerpts), std::move (spectra), std::move (bank), {}, {} });
    }

    void measure (const std::string& id)
    {
        const auto* const device = catalogue.device (id);

        if (device == nullptr)
        {
            std::fprintf (stderr, "%s is not in the library\n", id.c_str());
            std::exit (1);
        }

        const auto response = orEnd (library::scenarioResponse (
            scenario (library::Subject::device, device), catalogue.targets(), rate));

        for (auto& master : masters)
            measure (*device, response.matrix, master);
    }

private:
    library::ListeningScenario scenario (library::Subject subject,
                                         const library::DeviceProfile* device) const
    {
        return library::scenarioOf (subject, device, listener, catalogue);
    }

    BankSetting setting (const std::filesystem::path& file,
                         std::vector<const library::DeviceProfile*> devices) const
    {
        BankSetting wanted;
        wanted.listener = listener;
        wanted.devices = std::move (devices);
        wanted.layout.rate = rate;
        wanted.layout.blockSize = 128;
        wanted.layout.maximumTaps = 131072;
        wanted.master = file;
        return wanted;
    }

    static void waitFor (const DeviceBank& bank)
    {
        while (! bank.isIdle())
            std::this_thread::sleep_for (std::chrono::milliseconds (5));
    }

    files::Spool render (const Master& master, const dsp::TransferMatrix* matrix) const
    {
        auto reader = orEnd (files::AudioFileReader::open (master.file));
        const Heard heard { matrix };
        auto pass = orEnd (passOver (reader, { { &heard, 1 }, rate, folder }, goOn));
        return std::move (pass.outputs[0].samples);
    }

    void prepare (Master& master, double level) const
    {
        if (master.targets.contains (level))
            return;

        auto untouched = render (master, nullptr);
        const auto target = orEnd (loudnessTarget (untouched, { *path, rate, { level } }, goOn));

        if (! target)
        {
            std::fprintf (stderr, "%s is silent\n", master.file.c_str());
            std::exit (1);
        }

        master.targets.emplace (level, *target);
        master.predictions.emplace (
            level, PredictedMatch { master.spectra, *path, units::SoundPressureLevel { level } });
    }

    void measure (const library::DeviceProfile& device,
                  const dsp::TransferMatrix& matrix,
                  Master& master)
    {
        const double level = library::usualListeningLevel (&device).dbSpl;
        prepare (master, level);
        const auto predicted = master.predictions.at (level).gainFor (
            BandTransfer { matrix, path->response, master.spectra });

        const double start = processorSeconds();
        master.bank->set (setting (master.file, { &device }));
        waitFor (*master.bank);
        const double took = processorSeconds() - start;
        const auto refined = master.bank->find (Pick::of (device));

        if (! predicted || ! refined)
        {
            std::fprintf (stderr, "%s: nothing to match\n", device.id.c_str());
            return;
        }

        auto rendering = render (master, &matrix);
        const auto off = [&] (units::Decibels gain) {
            const auto& target = master.targets.at (level);
            const auto loudness = orEnd (
                renderedLoudness (rendering, gain, { *path, rate, { level } }, goOn));
            return target.anchor.phonOf (loudness.sone) - target.phon;
        };
        offs << device.id << ',' << master.file.stem().string() << ',' << predicted->value() << ','
             << off (*predicted) << ',' << refined->match.value() << ',' << off (refined->match)
             << ',' << took << std::endl;
    }

    std::filesystem::path folder;
    std::ofstream offs;
    library::Catalogue catalogue;
    library::Listener listener;
    std::optional<EarPath> path;
    std::vector<Master> masters;
};

} // namespace

int main (int argc, char** argv)
{
    if (argc < 5)
    {
        std::fputs ("live_match_measurement FOLDER OFF.csv DEVICES MASTER...\n", stderr);
        return 2;
    }

    Measurement measurement { argv[1], argv[2] };

    for (int i = 4; i < argc; ++i)
        measurement.take (argv[i]);

    std::ifstream devices { argv[3] };

    for (std::string id; std::getline (devices, id);)
        measurement.measure (id);

    return 0;
}
