// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/BounceWatch.h"
#include "monitoring/DeviceBank.h"
#include "monitoring/LiveMeters.h"
#include "monitoring/LoudnessSurvey.h"
#include "monitoring/PlanSwitch.h"
#include "monitoring/Playlist.h"
#include "monitoring/References.h"
#include "monitoring/WaveformOverview.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace monitoring
{

enum class Dim
{
    off,
    on
};

/** What the display shows now. */
struct LiveReadings
{
    SignalReadings signal;
    units::Decibels heldBack { 0.0 }; ///< so that noise or a stereo mode is not too loud
    std::optional<Pick> heard;        ///< what is heard, or being faded to
    bool isPlaying = false;
    double secondsWithoutSound = 0.0; ///< since something played, on a running sound card
};

/** The façade of live listening: a player, a bank of devices and a monitoring desk. A face needs nothing
    else; a face's sound card needs process().

    Nothing is heard before prepare(). Control thread, but where it says otherwise.
*/
class LiveSession
{
public:
    /** The catalogue outlives the session. */
    explicit LiveSession (const library::Catalogue& catalogue);

    /** The audio thread must have stopped. */
    ~LiveSession();
    LiveSession (const LiveSession&) = delete;
    LiveSession& operator= (const LiveSession&) = delete;

    //==============================================================================
    // The sound card

    /** Before its first process(), and whenever the rate changes; the audio thread must not be running.
        Everything is made anew for the rate; what is selected stays, and the next sound is a safe
        start: it fades in over a second. */
    void prepare (units::SampleRate rate);

    /** Another sound card of the same rate: the next sound fades in over a second. */
    void startSafely();

    /** Audio thread. Fills any number of frames and channels (see SignalPath). Run it with denormal
        numbers flushed to zero. */
    void process (dsp::AudioBlock out) noexcept REALTIME;

    /** Audio thread, for those who can wait (tests, freewheeling): is the music there that the next so
        many frames need? */
    bool isReady (std::size_t numFrames) noexcept REALTIME;

    /** From the file to the sound card's buffer; constant. */
    std::size_t latencyFrames() const;

    /** Call it about every 50 ms: lends what had to wait, fetches what was made, brings home what is
        used up. Nothing else does. */
    void tend();

    //==============================================================================
    // The player

    /** Replaces the playlist, and stops. @returns why files were left out. */
    std::vector<units::Problem> open (const std::vector<std::filesystem::path>& files);

    /** Behind what is there, which plays on. */
    std::vector<units::Problem> append (const std::vector<std::filesystem::path>& files);

    const std::vector<Track>& tracks() const { return playlist.tracks(); }

    // What plays, plays on.
    void moveTrack (std::size_t from, std::size_t to);
    void removeTrack (std::size_t track);

    /** Silence between it and the next, at most a minute. It is heard from the next cue on. */
    void gapAfter (std::size_t track, units::Seconds length);

    void play();
    void stop(); ///< where it is
    bool isPlaying() const;

    /** Plays on, or waits, from there. */
    void seek (const PlayPosition& position);

    /** A short snippet from there while it is dragged, also when stopped. */
    void scrub (const PlayPosition& position);

    /** A part to be repeated, or none. */
    void loop (std::optional<LoopRegion> region);
    const std::optional<LoopRegion>& loop() const { return transport.loop(); }

    //==============================================================================
    // What is known of the files: found out on worker threads, the track that plays first

    /** Loudness of whole files: of the playlist and of all references. */
    const LoudnessSurvey& survey() const { return measuring; }

    /** Of all tracks as if they were one; nothing before each has been measured. */
    std::optional<hearing::ProgrammeLoudness> albumLoudness() const;

    /** Of the track that plays. */
    const WaveformOverview& overview() const { return waveform; }

    /** What happened to files since the last call: a new bounce was loaded, say. When the track that
        plays is written anew, it is heard at the same spot as soon as it is complete, and the bounce before
        is References::previousBounce(). */
    std::vector<std::string> takeNotes();

    /** What the master is compared with. */
    References& references() { return compared; }
    const References& references() const { return compared; }

    //==============================================================================
    // What it is heard on

    /** The devices that are kept ready. Any other may be selected too; it takes up to a second. */
    void bank (std::vector<const library::DeviceProfile*> devices);

    /** Heard at once when it is ready, else as soon as it is. The newest request wins. */
    void select (const Pick& pick);
    const Pick& selected() const { return wanted; }

    /** Another pair of headphones, another head, another place: all devices are made anew, and the
        next sound is a safe start. */
    void listener (library::Listener person);

    /** By loudness from the start. */
    void match (Match how);

    /** Equally loud from the start. At their natural level they are matched by loudness first where no
        other match is chosen. */
    void deviceLevel (DeviceLevel wanted);

    /** Of −14 LUFS programme at the ear; it decides how loud noise is beside it. None: the device's
        own usual level. */
    void listeningLevel (std::optional<units::SoundPressureLevel> level);

    /** What is known of a pick: nothing while it is being made. */
    std::optional<PreparedPick> prepared (const Pick& pick) const { return devices.find (pick); }
    std::optional<units::Problem> problemOf (const Pick& pick) const
    {
        return devices.problemOf (pick);
    }
    bool isPreparing() const { return ! devices.isIdle(); }
    units::Decibels headroom() const { return devices.headroom(); }

    //==============================================================================
    // The desk

    /** At most 0 dB: this never amplifies. */
    void volume (units::Decibels level);

    /** 20 dB down. */
    void dim (Dim wanted);

    void stereoMode (StereoMode mode);
    void solo (std::optional<SoloBand> band);

    /** The noise of an environment that has any, or none; heard while something plays. */
    void noise (const library::ListeningEnvironment* environment);

    /** More or less of it than its natural distance: −∞ to +12 dB. Programme and noise are held back
        together where they would be more than 3 dB louder than the programme alone. */
    void noiseTrim (units::Decibels trim);

    //==============================================================================
    // The display

    LiveReadings readings();

    /** Loudness, spectra and correlation: they begin anew on play and on every jump. Valid until the
        next call. */
    const MeterReadings& meters();
    void resetMeters();

private:
    BankSetting bankSetting() const;
    void setBank();
    void setOutputGain();
    void switchToWanted();
    void holdBack();
    void attendTo (std::size_t track);
    void draw (const FileVersion& version);
    void rearrange (const Transport::Places& places);
    void tendPlayer();
    void tendSurvey();
    void tendBounces();
    void takeBounce (const BounceWatch::News& news);
    void tendNoise();

    DeviceBank devices;
    SignalControls controls;
    Transport transport;
    std::unique_ptr<SignalPath> path;      ///< none before prepare()
    std::unique_ptr<LiveMeters> analysing; ///< of the path's taps, so it ends first
    std::optional<units::SampleRate> cardRate;

    Playlist playlist;
    LoudnessSurvey measuring;
    WaveformOverview waveform;
    BounceWatch bounces;
    References compared;
    std::vector<std::string> notes;
    FileVersion drawn; ///< in the overview
    std::uint64_t surveyedRevision = 0;
    bool isSurveyOutdated = false;

    Pick wanted;
    PlanSwitch plans;
    library::Listener person;
    std::vector<const library::DeviceProfile*> bankDevices;
    Match matching = Match::loudness;
    DeviceLevel besideOneAnother = DeviceLevel::equal;
    std::optional<units::SoundPressureLevel> level;
    std::size_t matchedTrack = 0;
    std::uint64_t masterVersion = 0;

    const library::ListeningEnvironment* noisePlace = nullptr;
    std::unique_ptr<NoiseLoop> unsentNoise;
    std::optional<units::Decibels> loopLevel; ///< of the loop that was made last
    units::Decibels noiseLevel { 0.0 };
    units::Decibels volumeLevel { 0.0 };
    Dim dimmed = Dim::off;
};

} // namespace monitoring
