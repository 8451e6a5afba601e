// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/Subjects.h"

#include "library/DefaultHead.h"
#include "library/LibraryLocation.h"

#include <algorithm>

namespace cli
{

using units::Problem;

namespace
{

std::string suggestion (const library::Catalogue& catalogue, const std::string& id)
{
    const auto near = catalogue.similarIds (id);

    if (near.empty())
        return "See: elsewhere devices";

    std::string sentence = "Did you mean ";

    for (std::size_t i = 0; i < near.size() && i < 3; ++i)
        sentence += (i == 0 ? "" : ", ") + near[i];

    return sentence + "? See: elsewhere devices";
}

Problem unknownId (const std::string& option, const std::string& id, const library::Catalogue& in)
{
    return { Problem::Kind::missingFile,
             option + " " + id,
             "no device of the library has this id.",
             suggestion (in, id) };
}

units::Result<library::Listening> listeningNamed (const std::string& word)
{
    if (word == "headphones")
        return library::Listening::headphones;

    if (word == "loudspeakers")
        return library::Listening::loudspeakers;

    if (word == "microphone")
        return library::Listening::microphone;

    return Problem { Problem::Kind::invalidValue,
                     "--listen " + word,
                     "there is no such way to listen.",
                     "Use headphones, loudspeakers or microphone." };
}

units::Result<void>
findHeadphones (Listener& listener, const std::string& id, const library::Catalogue& catalogue)
{
    listener.takesHeadphonesOut = id != "none";

    if (id.empty() || id == "none")
        return {};

    listener.headphones = catalogue.device (id);

    if (listener.headphones == nullptr)
        return unknownId ("--headphones", id, catalogue);

    if (library::isWorn (listener.headphones->kind))
        return {};

    return Problem { Problem::Kind::invalidValue,
                     "--headphones " + id,
                     "this device is not worn on the ears.",
                     "Choose one of: elsewhere devices --kind headphones (or earbuds)." };
}

/** Noise alone is not a place: it is heard in the surroundings that a device usually has. */
bool isOnlyNoise (const library::ListeningEnvironment& environment)
{
    return environment.noise && ! environment.room && ! environment.cabin && ! environment.desk;
}

units::Result<void>
findEnvironment (Listener& listener, const std::string& id, const library::Catalogue& catalogue)
{
    listener.usesUsualEnvironment = id.empty();

    if (id.empty() || id == "none")
        return {};

    listener.environment = catalogue.environment (id);

    if (listener.environment != nullptr)
    {
        listener.usesUsualEnvironment = isOnlyNoise (*listener.environment);
        return {};
    }

    std::string known;

    for (const auto& environment : catalogue.environments())
        known += (known.empty() ? "" : ", ") + environment.id;

    return Problem { Problem::Kind::missingFile,
                     "--environment " + id,
                     "there is no such room or cabin.",
                     "Use none or one of: " + known + "." };
}

units::Result<void> findHead (Listener& listener, const std::string& sofaFile)
{
    if (listener.listening != library::Listening::headphones)
        return {};

    auto head = sofaFile.empty() ? library::defaultHead (library::headFolders())
                                 : library::readHead (sofaFile);

    if (! head)
        return head.problem();

    listener.head = std::make_shared<library::HrtfSet> (std::move (*head));
    return {};
}

} // namespace

units::Result<Listener> findListener (const ListenerOptions& options,
                                      const library::Catalogue& catalogue)
{
    Listener listener;
    const auto listening = listeningNamed (options.listen);

    if (! listening)
        return listening.problem();

    listener.listening = *listening;
    listener.correctionEnd = options.leavesTreble ? library::CorrectionEnd::at8kHz
                                                  : library::CorrectionEnd::at10kHz;

    if (auto found = findHeadphones (listener, options.headphones, catalogue); ! found)
        return found.problem();

    if (auto found = findEnvironment (listener, options.environment, catalogue); ! found)
        return found.problem();

    if (auto found = findHead (listener, options.head); ! found)
        return found.problem();

    return listener;
}

std::string Subject::id() const
{
    if (what == library::Subject::device)
        return device->id;

    return what == library::Subject::neutral ? "neutral" : "untouched";
}

std::string Subject::name() const
{
    if (what == library::Subject::device)
        return device->name;

    return what == library::Subject::neutral ? "Neutral" : "Untouched";
}

units::Result<std::vector<Subject>> findSubjects (const std::vector<std::string>& ids,
                                                  const library::Catalogue& catalogue)
{
    std::vector<Subject> subjects;
    const auto add = [&subjects] (const Subject& subject) {
        const auto same = [&] (const Subject& other) { return other.id() == subject.id(); };

        if (std::none_of (subjects.begin(), subjects.end(), same))
            subjects.push_back (subject);
    };

    for (const auto& id : ids)
    {
        if (id == "neutral")
            add ({ library::Subject::neutral, nullptr });
        else if (id == "untouched")
            add ({ library::Subject::untouched, nullptr });
        else if (id == "all")
            for (const auto& device : catalogue.devices())
                add ({ library::Subject::device, &device });
        else if (const auto* device = catalogue.device (id); device != nullptr)
            add ({ library::Subject::device, device });
        else
            return unknownId ("--device", id, catalogue);
    }

    return subjects;
}

} // namespace cli
