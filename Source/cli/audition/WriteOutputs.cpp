// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/WriteOutputs.h"

#include "dsp/AudioBuffer.h"
#include "dsp/TruePeakMeter.h"

#include <algorithm>

namespace cli
{

namespace
{

using monitoring::Continue;
using units::Decibels;
using units::Result;

constexpr std::size_t blockFrames = 16384;

/** An output and its noise, read from the start in blocks. */
class MixedOutput
{
public:
    MixedOutput (RenderedMaster& master, std::size_t subject)
        : samples (master.pass.outputs[subject].samples),
          block (samples.numChannels(), blockFrames)
    {
        samples.rewind();

        if (const auto& noise = master.noise[subject])
            bed.emplace (noise->noise, noise->toOutput, noise->calibration);
    }

    /** The next frames; an empty block is the end. */
    Result<dsp::AudioBlock> next()
    {
        const auto frames = samples.read (block.block());

        if (! frames)
            return frames.problem();

        const auto filled = block.block().slice (0, *frames);
        framesRead += static_cast<std::int64_t> (*frames);

        if (bed && *frames > 0)
            bed->addTo (filled);

        return filled;
    }

    double fractionDone() const
    {
        return static_cast<double> (framesRead)
               / static_cast<double> (std::max<std::int64_t> (1, samples.numFrames()));
    }

private:
    files::Spool& samples;
    std::int64_t framesRead = 0;
    dsp::AudioBuffer block;
    std::optional<monitoring::NoiseBed> bed;
};

/** True peak of an output together with its noise, before any gain. */
Result<std::optional<Decibels>> truePeakOf (RenderedMaster& master, std::size_t subject)
{
    if (! master.noise[subject])
        return master.pass.outputs[subject].loudness.truePeakDbtp;

    MixedOutput mixed { master, subject };
    dsp::TruePeakMeter meter { master.pass.outputs[subject].samples.numChannels() };

    for (;;)
    {
        const auto block = mixed.next();

        if (! block)
            return block.problem();

        if (block->numFrames() == 0)
            return meter.truePeak();

        meter.process (*block);
    }
}

struct Weighed
{
    Decibels match { 0.0 };
    std::optional<Decibels> truePeak; ///< with noise, after match
};

using WeighedOutputs = std::vector<std::vector<Weighed>>;

Result<WeighedOutputs> weigh (std::vector<RenderedMaster>& masters, const WriteRequest& request)
{
    WeighedOutputs weighed;

    for (auto& master : masters)
    {
        auto& ofMaster = weighed.emplace_back();

        for (std::size_t s = 0; s < request.subjects.size(); ++s)
        {
            const auto match = master.matches[s].gain;
            const auto peak = truePeakOf (master, s);

            if (! peak)
                return peak.problem();

            ofMaster.push_back ({ match, std::nullopt });

            if (*peak)
                ofMaster.back().truePeak = **peak + match;
        }
    }

    return weighed;
}

Decibels safetyOf (const WeighedOutputs& weighed)
{
    std::vector<Decibels> peaks;

    for (const auto& ofMaster : weighed)
        for (const auto& output : ofMaster)
            if (output.truePeak)
                peaks.push_back (*output.truePeak);

    return monitoring::safetyGain (peaks);
}

files::AudioMetadata metadataFor (const RenderedMaster& master, const Subject& subject)
{
    const auto title = master.file.stem().string();
    return { title + " (heard on " + subject.name() + ", not a master)",
             "What a listener would hear of \"" + title + "\" on " + subject.name() + " ["
                 + subject.id() + "]. A simulation for checking translation, not a master.",
             "Elsewhere " ELSEWHERE_VERSION };
}

struct Writing
{
    std::filesystem::path path;
    files::AudioFileWriter::Format format;
    files::Overwrite overwrite;
    Decibels gain;
};

Result<void> writeOne (RenderedMaster& master,
                       std::size_t subject,
                       const Writing& how,
                       const monitoring::Progress& progress)
{
    auto writer = files::AudioFileWriter::create (how.path, how.format, how.overwrite);

    if (! writer)
        return writer.problem();

    MixedOutput mixed { master, subject };
    const auto gain = static_cast<float> (how.gain.toGain());

    for (;;)
    {
        const auto block = mixed.next();

        if (! block)
            return block.problem();

        if (block->numFrames() == 0)
            return writer->finish();

        if (how.gain.value() != 0.0)
            for (std::size_t c = 0; c < block->numChannels(); ++c)
                for (auto& sample : block->channel (c))
                    sample *= gain;

        if (auto written = writer->write (*block); ! written)
            return written.problem();

        if (progress (mixed.fractionDone()) == Continue::no)
            return monitoring::interruption();
    }
}

AuditionRow
rowFor (const RenderedMaster& master, std::size_t s, const Weighed& weighed, Decibels safety)
{
    const auto& loudness = master.pass.outputs[s].loudness;
    AuditionRow row;
    row.master = master.file.filename().string();
    row.listeningLevelDbSpl = master.matches[s].listeningLevel.dbSpl;
    row.loudness = master.matches[s].loudness;
    row.matchDb = weighed.match.value();

    if (loudness.integrated)
    {
        row.lufsBefore = loudness.integrated->value;
        row.lufsAfter = loudness.integrated->value + (weighed.match + safety).value();
    }

    if (weighed.truePeak)
        row.truePeakDbtp = (*weighed.truePeak + safety).value();

    return row;
}

} // namespace

Result<void> writeOutputs (std::vector<RenderedMaster>& masters,
                           const WriteRequest& request,
                           const monitoring::Progress& progress,
                           AuditionReport& report)
{
    const auto weighed = weigh (masters, request);

    if (! weighed)
        return weighed.problem();

    const auto safety = report.isExact ? Decibels { 0.0 } : safetyOf (*weighed);
    report.safetyDb = safety.value();
    const auto numToWrite = request.audition.subjects.size();
    const double all = static_cast<double> (masters.size() * numToWrite);

    for (std::size_t m = 0; m < masters.size(); ++m)
        for (std::size_t s = 0; s < numToWrite; ++s)
        {
            const auto& output = (*weighed)[m][s];
            const Writing how { request.paths[m][s],
                                { request.audition.output.encoding,
                                  masters[m].pass.outputs[s].samples.numChannels(),
                                  masters[m].rate,
                                  metadataFor (masters[m], request.subjects[s]) },
                                request.audition.output.overwrite,
                                output.match + safety };

            const auto done = static_cast<double> (m * numToWrite + s);
            const monitoring::Progress partly = [&] (double fraction) {
                return progress ((done + fraction) / all);
            };

            if (auto written = writeOne (masters[m], s, how, partly); ! written)
                return written.problem();

            report.rows.push_back (rowFor (masters[m], s, output, safety));
            report.rows.back().subject = request.subjects[s].name();
            report.rows.back().device = request.subjects[s].id();
            report.rows.back().file = how.path;
        }

    return {};
}

} // namespace cli
