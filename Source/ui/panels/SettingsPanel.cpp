// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SettingsPanel.h"

#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

SettingsPanel::SettingsPanel (Actions& wantedActions)
    : PanelView ("Settings", wantedActions),
      byLoudness ("Loudness"),
      byLufs ("LUFS"),
      unmatched ("Off"),
      natural ("Natural level"),
      level ("Listening level", { 50.0, 95.0, 1.0, 73.0, "dB SPL" }),
      ownLevel ("Device's own"),
      noise ("Surroundings"),
      noiseTrim ("More or less noise", { -24.0, 12.0, 0.5, 0.0, "dB" }),
      cycleSeconds ("Seconds on each device", { 2.0, 30.0, 1.0, 8.0, "s" }),
      cycleBars ("Bars on each device", { 1.0, 16.0, 1.0, 4.0, "bars" }),
      system ("Sound system"),
      device ("Sound card"),
      rate ("Sample rate"),
      buffer ("Buffer"),
      head ("Head"),
      headFile ("Open SOFA"),
      above8k ("Correct above 8 kHz"),
      dark ("Dark"),
      light ("Light"),
      scale ("Size of everything in the window")
{
    byLoudness.setTitle ("Match by loudness at the ear");
    byLufs.setTitle ("Match by LUFS");
    unmatched.setTitle ("Do not match");

    for (auto* child : std::initializer_list<juce::Component*> {
             &byLoudness, &byLufs,       &unmatched, &natural, &level,  &ownLevel, &noise,
             &noiseTrim,  &cycleSeconds, &cycleBars, &system,  &device, &rate,     &buffer,
             &head,       &headFile,     &above8k,   &dark,    &light,  &scale })
        addAndMakeVisible (child);

    connectLevels();
    connectRest();
}

void SettingsPanel::connectLevels()
{
    using monitoring::Match;
    byLoudness.onClick = [this] { actions.setMatch (Match::loudness); };
    byLufs.onClick = [this] { actions.setMatch (Match::lufs); };
    unmatched.onClick = [this] { actions.setMatch (Match::off); };
    natural.onClick = [this] { actions.perform (Command::naturalLevel); };
    level.onValueChange = [this] { actions.setListeningLevel (level.getValue()); };
    ownLevel.onClick = [this] {
        actions.setListeningLevel (shown.listeningLevelDbSpl ? std::nullopt
                                                             : std::optional { level.getValue() });
    };
    noise.onChosen = [this] (const std::string& id) { actions.chooseNoise (id); };
    noiseTrim.onValueChange = [this] { actions.setNoiseTrim (noiseTrim.getValue()); };

    const auto sendCycle = [this] {
        auto wanted = shown.quickCycle;
        wanted.seconds = cycleSeconds.getValue();
        wanted.bars = static_cast<int> (cycleBars.getValue());
        actions.setQuickCycle (wanted);
    };

    cycleSeconds.onValueChange = sendCycle;
    cycleBars.onValueChange = sendCycle;
}

void SettingsPanel::connectRest()
{
    system.onChosen = [this] (const std::string& id) { actions.chooseSoundSystem (id); };
    device.onChosen = [this] (const std::string& id) { actions.chooseSoundDevice (id); };
    rate.onChosen = [this] (const std::string& id) { actions.chooseSampleRate (id); };
    buffer.onChosen = [this] (const std::string& id) { actions.chooseBufferSize (id); };
    head.onChosen = [this] (const std::string& id) { actions.chooseHead (id); };
    headFile.onClick = [this] { actions.askForHeadFile(); };
    above8k.onClick = [this] { actions.correctAbove8k (! shown.isCorrectedAbove8k); };
    dark.onClick = [this] { actions.setTheme (Theme::dark); };
    scale.onChosen = [this] (const std::string& id) { actions.chooseScale (id); };
    light.onClick = [this] { actions.setTheme (Theme::light); };
}

void SettingsPanel::show (const MainViewState& state)
{
    const auto hasChanged = shown != state.settings || theme != state.theme;
    shown = state.settings;
    theme = state.theme;
    showLevels();
    showCard();
    dark.setOn (theme == Theme::dark);
    light.setOn (theme == Theme::light);

    // Remarks say what is set.
    if (hasChanged)
    {
        resized();
        repaint();
    }
}

