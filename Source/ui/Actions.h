// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/MainViewState.h"

namespace ui
{

/** What the user did. The components call it on the message thread and change nothing themselves: what
    comes of it arrives with the next MainView::show().

    A panel that is asked for (a Command) opens when it is not open, and closes when it is.
*/
class Actions
{
public:
    virtual ~Actions() = default;

    virtual void perform (Command command) = 0;

    //==============================================================================
    // Files

    /** Files and folders; they replace the playlist. */
    virtual void open (const std::vector<std::string>& paths) = 0;

    /** Files and folders; they come behind what is there. */
    virtual void append (const std::vector<std::string>& paths) = 0;
    virtual void playTrack (std::size_t track) = 0;
    virtual void moveTrack (std::size_t from, std::size_t to) = 0;
    virtual void removeTrack (std::size_t track) = 0;
    virtual void setGap (std::size_t afterTrack, double seconds) = 0;
    virtual void setNotes (const std::string& text) = 0;
    virtual void setMarker (std::size_t marker, const Marker& changed) = 0; ///< renamed or moved
    virtual void removeMarker (std::size_t marker) = 0;
    virtual void editMarker (std::size_t marker) = 0;   ///< shows it among the notes
    virtual void hearFinding (std::size_t finding) = 0; ///< loops its place, on its device
    virtual void setIntended (std::size_t finding, bool isIntended) = 0;
    virtual void chooseNorms (Norms norms) = 0;
    virtual void breakOff() = 0; ///< what MainViewState::progress shows

    //==============================================================================
    // Time

    virtual void seek (double seconds) = 0;
    virtual void scrub (double seconds) = 0; ///< while it is dragged; seek() follows
    virtual void setLoop (const std::optional<TimeSpan>& loop) = 0; ///< and loops it

    //==============================================================================
    // What it is heard on

    virtual void audition (const std::string& deviceId) = 0;                   ///< heard, on no key
    virtual void putOnKey (std::size_t slot, const std::string& deviceId) = 0; ///< "": frees it
    virtual void pointAtHeadphones (const Worn& pair) = 0; ///< HeadphonesView::shown is asked for
    virtual void wear (const Worn& pair) = 0;
    virtual void chooseHead (const std::string& id) = 0;
    virtual void askForHeadFile() = 0;
    virtual void correctAbove8k (bool isWanted) = 0;

    //==============================================================================
    // The desk

    virtual void setVolume (double db) = 0;
    virtual void setStereoMode (monitoring::StereoMode mode) = 0;
    virtual void solo (std::optional<monitoring::SoloBand> band) = 0;
    virtual void setMatch (monitoring::Match match) = 0;
    virtual void setListeningLevel (std::optional<double> dbSpl) = 0; ///< none: the device's own
    virtual void chooseNoise (const std::string& id) = 0;             ///< "": none
    virtual void setNoiseTrim (double db) = 0;
    virtual void setQuickCycle (const QuickCycleView& wanted) = 0;

    //==============================================================================
    // Reference tracks

    virtual void setReference (std::size_t slot, const std::string& path) = 0; ///< "": frees it
    virtual void askForReference (std::size_t slot) = 0;                       ///< a dialog
    virtual void chooseReference (std::optional<std::size_t> slot) = 0; ///< none: previous bounce
    virtual void setReferenceCue (std::size_t slot, double seconds) = 0;
    virtual void cueReferenceHere (std::size_t slot) = 0; ///< where it is, or the master is
    virtual void runReferenceInStep (std::size_t slot, bool isWanted) = 0; ///< else from its cue

    //==============================================================================
    // The window

    virtual void setTheme (Theme theme) = 0;
    virtual void chooseScale (const std::string& id) = 0;
    virtual void assignKey (Command command, const std::string& key) = 0;
    virtual void restoreKeys() = 0; ///< as delivered
    virtual void dismiss (std::uint64_t noticeId) = 0;
    virtual void resetMeters() = 0;

    virtual void chooseSoundSystem (const std::string& id) = 0;
    virtual void chooseSoundDevice (const std::string& id) = 0;
    virtual void chooseSampleRate (const std::string& id) = 0;
    virtual void chooseBufferSize (const std::string& id) = 0;
};

} // namespace ui
