// SPDX-License-Identifier: GPL-3.0-or-later
// The whole app but its window: what leaves the sound card is what is rendered to files.
#include "app/model/SessionModel.h"
#include "library/DefaultHead.h"
#include "library/ScenarioResponse.h"
#include "monitoring/OfflineRenderer.h"
#include "support/IsCloseTo.h"

#include <cmath>

#include "AppExample.h"

namespace app
{
namespace
{

using app_examples::AppExample;
using monitoring::Pick;
using support::Signal;
using ui::Command;
using namespace units::literals;

constexpr units::SampleRate rate { 48000 };
constexpr std::size_t half = 24000;

/** The demo's first seconds. */
dsp::AudioBuffer master (const std::filesystem::path& file, std::size_t numFrames)
{
    auto reader = files::AudioFileReader::open (file);
    dsp::AudioBuffer buffer (2, numFrames);
    EXPECT_EQ (*reader->read (buffer.block()), numFrames);
    return buffer;
}

/** What this is on a device, on the engine that renders files, from this frame on. */
Signal rendered (const dsp::AudioBuffer& programme, const Pick& pick, AppExample& example)
{
    library::Listener listener;
    listener.head = std::make_shared<library::HrtfSet> (
        *library::defaultHead (library::headFolders()));
    const auto catalogue = library::readCatalogue ({});
    const auto* const device = catalogue->device (pick.device->id);
    const auto response = library::scenarioResponse (
        library::scenarioOf (pick.subject, device, listener, *catalogue),
        catalogue->targets(),
        rate);
    const auto gain = example.model->session().prepared (pick)->plan.gain
                      + units::Decibels { example.model->settings().volumeDb };
    monitoring::OfflineRenderer renderer {
        2, 4096, { std::make_shared<dsp::PartitionedKernel> (response->matrix, 4096) }
    };
    Signal out (2);
    const auto keep = [&] (std::size_t, dsp::ConstAudioBlock block) {
        for (std::size_t c = 0; c < 2; ++c)
            for (const float sample : block.channel (c))
                out[c].push_back (gain.toGain() * static_cast<double> (sample));
    };
    renderer.process (programme.block(), keep);
    renderer.flush (keep);
    return support::delayed (out, example.model->session().latencyFrames());
}

TEST (WhatComesOut, isTheOfflineRenderOfEachOfNineDevices)
{
    AppExample example;
    const auto file = example.demo();
    example.model->open ({ file.string() });

    // By LUFS: matched by loudness, two of them are 3 LU apart, and a switch from one to the other is
    // held back by what is beyond.
    example.model->setMatch (monitoring::Match::lufs);
    example.prepareAll();
    example.model->perform (Command::playOrStop);
    example.prepareAll();
    example.hear (3 * half);
    const auto programme = master (file, 16 * half);
    std::size_t devices = 0;

    for (std::size_t key = 0; key < Bank::numKeys; ++key)
    {
        example.model->perform (ui::deviceCommand (key));
        const auto pick = example.model->session().selected();

        if (! example.model->state().bank[key])
            continue;

        const auto heard = example.hear (half);
        const auto end = static_cast<std::size_t> (
            std::lround (example.model->session().readings().signal.master.seconds * rate.hertz));
        const auto expected = rendered (programme, pick, example);
        const auto length = heard[0].size();
        constexpr std::size_t fade = 2400;
        EXPECT_EQ (
            support::difference (support::part (heard, fade, length - fade),
                                 support::part (expected, end - length + fade, length - fade),
                                 -90.0_dB),
            "")
            << Bank::nameOf (pick);
        ++devices;
    }

    EXPECT_GE (devices, 7u) << "two of the nine may be left out for their licence";
}

} // namespace
} // namespace app
