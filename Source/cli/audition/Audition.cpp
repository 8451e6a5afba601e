// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/Audition.h"

#include "cli/audition/MatchOutputs.h"
#include "cli/audition/PreparedScenarios.h"
#include "cli/audition/WriteOutputs.h"

#include <algorithm>
#include <iterator>

namespace cli
{

namespace
{

using monitoring::Continue;
using monitoring::Progress;
using units::Result;

struct OpenMaster
{
    std::filesystem::path file;
    files::AudioFileReader reader;
    units::SampleRate rate; ///< of what is rendered from it
};

// Rendering costs more than writing, and listening to it more than either: how a call's time is shared
// between rendering, matching and writing.
constexpr double passShare = 0.35;
constexpr double renderingShare = 0.9;

Result<std::vector<OpenMaster>> openAll (const AuditionRequest& request)
{
    std::vector<OpenMaster> masters;

    for (const auto& file : request.masters)
    {
        auto reader = files::AudioFileReader::open (file);

        if (! reader)
            return reader.problem();

        const units::SampleRate rate { request.rateHz.value_or (reader->rate().hertz) };
        masters.push_back ({ file, std::move (*reader), rate });
    }

    return masters;
}

/** A part of the whole's progress. */
Progress within (const Progress& whole, double start, double length)
{
    return [&whole, start, length] (double fraction) { return whole (start + length * fraction); };
}

bool isExact (const AuditionRequest& request)
{
    return request.listener.listening == library::Listening::microphone
           && request.match == monitoring::Match::off
           && request.output.encoding == files::Encoding::wavFloat;
}

/** Neutral takes part in the safety gain even when nobody asked to hear it, so that a later call
    for it alone comes out at the same level. */
std::vector<Subject> withNeutral (std::vector<Subject> subjects, const AuditionRequest& request)
{
    const auto isNeutral = [] (const Subject& s) { return s.what == library::Subject::neutral; };

    if (request.listener.listening == library::Listening::headphones
        && std::none_of (subjects.begin(), subjects.end(), isNeutral))
        subjects.push_back ({ library::Subject::neutral, nullptr });

    return subjects;
}

/** Loudness is matched to Untouched, whether anybody asked to hear that or not. */
std::vector<Subject> withReference (std::vector<Subject> subjects, const AuditionRequest& request)
{
    if (request.match == monitoring::Match::loudness
        && std::ranges::find (subjects, library::Subject::untouched, &Subject::what)
               == subjects.end())
        subjects.push_back ({ library::Subject::untouched, nullptr });

    return subjects;
}

Result<RenderedMaster> render (OpenMaster& master,
                               PreparedScenarios& scenarios,
                               const Progress& progress,
                               const AuditionRequest& request)
{
    const auto heard = scenarios.heardAt (master.rate);

    if (! heard)
        return heard.problem();

    const auto folder = request.output.place.empty()
                                || std::filesystem::is_directory (request.output.place)
                            ? request.output.place
                            : request.output.place.parent_path();
    auto pass = monitoring::passOver (master.reader, { *heard, master.rate, folder }, progress);

    if (! pass)
        return pass.problem();

    return RenderedMaster { master.file, master.rate, std::move (*pass), {}, {} };
}

/** Each device as much softer or louder than Neutral as it usually is, from equally loud on. */
void setNaturalLevels (RenderedMaster& rendered, const std::vector<Subject>& subjects)
{
    for (std::size_t i = 0; i < subjects.size(); ++i)
        rendered.matches[i].gain = rendered.matches[i].gain
                                   + monitoring::naturalLevel (
                                       { subjects[i].what, subjects[i].device });
}

/** The natural distance of programme and noise is the one that a matched programme has. */
monitoring::NoiseBed::Calibration
calibrationOf (const RenderedMaster& rendered, std::size_t output, const AuditionRequest& request)
{
    const auto& match = rendered.matches[output];
    const auto gain = request.match == monitoring::Match::off
                          ? monitoring::levelMatch (monitoring::Match::lufs,
                                                    rendered.pass.master,
                                                    rendered.pass.outputs[output].loudness)
                          : match.gain;
    return { match.listeningLevel, gain };
}

/** The noise each output of a master has, where its environment was asked for and has any. */
Result<void> prepareNoise (RenderedMaster& rendered,
                           const PreparedScenarios& scenarios,
                           const AuditionRequest& request,
                           const library::Catalogue& catalogue)
{
    const auto* place = request.listener.environment;
    const bool isHeard = request.noise == Noise::on && place != nullptr && place->noise
                         && request.listener.listening == library::Listening::headphones;

    for (std::size_t i = 0; i < scenarios.subjects().size(); ++i)
    {
        auto& bed = rendered.noise.emplace_back();
        const auto* device = scenarios.subjects()[i].device;

        if (! isHeard || device == nullptr)
            continue;

        auto toOutput = library::diffuseFieldToOutput (
            scenarios.scenario (i), catalogue.targets(), rendered.rate);

        if (! toOutput)
            return toOutput.problem();

        bed = NoiseOfOutput { *place->noise,
                              std::move (*toOutput),
                              calibrationOf (rendered, i, request) };
    }

    return {};
}

/** All that must be known of a master before the one safety gain can be. */
Result<RenderedMaster> renderAndMatch (OpenMaster& master,
                                       PreparedScenarios& scenarios,
                                       const AuditionRequest& request,
                                       const library::Catalogue& catalogue,
                                       const Progress& progress)
{
    const bool listens = request.match == monitoring::Match::loudness;
    const double passEnd = listens ? passShare : 1.0;
    auto rendered = render (master, scenarios, within (progress, 0.0, passEnd), request);

    if (! rendered)
        return rendered;

    auto matches = matchOutputs (*rendered,
                                 scenarios,
                                 request,
                                 catalogue.targets(),
                                 within (progress, passEnd, 1.0 - passEnd));

    if (! matches)
        return matches.problem();

    rendered->matches = std::move (*matches);

    if (request.deviceLevel == monitoring::DeviceLevel::natural)
        setNaturalLevels (*rendered, scenarios.subjects());

    if (auto prepared = prepareNoise (*rendered, scenarios, request, catalogue); ! prepared)
        return prepared.problem();

    return rendered;
}

} // namespace

Result<AuditionReport> audition (const AuditionRequest& request,
                                 const library::Catalogue& catalogue,
                                 const Progress& progress)
{
    auto masters = openAll (request);

    if (! masters)
        return masters.problem();

    const auto paths = outputPaths (request.masters, request.subjects, request.output);

    if (! paths)
        return paths.problem();

    const auto weighed = isExact (request) ? request.subjects
                                           : withNeutral (request.subjects, request);
    PreparedScenarios scenarios { withReference (weighed, request), request.listener, catalogue };
    AuditionReport report;
    report.match = request.match;
    report.deviceLevel = request.deviceLevel;
    report.isExact = isExact (request);
    std::vector<std::string> matchTroubles;
    std::vector<RenderedMaster> rendered;
    std::vector<std::vector<std::filesystem::path>> places;
    const double share = renderingShare / static_cast<double> (masters->size());

    for (std::size_t m = 0; m < masters->size(); ++m)
    {
        auto one = renderAndMatch ((*masters)[m],
                                   scenarios,
                                   request,
                                   catalogue,
                                   within (progress, share * static_cast<double> (m), share));

        if (! one && one.problem().kind == units::Problem::Kind::interrupted)
            return one.problem();

        if (! one)
        {
            report.problems.push_back (one.problem());
            continue;
        }

        std::ranges::copy (matchNotes (*one, request.subjects, request.match),
                           std::back_inserter (matchTroubles));
        rendered.push_back (std::move (*one));
        places.push_back ((*paths)[m]);
    }

    report.notes = scenarios.notes();
    std::ranges::copy (matchTroubles, std::back_inserter (report.notes));
    auto written = writeOutputs (rendered,
                                 { request, weighed, places },
                                 within (progress, renderingShare, 1.0 - renderingShare),
                                 report);

    if (! written)
        return written.problem();

    return report;
}

} // namespace cli
