// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/PreparedScenarios.h"

#include <algorithm>

namespace cli
{

PreparedScenarios::PreparedScenarios (std::vector<Subject> what,
                                      Listener person,
                                      const library::Catalogue& from)
    : wanted (std::move (what)),
      who (std::move (person)),
      catalogue (from)
{}

library::ListeningScenario PreparedScenarios::scenario (std::size_t subject) const
{
    return scenarioOf (wanted[subject], who, catalogue);
}

units::Result<const PreparedScenarios::Responses*> PreparedScenarios::at (units::SampleRate rate)
{
    if (const auto known = made.find (rate); known != made.end())
        return &known->second;

    Responses responses;

    for (std::size_t i = 0; i < wanted.size(); ++i)
    {
        if (wanted[i].what == library::Subject::untouched)
        {
            responses.push_back (nullptr);
            continue;
        }

        auto response = library::scenarioResponse (scenario (i), catalogue.targets(), rate);

        if (! response)
            return response.problem();

        responses.push_back (std::make_unique<library::ScenarioResponse> (std::move (*response)));
    }

    return &made.emplace (rate, std::move (responses)).first->second;
}

std::vector<std::string> PreparedScenarios::notes() const
{
    std::vector<std::pair<std::string, std::vector<std::string>>> about;

    if (! made.empty())
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (const auto& response = made.begin()->second[i]; response != nullptr)
                for (const auto& note : response->notes)
                {
                    const auto same = std::find_if (
                        about.begin(), about.end(), [&] (const auto& a) {
                            return a.first == note;
                        });

                    if (same == about.end())
                        about.push_back ({ note, { wanted[i].name() } });
                    else
                        same->second.push_back (wanted[i].name());
                }

    std::vector<std::string> sentences = who.notes;

    for (const auto& [note, names] : about)
    {
        const bool concernsAll = names.size() > 1 && names.size() == wanted.size();
        const bool namesItself = note.find (names.front()) != std::string::npos;
        const auto more = names.size() > 3 ? " and " + std::to_string (names.size() - 2) + " more"
                                           : "";
        std::string prefix;

        for (std::size_t i = 0; i < (more.empty() ? names.size() : 2); ++i)
            prefix += (i == 0 ? "" : ", ") + names[i];

        sentences.push_back (concernsAll || namesItself ? note : prefix + more + ": " + note);
    }

    return sentences;
}

} // namespace cli
