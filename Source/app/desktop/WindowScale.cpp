// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/WindowScale.h"

#include "app/desktop/DesktopScale.h"
#include "ui/MainView.h"

#include <algorithm>

namespace app
{

double scaleThatFits (double wanted, DisplaySize display)
{
    const double largest = std::min (display.width / ui::MainView::smallestWidth,
                                     display.height / ui::MainView::smallestHeight);
    return std::max (1.0, std::min (wanted, largest));
}

void setWindowScale (int percent)
{
    auto& desktop = juce::Desktop::getInstance();
    const auto* const display = desktop.getDisplays().getPrimaryDisplay();

    if (display == nullptr)
        return;

    // The framework has a guess of its own for each display, which the one of the whole desktop multiplies.
    const double guess = display->scale / static_cast<double> (desktop.getGlobalScaleFactor());
    const auto area = display->totalArea.toDouble() * display->scale;
    const double wanted = percent > 0 ? percent / 100.0 : desktopScale().value_or (guess);
    const double used = scaleThatFits (wanted, { area.getWidth(), area.getHeight() });
    desktop.setGlobalScaleFactor (static_cast<float> (used / guess));
}

} // namespace app
