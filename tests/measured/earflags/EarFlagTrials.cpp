// SPDX-License-Identifier: GPL-3.0-or-later
// Puts defects into excerpts of masters and prints what the rules about devices say: a JSON object per trial and line.
//
//     ear_flag_injections NORMS.json [--only=RULE] FILE… > trials.jsonl
//     ear_flag_table.py NORMS.json trials.jsonl certified.txt
//
// Each gets every defect at every dose, the controls and the limiter, to −14 and to −9.5 LUFS; with --only, the defects of
// that rule alone (--only=none: no defects).
// Where there is no NORMS.json it is made of these excerpts as they are, on the usual panel, and nothing is tried.

#include "analysis/NormsFile.h"
#include "analysis/Panel.h"
#include "analysis/TranslationAnalyzer.h"
#include "files/AudioFile.h"
#include "library/DefaultHead.h"
#include "library/LibraryLocation.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string_view>
#include <unistd.h>

#include "measured/earflags/EarInjections.h"
#include "measured/flags/Excerpt.h"

namespace
{

using earflags::Audio;
using earflags::Rate;

constexpr std::string_view onlyOption { "--only=" };

struct Trial
{
    const flags::Excerpt& excerpt;
    std::string variant;   ///< "raw", "limited" to −9.5 LUFS, "limited14"
    std::string defect;    ///< empty: as it is
    std::string rule = {}; ///< that must find it
    double dose = 0.0;
    bool isRealised = true;
};

std::string quoted (const std::string& text)
{
    std::string result = "\"";

    for (const char c : text)
        result += c == '"' || c == '\\' ? std::string { '\\', c } : std::string { c };

    return result + "\"";
}

class Checker
{
public:
    Checker (const library::Catalogue& devices,
             const analysis::ReferenceNorms& compareWith,
             library::HrtfSet head)
        : catalogue (devices),
          norms (compareWith),
          file (std::filesystem::temp_directory_path()
                / ("ear-flags-" + std::to_string (::getpid()) + ".wav"))
    {
        listener.head = std::make_shared<library::HrtfSet> (std::move (head));
    }

    ~Checker() { std::filesystem::remove (file); }

    void check (const Trial& trial, const Audio& audio, const std::vector<std::string>& columns)
    {
        if (const auto report = reportOn (trial, audio, columns))
            print (trial, *report);
    }

    std::optional<analysis::TranslationReport>
    reportOn (const Trial& trial, const Audio& audio, const std::vector<std::string>& columns)
    {
        auto writer = files::AudioFileWriter::create (
            file,
            { files::Encoding::wavFloat, 2, trial.excerpt.rate, {} },
            files::Overwrite::allow);

        if (! writer || ! writer->write (audio.block()) || ! writer->finish())
            std::cerr << "cannot write " << file << '\n';

        auto checked = analyzerFor (columns).check (
            file, [] (double) { return monitoring::Continue::yes; });

        if (! checked)
            std::cerr << trial.excerpt.name << ": " << checked.problem().what << '\n';

        return checked ? std::optional { std::move (checked->report) } : std::nullopt;
    }

private:
    analysis::TranslationAnalyzer& analyzerFor (const std::vector<std::string>& ids)
    {
        if (const auto known = analyzers.find (ids); known != analyzers.end())
            return known->second;

        analysis::CheckRequest request;
        request.listener = listener;

        for (const auto& id : ids)
        {
            const auto at = id.find ('@');
            auto column = analysis::columnOf (*catalogue.device (id.substr (0, at)));

            if (at != std::string::npos)
            {
                column.noise = catalogue.environment (id.substr (at + 1));
                column.level = units::SoundPressureLevel { id.starts_with ("car") ? 77.0 : 73.0 };
            }

            request.columns.push_back (column);
        }

        return analyzers.try_emplace (ids, catalogue, norms, request).first->second;
    }

