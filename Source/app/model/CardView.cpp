// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/CardView.h"

#include <cmath>

namespace app
{

namespace
{

std::string stateWords (const SoundCard& card)
{
    switch (card.state())
    {
    case SoundCard::State::open:
        return "open";
    case SoundCard::State::lost:
        return "not there; looking again";
    case SoundCard::State::released:
        break;
    }

    return "free for other programs while nothing plays";
}

void addRates (ui::SoundCardView& view, juce::AudioIODevice& device)
{
    for (const double rate : device.getAvailableSampleRates())
    {
        const auto hertz = std::lround (rate);
        view.rate.choices.push_back (
            { std::to_string (hertz), juce::String { rate / 1000.0 }.toStdString() + " kHz" });
    }

    for (const int frames : device.getAvailableBufferSizes())
        view.buffer.choices.push_back (
            { std::to_string (frames), std::to_string (frames) + " frames" });

    view.rate.chosen = std::to_string (std::lround (device.getCurrentSampleRate()));
    view.buffer.chosen = std::to_string (device.getCurrentBufferSizeSamples());
}

} // namespace

ui::SoundCardView viewOf (const SoundCard& card)
{
    ui::SoundCardView view;
    const auto& wish = card.wish();

    for (const auto& system : card.systems())
    {
        const auto name = system->getTypeName().toStdString();
        view.system.choices.push_back ({ name, name });
    }

    if (auto* const system = card.systemOf (wish.system); system != nullptr)
    {
        view.system.chosen = system->getTypeName().toStdString();
        view.device.choices.push_back ({ "", "The usual one" });

        for (const auto& name : system->getDeviceNames (false))
            view.device.choices.push_back ({ name.toStdString(), name.toStdString() });
    }

    view.device.chosen = wish.device;

    if (auto* const device = card.device(); device != nullptr)
        addRates (view, *device);

    view.latencyMilliseconds = 1000.0 * card.latencySeconds();
    view.state = stateWords (card);
    view.problem = card.problem();
    return view;
}

} // namespace app
