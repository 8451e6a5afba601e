// SPDX-License-Identifier: GPL-3.0-or-later
// The door to Xlib.
#include "app/desktop/DesktopScale.h"

#include <X11/Xlib.h>
#include <cstdlib>
#include <memory>

namespace app
{

namespace
{

constexpr double usualDpi = 96.0;

/** Positive, or nothing. */
std::optional<double> numberOf (const char* text)
{
    const double number = text == nullptr ? 0.0 : std::strtod (text, nullptr);
    return number > 0.0 ? std::optional { number } : std::nullopt;
}

std::optional<double> inEnvironment (const char* variable)
{
    return numberOf (std::getenv (variable)); // NOLINT(concurrency-mt-unsafe): message thread
}

std::optional<double> resourceOf (const char* program, const char* name)
{
    const std::unique_ptr<Display, int (*) (Display*)> display { XOpenDisplay (nullptr),
                                                                 XCloseDisplay };
    return display == nullptr ? std::nullopt
                              : numberOf (XGetDefault (display.get(), program, name));
}

} // namespace

std::optional<double> desktopScale()
{
    if (const auto scale = inEnvironment ("GDK_SCALE"))
        return *scale * inEnvironment ("GDK_DPI_SCALE").value_or (1.0);

    if (const auto dpi = resourceOf ("Xft", "dpi"))
        return *dpi / usualDpi;

    return std::nullopt;
}

} // namespace app
