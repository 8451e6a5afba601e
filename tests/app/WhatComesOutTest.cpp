// SPDX-License-Identifier: GPL-3.0-or-later
// The whole app but its window: what leaves the sound card is what is rendered to files.
#include "app/model/SessionModel.h"
#include "support/IsCloseTo.h"

#include <cmath>

#include "RenderedOffline.h"

namespace app
{
namespace
{

using namespace app_examples;
using ui::Command;
using namespace units::literals;

constexpr units::SampleRate rate { 48000 };
constexpr std::size_t half = 24000;

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
    const auto programme = programmeOf (file, 16 * half);
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
        const auto expected = renderedOffline (programme, pick, example);
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
