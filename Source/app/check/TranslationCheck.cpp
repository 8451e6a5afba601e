// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/TranslationCheck.h"

#include "analysis/Conformance.h"
#include "analysis/Panel.h"
#include "analysis/TranslationAnalyzer.h"
#include "cli/check/CheckExhibits.h"
#include "cli/check/CheckNorms.h"
#include "library/CatalogueHash.h"

#include <algorithm>

namespace app
{

namespace
{

using analysis::MeasuredNorms;
using units::Result;

// Of the time of a check; the rest goes into the page.
constexpr double shareOfCheck = 0.95;

/** What measuring a reference takes of the time of a check: no remedies, no codecs, no page. */
constexpr double checksPerReference = 0.7;

std::size_t coresLeftByTheMusic() { return std::max (2u, std::thread::hardware_concurrency()) - 1; }

units::Problem tooFew (std::size_t count)
{
    return { units::Problem::Kind::invalidValue,
             "My references",
             std::to_string (count) + " could be measured; what is usual shows from "
                 + std::to_string (analysis::leastMastersOfNorms) + " on.",
             "Put others into their places, or compare without them." };
}

/** What cannot be heard any more, because the file is gone, is left out. */
std::string pageOf (const analysis::Checked& checked,
                    analysis::TranslationAnalyzer& analyzer,
                    const report::CheckOrigin& origin,
                    const analysis::TranslationReport* before)
{
    auto found = cli::exhibitsOf (checked, analyzer);
    auto exhibits = found ? *std::move (found) : report::Exhibits { checked.report, {}, {} };

    if (before != nullptr)
        exhibits.revision = report::changesSince (*before, analysis::conformance, checked.report);

    return report::reportHtml (std::span { &exhibits, 1 }, origin);
}

} // namespace

TranslationCheck::TranslationCheck (const library::Catalogue& from) : catalogue (from) {}

TranslationCheck::~TranslationCheck()
{
    breakOff();

    if (worker.joinable())
        worker.join();
}

void TranslationCheck::start (CheckOrder wanted)
{
    if (isRunning())
        return;

    order = std::move (wanted);
    fraction = 0.0;
    isWanted = true;
    worker = std::thread { [this] {
        auto done = perform();
        const std::lock_guard lock { mutex };
        outcome = std::move (done);
    } };
}

/** Worker thread. */
monitoring::Progress TranslationCheck::part (double start, double end)
{
    return [this, start, end] (double done) {
        fraction = start + (end - start) * done;
        return isWanted ? monitoring::Continue::yes : monitoring::Continue::no;
    };
}

/** Worker thread. */
Result<MeasuredNorms> TranslationCheck::norms (const analysis::CheckRequest& request)
{
    if (! order.references.empty())
        return measure (request);

    auto shipped = cli::shippedNorms();

    if (! shipped)
        return shipped.problem();

    return MeasuredNorms { std::move (*shipped), {} };
}

/** Worker thread. */
Result<MeasuredNorms> TranslationCheck::measure (const analysis::CheckRequest& request)
{
    std::vector<monitoring::FileVersion> versions;

    for (const auto& file : order.references)
        versions.push_back (monitoring::FileVersion::of (file));

    if (known && known->references == versions && known->head == order.head)
        return known->norms;

    const double work = checksPerReference * static_cast<double> (order.references.size());
    auto measured = analysis::measureNorms (
        order.references, catalogue, request, part (0.0, work / (work + 1.0)));

    if (! measured)
        return measured.problem();

    if (measured->norms.numMasters < analysis::leastMastersOfNorms)
        return tooFew (measured->norms.numMasters);

    measured->norms.origin = "your " + std::to_string (measured->norms.numMasters) + " references";
    measured->norms.areTheUsersOwn = true;
    known = KnownNorms { std::move (versions), order.head, *measured };
    return measured;
}

/** Worker thread. */
Result<CheckResult> TranslationCheck::perform()
{
    analysis::CheckRequest request;
    request.columns = analysis::usualPanel (catalogue).columns;
    request.listener.head = order.head;
    request.numWorkers = coresLeftByTheMusic();
    request.codecs = analysis::Codecs::tried;
    const auto usual = norms (request);

    if (! usual)
        return usual.problem();

    analysis::TranslationAnalyzer analyzer { catalogue, usual->norms, std::move (request) };
    const double begun = fraction;
    auto found = analyzer.check (order.file.file,
                                 part (begun, begun + shareOfCheck * (1.0 - begun)));

    if (! found)
        return found.problem();

    report::CheckOrigin origin { library::catalogueHash (catalogue), ELSEWHERE_VERSION };
    auto page = pageOf (*found, analyzer, origin, order.before.get());
    return CheckResult { std::make_shared<const analysis::TranslationReport> (
                             std::move (found->report)),
                         order.before,
                         usual->problems,
                         std::move (origin),
                         std::move (page) };
}

std::optional<Result<CheckResult>> TranslationCheck::take()
{
    {
        const std::lock_guard lock { mutex };

        if (! outcome)
            return std::nullopt;
    }

    worker.join();
    return std::exchange (outcome, std::nullopt);
}

} // namespace app
