#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ./run.sh                 opens Elsewhere; while there is no app yet, renders the tour of it
# ./run.sh ARGUMENTS…      elsewhere ARGUMENTS…, such as   ./run.sh audition song.wav --device sedan
#
# Installs what is missing, builds what has changed, and runs it. Paths are those of the caller; the
# exit code is that of `elsewhere`, or 69 without its packages, or 70 when it could not be built.
set -u

root=$(dirname "$(readlink -f "$0")")
# shellcheck source=.ci/bootstrap.sh
. "$root/.ci/bootstrap.sh"

built="$root/build/release"
program="$built/Source/cli/elsewhere"
app="$built/Source/app/elsewhere-app"
stamp="$built/.built-from-sources-as-of"

# By the time of change, not of modification: that also sees an older file put in place of a newer
# one, and (in its folder) a deletion. The stamp names its folder, for the program knows where its
# library is.
isUpToDate()
{
    [ -x "$program" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$root" ] \
        && [ -z "$(find "$root/Source" "$root/CMakeLists.txt" "$root/CMakePresets.json" \
            -cnewer "$stamp" -print -quit)" ]
}

buildProgram()
{
    # Taken before the build: what is saved while it runs is built next time.
    mkdir -p "$built"
    printf '%s' "$root" >"$stamp.next"
    buildQuietly release elsewhere -DELSEWHERE_TESTS=OFF
    mv "$stamp.next" "$stamp"
}

if ! isUpToDate || ! havePackages "$buildPackages"; then
    lockBuild
    needPackages "$buildPackages"
    isUpToDate || buildProgram
    unlockBuild
fi

if [ $# -gt 0 ]; then
    exec "$program" "$@"
elif [ -x "$app" ]; then
    exec "$app"
else
    exec "$program" tour
fi
