// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LiveSession.h"

#include <algorithm>

namespace monitoring
{

namespace
{

/** Blocks of about 3 ms at any rate; the longest responses of the library are 0.7 s. */
ChainLayout layoutFor (units::SampleRate rate)
{
    ChainLayout layout;
    layout.rate = rate;
    layout.blockSize = rate.hertz > 96000 ? 512 : rate.hertz > 48000 ? 256 : 128;
    layout.maximumTaps = rate.hertz > 96000 ? 262144 : 131072;
    return layout;
}

} // namespace

LiveSession::LiveSession (const library::Catalogue& catalogue)
    : devices (catalogue),
      transport (controls),
      compared (controls, measuring)
{}

LiveSession::~LiveSession() = default;

//==================================================================================================
// The sound card

void LiveSession::prepare (units::SampleRate rate)
{
    auto next = std::make_unique<SignalPath> (layoutFor (rate), controls);
    transport.use (next.get());
    compared.use (next.get());
    analysing.reset();
    path = std::move (next);
    cardRate = rate;
    plans.forget();
    analysing = std::make_unique<LiveMeters> (path->masterTap, path->heardTap, rate);
    setBank();
    switchToWanted();
}

void LiveSession::startSafely() { ++controls.safeStarts; }

void LiveSession::process (dsp::AudioBlock out) noexcept REALTIME
{
    if (path != nullptr)
        path->process (out);
    else
        dsp::clear (out);
}

bool LiveSession::isReady (std::size_t numFrames) noexcept REALTIME
{
    return path != nullptr && path->isReady (numFrames);
}

std::size_t LiveSession::latencyFrames() const
{
    return path == nullptr ? 0 : path->latencyFrames();
}

void LiveSession::tend()
{
    if (path == nullptr)
        return;

    tendBounces();
    tendPlayer();
    tendSurvey();
    switchToWanted();
    path->device.tend();
    tendNoise();
}

//==================================================================================================
// The player

void LiveSession::play()
{
    if (tracks().empty())
        return;

    transport.play();
    resetMeters();
}

void LiveSession::stop() { transport.stop(); }
bool LiveSession::isPlaying() const { return transport.isPlaying(); }

void LiveSession::seek (const PlayPosition& position)
{
    transport.seek (position);
    compared.follow (position, transport.loop());
    resetMeters();

    if (position.track != matchedTrack && position.track < tracks().size())
        attendTo (position.track);
}

void LiveSession::scrub (const PlayPosition& position) { transport.scrub (position); }

void LiveSession::loop (std::optional<LoopRegion> region)
{
    transport.loop (region);
    compared.follow (transport.position(), region);
}

/** Whatever plays is what devices are matched for, what is drawn, and what is watched. */
void LiveSession::tendPlayer()
{
    for (const auto& trouble : path->master.takeProblems())
        playlist.report (trouble);

    transport.tend();
    const auto position = transport.position();

    if (position.track != matchedTrack && position.track < tracks().size())
        attendTo (position.track);

    compared.tend (position, transport.loop());
}

//==================================================================================================
// What it is heard on

BankSetting LiveSession::bankSetting() const
{
    BankSetting setting;
    setting.listener = person;
    setting.devices = bankDevices;
    setting.layout = layoutFor (*cardRate);
    setting.deviceLevel = besideOneAnother;
    setting.match = besideOneAnother == DeviceLevel::natural && matching == Match::off
                        ? Match::loudness
                        : matching;
    setting.masterVersion = masterVersion;
    setting.listeningLevel = level;
    setting.noise = noisePlace;

    if (matchedTrack < tracks().size())
        setting.master = tracks()[matchedTrack].file;

    return setting;
}

void LiveSession::setBank()
{
    if (cardRate)
        devices.set (bankSetting());
}

void LiveSession::bank (std::vector<const library::DeviceProfile*> wantedDevices)
{
    bankDevices = std::move (wantedDevices);
    setBank();
}

void LiveSession::select (const Pick& pick)
{
    wanted = pick;
    devices.prefer (pick);

    if (path != nullptr)
        switchToWanted();
}

void LiveSession::listener (library::Listener whoListens)
{
    person = std::move (whoListens);
    startSafely();
    setBank();
}

void LiveSession::match (Match how)
{
    matching = how;
    setBank();

    if (matchedTrack < tracks().size())
        compared.master (tracks()[matchedTrack].version, matching);
}

void LiveSession::deviceLevel (DeviceLevel wantedLevel)
{
    besideOneAnother = wantedLevel;
    setBank();
}

void LiveSession::listeningLevel (std::optional<units::SoundPressureLevel> wantedLevel)
{
    level = wantedLevel;
    setBank();
}

void LiveSession::switchToWanted()
{
    if (auto ready = devices.find (wanted))
        plans.send (wanted, std::move (*ready), path->device);

    holdBack();
}

//==================================================================================================
// The display

LiveReadings LiveSession::readings()
{
    LiveReadings reading;
    reading.isPlaying = isPlaying();

    if (path == nullptr)
        return reading;

    reading.signal = path->readings.latest();
    reading.signal.master = transport.position();
    reading.secondsWithoutSound = static_cast<double> (reading.signal.framesSinceSound)
                                  / cardRate->hertz;
    reading.heldBack = plans.heldBack();
    reading.heard = plans.named (reading.signal.heardPlan);
    return reading;
}

const MeterReadings& LiveSession::meters()
{
    static constexpr MeterReadings none {};
    return analysing == nullptr ? none : analysing->latest();
}

void LiveSession::resetMeters()
{
    if (analysing != nullptr)
        analysing->reset();
}

} // namespace monitoring
