// SPDX-License-Identifier: GPL-3.0-or-later
// JUCE opens the libraries of X with its first window and closes them with its last. What they keep for
// the whole program is then out of reach, and counts as lost where leaks are looked for.
#include <dlfcn.h>
#include <initializer_list>

namespace
{

bool stayLoaded()
{
    for (const char* library : { "libX11.so.6",
                                 "libXext.so.6",
                                 "libXcursor.so.1",
                                 "libXinerama.so.1",
                                 "libXrandr.so.2",
                                 "libXrender.so.1" })
        dlopen (library, RTLD_LAZY | RTLD_NODELETE);

    return true;
}

[[maybe_unused]] const bool areLoaded = stayLoaded();

} // namespace
