// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/Workbench.h"

namespace app
{

/** The desk: volume, mono, solo, match, level and noise. */
class Controls
{
public:
    /** Sets the session as the settings have it. */
    explicit Controls (Workbench& bench);

    void setVolume (double db);
    void changeVolume (double byDb);
    void toggleDim();

    void setStereoMode (monitoring::StereoMode mode);
    void toggleMono();
    void solo (std::optional<monitoring::SoloBand> band);

    void setMatch (monitoring::Match match);
    void toggleNaturalLevel(); ///< devices as loud as they usually are, or all equally loud
    void setListeningLevel (std::optional<double> dbSpl);

    void chooseNoise (const std::string& id); ///< and plays it
    void
    hearNoise (const std::string& id); ///< that of a place; "": quiet, and what is chosen stays
    void setNoiseTrim (double db);
    void toggleNoise();

    void show (ui::MainViewState& state) const;

private:
    void setNaturalLevel (bool isWanted);
    void setNoise();

    Workbench& bench;
    bool isDimmed = false;
    bool isNoiseOn = false; ///< never at the start: nobody expects it
    monitoring::StereoMode mode = monitoring::StereoMode::stereo;
    std::optional<monitoring::SoloBand> band;
    ui::ChoiceOfOne noises;
};

} // namespace app
