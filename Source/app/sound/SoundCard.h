// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sound/SoundCardWish.h"
#include "monitoring/LiveSession.h"

#include <juce_audio_devices/juce_audio_devices.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace app
{

/** The sound card between JUCE's device types and a LiveSession. It is taken when something is to play,
    and let go when nothing has played for five seconds, so that a DAW can have it. One that vanishes is
    looked for every two seconds while something is to play: that one, never another in its place, which
    might be loud.

    No AudioDeviceManager: it would put a lock around every callback, for MIDI and inputs that we have
    not. Message thread only. The session outlives it.
*/
class SoundCard : private juce::AudioIODeviceCallback
{
public:
    using Systems = std::vector<std::unique_ptr<juce::AudioIODeviceType>>;

    /** ALSA and JACK. */
    static Systems systemsHere();

    enum class State
    {
        released, ///< nothing is to be played
        open,
        lost ///< it vanished, or could not be opened: problem() says it, tend() tries again
    };

    /** @param likely  the rate that it will probably have: the session is prepared for it at once, so
                       that devices are ready before there is a card */
    SoundCard (monitoring::LiveSession& session,
               Systems systems,
               SoundCardWish wish,
               units::SampleRate likely);
    ~SoundCard() override;
    SoundCard (const SoundCard&) = delete;
    SoundCard& operator= (const SoundCard&) = delete;

    /** Another card, rate or buffer, at once. */
    void choose (SoundCardWish wish, double nowSeconds);
    const SoundCardWish& wish() const { return wanted; }

    /** Something is about to sound: takes the card if it was let go. */
    void need (double nowSeconds);

    /** Several times a second, by a clock that never runs backwards. */
    void tend (double nowSeconds);

    State state() const;

    /** One sentence on why there is no sound; empty: there is. */
    const std::string& problem() const { return trouble; }

    /** The open one; nullptr: none is. */
    juce::AudioIODevice* device() const { return current.get(); }
    const Systems& systems() const { return types; }

    /** The type of that name; without one, the first that has a device. */
    juce::AudioIODeviceType* systemOf (const std::string& name) const;

    /** From the file to the socket, as far as it is known; 0 while no card is open. */
    double latencySeconds() const;

    /** That everything is prepared for now. */
    units::SampleRate rate() const { return preparedFor; }

private:
    void open (double nowSeconds);
    std::string tryToOpen();
    void close();
    void lose (std::string why, double nowSeconds);
    void complain (std::string why);
    std::string nameOfWanted() const;
    bool hasFallenSilent (double nowSeconds);

    void audioDeviceIOCallbackWithContext (const float* const* inputs,
                                           int numInputs,
                                           float* const* outputs,
                                           int numOutputs,
                                           int numFrames,
                                           const juce::AudioIODeviceCallbackContext&) override;
    void audioDeviceAboutToStart (juce::AudioIODevice* starting) override;
    void audioDeviceStopped() override;
    void audioDeviceError (const juce::String&) override;

    monitoring::LiveSession& live;
    Systems types;
    SoundCardWish wanted;
    std::unique_ptr<juce::AudioIODevice> current;
    std::unique_ptr<juce::AudioIODevice> ending; ///< it vanished; its own thread may still be in it
    std::string lastDevice;                      ///< that was open: another one starts quietly
    std::string trouble;
    std::string lastTrouble; ///< without what is done about it
    units::SampleRate preparedFor;
    double neededAt = 0.0;
    double triedAt = 0.0;
    double calledAt = 0.0;
    unsigned callsSeen = 0;
    std::atomic<unsigned> calls { 0 };     ///< of the audio thread
    std::atomic<bool> isRunning { false }; ///< a device may end on a thread of its own
    std::atomic<bool> hasFailed { false };
};

} // namespace app
