// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"

START_JUCE_APPLICATION (app::Application)
