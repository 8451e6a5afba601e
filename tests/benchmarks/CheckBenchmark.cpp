// SPDX-License-Identifier: GPL-3.0-or-later
// A whole check of a four-minute master, on the usual panel and on a hundred devices, with the share that each
// stage has of the time. The master is the demo song, as often as it takes.
#include "analysis/MasterReading.h"
#include "analysis/Panel.h"
#include "analysis/RemedyTrial.h"
#include "analysis/TranslationAnalyzer.h"
#include "cli/demo/DemoFile.h"
#include "library/DefaultHead.h"
#include "library/LibraryLocation.h"
#include "monitoring/MasterFeed.h"
#include "support/GoOn.h"
#include "support/OrEnd.h"
#include "support/TemporaryFolder.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "InMilliseconds.h"

namespace benchmarks
{
namespace
{

using namespace analysis;
using support::goOn;
using support::orEnd;

constexpr units::SampleRate rate { 44100 };
constexpr units::Seconds masterLength { 240.0 };

void orEndIt (const units::Result<void>& done)
{
    if (! done)
        orEnd (units::Result<int> { done.problem() });
}

struct Studio
{
    Studio() : catalogue (orEnd (library::readCatalogue ({})))
    {
        orEndIt (cli::writeDemo (folder / "demo.wav", rate, files::Overwrite::allow));
        auto demo = orEnd (files::AudioFileReader::open (folder / "demo.wav"));
        dsp::AudioBuffer song { 2, static_cast<std::size_t> (demo.numFrames()) };
        orEnd (demo.read (song.block()));
        const auto frames = rate.framesIn (masterLength);
        auto writer = orEnd (files::AudioFileWriter::create (
            master, { files::Encoding::wav16, 2, rate, {} }, files::Overwrite::refuse));

        for (std::size_t done = 0; done < frames; done += song.numFrames())
            orEndIt (
                writer.write (song.block().slice (0, std::min (song.numFrames(), frames - done))));

        orEndIt (writer.finish());
        listener.head = std::make_shared<const library::HrtfSet> (
            orEnd (library::defaultHead (library::headFolders())));
    }

    /** Of a hundred devices, every kind as often as the library has it. */
    std::vector<Column> hundred() const
    {
        const auto& all = catalogue.devices();
        std::vector<Column> columns;

        for (std::size_t i = 0; i < 100; ++i)
            columns.push_back (columnOf (all[i * all.size() / 100]));

        return columns;
    }

    CheckRequest request (std::vector<Column> columns) const
    {
        return { std::move (columns), listener, 0, Remedies::left, Codecs::left };
    }

    const support::TemporaryFolder folder;
    const std::filesystem::path master = folder / "master.wav";
    library::Catalogue catalogue;
    library::Listener listener;
    ReferenceNorms norms;
};

/** Where the time goes. */
class Stages
{
public:
    template <typename Work>
    auto time (const std::string& name, Work&& work)
    {
        const auto start = std::chrono::steady_clock::now();
        auto made = work();
        spent.emplace_back (
            name, std::chrono::duration<double> (std::chrono::steady_clock::now() - start).count());
        return made;
    }

    /** In per cent of all. */
    void tell (benchmark::State& state) const
    {
        double whole = 0.0;

        for (const auto& [name, seconds] : spent)
            whole += seconds;

        for (const auto& [name, seconds] : spent)
            state.counters[name + " %"] = 100.0 * seconds / whole;
    }

private:
    std::vector<std::pair<std::string, double>> spent;
};

/** What TranslationAnalyzer::check() does, one stage after the other. */
void check (benchmark::State& state,
            const std::shared_ptr<const Studio>& studio,
            const std::vector<Column>& columns)
{
    for (auto _ : state)
    {
        Stages stages;
        TranslationAnalyzer analyzer { studio->catalogue,
                                       studio->norms,
                                       studio->request (columns) };
        auto reader = orEnd (files::AudioFileReader::open (studio->master));
        auto master = stages.time ("1 the file itself",
                                   [&] { return orEnd (measureMaster (reader, goOn)); });
        master.codecs = stages.time ("2 codecs", [&] {
            return orEnd (
                tryCodecs (reader, stretchesOfHighPeaks (master.peaks, master.seconds), 0, [] {
                    return true;
                }));
        });
        const auto panel = stages.time ("3 devices and levels", [&] {
            return orEnd (analyzer.panelFor (studio->master, master));
        });
        const auto measures = stages.time ("4 playing and hearing", [&] {
            orEndIt (reader.seek (0));
            monitoring::MasterFeed feed { reader, panel.rate() };
            return orEnd (panel.measure (
                panel.allColumns(),
                [&feed] (dsp::AudioBlock into) { return feed.next (into); },
                master.bass,
                panel.rate().framesIn ({ master.seconds }),
                goOn));
        });
        auto report = stages.time ("5 rules", [&] {
            TranslationReport judged;
            judged.seconds = master.seconds;
            judged.loudness = master.loudness;
            judgeMaster (master, studio->norms, judged);
            panel.judge (master, measures, studio->norms, judged);
            return judged;
        });
        stages.time ("6 remedies", [&] {
            orEndIt (tryRemedies (reader, panel, studio->norms, goOn, report));
            return 0;
        });
        stages.tell (state);
    }
}

} // namespace
} // namespace benchmarks

int main (int argc, char** argv)
{
    using namespace benchmarks;
    const auto studio = std::make_shared<const Studio>();
    addInMilliseconds ("check four minutes/usual panel",
                       check,
                       studio,
                       analysis::usualPanel (studio->catalogue).columns);
    addInMilliseconds ("check four minutes/100 devices", check, studio, studio->hundred());
    benchmark::Initialize (&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
