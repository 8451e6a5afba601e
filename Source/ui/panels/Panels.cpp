// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/HeadphonesPanel.h"
#include "ui/panels/KeysPanel.h"
#include "ui/panels/LibraryPanel.h"
#include "ui/panels/MatrixPanel.h"
#include "ui/panels/NotesPanel.h"
#include "ui/panels/PlaylistPanel.h"
#include "ui/panels/ReferencesPanel.h"
#include "ui/panels/SettingsPanel.h"

namespace ui
{

std::unique_ptr<PanelView> panelViewOf (Panel panel, Actions& actions)
{
    switch (panel)
    {
    case Panel::none:
        return nullptr;
    case Panel::library:
        return std::make_unique<LibraryPanel> (actions);
    case Panel::headphones:
        return std::make_unique<HeadphonesPanel> (actions);
    case Panel::matrix:
        return std::make_unique<MatrixPanel> (actions);
    case Panel::playlist:
        return std::make_unique<PlaylistPanel> (actions);
    case Panel::references:
        return std::make_unique<ReferencesPanel> (actions);
    case Panel::notes:
        return std::make_unique<NotesPanel> (actions);
    case Panel::settings:
        return std::make_unique<SettingsPanel> (actions);
    case Panel::keys:
        return std::make_unique<KeysPanel> (actions);
    }

    return nullptr;
}

} // namespace ui
