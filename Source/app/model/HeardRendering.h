// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/Workbench.h"
#include "cli/audition/Audition.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace app
{

/** Renders what is heard to a file, on a thread of its own: one at a time. */
class HeardRendering
{
public:
    explicit HeardRendering (Workbench& bench);
    ~HeardRendering();
    HeardRendering (const HeardRendering&) = delete;
    HeardRendering& operator= (const HeardRendering&) = delete;

    /** What would be rendered now, but for where to; a Problem when it cannot be. */
    units::Result<cli::AuditionRequest> request (const std::filesystem::path& master,
                                                 const library::Listener& listener) const;

    /** "/music/Song (heard on Neutral, not a master).wav" */
    static std::filesystem::path suggestion (const cli::AuditionRequest& request);

    void start (cli::AuditionRequest request);
    void breakOff();
    bool isRunning() const { return worker.joinable(); }

    /** Says what came of it. */
    void tick();
    void show (ui::MainViewState& state) const;

private:
    void finish();

    Workbench& bench;
    std::thread worker;
    std::atomic<double> fraction { 0.0 };
    std::atomic<bool> isWanted { true };
    mutable std::mutex mutex; ///< worker and message thread
    std::optional<units::Result<cli::AuditionReport>> outcome;
};

} // namespace app
