// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/HeardRendering.h"

#include "app/model/Bank.h"

namespace app
{

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
        bench.notices.note ("rendering",
                            "Rendered to " + report->rows.front().file.string()
                                + ", without what the desk does: volume, mono, solo and noise.");
}

void HeardRendering::show (ui::MainViewState& state) const
{
    state.progress.reset();

    if (isRunning())
        state.progress = ui::ProgressView { "Rendering what is heard", fraction };
}

} // namespace app
