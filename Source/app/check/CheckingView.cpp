// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows of a check.
#include "app/check/Checking.h"
#include "app/check/ColumnParts.h"
#include "app/check/FindingWords.h"

#include <algorithm>

namespace app
{

/** Made anew only when something else is intended. */
void Checking::showRows (const Found& of) const
{
    const auto& intended = memory.intended();

    if (of.shown != nullptr && of.shownIntended == intended)
        return;

    auto rows = of.rows;

    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].isIntended = std::ranges::find (intended, silencingKeyOf (of.findings[i]))
                             != intended.end();

    of.shown = std::make_shared<const std::vector<ui::FindingRow>> (std::move (rows));
    of.shownIntended = intended;
}

std::optional<analysis::Severity> Checking::worstOn (const Found& of,
                                                     const std::string& device) const
{
    std::optional<analysis::Severity> worst;

    for (const auto& finding : of.checked.report->findings)
    {
        const bool isIntended = std::ranges::find (of.shownIntended, ruleName (finding.rule))
                                != of.shownIntended.end();

        if (finding.severity == analysis::Severity::note || isIntended
            || ColumnParts { finding.device }.device != device)
            continue;

        worst = std::max (worst.value_or (finding.severity), finding.severity);
    }

    return worst;
}

void Checking::show (ui::MainViewState& state) const
{
    const auto* const of = current();
    auto& view = state.check;
    view = {};
    view.isRunning = work.isRunning();
    view.progress = work.progress();
    view.norms = norms().empty() ? ui::Norms::delivered : ui::Norms::references;
    state.side = isShown ? ui::Side::findings : ui::Side::meters;
    state.waveform.findings = nullptr;

    for (auto& tile : state.bank)
        if (tile)
            tile->finding.reset();

    if (of == nullptr)
        return;

    showRows (*of);
    view.findings = of->shown;
    view.verdict = of->verdict;
    view.comparedWith = of->checked.report->normsOrigin;
    view.pointedAt = pointedAt && *pointedAt < of->findings.size() ? pointedAt : std::nullopt;
    state.waveform.findings = of->shown;
    state.waveform.findingPointedAt = view.pointedAt;

    if (! isOfThisBounce (*of))
        view.remark = "The bounce before:";

    for (std::size_t key = 0; key < Bank::numKeys; ++key)
        if (state.bank[key] && bank.onKey (key) != nullptr)
            state.bank[key]->finding = worstOn (*of, bank.onKey (key)->id);
}

} // namespace app
