// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"
#include "library/Catalogue.h"
#include "library/HrtfSet.h"
#include "monitoring/FileVersion.h"
#include "units/Result.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace app
{

/** Checks one file at a time on the usual panel of devices, on threads of its own, so many that one core is
    left to the music. Message thread. */
class TranslationCheck
{
public:
    /** The catalogue outlives it. */
    explicit TranslationCheck (const library::Catalogue& catalogue);
    ~TranslationCheck();
    TranslationCheck (const TranslationCheck&) = delete;
    TranslationCheck& operator= (const TranslationCheck&) = delete;

    void start (const monitoring::FileVersion& file, std::shared_ptr<const library::HrtfSet> head);
    void breakOff() { isWanted = false; }
    bool isRunning() const { return worker.joinable(); }
    double progress() const { return fraction; }

    /** That is checked, or was last. */
    const monitoring::FileVersion& file() const { return checked; }

    /** What came of it, once. */
    std::optional<units::Result<analysis::TranslationReport>> take();

private:
    void work (const std::filesystem::path& master, std::shared_ptr<const library::HrtfSet> head);

    const library::Catalogue& catalogue;
    monitoring::FileVersion checked;
    std::thread worker;
    std::atomic<double> fraction { 0.0 };
    std::atomic<bool> isWanted { true };
    std::mutex mutex; ///< of the outcome: worker and message thread
    std::optional<units::Result<analysis::TranslationReport>> outcome;
};

} // namespace app
