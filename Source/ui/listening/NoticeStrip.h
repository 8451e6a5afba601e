// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"
#include "ui/parts/PushButton.h"

#include <memory>

namespace ui
{

/** What has to be said, the newest of it, and work that can be broken off. It takes the height it
    needs. */
class NoticeStrip final : public juce::Component
{
public:
    explicit NoticeStrip (Actions& actions);
    ~NoticeStrip() override;

    /** @returns whether the height needed has changed */
    bool show (const std::vector<Notice>& notices, const std::optional<ProgressView>& progress);
    int heightNeeded (int width) const;

    void resized() override;

private:
    class Line;

    std::unique_ptr<Line> lineOf (const Notice& notice, std::size_t others);
    std::unique_ptr<Line> lineOf (const ProgressView& progress);

    Actions& actions;
    std::vector<Notice> shownNotices;
    std::optional<ProgressView> shownProgress;
    std::vector<std::unique_ptr<Line>> lines;
};

} // namespace ui
