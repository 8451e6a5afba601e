// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/Audition.h"

#include "cli/audition/PreparedScenarios.h"
#include "cli/audition/WriteOutputs.h"
#include "monitoring/MasterPass.h"
#include "monitoring/NoiseBed.h"

#include <algorithm>

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

// Rendering costs more than writing: how a call's time is shared between them.
constexpr double renderingShare = 0.85;

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

Result<RenderedMaster> render (OpenMaster& master,
                               PreparedScenarios& scenarios,
                               const Progress& progress,
                               const AuditionRequest& request)
{
    const auto responses = scenarios.at (master.rate);

    if (! responses)
        return responses.problem();

    std::vector<monitoring::Heard> heard;

    for (const auto& response : **responses)
        heard.push_back ({ response == nullptr ? nullptr : &response->matrix });

    const auto folder = request.output.place.empty()
                                || std::filesystem::is_directory (request.output.place)
                            ? request.output.place
                            : request.output.place.parent_path();
    auto pass = monitoring::passOver (master.reader, { heard, master.rate, folder }, progress);

    if (! pass)
        return pass.problem();

    return RenderedMaster { master.file, master.rate, std::move (*pass), {} };
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

        const units::SoundPressureLevel level { request.levelDbSpl.value_or (
            device->listeningLevelDbSpl) };
        bed = NoiseOfOutput { *place->noise,
                              std::move (*toOutput),
                              { level, rendered.pass.master, rendered.pass.outputs[i].loudness } };
    }

    return {};
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

    PreparedScenarios scenarios { isExact (request) ? request.subjects
                                                    : withNeutral (request.subjects, request),
                                  request.listener,
                                  catalogue };
    AuditionReport report;
    report.isExact = isExact (request);
    std::vector<RenderedMaster> rendered;
    std::vector<std::vector<std::filesystem::path>> places;
    const double share = renderingShare / static_cast<double> (masters->size());

    for (std::size_t m = 0; m < masters->size(); ++m)
    {
        auto one = render ((*masters)[m],
                           scenarios,
                           within (progress, share * static_cast<double> (m), share),
                           request);

        if (one)
            if (auto prepared = prepareNoise (*one, scenarios, request, catalogue); ! prepared)
                one = prepared.problem();

        if (! one && one.problem().kind == units::Problem::Kind::interrupted)
            return one.problem();

        if (! one)
        {
            report.problems.push_back (one.problem());
            continue;
        }

        rendered.push_back (std::move (*one));
        places.push_back ((*paths)[m]);
    }

    report.notes = scenarios.notes();
    auto written = writeOutputs (rendered,
                                 { request, scenarios.subjects(), places },
                                 within (progress, renderingShare, 1.0 - renderingShare),
                                 report);

    if (! written)
        return written.problem();

    return report;
}

} // namespace cli
