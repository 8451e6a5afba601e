// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Listener.h"
#include "monitoring/ChainBuilder.h"
#include "monitoring/EarPath.h"
#include "monitoring/LoudnessMatch.h"
#include "monitoring/MasterSpectra.h"
#include "monitoring/ModeLoudness.h"
#include "monitoring/NoiseLoop.h"
#include "monitoring/PredictedMatch.h"
#include "monitoring/ProgrammeExcerpts.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace monitoring
{

enum class Part
{
    whole,
    lost ///< what the device takes away: LostSound
};

/** Something that can be heard: Neutral, Untouched, or a device. */
struct Pick
{
    library::Subject subject = library::Subject::untouched;
    const library::DeviceProfile* device = nullptr; ///< for Subject::device
    Part part = Part::whole;

    static Pick neutral() { return { library::Subject::neutral, nullptr }; }
    static Pick untouched() { return {}; }
    static Pick of (const library::DeviceProfile& device)
    {
        return { library::Subject::device, &device };
    }
    static Pick lostOn (const library::DeviceProfile& device)
    {
        return { library::Subject::device, &device, Part::lost };
    }

    bool operator== (const Pick&) const = default;
};

/** A pick made ready to be switched to. */
struct PreparedPick
{
    ChainPlan plan;
    units::Decibels match { 0.0 };          ///< what the level match added, for display
    units::Decibels loudnessChange { 0.0 }; ///< output over master, match included, headroom not

    /** K-weighted level of the output, match included, headroom not; none while there is no master. */
    std::optional<units::Decibels> programmeLevel {};
    ModeRises modeRises {};            ///< of the stereo modes
    units::Decibels noiseGain { 0.0 }; ///< of a noise loop beside it, headroom not
    std::vector<std::string> notes;    ///< what the listener must know

    /** Number of the plan of which this is a refinement, or its own. Plans that have it in common differ
        by a refined match alone: whoever hears one is not switched to the other. */
    std::uint32_t original = 0;
};

/** How loud devices are beside one another. */
enum class DeviceLevel
{
    equal, ///< all as they are matched
    natural ///< as much softer or louder than Neutral as they are usually listened to; at most 3 dB louder
};

/** What DeviceLevel::natural adds to a match: nothing to Neutral, Untouched and what is lost. */
units::Decibels naturalLevel (const Pick& pick);

/** What a bank prepares, and for whom. */
struct BankSetting
{
    library::Listener listener;
    std::vector<const library::DeviceProfile*>
        devices; ///< Neutral and Untouched come by themselves
    ChainLayout layout;
    Match match = Match::loudness;
    std::filesystem::path master;    ///< what devices are matched for; empty: not yet known
    std::uint64_t masterVersion = 0; ///< another number when the file has changed
    std::optional<units::SoundPressureLevel>
        listeningLevel; ///< else each device's own; a match by loudness depends on it
    const library::ListeningEnvironment* noise = nullptr; ///< whose noise is wanted
    DeviceLevel deviceLevel = DeviceLevel::equal;
};

/** At which a pick is heard. */
units::SoundPressureLevel listeningLevelOf (const Pick& pick, const BankSetting& setting);

/** Then responses that were made for one serve the other. */
bool hearsTheSame (const BankSetting& a, const BankSetting& b);

/** Prepares devices on a loader thread and keeps them, so that a switch to one is immediate: what is
    preferred first, then Untouched, Neutral and the devices in order. When all are ready, their matches by
    loudness are refined, one by one and in the same order, to what `audition` finds
    (docs/decisions/0055).

    One headroom is set for all of them: enough for the one that peaks highest, at least 8 dB, at most
    14 (then the limiter works, and shows it). Control thread.
*/
class DeviceBank
{
public:
    explicit DeviceBank (const library::Catalogue& catalogue);
    ~DeviceBank();
    DeviceBank (const DeviceBank&) = delete;
    DeviceBank& operator= (const DeviceBank&) = delete;

    /** Prepares anew what the change concerns; the rest stays. */
    void set (BankSetting wanted);

    /** Next in line, and kept though it may be none of the bank's devices. */
    void prefer (const Pick& pick);

    /** Nothing while it is being prepared, or when it cannot be. */
    std::optional<PreparedPick> find (const Pick& pick) const;

    /** Why a pick cannot be prepared. */
    std::optional<units::Problem> problemOf (const Pick& pick) const;

    /** Is everything done that was asked for? */
    bool isIdle() const;

    units::Decibels headroom() const;

    /** A loop that was made since the last call. */
    std::unique_ptr<NoiseLoop> takeNoiseLoop();

private:
    /** What an environment makes of a device, before any gain. */
    struct Sound
    {
        dsp::TransferMatrix matrix;
        std::vector<std::string> notes;
    };

    /** What of the master devices are matched on, and how it comes to the ear. */
    struct Programme
    {
        ProgrammeExcerpts excerpts;
        MasterSpectra spectra; ///< of the excerpts
        std::optional<EarPath> path;
    };

    /** On the excerpts. */
    struct Measure
    {
        units::Decibels match { 0.0 };
        units::Decibels loudnessChange { 0.0 };
        double truePeakDb = -200.0;                       ///< match included
        std::optional<units::Decibels> programmeLevel {}; ///< match included
        ModeRises modeRises {};

        /** What the full model on the whole master adds to the match; none: not yet known. */
        std::optional<units::Decibels> refinement {};

        units::Decibels added() const { return refinement.value_or (units::Decibels { 0.0 }); }
        bool operator== (const Measure&) const = default;
    };

    enum class PlanState
    {
        outdated, ///< or none
        coarse,   ///< its match was refined since: it serves on where it is heard
        current
    };

    struct Entry
    {
        Pick pick {};
        std::shared_ptr<const Sound> sound {};
        std::optional<units::Problem> problem {};
        std::optional<Measure> measure {};
        std::optional<PreparedPick> prepared {};
        PlanState planState = PlanState::outdated;
    };

    using Setting = std::shared_ptr<const BankSetting>;
    using Lock = std::unique_lock<std::mutex>;

    void work();
    bool doNext (Lock& lock);
    bool takeProgramme (Lock& lock);
    bool makeSound (Lock& lock);
    bool measure (Lock& lock);
    bool plan (Lock& lock);
    bool makeNoise (Lock& lock);
    bool refine (Lock& lock);
    units::Decibels levelBeside (const Pick& pick) const;
    void setHeadroom();
    void listEntries();
    Entry* entryOf (const Pick& pick);
    const Entry* entryOf (const Pick& pick) const;

    bool isPrepared() const;
    bool isToBeRefined (const Entry& entry) const;
    bool isWaitingForOthers (const Entry& entry) const;
    void makeWhole (Lock& lock, const Pick& pick);
    void makeLost (Lock& lock, const Pick& pick);
    void keep (const Pick& pick, units::Result<Sound> sound);
    units::Result<Sound> soundOf (const Pick& pick, const BankSetting& now) const;
    static units::Result<Sound>
    lostOf (const Entry& neutral, const Entry& device, const BankSetting& now);
    std::shared_ptr<const Programme> programmeOf (const BankSetting& now) const;
    Measure measured (const Sound& sound,
                      const Programme* taken,
                      Match match,
                      units::SoundPressureLevel level);
    const PredictedMatch& prediction (const Programme& programme, units::SoundPressureLevel level);
    std::optional<units::Decibels>
    refinementOf (const Entry& entry, const Programme& taken, const BankSetting& now);
    units::Result<std::optional<LoudnessTarget>>
    targetOf (const std::filesystem::path& master, const Hearing& how, const Progress& progress);
    static units::Result<PreparedPick>
    prepared (const Entry& entry, const BankSetting& now, units::Decibels headroom);

    const library::Catalogue& catalogue;

    mutable std::mutex mutex; ///< control and loader thread only
    std::condition_variable changed;
    Setting setting;
    std::vector<Entry> entries; ///< in the order in which they are made
    Pick preferred;
    std::shared_ptr<const Programme> programme; ///< nullptr: nothing to match
    bool needsProgramme = false;
    std::map<double, PredictedMatch> predictions; ///< on it, by level in dB SPL; loader thread only
    std::map<double, std::optional<LoudnessTarget>> targets; ///< of the whole master; the same
    double headroomDb;
    std::uint32_t plansMade = 0;
    bool isWorking = false;
    bool needsNoise = false;
    std::unique_ptr<NoiseLoop> noiseLoop;
    bool isEnding = false;
    std::thread loader;
};

} // namespace monitoring
