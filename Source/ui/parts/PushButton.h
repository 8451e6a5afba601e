// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/Pictogram.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <optional>

namespace ui
{

/** A button with a picture, words and its key, each where there is one. On is said by its ground, its
    weight and a bar below.

    Return presses it; Space does not, for it plays.
*/
class PushButton final : public juce::Button
{
public:
    enum class Stance
    {
        raised,  ///< with a ground of its own
        primary, ///< what one came for
        bare,    ///< lies in a bar
        tab      ///< one of several, with a line below when it is on
    };

    explicit PushButton (const juce::String& words, Stance stance = Stance::raised);

    /** What a screen reader says: the words, where nothing is said. */
    void setAccessibleName (const juce::String& name) { setTitle (name); }
    void setPictogram (std::optional<Pictogram> wanted);
    void setKey (const juce::String& key);
    void setWords (const juce::String& words);

    /** A second, quieter word behind: what is chosen. */
    void setDetail (const juce::String& words);

    /** Where there is no room behind: below, in a button that is at least so wide. It is cut short when it
        is longer. */
    void setDetailBelow (const juce::String& words, int width);

    /** It can be on. */
    void setOn (bool isLit);

    bool hasDetail() const { return detail.isNotEmpty(); }
    int widthNeeded() const;

    void paintButton (juce::Graphics& graphics, bool isHovered, bool isDown) override;

private:
    void paintGround (juce::Graphics& graphics, bool isHovered, bool isDown);
    void paintKey (juce::Graphics& graphics, juce::Rectangle<int>& content);
    void paintWords (juce::Graphics& graphics, juce::Rectangle<int> content);
    void paintDetailBelow (juce::Graphics& graphics, juce::Rectangle<int>& content);
    void paintFocus (juce::Graphics& graphics);
    int keyWidth() const;

    /** On, with a ground that says so. */
    bool isFilled() const { return getToggleState() && stance != Stance::tab; }

    Stance stance;
    std::optional<Pictogram> pictogram;
    juce::String key;
    juce::String detail;
    int widthWithDetailBelow = 0; ///< 0: it is behind
};

} // namespace ui