    static void print (const Trial& trial, const analysis::TranslationReport& report)
    {
        std::cout << "{\"package\":" << quoted (trial.excerpt.package)
                  << ",\"name\":" << quoted (trial.excerpt.name)
                  << ",\"variant\":" << quoted (trial.variant)
                  << ",\"defect\":" << quoted (trial.defect) << ",\"rule\":" << quoted (trial.rule)
                  << ",\"dose\":" << trial.dose
                  << ",\"realised\":" << (trial.isRealised ? "true" : "false") << ",\"columns\":{";
        const char* comma = "";

        for (const auto& column : report.columns)
        {
            std::cout << comma << quoted (column.id) << ":{";
            comma = ",";
            const char* between = "";

            for (const auto& measure : column.measures)
                if (! measure.name.starts_with ("band"))
                {
                    std::cout << between << quoted (measure.name) << ":" << measure.value;
                    between = ",";
                }

            std::cout << "}";
        }

        std::cout << "},\"findings\":[";
        comma = "";

        for (const auto& finding : report.findings)
            if (finding.device != "*")
            {
                std::cout << comma << "{\"rule\":"
                          << quoted (std::string (analysis::ruleName (finding.rule)))
                          << ",\"severity\":"
                          << quoted (std::string (analysis::severityId (finding.severity)))
                          << ",\"device\":" << quoted (finding.device) << ",\"ranges\":[";
                comma = ",";
                const char* between = "";

                for (const auto& range : finding.ranges)
                {
                    std::cout << between << "[" << range.start << "," << range.end << "]";
                    between = ",";
                }

                std::cout << "]}";
            }

        std::cout << "]}" << std::endl;
    }

    const library::Catalogue& catalogue;
    const analysis::ReferenceNorms& norms;
    std::filesystem::path file;
    library::Listener listener;
    std::map<std::vector<std::string>, analysis::TranslationAnalyzer> analyzers;
};

void tryDose (const flags::Excerpt& excerpt,
              const earflags::EarInjection& injection,
              double dose,
              Checker& checker)
{
    auto audio = flags::copyOf (excerpt.audio);
    injection.apply (audio, excerpt.rate, dose);
    auto columns = injection.found;
    columns.insert (columns.end(), injection.notFound.begin(), injection.notFound.end());

    if (injection.isRealised (excerpt.audio, audio, excerpt.rate, dose))
        checker.check (
            { excerpt, "raw", injection.name, injection.rule, dose, true }, audio, columns);
}

void tryControls (const flags::Excerpt& excerpt, Checker& checker)
{
    for (const auto& control : earflags::earControls())
    {
        auto audio = flags::copyOf (excerpt.audio);
        control.apply (audio, excerpt.rate);
        checker.check ({ excerpt, "raw", control.name }, audio, earflags::controlColumns());
    }
}

void tryAll (const flags::Excerpt& excerpt, std::string_view only, Checker& checker)
{
    checker.check ({ excerpt, "raw", "" }, excerpt.audio, earflags::earColumns());

    for (const auto& injection : earflags::earInjections())
        for (const double dose : injection.doses)
            if (only.empty() || only == injection.rule)
                tryDose (excerpt, injection, dose, checker);

    if (only.empty())
        tryControls (excerpt, checker);

    for (const auto& [variant, lufs] : { std::pair { "limited14", -14.0 }, { "limited", -9.5 } })
        checker.check ({ excerpt, variant, "" },
                       flags::limited (excerpt.audio, excerpt.rate, lufs, -1.0),
                       earflags::earColumns());
}

std::vector<std::string> panelOf (const library::Catalogue& catalogue)
{
    std::vector<std::string> ids;

    for (const auto& column : analysis::usualPanel (catalogue).columns)
        ids.push_back (column.id());

    return ids;
}

} // namespace

int main (int argc, char** argv)
{
    const auto catalogue = library::readCatalogue ({});

    if (! catalogue || argc < 3)
        return 2;

    auto head = library::defaultHead (library::headFolders());

    if (! head)
        return 3;

    const auto read = analysis::readNorms (argv[1]);
    const auto norms = read ? *read : analysis::ReferenceNorms {};
    Checker checker { *catalogue, norms, std::move (*head) };
    std::vector<analysis::TranslationReport> learnt;
    std::string_view only { argv[2] };
    const bool isChosen = only.starts_with (onlyOption);
    only.remove_prefix (isChosen ? onlyOption.size() : only.size());

    for (int i = isChosen ? 3 : 2; i < argc; ++i)
        if (const auto excerpt = flags::excerptOf (argv[i]); ! excerpt)
            std::cerr << argv[i] << ": " << excerpt.problem().what << '\n';
        else if (read)
            tryAll (*excerpt, only, checker);
        else if (auto report = checker.reportOn (
                     { *excerpt, "raw", "" }, excerpt->audio, panelOf (*catalogue)))
            learnt.push_back (std::move (*report));

    if (! read)
        std::ofstream { argv[1] } << analysis::writeNorms (analysis::buildNorms (learnt));
}
