// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LiveSession.h"

#include <algorithm>

namespace monitoring
{

namespace
{

constexpr units::Decibels dimGain { -20.0 };
constexpr units::Decibels mostNoise { 12.0 };

/** No switch makes it louder than this at once (docs: hearing and trust). */
constexpr units::Decibels mostRise { 3.0 };

constexpr units::Seconds snippet { 0.12 };
constexpr std::size_t plansRemembered = 32;

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
      order (std::make_shared<const PlayOrder>())
{}

LiveSession::~LiveSession() = default;

//==================================================================================================
// The sound card

void LiveSession::prepare (units::SampleRate rate)
{
    const auto position = positionNow();
    analysing.reset();
    path.reset();
    cardRate = rate;
    sent.clear();
    path = std::make_unique<SignalPath> (layoutFor (rate), controls);
    analysing = std::make_unique<LiveMeters> (path->masterTap, path->heardTap, rate);
    setBank();
    cueMaster (position, Entry::jump);
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

    tendPlayer (path->readings.latest());
    switchToWanted();
    path->device.tend();
    tendNoise();
}

//==================================================================================================
// The player

std::vector<units::Problem> LiveSession::open (const std::vector<std::filesystem::path>& files)
{
    std::vector<units::Problem> problems;
    PlayOrder usable;
    playlist.clear();

    for (const auto& file : files)
    {
        const auto reader = files::AudioFileReader::open (file);

        if (! reader)
        {
            problems.push_back (reader.problem());
            continue;
        }

        playlist.push_back ({ file,
                              static_cast<double> (reader->numFrames()) / reader->rate().hertz,
                              reader->rate(),
                              reader->numChannels(),
                              {} });
        usable.push_back (file);
    }

    order = std::make_shared<const PlayOrder> (std::move (usable));
    region.reset();
    matchedTrack = 0;
    ++masterVersion;
    stop();
    cueMaster ({}, Entry::jump);
    setBank();
    return problems;
}

void LiveSession::play()
{
    if (playlist.empty())
        return;

    motion = Motion::play;
    controls.motion = motion;
    resetMeters();
}

void LiveSession::stop()
{
    motion = Motion::hold;
    controls.motion = motion;
}

bool LiveSession::isPlaying() const { return motion == Motion::play; }

void LiveSession::seek (const PlayPosition& position)
{
    isScrubbing = false;
    controls.motion = motion;
    cueMaster (position, Entry::jump);
    resetMeters();

    if (position.track != matchedTrack && position.track < playlist.size())
    {
        matchedTrack = position.track;
        setBank();
    }
}

void LiveSession::scrub (const PlayPosition& position)
{
    if (path == nullptr)
        return;

    isScrubbing = true;
    cuedFrom = position;
    masterCue = path->master.cue ({ order, position, std::nullopt, Entry::jump, snippet });
    controls.motion = Motion::play;
}

void LiveSession::loop (std::optional<LoopRegion> wantedRegion)
{
    const auto position = positionNow();
    region = wantedRegion;

    if (region && (position.track != region->track || position.seconds >= region->endSeconds))
        seek ({ region->track, region->startSeconds });
    else
        cueMaster (position, Entry::inPlace);
}

PlayPosition LiveSession::positionNow()
{
    if (path == nullptr)
        return cuedFrom;

    const auto& now = path->readings.latest();
    return now.masterCue == masterCue ? now.master : cuedFrom;
}

void LiveSession::cueMaster (const PlayPosition& from, Entry entry)
{
    cuedFrom = from;

    if (path != nullptr)
        masterCue = path->master.cue ({ order, from, region, entry });
}

void LiveSession::tendPlayer (const SignalReadings& now)
{
    for (const auto& trouble : path->master.takeProblems())
        if (trouble.track < playlist.size())
            playlist[trouble.track].problem = trouble.problem;

    if (! now.hasEnded || now.masterCue != masterCue)
        return;

    if (isScrubbing)
        controls.motion = Motion::hold;
    else if (motion == Motion::play)
    {
        stop();
        cueMaster ({}, Entry::jump);
    }
}

//==================================================================================================
// What it is heard on

BankSetting LiveSession::bankSetting() const
{
    BankSetting setting;
    setting.listener = person;
    setting.devices = bankDevices;
    setting.layout = layoutFor (*cardRate);
    setting.match = matching;
    setting.masterVersion = masterVersion;
    setting.listeningLevel = level;
    setting.noise = noisePlace;

    if (matchedTrack < playlist.size())
        setting.master = playlist[matchedTrack].file;

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
}

void LiveSession::listeningLevel (std::optional<units::SoundPressureLevel> wantedLevel)
{
    level = wantedLevel;
    setBank();
}

/** The newest plan of what is wanted, unless it is what was sent last. */
void LiveSession::switchToWanted()
{
    auto ready = devices.find (wanted);

    if (! ready || (! sent.empty() && sent.back().number == ready->plan.number))
        return;

    const auto held = heldBackFor (*ready);
    ready->plan.heldBack = static_cast<float> (held.toGain());
    sent.push_back ({ ready->plan.number, wanted, ready->loudnessChange + held });

    if (sent.size() > plansRemembered)
        sent.erase (sent.begin());

    path->device.select (std::move (ready->plan));
}

units::Decibels LiveSession::heldBackFor (const PreparedPick& next) const
{
    if (sent.empty())
        return units::Decibels { 0.0 };

    const auto allowed = sent.back().loudness + mostRise;
    return std::min (units::Decibels { 0.0 }, allowed - next.loudnessChange);
}

//==================================================================================================
// The desk

void LiveSession::setOutputGain()
{
    const auto gain = volumeLevel + (dimmed == Dim::on ? dimGain : units::Decibels { 0.0 });
    controls.outputGain = static_cast<float> (gain.toGain());
}

void LiveSession::volume (units::Decibels wantedLevel)
{
    volumeLevel = std::min (wantedLevel, units::Decibels { 0.0 });
    setOutputGain();
}

void LiveSession::dim (Dim wantedDim)
{
    dimmed = wantedDim;
    setOutputGain();
}

void LiveSession::stereoMode (StereoMode mode) { controls.mode = mode; }

void LiveSession::solo (std::optional<SoloBand> band)
{
    controls.solo = band ? static_cast<int> (*band) : -1;
}

void LiveSession::noise (const library::ListeningEnvironment* environment)
{
    noisePlace = environment != nullptr && environment->noise ? environment : nullptr;
    setBank();
    noiseTrim (noiseLevel);
}

void LiveSession::noiseTrim (units::Decibels trim)
{
    noiseLevel = std::min (trim, mostNoise);
    controls.noiseGain = noisePlace == nullptr ? 0.0f : static_cast<float> (noiseLevel.toGain());
}

void LiveSession::tendNoise()
{
    if (auto made = devices.takeNoiseLoop())
        unsentNoise = std::move (made);

    if (unsentNoise != nullptr)
        unsentNoise = path->noise.send (std::move (unsentNoise));
    else
        path->noise.collect();
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
    reading.signal.master = positionNow();
    reading.secondsWithoutSound = static_cast<double> (reading.signal.framesSinceSound)
                                  / cardRate->hertz;
    const auto named = std::ranges::find_if (
        sent, [&] (const Sent& one) { return one.number == reading.signal.heardPlan; });

    if (named != sent.end())
        reading.heard = named->pick;

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
