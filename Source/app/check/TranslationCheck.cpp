// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/TranslationCheck.h"

#include "analysis/Panel.h"
#include "analysis/TranslationAnalyzer.h"

#include <algorithm>

namespace app
{

TranslationCheck::TranslationCheck (const library::Catalogue& from) : catalogue (from) {}

TranslationCheck::~TranslationCheck()
{
    breakOff();

    if (worker.joinable())
        worker.join();
}

void TranslationCheck::start (const monitoring::FileVersion& file,
                              std::shared_ptr<const library::HrtfSet> head)
{
    if (isRunning())
        return;

    checked = file;
    fraction = 0.0;
    isWanted = true;
    worker = std::thread { [this, master = file.file, heardWith = std::move (head)] {
        work (master, heardWith);
    } };
}

/** Worker thread. */
void TranslationCheck::work (const std::filesystem::path& master,
                             std::shared_ptr<const library::HrtfSet> head)
{
    auto panel = analysis::usualPanel (catalogue);
    library::Listener listener;
    listener.head = std::move (head);
    const analysis::ReferenceNorms norms;
    const auto numCores = std::max (2u, std::thread::hardware_concurrency());
    analysis::TranslationAnalyzer analyzer {
        catalogue, norms, { std::move (panel.columns), std::move (listener), numCores - 1 }
    };
    auto found = analyzer.check (master, [this] (double done) {
        fraction = done;
        return isWanted ? monitoring::Continue::yes : monitoring::Continue::no;
    });
    const std::lock_guard lock { mutex };

    if (found)
        outcome = std::move (found->report);
    else
        outcome = found.problem();
}

std::optional<units::Result<analysis::TranslationReport>> TranslationCheck::take()
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
