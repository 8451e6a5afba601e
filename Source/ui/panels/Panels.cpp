// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PanelView.h"

namespace ui
{

std::unique_ptr<PanelView> panelViewOf (Panel, Actions&) { return nullptr; }

} // namespace ui