void SettingsPanel::showLevels()
{
    using monitoring::Match;
    byLoudness.setOn (shown.match == Match::loudness);
    byLufs.setOn (shown.match == Match::lufs);
    unmatched.setOn (shown.match == Match::off);
    natural.setOn (shown.isNaturalLevel);
    level.showValue (shown.listeningLevelDbSpl.value_or (shown.usualLevelDbSpl));
    ownLevel.setOn (! shown.listeningLevelDbSpl);
    noise.show (shown.noise);
    noiseTrim.showValue (shown.noiseTrimDb);
    noiseTrim.setEnabled (! shown.noise.chosen.empty());
    cycleSeconds.showValue (shown.quickCycle.seconds);
    cycleBars.showValue (shown.quickCycle.bars);
    cycleSeconds.setEnabled (! shown.quickCycle.beatsPerMinute);
    cycleBars.setEnabled (shown.quickCycle.beatsPerMinute.has_value());
}

void SettingsPanel::showCard()
{
    system.show (shown.soundCard.system);
    device.show (shown.soundCard.device);
    rate.show (shown.soundCard.rate);
    buffer.show (shown.soundCard.buffer);
    head.show (shown.head);
    scale.show (shown.scale);
    above8k.setOn (shown.isCorrectedAbove8k);
}

juce::String SettingsPanel::cardWords() const
{
    const auto& card = shown.soundCard;

    if (! card.problem.empty())
        return words (card.problem);

    const auto state = words (card.state);
    return state.substring (0, 1).toUpperCase() + state.substring (1)
           + (state.isEmpty() ? "From" : "; from") + " file to socket "
           + oneDecimal (card.latencyMilliseconds) + " ms";
}

void SettingsPanel::paintContent (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    left.paint (graphics, colours);
    right.paint (graphics, colours);
}

void SettingsPanel::layOut (juce::Rectangle<int> content)
{
    const auto width = (content.getWidth() - 2 * margin) / 2;
    layOutLevels (content.removeFromLeft (width));
    layOutCard (content.removeFromRight (width));
}

void SettingsPanel::layOutLevels (juce::Rectangle<int> column)
{
    left = Form { column };
    left.heading ("Level");
    auto row = left.row ("Match by");

    for (auto* button : { &byLoudness, &byLufs, &unmatched })
    {
        button->setBounds (row.removeFromLeft ((left.rest().getWidth() - 128 - 2 * gap) / 3));
        row.removeFromLeft (gap);
    }

    level.setBounds (left.row ("Listening at"));
    row = left.row ({});
    ownLevel.setBounds (row.removeFromLeft ((row.getWidth() - gap) / 2));
    natural.setBounds (row.withTrimmedLeft (gap));
    left.remark ("It changes the model, not the volume.");

    left.heading ("Background noise");
    noise.setBounds (left.row ("Where"));
    noiseTrim.setBounds (left.row ("More or less"));
    left.remark (shown.noise.chosen.empty()
                     ? juce::String { "None." }
                     : juce::String { shown.noiseDbSpl + shown.noiseTrimDb, 0 }
                           + " dB SPL at the ear.");

    left.heading ("Quick cycle, on each device");
    cycleSeconds.setBounds (left.row ("For a while"));
    cycleBars.setBounds (
        left.row (shown.quickCycle.beatsPerMinute
                      ? "At " + juce::String { *shown.quickCycle.beatsPerMinute, 0 } + " a minute"
                      : juce::String { "At a tempo" }));
}

void SettingsPanel::layOutCard (juce::Rectangle<int> column)
{
    right = Form { column };
    right.heading ("Sound card");
    system.setBounds (right.row ("System"));
    device.setBounds (right.row ("Card"));
    auto row = right.row ("Rate and buffer");
    rate.setBounds (row.removeFromLeft ((row.getWidth() - gap) / 2));
    buffer.setBounds (row.withTrimmedLeft (gap));
    right.remark (cardWords(), 2);

    right.heading ("Head and headphones");
    row = right.row ("Head");
    headFile.setBounds (row.removeFromRight (headFile.widthNeeded()));
    row.removeFromRight (gap);
    head.setBounds (row);

    if (! shown.headProblem.empty())
        right.remark (words (shown.headProblem), 2);

    above8k.setBounds (right.row ("Headphones"));

    right.heading ("Window");
    row = right.row ("Theme");
    dark.setBounds (row.removeFromLeft ((row.getWidth() - gap) / 2));
    light.setBounds (row.withTrimmedLeft (gap));
    scale.setBounds (right.row ("Size"));
}

} // namespace ui
