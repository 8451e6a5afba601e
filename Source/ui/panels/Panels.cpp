// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/HeadphonesPanel.h"
#include "ui/panels/LibraryPanel.h"

namespace ui
{

std::unique_ptr<PanelView> panelViewOf (Panel panel, Actions& actions)
{
    switch (panel)
    {
    case Panel::library:
        return std::make_unique<LibraryPanel> (actions);
    case Panel::headphones:
        return std::make_unique<HeadphonesPanel> (actions);
    default:
        return nullptr;
    }
}

} // namespace ui
