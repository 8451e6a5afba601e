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

units::Result<std::vector<monitoring::Heard>> PreparedScenarios::heardAt (units::SampleRate rate)
{
    const auto responses = at (rate);

    if (! responses)
        return responses.problem();

    std::vector<monitoring::Heard> heard;

    for (const auto& response : **responses)
        heard.push_back ({ response == nullptr ? nullptr : &response->matrix });

    return heard;
}

library::ListeningScenario PreparedScenarios::scenario (std::size_t subject) const
{
    return library::scenarioOf (wanted[subject].what, wanted[subject].device, who, catalogue);
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

namespace
{

/** A sentence, and the names of those it is about. */
struct SharedNote
{
    std::string sentence;
    std::vector<std::string> about;
};

void addNote (std::vector<SharedNote>& notes, const std::string& sentence, const std::string& name)
{
    const auto same = std::find_if (notes.begin(), notes.end(), [&] (const SharedNote& note) {
        return note.sentence == sentence;
    });

    if (same == notes.end())
        notes.push_back ({ sentence, { name } });
    else
        same->about.push_back (name);
}

/** The names before a sentence, the first two when there are more than three. */
std::string prefixOf (const SharedNote& note)
{
    const auto numNames = note.about.size();
    const auto numShown = numNames > 3 ? 2 : numNames;
    std::string prefix = note.about.front();

    for (std::size_t i = 1; i < numShown; ++i)
        prefix.append (", ").append (note.about[i]);

    if (numShown < numNames)
        prefix.append (" and ").append (std::to_string (numNames - numShown)).append (" more");

    return prefix + ": ";
}

std::string textOf (const SharedNote& note, std::size_t numSubjects)
{
    const bool concernsAll = note.about.size() > 1 && note.about.size() == numSubjects;
    const bool namesItself = note.sentence.find (note.about.front()) != std::string::npos;
    return concernsAll || namesItself ? note.sentence : prefixOf (note) + note.sentence;
}

} // namespace

std::vector<std::string> PreparedScenarios::notes() const
{
    std::vector<SharedNote> shared;
    std::size_t numRendered = 0;

    if (! made.empty())
        for (std::size_t i = 0; i < wanted.size(); ++i)
        {
            if (const auto& response = made.begin()->second[i]; response != nullptr)
            {
                ++numRendered;

                for (const auto& note : response->notes)
                    addNote (shared, note, wanted[i].name());
            }
        }

    std::vector<std::string> sentences = who.notes;

    for (const auto& note : shared)
        sentences.push_back (textOf (note, numRendered));

    return sentences;
}

} // namespace cli
