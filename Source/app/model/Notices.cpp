// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Notices.h"

#include <algorithm>

namespace app
{

namespace
{

/** More than this nobody reads. */
constexpr std::size_t mostAtOnce = 4;

} // namespace

void Notices::say (const std::string& subject, ui::Notice notice)
{
    const auto same = [&] (const Entry& entry) {
        return (! subject.empty() && entry.subject == subject) || entry.notice.text == notice.text;
    };

    if (const auto known = std::ranges::find_if (entries, same);
        known != entries.end() && known->notice.text == notice.text
        && known->notice.kind == notice.kind)
    {
        known->since.reset();
        return;
    }

    std::erase_if (entries, same);
    notice.id = ++lastId;
    entries.push_back ({ subject, std::move (notice), {} });

    if (entries.size() > mostAtOnce)
        entries.erase (entries.begin());
}

void Notices::note (const std::string& subject,
                    std::string text,
                    std::optional<ui::Command> offered)
{
    say (subject, { 0, ui::Notice::Kind::note, std::move (text), offered });
}

void Notices::problem (const std::string& subject,
                       std::string text,
                       std::optional<ui::Command> offered)
{
    say (subject, { 0, ui::Notice::Kind::problem, std::move (text), offered });
}

void Notices::problem (const std::string& subject, const units::Problem& trouble)
{
    problem (subject, trouble.sentence());
}

void Notices::withdraw (const std::string& subject)
{
    std::erase_if (entries, [&] (const Entry& entry) { return entry.subject == subject; });
}

void Notices::dismiss (std::uint64_t id)
{
    std::erase_if (entries, [&] (const Entry& entry) { return entry.notice.id == id; });
}

void Notices::tick (double nowSeconds)
{
    for (auto& entry : entries)
        if (! entry.since)
            entry.since = nowSeconds;

    std::erase_if (entries, [&] (const Entry& entry) {
        return entry.notice.kind == ui::Notice::Kind::note
               && nowSeconds - *entry.since >= secondsOfNote;
    });
}

std::vector<ui::Notice> Notices::shown() const
{
    std::vector<ui::Notice> notices;

    for (const auto& entry : entries)
        notices.push_back (entry.notice);

    return notices;
}

} // namespace app
