// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MeasuredNorms.h"
#include "library/Catalogue.h"
#include "library/HrtfSet.h"
#include "monitoring/FileVersion.h"
#include "monitoring/Progress.h"
#include "report/CheckJson.h"
#include "units/Result.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace app
{

/** What is checked, and how. */
struct CheckOrder
{
    monitoring::FileVersion file;
    std::shared_ptr<const library::HrtfSet> head;
    std::vector<std::filesystem::path>
        references; ///< what is usual; none: what came with the library
    std::shared_ptr<const analysis::TranslationReport>
        before {}; ///< of the bounce before, if that was checked

    bool operator== (const CheckOrder&) const = default;
};

/** A report, and the page of it, which says what changed since the bounce before: made with it, for what
    can be heard on it is the bounce that was checked. */
struct CheckResult
{
    std::shared_ptr<const analysis::TranslationReport> report;
    std::shared_ptr<const analysis::TranslationReport> before; ///< as the order has it
    std::vector<units::Problem> problems; ///< references that could not be measured
    report::CheckOrigin origin;
    std::string page; ///< HTML
};

/** Checks one file at a time as `elsewhere check` does, on threads of its own, so many that one core is
    left to the music. Message thread. */
class TranslationCheck
{
public:
    /** The catalogue outlives it. */
    explicit TranslationCheck (const library::Catalogue& catalogue);
    ~TranslationCheck();
    TranslationCheck (const TranslationCheck&) = delete;
    TranslationCheck& operator= (const TranslationCheck&) = delete;

    void start (CheckOrder wanted);
    void breakOff() { isWanted = false; }
    bool isRunning() const { return worker.joinable(); }
    double progress() const { return fraction; }

    /** That is checked, or was last. */
    const monitoring::FileVersion& file() const { return order.file; }

    /** What came of it, once. */
    std::optional<units::Result<CheckResult>> take();

private:
    /** What was measured of references lasts as long as they stay as they are. */
    struct KnownNorms
    {
        std::vector<monitoring::FileVersion> references;
        std::shared_ptr<const library::HrtfSet> head;
        analysis::MeasuredNorms norms;
    };

    units::Result<CheckResult> perform();
    units::Result<analysis::MeasuredNorms> norms (const analysis::CheckRequest& request);
    units::Result<analysis::MeasuredNorms> measure (const analysis::CheckRequest& request);
    monitoring::Progress part (double start, double end);

    const library::Catalogue& catalogue;
    CheckOrder order;
    std::optional<KnownNorms> known; ///< worker thread
    std::thread worker;
    std::atomic<double> fraction { 0.0 };
    std::atomic<bool> isWanted { true };
    std::mutex mutex; ///< of the outcome: worker and message thread
    std::optional<units::Result<CheckResult>> outcome;
};

} // namespace app
