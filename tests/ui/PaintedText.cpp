// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PaintedText.h"

namespace ui
{

namespace
{

constexpr juce::juce_wchar ellipsis = 0x2026;

class GlyphRecorder final : public juce::LowLevelGraphicsSoftwareRenderer
{
public:
    explicit GlyphRecorder (const juce::Image& canvas) : LowLevelGraphicsSoftwareRenderer (canvas)
    {}

    PaintedText text;

    void drawGlyph (int glyph, const juce::AffineTransform& place) override
    {
        const auto font = getFont();
        ++text.numGlyphs;
        text.smallest = std::min (text.smallest,
                                  font.getHeightInPoints() * getPhysicalPixelScaleFactor());

        if (glyph == glyphOf (font, ellipsis))
            ++text.numShortened;

        juce::Path outline;
        font.getTypefacePtr()->getOutlineForGlyph (glyph, outline);
        outline.applyTransform (juce::AffineTransform::scale (
                                    font.getHeight() * font.getHorizontalScale(), font.getHeight())
                                    .followedBy (place));

        // Half a pixel is what rounding may cost.
        const auto ink = outline.getBounds().reduced (0.5f);

        if (! ink.isEmpty() && ! getClipBounds().toFloat().contains (ink))
            text.clipped.push_back (juce::String { font.getHeightInPoints() } + " px at "
                                    + ink.toString() + " in " + getClipBounds().toString());

        LowLevelGraphicsSoftwareRenderer::drawGlyph (glyph, place);
    }

private:
    static int glyphOf (const juce::Font& font, juce::juce_wchar character)
    {
        juce::Array<int> glyphs;
        juce::Array<float> offsets;
        font.getGlyphPositions (juce::String::charToString (character), glyphs, offsets);
        return glyphs.isEmpty() ? -1 : glyphs.getFirst();
    }
};

} // namespace

PaintedText paintedText (juce::Component& component)
{
    const juce::Image canvas {
        juce::Image::RGB, component.getWidth(), component.getHeight(), true
    };
    GlyphRecorder recorder { canvas };
    juce::Graphics graphics { recorder };
    component.paintEntireComponent (graphics, true);
    return recorder.text;
}

} // namespace ui
