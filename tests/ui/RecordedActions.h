// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"

#include <string>
#include <vector>

namespace ui
{

/** Writes down what the user did: "perform lost", "seek 12.5". */
class RecordedActions final : public Actions
{
public:
    std::vector<std::string> did;

    std::string last() const { return did.empty() ? std::string {} : did.back(); }

    void perform (Command command) override
    {
        note ("perform", std::string { entryOf (command).id });
    }
    void open (const std::vector<std::string>& paths) override { note ("open", joined (paths)); }
    void append (const std::vector<std::string>& paths) override
    {
        note ("append", joined (paths));
    }
    void playTrack (std::size_t track) override { note ("playTrack", text (track)); }
    void moveTrack (std::size_t from, std::size_t to) override
    {
        note ("moveTrack", text (from) + " " + text (to));
    }
    void removeTrack (std::size_t track) override { note ("removeTrack", text (track)); }
    void setGap (std::size_t track, double seconds) override
    {
        note ("setGap", text (track) + " " + text (seconds));
    }
    void setNotes (const std::string& words) override { note ("setNotes", words); }
    void setMarker (std::size_t marker, const Marker& changed) override
    {
        note ("setMarker", text (marker) + " " + text (changed.seconds) + " " + changed.label);
    }
    void removeMarker (std::size_t marker) override { note ("removeMarker", text (marker)); }
    void editMarker (std::size_t marker) override { note ("editMarker", text (marker)); }
    void hearFinding (std::size_t finding) override { note ("hearFinding", text (finding)); }
    void setIntended (std::size_t finding, bool isIntended) override
    {
        note ("setIntended", text (finding) + (isIntended ? " yes" : " no"));
    }
    void breakOff() override { note ("breakOff", ""); }

    void seek (double seconds) override { note ("seek", text (seconds)); }
    void scrub (double seconds) override { note ("scrub", text (seconds)); }
    void setLoop (const std::optional<TimeSpan>& loop) override
    {
        note ("setLoop", loop ? text (loop->beginSeconds) + " " + text (loop->endSeconds) : "none");
    }

    void audition (const std::string& id) override { note ("audition", id); }
    void putOnKey (std::size_t slot, const std::string& id) override
    {
        note ("putOnKey", text (slot) + " " + id);
    }
    void pointAtHeadphones (const Worn& pair) override { note ("pointAt", text (pair)); }
    void wear (const Worn& pair) override { note ("wear", text (pair)); }
    void chooseHead (const std::string& id) override { note ("chooseHead", id); }
    void askForHeadFile() override { note ("askForHeadFile", ""); }
    void correctAbove8k (bool isWanted) override
    {
        note ("correctAbove8k", isWanted ? "yes" : "no");
    }

    void chooseNorms (Norms norms) override
    {
        note ("chooseNorms", norms == Norms::references ? "references" : "delivered");
    }

    void setVolume (double db) override { note ("setVolume", text (db)); }
    void setStereoMode (monitoring::StereoMode mode) override
    {
        note ("setStereoMode", text (static_cast<std::size_t> (mode)));
    }
    void solo (std::optional<monitoring::SoloBand> band) override
    {
        note ("solo", band ? text (static_cast<std::size_t> (*band)) : "none");
    }
    void setMatch (monitoring::Match match) override
    {
        note ("setMatch", text (static_cast<std::size_t> (match)));
    }
    void setListeningLevel (std::optional<double> dbSpl) override
    {
        note ("setListeningLevel", dbSpl ? text (*dbSpl) : "own");
    }
    void chooseNoise (const std::string& id) override { note ("chooseNoise", id); }
    void setNoiseTrim (double db) override { note ("setNoiseTrim", text (db)); }
    void setQuickCycle (const QuickCycleView& wanted) override
    {
        note ("setQuickCycle", text (wanted.seconds) + " " + std::to_string (wanted.bars));
    }

    void setReference (std::size_t slot, const std::string& path) override
    {
        note ("setReference", text (slot) + " " + path);
    }
    void askForReference (std::size_t slot) override { note ("askForReference", text (slot)); }
    void chooseReference (std::optional<std::size_t> slot) override
    {
        note ("chooseReference", slot ? text (*slot) : "none");
    }
    void setReferenceCue (std::size_t slot, double seconds) override
    {
        note ("setReferenceCue", text (slot) + " " + text (seconds));
    }
    void cueReferenceHere (std::size_t slot) override { note ("cueReferenceHere", text (slot)); }
    void runReferenceInStep (std::size_t slot, bool isWanted) override
    {
        note ("runReferenceInStep", text (slot) + (isWanted ? " yes" : " no"));
    }

    void chooseScale (const std::string& id) override { note ("chooseScale", id); }
    void setTheme (Theme theme) override
    {
        note ("setTheme", theme == Theme::dark ? "dark" : "light");
    }
    void assignKey (Command command, const std::string& key) override
    {
        note ("assignKey", std::string { entryOf (command).id } + " " + key);
    }
    void restoreKeys() override { note ("restoreKeys", ""); }
    void dismiss (std::uint64_t id) override { note ("dismiss", std::to_string (id)); }
    void resetMeters() override { note ("resetMeters", ""); }

    void chooseSoundSystem (const std::string& id) override { note ("chooseSoundSystem", id); }
    void chooseSoundDevice (const std::string& id) override { note ("chooseSoundDevice", id); }
    void chooseSampleRate (const std::string& id) override { note ("chooseSampleRate", id); }
    void chooseBufferSize (const std::string& id) override { note ("chooseBufferSize", id); }

private:
    void note (const std::string& what, const std::string& which)
    {
        did.push_back (which.empty() ? what : what + " " + which);
    }

    static std::string text (std::size_t number) { return std::to_string (number); }
    static std::string text (double number)
    {
        const auto hundredths = std::to_string (number);
        return hundredths.substr (0, hundredths.find ('.') + 3);
    }
    static std::string text (const Worn& pair)
    {
        if (pair.kind == Worn::Kind::listed)
            return pair.id;

        return pair.kind == Worn::Kind::notListed ? "not listed" : "loudspeakers";
    }
    static std::string joined (const std::vector<std::string>& parts)
    {
        std::string all;

        for (const auto& part : parts)
            all += (all.empty() ? "" : " ") + part;

        return all;
    }
};

} // namespace ui
