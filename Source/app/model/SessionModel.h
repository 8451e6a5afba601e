// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/Checking.h"
#include "app/model/Bank.h"
#include "app/model/Comparison.h"
#include "app/model/Controls.h"
#include "app/model/Demo.h"
#include "app/model/HeardRendering.h"
#include "app/model/Markers.h"
#include "app/model/Memory.h"
#include "app/model/Outfit.h"
#include "app/model/Picture.h"
#include "app/model/Player.h"
#include "app/model/QuickCycle.h"
#include "app/model/Surface.h"
#include "app/sound/SoundCard.h"
#include "ui/Actions.h"

namespace app
{

/** The one bridge between the window and the session: what the session is becomes values to be drawn,
    and what the user does becomes calls of the session. Message thread only.
*/
class SessionModel : public ui::Actions
{
public:
    /** @param systems  of sound; a test brings its own, and places of its own */
    SessionModel (library::Catalogue catalogue, KeptPlaces places, SoundCard::Systems systems);
    ~SessionModel() override;

    /** What was open at the end of the last session. */
    void restore();

    /** Where things are shown from now on; nullptr: nowhere. It outlives that. */
    void appearOn (Surface* wanted);

    /** About 30 times a second while isMoving(), else at least four times. The clock never runs
        backwards. */
    void tick (double nowSeconds);

    /** Is there something to be drawn again soon, though the user does nothing? */
    bool isMoving() const;

    const Settings& settings() const { return kept; }
    void rememberWindow (const std::string& placeAndSize) { kept.window = placeAndSize; }

    const ui::MainViewState& state() const { return shown; }
    monitoring::LiveSession& session() { return live; }
    Notices& said() { return notices; }

    //==============================================================================
    // What the user did (ui::Actions)

    void perform (ui::Command command) override;
    void open (const std::vector<std::string>& paths) override;
    void append (const std::vector<std::string>& paths) override;
    void playTrack (std::size_t track) override;
    void moveTrack (std::size_t from, std::size_t to) override;
    void removeTrack (std::size_t track) override;
    void setGap (std::size_t afterTrack, double seconds) override;
    void setNotes (const std::string& text) override;
    void setMarker (std::size_t marker, const ui::Marker& changed) override;
    void removeMarker (std::size_t marker) override;
    void editMarker (std::size_t marker) override;
    void hearFinding (std::size_t finding) override;
    void setIntended (std::size_t finding, bool isIntended) override;
    void chooseNorms (ui::Norms norms) override;
    void breakOff() override;

    void seek (double seconds) override;
    void scrub (double seconds) override;
    void setLoop (const std::optional<ui::TimeSpan>& loop) override;

    void audition (const std::string& deviceId) override;
    void putOnKey (std::size_t slot, const std::string& deviceId) override;
    void pointAtHeadphones (const ui::Worn& pair) override;
    void wear (const ui::Worn& pair) override;
    void chooseHead (const std::string& id) override;
    void askForHeadFile() override;
    void correctAbove8k (bool isWanted) override;

    void setVolume (double db) override;
    void setStereoMode (monitoring::StereoMode mode) override;
    void solo (std::optional<monitoring::SoloBand> band) override;
    void setMatch (monitoring::Match match) override;
    void setListeningLevel (std::optional<double> dbSpl) override;
    void chooseNoise (const std::string& id) override;
    void setNoiseTrim (double db) override;
    void setQuickCycle (const ui::QuickCycleView& wanted) override;

    void setReference (std::size_t slot, const std::string& path) override;
    void askForReference (std::size_t slot) override;
    void chooseReference (std::optional<std::size_t> slot) override;
    void setReferenceCue (std::size_t slot, double seconds) override;
    void cueReferenceHere (std::size_t slot) override;
    void runReferenceInStep (std::size_t slot, bool isWanted) override;

    void setTheme (ui::Theme theme) override;
    void chooseScale (const std::string& id) override;
    void assignKey (ui::Command command, const std::string& key) override;
    void restoreKeys() override;
    void dismiss (std::uint64_t noticeId) override;
    void resetMeters() override;

    void chooseSoundSystem (const std::string& id) override;
    void chooseSoundDevice (const std::string& id) override;
    void chooseSampleRate (const std::string& id) override;
    void chooseBufferSize (const std::string& id) override;

private:
    bool performPlaying (ui::Command command);
    bool performDevice (ui::Command command);
    bool performDesk (ui::Command command);
    bool performCheck (ui::Command command);
    void performWindow (ui::Command command);
    void togglePanel (ui::Panel panel);
    void askForFiles();
    void renderHeard();
    void exportReport();
    void chooseCard (SoundCardWish wish);
    void tendCard();
    void sayHowTheCardIs();
    void playOnlyIfHeard();
    void tendDemo();
    void tendFiles();
    void refresh();
    void showMeters (const monitoring::LiveReadings& reading,
                     const std::optional<monitoring::Pick>& heard);
    std::optional<monitoring::Pick> heardNow (const monitoring::LiveReadings& now) const;

    Settings readKept();

    library::Catalogue catalogue;
    KeptPlaces places;
    Notices notices;
    Settings kept;
    monitoring::LiveSession live;
    Workbench bench;
    SoundCard card;
    Outfit outfit;
    Bank bank;
    Player player;
    Controls controls;
    Comparison comparison;
    Memory memory;
    Markers markers;
    Checking checking;
    Picture picture;
    QuickCycle cycle;
    HeardRendering rendering;
    Demo demo;
    Surface* surface = nullptr;
    ui::MainViewState shown;
    double now = 0.0;
    std::string cardProblem; ///< as it was said
    double lastOpenAt = 0.0; ///< when the sound card was last well
    double movedAt = 0.0;    ///< when something last moved by itself
    double measuredAt = 0.0; ///< when the meters last had something to measure
    std::uint64_t framesMeasured = 0;
};

} // namespace app
