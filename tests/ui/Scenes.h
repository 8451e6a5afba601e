// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/MainViewState.h"

#include <string>
#include <vector>

namespace ui
{

/** One view worth looking at. */
struct Scene
{
    std::string name;
    MainViewState state;
    int width;
    int height;
};

/** Every panel and state of the window, in the dark theme at the smallest size. */
std::vector<Scene> basicScenes();

/** The same, some of them in the light theme, and the main screen with more room. */
std::vector<Scene> allScenes();

} // namespace ui
