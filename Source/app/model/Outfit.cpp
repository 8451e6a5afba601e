// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Outfit.h"

#include "library/DefaultHead.h"
#include "library/FolderListing.h"
#include "library/LibraryLocation.h"
#include "library/ListenersHeadphones.h"
#include "library/Wording.h"
#include "ui/values/DeviceRows.h"

#include <algorithm>

namespace app
{

using ui::Worn;

namespace
{

constexpr std::size_t mostHeads = 12;

library::Listener wearing (const Worn& pair, const Workbench& bench)
{
    library::Listener person;

    if (! bench.settings.isCorrectedAbove8k)
        person.correctionEnd = library::CorrectionEnd::at8kHz;

    person.listening = pair.kind == Worn::Kind::loudspeakers ? library::Listening::loudspeakers
                                                             : library::Listening::headphones;

    if (pair.kind == Worn::Kind::listed)
        person.headphones = bench.catalogue.device (pair.id);

    return person;
}

/** Nothing, where there is nothing to correct, or where it is not known what. */
std::shared_ptr<const ui::CorrectionView> correctionOf (const Worn& pair, const Workbench& bench)
{
    const auto& catalogue = bench.catalogue;
    const auto person = wearing (pair, bench);

    if (person.headphones == nullptr)
        return nullptr;

    const auto scenario = library::scenarioOf (
        library::Subject::untouched, nullptr, person, catalogue);
    const auto curve = library::diffuseFieldToHeadphones (scenario, catalogue.targets());
    auto measured = report::plottedResponses (*person.headphones);

    if (! curve || measured.empty())
        return nullptr;

    auto view = std::make_shared<ui::CorrectionView>();
    view->of = pair;
    view->measured = std::move (measured.front());
    view->correction.label = "Correction to the diffuse field";
    view->correction.level = curve->level;
    view->validFromHz = std::max (20.0, person.headphones->provenance.usableBandHz.lowHz);
    view->validUpToHz = std::min (person.correctionEnd == library::CorrectionEnd::at8kHz ? 8000.0
                                                                                         : 10000.0,
                                  person.headphones->provenance.usableBandHz.highHz);
    view->validity = "From " + library::plainHertz (view->validFromHz) + " to "
                     + library::plainHertz (view->validUpToHz)
                     + "; above, it holds the mean of its last octave.";
    view->notes = curve->cautions;
    return view;
}

/** The average head, those in the folders for heads, and those that were chosen before. */
ui::ChoiceOfOne headChoices (const Settings& settings, const std::vector<std::string>& inFolders)
{
    ui::ChoiceOfOne heads { { { "", "Average head" } }, settings.headFile };
    auto files = settings.headFiles;
    files.insert (files.end(), inFolders.begin(), inFolders.end());

    // It was kept, and cannot be read now.
    if (! settings.headFile.empty())
        files.insert (files.begin(), settings.headFile);

    for (const auto& file : files)
        if (std::ranges::find (heads.choices, file, &ui::Choice::id) == heads.choices.end())
            heads.choices.push_back ({ file, std::filesystem::path { file }.stem().string() });

    return heads;
}

} // namespace

Outfit::Outfit (Workbench& shared) : bench (shared), rows (ui::wornRowsOf (bench.catalogue))
{
    for (const auto& folder : library::headFolders())
        for (const auto& file : library::filesIn (folder, ".sofa"))
            headsInFolders.push_back (file.string());

    readHead();
    tell();
}

void Outfit::readHead()
{
    const auto& file = bench.settings.headFile;
    auto head = file.empty() ? library::defaultHead (library::headFolders())
                             : library::readHead (file);
    headProblem = head ? "" : head.problem().sentence();

    if (! head && ! file.empty())
        head = library::defaultHead (library::headFolders());

    if (head)
        person.head = std::make_shared<library::HrtfSet> (std::move (*head));
}

void Outfit::tell()
{
    const auto head = person.head;
    person = wearing (bench.settings.worn.value_or (Worn {}), bench);
    person.head = head;
    bench.live.listener (person);
}

void Outfit::wear (const Worn& pair)
{
    bench.settings.worn = pair;
    pointAt (pair);
    tell();
}

void Outfit::pointAt (const Worn& pair) { correction = correctionOf (pair, bench); }

void Outfit::chooseHead (const std::string& sofaFile)
{
    auto& known = bench.settings.headFiles;
    bench.settings.headFile = sofaFile;
    readHead();

    // One that cannot be used is not offered again.
    std::erase (known, sofaFile);

    if (! sofaFile.empty() && headProblem.empty())
        known.insert (known.begin(), sofaFile);

    if (known.size() > mostHeads)
        known.resize (mostHeads);

    tell();
}

void Outfit::correctAbove8k (bool isWanted)
{
    bench.settings.isCorrectedAbove8k = isWanted;
    tell();

    if (correction != nullptr)
        pointAt (correction->of);
}

//==================================================================================================
// What is shown

std::string Outfit::nameOfWorn() const
{
    const auto& worn = bench.settings.worn;

    if (worn && worn->kind == Worn::Kind::loudspeakers)
        return "loudspeakers";

    return person.headphones != nullptr ? person.headphones->name : "headphones not named";
}

void Outfit::show (ui::MainViewState& state) const
{
    state.topBar.headphones = nameOfWorn();
    state.headphones.rows = rows;
    state.headphones.worn = bench.settings.worn;
    state.headphones.shown = correction;
    state.headphones.isCorrectedAbove8k = bench.settings.isCorrectedAbove8k;
    state.settings.isCorrectedAbove8k = bench.settings.isCorrectedAbove8k;

    state.settings.head = headChoices (bench.settings, headsInFolders);
    state.settings.headProblem = headProblem;
}

} // namespace app
