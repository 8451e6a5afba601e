// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/ProgrammeExcerpts.h"

#include "dsp/BlockOperations.h"
#include "dsp/TruePeakDetector.h"
#include "hearing/KWeighting.h"
#include "monitoring/MasterFeed.h"
#include "monitoring/OfflineRenderer.h"

#include <algorithm>
#include <cmath>

namespace monitoring
{

namespace
{

// Many short ones stand for the whole better than a few long ones (docs/decisions/0055).
constexpr std::size_t numStretches = 24;
constexpr units::Seconds stretchLength { 1.0 };
constexpr units::Seconds fadeTime { 0.01 };
constexpr double silenceDb = -200.0;

/** So that a cut is no click, which would be the loudest thing in it. */
void fadeEnds (dsp::AudioBlock stretch, std::size_t fadeFrames)
{
    const auto fade = std::min (fadeFrames, stretch.numFrames() / 2);

    for (std::size_t c = 0; c < stretch.numChannels(); ++c)
        for (std::size_t n = 0; n < fade; ++n)
        {
            const float gain = static_cast<float> (n) / static_cast<float> (fade);
            stretch.channel (c)[n] *= gain;
            stretch.channel (c)[stretch.numFrames() - 1 - n] *= gain;
        }
}

dsp::AudioBuffer cutTo (const dsp::AudioBuffer& buffer, std::size_t frames)
{
    dsp::AudioBuffer shorter (buffer.numChannels(), frames);
    dsp::copy (buffer.block().slice (0, frames), shorter.block());
    return shorter;
}

} // namespace

units::Result<ProgrammeExcerpts> takeExcerpts (const std::filesystem::path& file,
                                               units::SampleRate rate)
{
    auto reader = files::AudioFileReader::open (file);

    if (! reader)
        return reader.problem();

    const auto inFile = static_cast<std::int64_t> (reader->rate().framesIn (stretchLength));
    const bool isShort = reader->numFrames() <= inFile * static_cast<std::int64_t> (numStretches);
    const auto stretches = isShort ? 1 : numStretches;
    const auto length = isShort ? rate.framesIn (
                            { static_cast<double> (reader->numFrames()) / reader->rate().hertz })
                                : rate.framesIn (stretchLength);
    dsp::AudioBuffer frames (2, stretches * length);
    std::size_t numFrames = 0;

    for (std::size_t s = 0; s < stretches; ++s)
    {
        const auto start = (reader->numFrames() - (isShort ? reader->numFrames() : inFile))
                           * static_cast<std::int64_t> (s)
                           / static_cast<std::int64_t> (numStretches);

        if (auto found = reader->seek (start); ! found)
            return found.problem();

        const auto stretch = frames.block().slice (numFrames, length);
        const auto count = MasterFeed { *reader, rate }.next (stretch);

        // A file that is torn here still tells a lot before.
        if (! count && numFrames == 0)
            return count.problem();

        if (! count)
            break;

        fadeEnds (stretch.slice (0, *count), rate.framesIn (fadeTime));
        numFrames += *count;
    }

    return ProgrammeExcerpts { cutTo (frames, numFrames), rate };
}

ProgrammeExcerpts heardThrough (const dsp::TransferMatrix& matrix, const ProgrammeExcerpts& master)
{
    PRECONDITION (matrix.numInputs() == 2 && matrix.rate() == master.rate);
    OfflineRenderer renderer { 2, { &matrix } };
    ProgrammeExcerpts heard { { matrix.numOutputs(), master.frames.numFrames() }, master.rate };
    std::size_t numRendered = 0;
    const auto keep = [&] (std::size_t, dsp::ConstAudioBlock block) {
        const auto count = std::min (block.numFrames(), heard.frames.numFrames() - numRendered);
        dsp::copy (block.slice (0, count), heard.frames.block().slice (numRendered, count));
        numRendered += count;
    };

    renderer.process (master.frames.block(), keep);
    renderer.flush (keep);
    return heard;
}

double kWeightedLevelDb (const ProgrammeExcerpts& programme)
{
    const auto weighting = hearing::kWeighting (programme.rate);
    double energy = 0.0;

    for (std::size_t c = 0; c < programme.frames.numChannels(); ++c)
    {
        dsp::BiquadFilter shelf { weighting.shelf };
        dsp::BiquadFilter highPass { weighting.highPass };

        for (const float sample : programme.frames.channel (c))
        {
            const double weighted = highPass.process (shelf.process (static_cast<double> (sample)));
            energy += weighted * weighted;
        }
    }

    const auto frames = static_cast<double> (
        std::max<std::size_t> (1, programme.frames.numFrames()));
    return std::max (silenceDb, 10.0 * std::log10 (energy / frames + 1e-30));
}

double truePeakDb (const ProgrammeExcerpts& programme)
{
    float highest = 0.0f;

    for (std::size_t c = 0; c < programme.frames.numChannels(); ++c)
    {
        dsp::TruePeakDetector detector;
        auto rest = programme.frames.channel (c);

        while (! rest.empty())
        {
            const auto count = std::min (rest.size(), dsp::TruePeakDetector::longestBlock);
            highest = std::max (highest, detector.highest (rest.first (count), highest));
            rest = rest.subspan (count);
        }
    }

    return std::max (silenceDb, 20.0 * std::log10 (static_cast<double> (highest) + 1e-12));
}

units::Decibels
matchingGain (Match match, const ProgrammeExcerpts& master, const ProgrammeExcerpts& heard)
{
    const double before = kWeightedLevelDb (master);
    const double after = kWeightedLevelDb (heard);

    if (match == Match::off || before <= silenceDb || after <= silenceDb)
        return units::Decibels { 0.0 };

    return units::Decibels { before - after };
}

} // namespace monitoring
