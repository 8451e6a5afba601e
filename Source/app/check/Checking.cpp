// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/Checking.h"

#include "app/check/ColumnParts.h"
#include "app/check/FindingWords.h"
#include "files/OutputFile.h"
#include "report/Problems.h"
#include "report/Sentences.h"

#include <algorithm>

namespace app
{

namespace
{

// A place is heard with what leads to it, and not in pieces too short to be understood.
constexpr double secondsBefore = 1.0;
constexpr double shortestSeconds = 3.0;

constexpr auto subject = "check";

} // namespace

Checking::Checking (Workbench& shared, Player& of, Bank& on, Controls& at, Memory& in)
    : bench (shared),
      player (of),
      bank (on),
      controls (at),
      memory (in),
      work (bench.catalogue)
{}

void Checking::run (std::shared_ptr<const library::HrtfSet> head)
{
    if (work.isRunning())
    {
        work.breakOff();
        return;
    }

    isShown = true;

    if (const auto track = player.currentTrack(); track < bench.live.tracks().size())
        work.start ({ bench.live.tracks()[track].version, std::move (head), norms(), before() });
}

/** What was found of the bounce before the one that plays, if that was checked. */
std::shared_ptr<const analysis::TranslationReport> Checking::before() const
{
    const auto* const of = current();

    if (of == nullptr)
        return nullptr;

    return isOfThisBounce (*of) ? of->checked.before : of->checked.report;
}

bool Checking::isOfThisBounce (const Found& of) const
{
    return bench.live.tracks()[player.currentTrack()].version.identity == of.version.identity;
}

/** The user's own references, where they are wanted and are enough. */
std::vector<std::filesystem::path> Checking::norms() const
{
    std::vector<std::filesystem::path> files;

    if (bench.settings.norms == ui::Norms::references)
        for (const auto& reference : bench.settings.references)
            if (! reference.path.empty())
                files.push_back (reference.path);

    if (files.size() < analysis::leastMastersOfNorms)
        files.clear();

    return files;
}

void Checking::chooseNorms (ui::Norms wanted, std::shared_ptr<const library::HrtfSet> head)
{
    bench.settings.norms = wanted;

    if (wanted == ui::Norms::references && norms().empty())
    {
        bench.settings.norms = ui::Norms::delivered;
        bench.notices.problem (
            subject,
            "Five reference tracks or more say what is usual on a device; there are fewer.",
            ui::Command::showReferences);
        return;
    }

    if (current() != nullptr && ! work.isRunning())
        run (std::move (head));
}

void Checking::tick()
{
    auto outcome = work.take();

    if (! outcome)
        return;

    const auto& file = work.file().file;

    if (! *outcome)
    {
        if (outcome->problem().kind != units::Problem::Kind::interrupted)
            bench.notices.problem (subject, outcome->problem());

        return;
    }

    for (const auto& problem : (*outcome)->problems)
        bench.notices.problem ("", problem);

    const auto& report = *(*outcome)->report;
    Found result { work.file(), report::verdictSentence (report), report::problemsOf (report), {} };

    for (const auto& finding : result.findings)
        result.rows.push_back (rowOf (finding, report));

    result.checked = *std::move (*outcome);

    // Said only to whoever does not see it.
    if (! isShown || file != player.currentFile())
        bench.notices.note (subject,
                            Player::titleOf (file) + " was checked. " + result.verdict,
                            isShown ? std::nullopt : std::optional { ui::Command::showCheck });

    found.insert_or_assign (file, std::move (result));
    pointedAt.reset();
}

//==================================================================================================
const Checking::Found* Checking::current() const
{
    const auto known = found.find (player.currentFile());
    return known == found.end() ? nullptr : &known->second;
}

void Checking::hear (std::size_t finding)
{
    const auto* const of = current();

    if (of == nullptr || finding >= of->findings.size())
        return;

    const auto& chosen = of->findings[finding];
    place = pointedAt == finding && ! chosen.ranges.empty() ? (place + 1) % chosen.ranges.size()
                                                            : 0;
    pointedAt = finding;

    if (! chosen.isAboutTheMaster() && ! chosen.devices.empty())
    {
        const ColumnParts column { chosen.worst.device };
        bank.audition (column.device);
        controls.hearNoise (column.noise);
    }

    if (! chosen.ranges.empty())
    {
        const auto& range = chosen.ranges[place];
        const double begin = std::max (0.0, range.start - secondsBefore);
        player.setLoop (ui::TimeSpan { begin, std::max (range.end, begin + shortestSeconds) });
        player.seek (begin);
    }

    bench.live.play();
}

void Checking::step (int by)
{
    const auto* const of = current();

    if (of == nullptr)
        return;

    showRows (*of);
    const auto count = static_cast<int> (of->findings.size());
    const int from = pointedAt ? static_cast<int> (*pointedAt) : by > 0 ? -1 : count;

    for (int i = 1; i <= count; ++i)
    {
        const auto next = static_cast<std::size_t> (((from + by * i) % count + count) % count);

        if ((*of->shown)[next].isIntended)
            continue;

        hear (next);
        return;
    }
}

void Checking::hearNext() { step (1); }
void Checking::hearPrevious() { step (-1); }

void Checking::setIntended (std::size_t finding, bool isIntended)
{
    const auto* const of = current();

    if (of == nullptr || finding >= of->findings.size())
        return;

    const auto key = silencingKeyOf (of->findings[finding]);
    auto& keys = memory.intended();
    std::erase (keys, key);

    if (isIntended)
        keys.push_back (key);
}

void Checking::write (const std::filesystem::path& file) const
{
    const auto* const of = current();

    if (of == nullptr)
        return;

    const auto& checked = of->checked;
    const std::span reports { checked.report.get(), 1 };
    const auto text = file.extension() == ".json"
                          ? files::writeJson (report::checkJson (reports, checked.origin))
                          : checked.page;

    if (const auto written = files::writeText (file, text, files::Overwrite::allow); ! written)
        bench.notices.problem (subject, written.problem());
    else
        bench.notices.note (subject, "The report is in " + file.string() + ".");
}

} // namespace app
