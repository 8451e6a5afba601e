// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/Form.h"

#include "ui/look/Lettering.h"
#include "ui/look/Palette.h"

namespace ui
{

namespace
{

constexpr int rowHeight = 40;
constexpr int gap = 8;
constexpr int headingHeight = 32;
constexpr int labelWidth = 128;

} // namespace

void Form::heading (const juce::String& text)
{
    if (! words.empty())
        free.removeFromTop (gap);

    words.push_back ({ Words::Kind::heading, text, free.removeFromTop (headingHeight) });
}

juce::Rectangle<int> Form::row (const juce::String& label)
{
    auto area = free.removeFromTop (rowHeight);
    free.removeFromTop (gap);
    words.push_back ({ Words::Kind::label, label, area.removeFromLeft (labelWidth) });
    return area;
}

juce::Rectangle<int> Form::line (int height, int below)
{
    const auto area = free.removeFromTop (height);
    free.removeFromTop (below);
    return area;
}

void Form::remark (const juce::String& text, int lines)
{
    const auto area = free.removeFromTop (lines * lineHeight (TextSize::small));
    words.push_back ({ Words::Kind::remark, text, area });
    free.removeFromTop (gap);
}

void Form::paint (juce::Graphics& graphics, const Palette& colours) const
{
    for (const auto& each : words)
    {
        if (each.kind == Words::Kind::heading)
        {
            graphics.setColour (colours.ink);
            write (graphics,
                   each.text,
                   each.area.withTrimmedBottom (4),
                   font (TextSize::body, Weight::bold));
            continue;
        }

        graphics.setColour (colours.quietInk);

        if (each.kind == Words::Kind::label)
            write (graphics, each.text, each.area.withTrimmedRight (gap), font (TextSize::body));
        else
            writeLines (graphics, each.text, each.area, TextSize::small);
    }
}

} // namespace ui
