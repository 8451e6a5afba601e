// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/AllocationGuard.h"

#include <juce_audio_devices/juce_audio_devices.h>

#include <atomic>
#include <chrono>
#include <cstring>
#include <memory>
#include <vector>

namespace support
{

/** What went to a sound card, and how long each callback took. Large enough for a whole run: the audio
    thread only writes. */
struct Recording
{
    explicit Recording (std::size_t numFrames)
        : left (numFrames),
          right (numFrames),
          microseconds (numFrames / 16)
    {}

    std::vector<float> left;
    std::vector<float> right;
    std::vector<float> microseconds;
    std::atomic<std::size_t> frames { 0 };
    std::atomic<std::size_t> calls { 0 };
    std::atomic<std::size_t> heapCalls { 0 };
};

/** A device's callback, with a recorder beside it. */
class RecordingCallback : public juce::AudioIODeviceCallback
{
public:
    RecordingCallback (juce::AudioIODeviceCallback& of, Recording& into)
        : callback (of),
          recording (into)
    {}

    void
    audioDeviceIOCallbackWithContext (const float* const* inputs,
                                      int numInputs,
                                      float* const* outputs,
                                      int numOutputs,
                                      int numFrames,
                                      const juce::AudioIODeviceCallbackContext& context) override
    {
        const AllocationGuard heap;
        const auto began = std::chrono::steady_clock::now();
        callback.audioDeviceIOCallbackWithContext (
            inputs, numInputs, outputs, numOutputs, numFrames, context);
        const std::chrono::duration<float, std::micro> took = std::chrono::steady_clock::now()
                                                              - began;
        recording.heapCalls += heap.count();
        keep (outputs, numOutputs, static_cast<std::size_t> (numFrames), took.count());
    }

    void audioDeviceAboutToStart (juce::AudioIODevice* device) override
    {
        callback.audioDeviceAboutToStart (device);
    }

    void audioDeviceStopped() override { callback.audioDeviceStopped(); }
    void audioDeviceError (const juce::String& message) override
    {
        callback.audioDeviceError (message);
    }

private:
    void keep (float* const* outputs, int numOutputs, std::size_t numFrames, float took)
    {
        const std::size_t at = recording.frames;
        const std::size_t call = recording.calls;

        if (at + numFrames > recording.left.size() || call >= recording.microseconds.size())
            return;

        std::memcpy (recording.left.data() + at, outputs[0], numFrames * sizeof (float));
        std::memcpy (
            recording.right.data() + at, outputs[numOutputs - 1], numFrames * sizeof (float));
        recording.microseconds[call] = took;
        recording.calls = call + 1;
        recording.frames = at + numFrames;
    }

    juce::AudioIODeviceCallback& callback;
    Recording& recording;
};

/** Another system's device, with a recorder between it and who plays. */
class RecordingDevice : public juce::AudioIODevice
{
public:
    RecordingDevice (std::unique_ptr<juce::AudioIODevice> of, Recording& into)
        : AudioIODevice (of->getName(), of->getTypeName()),
          device (std::move (of)),
          recording (into)
    {}

    ~RecordingDevice() override { device.reset(); }

    juce::StringArray getOutputChannelNames() override { return device->getOutputChannelNames(); }
    juce::StringArray getInputChannelNames() override { return device->getInputChannelNames(); }
    juce::Array<double> getAvailableSampleRates() override
    {
        return device->getAvailableSampleRates();
    }
    juce::Array<int> getAvailableBufferSizes() override
    {
        return device->getAvailableBufferSizes();
    }
    int getDefaultBufferSize() override { return device->getDefaultBufferSize(); }
    juce::String open (const juce::BigInteger& inputs,
                       const juce::BigInteger& outputs,
                       double rate,
                       int frames) override
    {
        return device->open (inputs, outputs, rate, frames);
    }
    void close() override { device->close(); }
    bool isOpen() override { return device->isOpen(); }
    void start (juce::AudioIODeviceCallback* callback) override
    {
        recorder = std::make_unique<RecordingCallback> (*callback, recording);
        device->start (recorder.get());
    }
    void stop() override { device->stop(); }
    bool isPlaying() override { return device->isPlaying(); }
    juce::String getLastError() override { return device->getLastError(); }
    int getCurrentBufferSizeSamples() override { return device->getCurrentBufferSizeSamples(); }
    double getCurrentSampleRate() override { return device->getCurrentSampleRate(); }
    int getCurrentBitDepth() override { return device->getCurrentBitDepth(); }
    juce::BigInteger getActiveOutputChannels() const override
    {
        return device->getActiveOutputChannels();
    }
    juce::BigInteger getActiveInputChannels() const override
    {
        return device->getActiveInputChannels();
    }
    int getOutputLatencyInSamples() override { return device->getOutputLatencyInSamples(); }
    int getInputLatencyInSamples() override { return device->getInputLatencyInSamples(); }
    int getXRunCount() const noexcept override { return device->getXRunCount(); }

private:
    std::unique_ptr<RecordingCallback> recorder; ///< outlives the device
    std::unique_ptr<juce::AudioIODevice> device;
    Recording& recording;
};

class RecordingSystem : public juce::AudioIODeviceType
{
public:
    RecordingSystem (std::unique_ptr<juce::AudioIODeviceType> of, Recording& into)
        : AudioIODeviceType (of->getTypeName()),
          system (std::move (of)),
          recording (into)
    {}

    void scanForDevices() override { system->scanForDevices(); }
    juce::StringArray getDeviceNames (bool wantInputs) const override
    {
        return system->getDeviceNames (wantInputs);
    }
    int getDefaultDeviceIndex (bool forInput) const override
    {
        return system->getDefaultDeviceIndex (forInput);
    }
    int getIndexOfDevice (juce::AudioIODevice*, bool) const override { return -1; }
    bool hasSeparateInputsAndOutputs() const override
    {
        return system->hasSeparateInputsAndOutputs();
    }
    juce::AudioIODevice* createDevice (const juce::String& output,
                                       const juce::String& input) override
    {
        auto device = std::unique_ptr<juce::AudioIODevice> (system->createDevice (output, input));
        return device == nullptr ? nullptr : new RecordingDevice (std::move (device), recording);
    }

private:
    std::unique_ptr<juce::AudioIODeviceType> system;
    Recording& recording;
};

} // namespace support
