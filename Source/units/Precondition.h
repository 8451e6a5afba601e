// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>

/** A promise that the caller must keep. Breaking it is our own bug, so a debug build stops. */
#define PRECONDITION(condition) assert (condition)
