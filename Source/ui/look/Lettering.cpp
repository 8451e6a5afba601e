// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Lettering.h"

#include <cmath>

namespace ui
{

namespace
{

constexpr float narrowing = 0.9f;
const juce::juce_wchar ellipsis = 0x2026;

juce::String cut (const juce::String& text, const juce::Font& font, float width)
{
    if (widthOf (text, font) <= width)
        return text;

    auto kept = text;

    while (kept.isNotEmpty() && widthOf (kept + ellipsis, font) > width)
        kept = kept.dropLastCharacters (1).trimEnd();

    return kept + ellipsis;
}

/** The words of a text; a unit stays with its number. */
juce::StringArray wordsOf (const juce::String& text)
{
    const juce::StringArray units { "Hz", "kHz", "dB", "s", "ms", "km/h" };
    const auto space = juce::String::charToString (0xa0);
    auto words = juce::StringArray::fromTokens (text, " ", "");

    for (auto word = words.size() - 1; word > 0; --word)
        if (units.contains (words[word].trimCharactersAtEnd (".,;:")))
        {
            words.set (word - 1, words[word - 1] + space + words[word]);
            words.remove (word);
        }

    return words;
}

/** How much of the words fits on one line: at least one word. */
int wordsOnOneLine (const juce::StringArray& words, const juce::Font& font, float width)
{
    auto count = 1;

    while (count < words.size()
           && widthOf (words.joinIntoString (" ", 0, count + 1), font) <= width)
        ++count;

    return count;
}

} // namespace

juce::Font font (TextSize size, Weight weight)
{
    const auto style = weight == Weight::bold ? juce::Font::bold : juce::Font::plain;
    const auto em = static_cast<float> (static_cast<int> (size));
    return juce::Font { "DejaVu Sans", em, style }.withPointHeight (em).withHorizontalScale (
        narrowing);
}

float widthOf (const juce::String& text, const juce::Font& font)
{
    return font.getStringWidthFloat (text);
}

int pixelsFor (const juce::String& text, const juce::Font& font)
{
    return static_cast<int> (std::ceil (widthOf (text, font)));
}

int lineHeight (TextSize size) { return static_cast<int> (1.25 * static_cast<int> (size) + 0.5); }

std::vector<juce::String>
wrapped (const juce::String& text, const juce::Font& font, float width, int maxLines)
{
    auto words = wordsOf (text);
    std::vector<juce::String> lines;

    while (! words.isEmpty() && static_cast<int> (lines.size()) < maxLines)
    {
        const auto isLast = static_cast<int> (lines.size()) + 1 == maxLines;
        const auto count = isLast ? words.size() : wordsOnOneLine (words, font, width);
        lines.push_back (cut (words.joinIntoString (" ", 0, count), font, width));
        words.removeRange (0, count);
    }

    return lines;
}

int writeLines (juce::Graphics& graphics,
                const juce::String& text,
                juce::Rectangle<int> area,
                TextSize size,
                Weight weight)
{
    const auto letters = font (size, weight);
    const auto height = lineHeight (size);
    const auto lines = wrapped (
        text, letters, static_cast<float> (area.getWidth()), area.getHeight() / height);

    for (const auto& line : lines)
        write (graphics, line, area.removeFromTop (height), letters);

    return height * static_cast<int> (lines.size());
}

void write (juce::Graphics& graphics,
            const juce::String& text,
            juce::Rectangle<int> area,
            const juce::Font& font,
            juce::Justification place)
{
    graphics.setFont (font);
    graphics.drawText (cut (text, font, static_cast<float> (area.getWidth())), area, place, false);
}

} // namespace ui
