// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/AudioFile.h"
#include "library/DefaultHead.h"
#include "library/ScenarioResponse.h"
#include "monitoring/OfflineRenderer.h"

#include "AppExample.h"

namespace app_examples
{

/** The first frames of a stereo file. */
inline dsp::AudioBuffer programmeOf (const std::filesystem::path& file, std::size_t numFrames)
{
    auto reader = files::AudioFileReader::open (file);
    dsp::AudioBuffer buffer (2, numFrames);
    EXPECT_EQ (*reader->read (buffer.block()), numFrames);
    return buffer;
}

/** What this is on a device that is ready, on the engine that renders files: as late and as loud as it
    leaves the sound card. */
inline support::Signal renderedOffline (const dsp::AudioBuffer& programme,
                                        const monitoring::Pick& pick,
                                        AppExample& example)
{
    library::Listener listener;
    listener.head = std::make_shared<library::HrtfSet> (
        *library::defaultHead (library::headFolders()));
    const auto catalogue = library::readCatalogue ({});
    const auto* const device = catalogue->device (pick.device->id);
    const auto response = library::scenarioResponse (
        library::scenarioOf (pick.subject, device, listener, *catalogue),
        catalogue->targets(),
        units::SampleRate { 48000 });
    const auto gain = example.model->session().prepared (pick)->plan.gain
                      + units::Decibels { example.model->settings().volumeDb };
    monitoring::OfflineRenderer renderer { 2, { &response->matrix } };
    support::Signal out (2);
    const auto keep = [&] (std::size_t, dsp::ConstAudioBlock block) {
        for (std::size_t c = 0; c < 2; ++c)
            for (const float sample : block.channel (c))
                out[c].push_back (gain.toGain() * static_cast<double> (sample));
    };
    renderer.process (programme.block(), keep);
    renderer.flush (keep);
    return support::delayed (out, example.model->session().latencyFrames());
}

} // namespace app_examples
