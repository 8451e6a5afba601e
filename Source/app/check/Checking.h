// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MergedFinding.h"
#include "app/check/TranslationCheck.h"
#include "app/model/Bank.h"
#include "app/model/Controls.h"
#include "app/model/Memory.h"
#include "ui/values/CheckView.h"

#include <map>

namespace app
{

/** The translation check of what is open: one track after another, in the background, and what it found. */
class Checking
{
public:
    Checking (Workbench& bench, Player& player, Bank& bank, Controls& controls, Memory& memory);

    /** The findings, in the place of the meters. */
    void toggleShown() { isShown = ! isShown; }
    void hide() { isShown = false; }

    /** Checks the track that plays, and shows that; while something is being checked, breaks that off. */
    void run (std::shared_ptr<const library::HrtfSet> head);

    /** For the next check; what has been checked is checked anew. */
    void chooseNorms (ui::Norms norms, std::shared_ptr<const library::HrtfSet> head);

    /** Loops the place on the device it is worst on, with the noise that it was found in; again: its next
        place. */
    void hear (std::size_t finding);

    // Those that are alarms, round and round.
    void hearNext();
    void hearPrevious();

    /** Silences a finding for this track, across bounces; or not any more. */
    void setIntended (std::size_t finding, bool isIntended);

    /** Takes what came of it. */
    void tick();
    bool isRunning() const { return work.isRunning(); }

    /** Writes what was found as a page, or as JSON where the name says so, and says that. */
    void write (const std::filesystem::path& file) const;
    bool canWrite() const { return current() != nullptr; }

    void show (ui::MainViewState& state) const;

private:
    /** What was found of one file. */
    struct Found
    {
        monitoring::FileVersion version;
        std::string verdict;
        std::vector<analysis::MergedFinding> findings;
        std::vector<ui::FindingRow> rows;
        CheckResult checked {};

        /** The same, as long as nobody changes what is intended. */
        mutable ui::FindingRows shown {};
        mutable std::vector<std::string> shownIntended {};
    };

    const Found* current() const;
    bool isOfThisBounce (const Found& found) const;
    std::shared_ptr<const analysis::TranslationReport> before() const;
    std::vector<std::filesystem::path> norms() const;
    void step (int by);
    void showRows (const Found& found) const;
    std::optional<analysis::Severity> worstOn (const Found& found, const std::string& device) const;

    Workbench& bench;
    Player& player;
    Bank& bank;
    Controls& controls;
    Memory& memory;
    TranslationCheck work;
    std::map<std::filesystem::path, Found> found;
    std::optional<std::size_t> pointedAt;
    std::size_t place = 0; ///< of the finding pointed at
    bool isShown = false;
};

} // namespace app
