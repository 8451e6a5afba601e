// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sound/SoundCard.h"

#include "dsp/FlushDenormals.h"

#include <algorithm>
#include <cmath>

namespace app
{

namespace
{

constexpr double secondsKept = 5.0;
constexpr double secondsBetweenTries = 2.0;

/** A card that asks for nothing for so long is gone. */
constexpr double secondsWithoutCall = 3.0;

/** The one that is nearest to the wish; without a wish, the one that is usual. */
template <typename Number>
Number nearest (const juce::Array<Number>& offered, double wish, Number usual)
{
    if (wish <= 0.0 || offered.isEmpty())
        return offered.isEmpty() || offered.contains (usual) ? usual : offered.getFirst();

    return *std::min_element (offered.begin(), offered.end(), [&] (Number a, Number b) {
        return std::abs (static_cast<double> (a) - wish)
               < std::abs (static_cast<double> (b) - wish);
    });
}

/** What nearly all cards and desktops run at. */
constexpr double usualRateHz = 48000.0;

} // namespace

SoundCard::Systems SoundCard::systemsHere()
{
    Systems systems;

    for (auto* type : { juce::AudioIODeviceType::createAudioIODeviceType_ALSA(),
                        juce::AudioIODeviceType::createAudioIODeviceType_JACK() })
        if (type != nullptr)
            systems.emplace_back (type);

    return systems;
}

SoundCard::SoundCard (monitoring::LiveSession& session,
                      Systems systems,
                      SoundCardWish wish,
                      units::SampleRate likely)
    : live (session),
      types (std::move (systems)),
      wanted (std::move (wish)),
      preparedFor (likely)
{
    live.prepare (likely);

    for (const auto& type : types)
        type->scanForDevices();
}

SoundCard::~SoundCard() { close(); }

//==================================================================================================
// Message thread

SoundCard::State SoundCard::state() const
{
    if (current != nullptr)
        return State::open;

    return trouble.empty() ? State::released : State::lost;
}

void SoundCard::choose (SoundCardWish wish, double nowSeconds)
{
    wanted = std::move (wish);
    close();
    neededAt = nowSeconds;
    open (nowSeconds);
}

void SoundCard::need (double nowSeconds)
{
    neededAt = nowSeconds;

    if (current == nullptr && (trouble.empty() || nowSeconds - triedAt >= secondsBetweenTries))
        open (nowSeconds);
}

void SoundCard::tend (double nowSeconds)
{
    if (live.isPlaying())
        need (nowSeconds);

    switch (state())
    {
    case State::released:
        break;

    case State::lost:
        if (nowSeconds - neededAt >= secondsKept)
            trouble = lastTrouble + " Play looks for it again.";
        else if (nowSeconds - triedAt >= secondsBetweenTries)
            open (nowSeconds);

        break;

    case State::open:
        if (hasFallenSilent (nowSeconds))
            lose ("\u201c" + lastDevice + "\u201d is gone.", nowSeconds);
        else if (nowSeconds - neededAt >= secondsKept)
            close();

        break;
    }
}

bool SoundCard::hasFallenSilent (double nowSeconds)
{
    const auto now = calls.load();

    // A card of JACK that is connected to nothing asks for nothing, and is there all the same.
    if (now != callsSeen || current->getActiveOutputChannels().isZero())
    {
        callsSeen = now;
        calledAt = nowSeconds;
    }

    return hasFailed || ! isRunning || nowSeconds - calledAt >= secondsWithoutCall;
}

/** JACK tells from a thread of its own that the server is gone, and goes on in the device when it has told:
    that must not be destroyed before it can have come to its end. */
void SoundCard::lose (std::string why, double nowSeconds)
{
    current->stop();
    current->close();
    ending = std::move (current);
    complain (std::move (why));
    triedAt = nowSeconds;
}

/** Nothing: all is well. */
void SoundCard::complain (std::string why)
{
    lastTrouble = std::move (why);
    trouble = lastTrouble.empty() ? "" : lastTrouble + " Looking for it every two seconds.";
}

void SoundCard::close()
{
    if (current != nullptr)
    {
        current->stop();
        current->close();
        current.reset();
    }

    trouble.clear();
}

void SoundCard::open (double nowSeconds)
{
    ending.reset();
    triedAt = nowSeconds;
    calledAt = nowSeconds;
    hasFailed = false;
    complain (tryToOpen());

    if (! trouble.empty())
        current.reset();
}

juce::AudioIODeviceType* SoundCard::systemOf (const std::string& name) const
{
    for (const auto& type : types)
        if (type->getTypeName().toStdString() == name)
            return type.get();

    for (const auto& type : types)
        if (name.empty() && ! type->getDeviceNames (false).isEmpty())
            return type.get();

    return nullptr;
}

std::string SoundCard::nameOfWanted() const
{
    return wanted.device.empty() ? "No sound card was found"
                                 : "\u201c" + wanted.device + "\u201d is not there";
}

/** @returns why not; empty: it is open */
std::string SoundCard::tryToOpen()
{
    for (const auto& type : types)
        type->scanForDevices();

    auto* const type = systemOf (wanted.system);
    const auto names = type == nullptr ? juce::StringArray {} : type->getDeviceNames (false);
    const auto name = wanted.device.empty() && ! names.isEmpty()
                          ? names[std::max (0, type->getDefaultDeviceIndex (false))]
                          : juce::String { juce::CharPointer_UTF8 { wanted.device.c_str() } };

    if (! names.contains (name))
        return nameOfWanted() + ".";

    current.reset (type->createDevice (name, {}));

    if (current == nullptr)
        return nameOfWanted() + ".";

    juce::BigInteger channels;
    channels.setRange (0, std::clamp (current->getOutputChannelNames().size(), 1, 2), true);
    const auto rates = current->getAvailableSampleRates();
    const auto error = current->open ({},
                                      channels,
                                      nearest (rates, wanted.rateHz, usualRateHz),
                                      nearest (current->getAvailableBufferSizes(),
                                               wanted.bufferFrames,
                                               current->getDefaultBufferSize()));

    if (error.isEmpty())
        current->start (this);

    if (! error.isEmpty() || ! isRunning)
        return "\u201c" + name.toStdString() + "\u201d cannot be opened"
               + (error.isEmpty() ? std::string {} : " (" + error.trim().toStdString() + ")")
               + ": perhaps another program has it.";

    lastDevice = name.toStdString();
    return {};
}

double SoundCard::latencySeconds() const
{
    if (current == nullptr || current->getCurrentSampleRate() <= 0.0)
        return 0.0;

    const auto frames = static_cast<double> (live.latencyFrames())
                        + std::max (current->getOutputLatencyInSamples(),
                                    current->getCurrentBufferSizeSamples());
    return frames / current->getCurrentSampleRate();
}

//==================================================================================================
// Called by the device

/** Not on the audio thread, which does not run yet. A device may stop and start again by itself, and
    only another rate makes everything anew. */
void SoundCard::audioDeviceAboutToStart (juce::AudioIODevice* starting)
{
    const units::SampleRate rate { static_cast<int> (
        std::lround (starting->getCurrentSampleRate())) };

    if (rate.hertz != preparedFor.hertz)
        live.prepare (rate);
    else if (starting->getName().toStdString() != lastDevice)
        live.startSafely();

    preparedFor = rate;
    isRunning = true;
}

void SoundCard::audioDeviceIOCallbackWithContext (const float* const*,
                                                  int,
                                                  float* const* outputs,
                                                  int numOutputs,
                                                  int numFrames,
                                                  const juce::AudioIODeviceCallbackContext&)
{
    const dsp::FlushDenormals flush;
    live.process (
        { outputs, static_cast<std::size_t> (numOutputs), static_cast<std::size_t> (numFrames) });
    calls.fetch_add (1, std::memory_order_relaxed);
}

void SoundCard::audioDeviceStopped() { isRunning = false; }

void SoundCard::audioDeviceError (const juce::String&) { hasFailed = true; }

} // namespace app
