// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/AllocationGuard.h"
#include "support/RealtimeScope.h"
#include "support/Signals.h"

#include <juce_audio_devices/juce_audio_devices.h>

#include <functional>
#include <utility>

namespace support
{

/** What a sound system offers, and what became of it. The test pulls plugs here. */
struct VirtualSocket
{
    juce::StringArray devices { "Virtual Stereo" };
    juce::Array<double> rates { 44100.0, 48000.0, 96000.0 };
    bool isTaken = false; ///< by another program: opening fails
    int timesOpened = 0;
    int timesDestroyed = 0;
    std::size_t heapCalls = 0; ///< in callbacks: none is allowed
    class VirtualDevice* open = nullptr;
};

/** A sound card inside the test, which is its clock. */
class VirtualDevice : public juce::AudioIODevice
{
public:
    VirtualDevice (VirtualSocket& in, const juce::String& called)
        : AudioIODevice (called, "Virtual"),
          socket (in)
    {}

    ~VirtualDevice() override
    {
        close();
        ++socket.timesDestroyed;
    }

    juce::StringArray getOutputChannelNames() override { return { "L", "R" }; }
    juce::StringArray getInputChannelNames() override { return {}; }
    juce::Array<double> getAvailableSampleRates() override { return socket.rates; }
    juce::Array<int> getAvailableBufferSizes() override { return { 64, 128, 256, 512 }; }
    int getDefaultBufferSize() override { return 256; }

    juce::String open (const juce::BigInteger&,
                       const juce::BigInteger& outputs,
                       double wantedRate,
                       int wantedFrames) override
    {
        if (socket.isTaken)
            return "busy";

        channels = outputs;
        rate = wantedRate;
        frames = wantedFrames;
        socket.open = this;
        ++socket.timesOpened;
        return {};
    }

    void close() override
    {
        stop();

        if (socket.open == this)
            socket.open = nullptr;
    }

    bool isOpen() override { return socket.open == this; }

    void start (juce::AudioIODeviceCallback* wanted) override
    {
        wanted->audioDeviceAboutToStart (this);
        callback = wanted;
    }

    void stop() override
    {
        if (auto* stopped = std::exchange (callback, nullptr))
            stopped->audioDeviceStopped();
    }

    bool isPlaying() override { return callback != nullptr; }
    juce::String getLastError() override { return {}; }
    int getCurrentBufferSizeSamples() override { return frames; }
    double getCurrentSampleRate() override { return rate; }
    int getCurrentBitDepth() override { return 32; }
    juce::BigInteger getActiveOutputChannels() const override { return channels; }
    juce::BigInteger getActiveInputChannels() const override { return {}; }
    int getOutputLatencyInSamples() override { return 0; }
    int getInputLatencyInSamples() override { return 0; }

    /** One buffer. It held rubbish before: a callback has to fill it. */
    Signal play()
    {
        juce::AudioBuffer<float> buffer (2, frames);

        for (int channel = 0; channel < 2; ++channel)
            juce::FloatVectorOperations::fill (buffer.getWritePointer (channel), 1.0e9f, frames);

        {
            const AllocationGuard heap;
            const RealtimeScope realtime;
            callback->audioDeviceIOCallbackWithContext (
                nullptr, 0, buffer.getArrayOfWritePointers(), 2, frames, {});
            socket.heapCalls += heap.count();
        }

        Signal heard;

        for (int channel = 0; channel < 2; ++channel)
            heard.emplace_back (buffer.getReadPointer (channel),
                                buffer.getReadPointer (channel) + frames);

        return heard;
    }

    /** As JACK does when a port is connected: on its own, at the same rate. */
    void restart()
    {
        auto* const again = callback;
        stop();
        start (again);
    }

    /** As a driver does when the plug is pulled: on a thread of its own. */
    void fail() { callback->audioDeviceError ("unplugged"); }

private:
    VirtualSocket& socket;
    juce::AudioIODeviceCallback* callback = nullptr;
    juce::BigInteger channels;
    double rate = 48000.0;
    int frames = 256;
};

class VirtualSystem : public juce::AudioIODeviceType
{
public:
    explicit VirtualSystem (VirtualSocket& in) : AudioIODeviceType ("Virtual"), socket (in) {}

    void scanForDevices() override { found = socket.devices; }
    juce::StringArray getDeviceNames (bool wantInputs) const override
    {
        return wantInputs ? juce::StringArray {} : found;
    }
    int getDefaultDeviceIndex (bool) const override { return 0; }
    int getIndexOfDevice (juce::AudioIODevice* device, bool) const override
    {
        return found.indexOf (device->getName());
    }
    bool hasSeparateInputsAndOutputs() const override { return true; }
    juce::AudioIODevice* createDevice (const juce::String& output, const juce::String&) override
    {
        return socket.devices.contains (output) ? new VirtualDevice (socket, output) : nullptr;
    }

private:
    VirtualSocket& socket;
    juce::StringArray found;
};

} // namespace support
