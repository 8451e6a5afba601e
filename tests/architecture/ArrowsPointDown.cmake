# SPDX-License-Identifier: GPL-3.0-or-later
# Reads every #include in Source/ and fails when one climbs, or when a library comes in by any
# door but its own.   cmake -P ArrowsPointDown.cmake
cmake_minimum_required (VERSION 3.25)
cmake_path (GET CMAKE_CURRENT_LIST_DIR PARENT_PATH root)
cmake_path (GET root PARENT_PATH root)

set (order units dsp hearing files library capture monitoring analysis report bench cli ui plugin app)
set (doors "fftw3:dsp" "soxr:dsp" "ebur128:bench" "sndfile:files" "mysofa:files" "nettle:files" "nlohmann:files" "CLI:cli" "X11:app" "zita:bench" "juce:ui plugin app bench")
set (trespasses "")

file (GLOB_RECURSE sources RELATIVE ${root}/Source ${root}/Source/*.h ${root}/Source/*.cpp)

foreach (source IN LISTS sources)
    string (REGEX MATCH "^[^/]+" room ${source})
    list (FIND order ${room} place)
    file (STRINGS ${root}/Source/${source} includes REGEX "^[ \t]*#[ \t]*include")

    foreach (line IN LISTS includes)
        if (line MATCHES "\"([a-z]+)/")
            list (FIND order "${CMAKE_MATCH_1}" target)
            if (target EQUAL -1)
                list (APPEND trespasses "${source} names a room that is not on the list: ${CMAKE_MATCH_1}")
            elseif (target GREATER place)
                list (APPEND trespasses "${source} climbs to ${CMAKE_MATCH_1}")
            endif()
        endif()

        foreach (door IN LISTS doors)
            string (REPLACE ":" ";" door ${door})
            list (GET door 0 library)
            list (GET door 1 allowed)
            string (REPLACE " " ";" allowed ${allowed})
            if (line MATCHES "<${library}" AND NOT room IN_LIST allowed)
                list (APPEND trespasses "${source} lets ${library} in")
            endif()
        endforeach()
    endforeach()
endforeach()

if (trespasses)
    list (JOIN trespasses "\n  " lines)
    message (FATAL_ERROR "The arrows must point down:\n  ${lines}")
endif()
