# SPDX-License-Identifier: GPL-3.0-or-later
# JUCE as one static library, so that each of its modules is compiled once for the window, the app and
# the tests of both. Link juce_shared, never juce::…, which would compile them again.
set (juce_modules core events data_structures graphics gui_basics gui_extra audio_basics audio_devices)
list (TRANSFORM juce_modules PREPEND juce::juce_)

add_library (juce_shared STATIC)
target_link_libraries (juce_shared PRIVATE ${juce_modules} juce::pkgconfig_JUCE_IMG_LINUX_DEPS)

# Modal loops are for the tests alone: they turn the message loop by hand.
target_compile_definitions (juce_shared PUBLIC
    JUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1
    JUCE_WEB_BROWSER=0
    JUCE_USE_CURL=0
    JUCE_DISPLAY_SPLASH_SCREEN=0
    JUCE_REPORT_APP_USAGE=0
    JUCE_STRICT_REFCOUNTEDPOINTER=1
    JUCE_ALSA=1
    JUCE_JACK=1
    JUCE_JACK_CLIENT_NAME="Elsewhere"
    JUCE_MODAL_LOOPS_PERMITTED=1)

# Who links it learns which modules there are, but not that assertions were off in them.
set (own_definitions "$<TARGET_PROPERTY:juce_shared,COMPILE_DEFINITIONS>")
target_compile_definitions (juce_shared INTERFACE "$<FILTER:${own_definitions},INCLUDE,^JUCE_>")
target_include_directories (juce_shared SYSTEM INTERFACE
    $<TARGET_PROPERTY:juce_shared,INCLUDE_DIRECTORIES>)
target_compile_options (juce_shared PRIVATE -w)
