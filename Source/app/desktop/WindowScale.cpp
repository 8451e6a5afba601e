// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/WindowScale.h"

#include "app/desktop/DesktopScale.h"
#include "ui/MainView.h"

#include <algorithm>

namespace app
{

double scaleThatFits (double wanted, const DisplayFacts& display)
{
    const double largest = std::min (display.width / ui::MainView::smallestWidth,
                                     display.height / ui::MainView::smallestHeight);
    return std::max (1.0, std::min (wanted, largest));
}

double factorOn (const DisplayFacts& display, int percent, std::optional<double> desktopsScale)
{
    const double wanted = percent > 0 ? percent / 100.0 : desktopsScale.value_or (display.guess);
    return scaleThatFits (wanted, display) / display.guess;
}

bool setWindowScale (int percent, juce::Rectangle<int> window)
{
    auto& desktop = juce::Desktop::getInstance();
    const auto& displays = desktop.getDisplays();
    const auto* const display = window.isEmpty() ? displays.getPrimaryDisplay()
                                                 : displays.getDisplayForRect (window);

    if (display == nullptr)
        return false;

    // The framework has a guess of its own for each display, which the one of the whole desktop multiplies.
    const auto before = desktop.getGlobalScaleFactor();
    const auto area = display->totalArea.toDouble() * display->scale;
    const DisplayFacts facts { area.getWidth(),
                               area.getHeight(),
                               display->scale / static_cast<double> (before) };
    desktop.setGlobalScaleFactor (static_cast<float> (factorOn (facts, percent, desktopScale())));
    return ! juce::approximatelyEqual (desktop.getGlobalScaleFactor(), before);
}

} // namespace app
