#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ./run.sh                 opens Elsewhere, which needs a display
# ./run.sh ARGUMENTS…      elsewhere ARGUMENTS…, such as   ./run.sh audition song.wav --device sedan
#
# Installs what is missing, builds what has changed, and runs it. Paths are those of the caller; the
# exit code is that of the program, or 69 without its packages, or 70 when it could not be built.
set -u

root=$(dirname "$(readlink -f "$0")")
# shellcheck source=.ci/bootstrap.sh
. "$root/.ci/bootstrap.sh"

built="$root/build/release"

if [ "${1:-}" = bench ]; then
    # The peers come with it: JUCE's convolution in a program of its own.
    target=elsewhere-juce-convolution
    program="$built/Source/cli/elsewhere"
    packages="$buildPackages $appPackages libzita-convolver-dev ffmpeg"
    options="-DELSEWHERE_TESTS=OFF -DELSEWHERE_APP=ON -DELSEWHERE_BENCH_PEERS=ON"
elif [ $# -gt 0 ]; then
    target=elsewhere
    program="$built/Source/cli/elsewhere"
    packages="$buildPackages"
    options="-DELSEWHERE_TESTS=OFF"
else
    target=elsewhere-app
    program="$built/Source/app/elsewhere-app"
    packages="$buildPackages $appPackages"
    options="-DELSEWHERE_TESTS=OFF -DELSEWHERE_APP=ON"
fi

stamp="$built/.$target-built-from-sources-as-of"

# By the time of change, not of modification: that also sees an older file put in place of a newer
# one, and (in its folder) a deletion. The stamp names its folder, for the program knows where its
# library is.
isUpToDate()
{
    [ -x "$program" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$root" ] \
        && [ -z "$(find "$root/Source" "$root/CMakeLists.txt" \
            "$root/CMakePresets.json" -cnewer "$stamp" -print -quit)" ]
}

buildProgram()
{
    # Taken before the build: what is saved while it runs is built next time.
    mkdir -p "$built"
    printf '%s' "$root" >"$stamp.next"
    # shellcheck disable=SC2086
    buildQuietly release $target $options
    mv "$stamp.next" "$stamp"
}

# Before the minutes of a first build.
if [ $target = elsewhere-app ] && [ -z "${DISPLAY:-}" ]; then
    stop 2 "Elsewhere opens a window, and there is no display to open it on (DISPLAY is not set).
The command line needs none:   ./run.sh --help   or, to hear it first,   ./run.sh tour -o FOLDER"
fi

if ! isUpToDate || ! havePackages "$packages"; then
    lockBuild
    needPackages "$packages"
    isUpToDate || buildProgram
    unlockBuild
fi

exec "$program" "$@"
