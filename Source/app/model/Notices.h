// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/MainViewState.h"

#include <string>
#include <vector>

namespace app
{

/** What has to be said to the user. Notes go by themselves; problems stay until they are dismissed, or
    until what they are about is well again. */
class Notices
{
public:
    /** Seen long enough to be read. */
    static constexpr double secondsOfNote = 12.0;

    /** What is said about one subject replaces what was said about it before.
        @param subject  such as "sound card"; empty: said beside everything else */
    void
    note (const std::string& subject, std::string text, std::optional<ui::Command> offered = {});
    void
    problem (const std::string& subject, std::string text, std::optional<ui::Command> offered = {});
    void problem (const std::string& subject, const units::Problem& problem);

    /** Nothing is to be said about it any more. */
    void withdraw (const std::string& subject);

    void dismiss (std::uint64_t id);
    void tick (double nowSeconds);

    std::vector<ui::Notice> shown() const;

private:
    struct Entry
    {
        std::string subject;
        ui::Notice notice;
        std::optional<double> since;
    };

    void say (const std::string& subject, ui::Notice notice);

    std::vector<Entry> entries;
    std::uint64_t lastId = 0;
};

} // namespace app
