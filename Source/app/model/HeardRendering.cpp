// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/HeardRendering.h"

#include "app/model/Bank.h"
#include "cli/Table.h"

namespace app
{

namespace
{

/** What was rendered, and what of what is heard was not. */
std::string sentenceOf (const cli::AuditionReport& report)
{
    constexpr double leastToSay = 0.05;
    std::string sentence = "Rendered to " + report.rows.front().file.string();

    if (report.deviceLevel == monitoring::DeviceLevel::natural)
        sentence += ", at the device's natural level";

    if (report.safetyDb < -leastToSay)
        sentence += ", " + cli::numberText (-report.safetyDb, 1) + " dB softer for its peaks";

    return sentence + ", without what the desk does: volume, mono, solo and noise.";
}

} // namespace

HeardRendering::HeardRendering (Workbench& shared) : bench (shared) {}

HeardRendering::~HeardRendering()
{
    breakOff();

    if (worker.joinable())
        worker.join();
}

units::Result<cli::AuditionRequest>
HeardRendering::request (const std::filesystem::path& master,
                         const library::Listener& listener) const
{
    using Kind = units::Problem::Kind;
    const auto& pick = bench.live.selected();

    if (master.empty())
        return units::Problem {
            Kind::missingFile, "Render", "nothing is open.", "Open a file first."
        };

    if (pick.part == monitoring::Part::lost)
        return units::Problem { Kind::unsupported,
                                "Render",
                                "what a device takes away is for listening only.",
                                "Choose the device itself." };

    cli::AuditionRequest wanted;
    wanted.masters = { master };
    wanted.subjects = { cli::Subject { pick.subject, pick.device } };
    wanted.listener = listener;
    wanted.match = bench.settings.match;

    // As it is heard: see LiveSession::deviceLevel.
    if (bench.settings.isNaturalLevel)
    {
        wanted.deviceLevel = monitoring::DeviceLevel::natural;
        wanted.match = wanted.match == monitoring::Match::off ? monitoring::Match::loudness
                                                              : wanted.match;
    }

    wanted.noise = cli::Noise::off;
    wanted.levelDbSpl = bench.settings.listeningLevelDbSpl;
    wanted.output.encoding = files::Encoding::wav24;
    wanted.output.overwrite = files::Overwrite::allow;
    return wanted;
}

std::filesystem::path HeardRendering::suggestion (const cli::AuditionRequest& request)
{
    const auto& master = request.masters.front();
    return master.parent_path()
           / (master.stem().string() + " (heard on " + request.subjects.front().name()
              + ", not a master).wav");
}

void HeardRendering::start (cli::AuditionRequest request)
{
    if (isRunning())
        return;

    fraction = 0.0;
    isWanted = true;
    worker = std::thread { [this, wanted = std::move (request)] {
        auto report = cli::audition (wanted, bench.catalogue, [this] (double done) {
            fraction = done;
            return isWanted ? monitoring::Continue::yes : monitoring::Continue::no;
        });
        const std::lock_guard lock { mutex };
        outcome = std::move (report);
    } };
}

void HeardRendering::breakOff() { isWanted = false; }

void HeardRendering::tick()
{
    {
        const std::lock_guard lock { mutex };

        if (! outcome)
            return;
    }

    worker.join();
    finish();
}

/** The worker has ended. */
void HeardRendering::finish()
{
    const auto report = std::move (*outcome);
    outcome.reset();

    if (! report)
    {
        if (report.problem().kind == units::Problem::Kind::interrupted)
            bench.notices.note ("rendering", "The rendering was broken off; nothing was written.");
        else
            bench.notices.problem ("rendering", report.problem());
    }
    else if (! report->problems.empty())
        bench.notices.problem ("rendering", report->problems.front());
    else
        bench.notices.note ("rendering", sentenceOf (*report));
}

void HeardRendering::show (ui::MainViewState& state) const
{
    state.progress.reset();

    if (isRunning())
        state.progress = ui::ProgressView { "Rendering what is heard", fraction };
}

} // namespace app
