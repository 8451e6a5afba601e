#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/support/on-two-displays.sh COMMAND…   runs it where there are two displays, a small one and
# a large one at its right, and ends with its exit code. They are drawn on the display that is there.
set -u

number=$(mktemp)
Xephyr -displayfd 3 +xinerama -screen 1400x900+0+0 -screen 3840x2160+1400+0 -nolisten tcp \
    3>"$number" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -f "$number"' EXIT

for _ in $(seq 200); do
    [ -s "$number" ] && break
    kill -0 $server 2>/dev/null || break
    sleep 0.05
done

DISPLAY=:$(cat "$number") "$@"
