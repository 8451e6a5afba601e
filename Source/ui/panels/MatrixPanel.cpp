// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/MatrixPanel.h"

#include "ui/look/Look.h"

namespace ui
{

namespace
{

using monitoring::SoloBand;
using monitoring::StereoMode;

struct ModeWords
{
    StereoMode mode;
    const char* words;
    const char* detail;
};

constexpr ModeWords modeWords[] {
    { StereoMode::stereo, "Stereo", "left and right, as they are" },
    { StereoMode::sum, "Mono", "(L + R) / 2, which is the mid" },
    { StereoMode::side, "Side", "(L − R) / 2, on both sides" },
    { StereoMode::left, "Left", "the left channel on both sides" },
    { StereoMode::right, "Right", "the right channel on both sides" },
    { StereoMode::swap, "Swap", "left and right exchanged" },
    { StereoMode::invertRight, "Polarity", "the right channel turned over" },
};

struct BandWords
{
    std::optional<SoloBand> band;
    const char* words;
    const char* detail;
};

const BandWords bandWords[] {
    { std::nullopt, "All", "everything" },   { SoloBand::sub, "Sub", "below 60 Hz" },
    { SoloBand::bass, "Bass", "60–250 Hz" }, { SoloBand::lowMid, "Low mid", "250–500 Hz" },
    { SoloBand::mid, "Mid", "0.5–2 kHz" },   { SoloBand::presence, "Presence", "2–6 kHz" },
    { SoloBand::air, "Air", "above 6 kHz" },
};

constexpr int buttonHeight = 36;
constexpr int smallGap = 4;

} // namespace

MatrixPanel::MatrixPanel (Actions& wantedActions) : PanelView ("Matrix", wantedActions)
{
    for (const auto& each : modeWords)
    {
        auto button = std::make_unique<PushButton> (each.words);
        button->setDetail (juce::String::fromUTF8 (each.detail));
        button->onClick = [this, mode = each.mode] { actions.setStereoMode (mode); };
        addAndMakeVisible (*button);
        modes.push_back ({ each.mode, std::move (button) });
    }

    for (const auto& each : bandWords)
    {
        auto button = std::make_unique<PushButton> (each.words);
        button->setDetail (juce::String::fromUTF8 (each.detail));
        button->onClick = [this, band = each.band] { actions.solo (band); };
        addAndMakeVisible (*button);
        bands.push_back ({ each.band, std::move (button) });
    }
}

void MatrixPanel::show (const MainViewState& state)
{
    for (auto& mode : modes)
        mode.button->setOn (mode.mode == state.matrix.mode);

    for (auto& band : bands)
        band.button->setOn (band.band == state.matrix.solo);
}

void MatrixPanel::paintContent (juce::Graphics& graphics)
{
    form.paint (graphics, paletteOf (*this));
}

void MatrixPanel::layOut (juce::Rectangle<int> content)
{
    form = Form { content };
    form.heading ("Channels");

    for (auto& mode : modes)
        mode.button->setBounds (form.line (buttonHeight, smallGap));

    form.heading ("One band alone");
    auto area = form.rest();

    for (std::size_t place = 0; place < bands.size(); ++place)
    {
        const auto across = place % 2;
        auto line = area.withHeight (buttonHeight);
        const auto width = (line.getWidth() - gap) / 2;
        bands[place].button->setBounds (across == 0 ? line.removeFromLeft (width)
                                                    : line.removeFromRight (width));

        if (across == 1)
            area.removeFromTop (buttonHeight + smallGap);
    }
}

} // namespace ui
