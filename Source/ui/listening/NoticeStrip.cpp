// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/NoticeStrip.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr int lowestLine = 48;
constexpr int gap = 8;
constexpr int pictureWidth = 36;
constexpr int mostRows = 4;

} // namespace

/** One notice: picture, words, what can be done about it, and away with it. */
class NoticeStrip::Line final : public juce::Component
{
public:
    Line (Pictogram wantedPicture, const juce::String& wantedText, const juce::String& awayWords)
        : picture (wantedPicture),
          text (wantedText),
          away (awayWords, PushButton::Stance::bare)
    {
        setTitle (text);
        away.setTitle (awayWords + ": " + text);
        addAndMakeVisible (away);
    }

    void offer (const juce::String& words, std::function<void()> act)
    {
        offered = std::make_unique<PushButton> (words);
        offered->onClick = std::move (act);
        addAndMakeVisible (*offered);
    }

    int heightFor (int width) const
    {
        const auto rows = rowsIn (textAreaOf ({ width, lowestLine }).getWidth() - pictureWidth);
        return std::max (lowestLine, rows.count * lineHeight (rows.size) + 2 * gap);
    }

    void onAway (std::function<void()> act) { away.onClick = std::move (act); }

    void showFraction (double wanted)
    {
        fraction = wanted;
        repaint();
    }

    void resized() override
    {
        auto area = getLocalBounds().reduced (gap, 0);
        const auto place = [&area] (const PushButton& button) {
            const auto width = button.widthNeeded();
            return area.removeFromRight (width).withSizeKeepingCentre (width, lowestLine - 12);
        };
        away.setBounds (place (away));
        area.removeFromRight (gap);

        if (offered != nullptr)
            offered->setBounds (place (*offered));
    }

    void paint (juce::Graphics& graphics) override
    {
        const auto& colours = paletteOf (*this);
        const auto bounds = getLocalBounds().toFloat();
        graphics.setColour (colours.raised);
        graphics.fillRoundedRectangle (bounds, cornerRadius);
        graphics.setColour (picture == Pictogram::warning ? colours.ink : colours.edge);
        graphics.drawRoundedRectangle (
            bounds.reduced (1.0f), cornerRadius, picture == Pictogram::warning ? 2.0f : 1.0f);

        auto area = textAreaOf (getLocalBounds());
        graphics.setColour (colours.ink);
        drawPictogram (graphics, picture, area.removeFromLeft (pictureWidth).reduced (6).toFloat());

        const auto [count, size] = rowsIn (area.getWidth());
        writeLines (graphics,
                    text,
                    area.withSizeKeepingCentre (area.getWidth(), count * lineHeight (size)),
                    size);

        if (! fraction)
            return;

        graphics.setColour (colours.ink);
        graphics.fillRect (
            bounds.reduced (6.0f, 3.0f)
                .removeFromBottom (3.0f)
                .withWidth (static_cast<float> (*fraction) * (bounds.getWidth() - 12.0f)));
    }

    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override
    {
        return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::group);
    }

private:
    struct Rows
    {
        int count = 1;
        TextSize size = TextSize::body;
    };

    /** Smaller where it is more than can be read at a glance. */
    Rows rowsIn (int width) const
    {
        const auto countOf = [&] (TextSize size) {
            return static_cast<int> (
                wrapped (text, font (size), static_cast<float> (width), mostRows).size());
        };
        const auto large = countOf (TextSize::body);
        return large < 2 ? Rows { large, TextSize::body }
                         : Rows { countOf (TextSize::small), TextSize::small };
    }

    juce::Rectangle<int> textAreaOf (juce::Rectangle<int> whole) const
    {
        const auto buttons = away.widthNeeded() + (offered != nullptr ? offered->widthNeeded() : 0);
        return whole.reduced (gap, 0).withTrimmedRight (buttons + 2 * gap);
    }

    Pictogram picture;
    juce::String text;
    std::optional<double> fraction;
    std::unique_ptr<PushButton> offered;
    PushButton away;
};

NoticeStrip::NoticeStrip (Actions& wantedActions) : actions (wantedActions)
{
    setTitle ("Notices");
}

NoticeStrip::~NoticeStrip() = default;

std::unique_ptr<NoticeStrip::Line> NoticeStrip::lineOf (const Notice& notice, std::size_t others)
{
    auto line = std::make_unique<Line> (
        notice.kind == Notice::Kind::problem ? Pictogram::warning : Pictogram::note,
        words (notice.text),
        others == 0 ? juce::String { "Dismiss" }
                    : "Dismiss, " + juce::String { static_cast<int> (others) } + " more");
    line->onAway ([this, id = notice.id] { actions.dismiss (id); });

    if (notice.offered)
    {
        const auto& entry = entryOf (*notice.offered);
        line->offer (words (std::string { entry.words }),
                     [this, command = entry.command] { actions.perform (command); });
    }

    return line;
}

std::unique_ptr<NoticeStrip::Line> NoticeStrip::lineOf (const ProgressView& progress)
{
    auto line = std::make_unique<Line> (Pictogram::note, words (progress.words), "Break off");
    line->onAway ([this] { actions.breakOff(); });
    line->showFraction (progress.fraction);
    return line;
}

bool NoticeStrip::show (const std::vector<Notice>& notices,
                        const std::optional<ProgressView>& progress)
{
    const auto isSameWork = progress.has_value() == shownProgress.has_value()
                            && (! progress || progress->words == shownProgress->words);

    if (isSameWork && progress && progress->fraction != shownProgress->fraction)
        lines.front()->showFraction (progress->fraction);

    shownProgress = progress;

    if (isSameWork && notices == shownNotices)
        return false;

    const auto before = heightNeeded (getWidth());
    shownNotices = notices;
    lines.clear();

    if (progress)
        lines.push_back (lineOf (*progress));

    if (! notices.empty())
        lines.push_back (lineOf (notices.back(), notices.size() - 1));

    for (auto& line : lines)
        addAndMakeVisible (*line);

    resized();
    return heightNeeded (getWidth()) != before;
}

int NoticeStrip::heightNeeded (int width) const
{
    int height = 0;

    for (const auto& line : lines)
        height += line->heightFor (width) + gap;

    return height;
}

void NoticeStrip::resized()
{
    auto area = getLocalBounds();

    for (auto& line : lines)
    {
        line->setBounds (area.removeFromTop (line->heightFor (getWidth())));
        area.removeFromTop (gap);
    }
}

} // namespace ui
