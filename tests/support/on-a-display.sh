#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/support/on-a-display.sh COMMAND…   runs it on a display of its own, which nobody sees, and
# ends with its exit code. The server chooses the number itself, so that tests may run side by side.
set -u

command -v Xvfb >/dev/null 2>&1 || exec "$@"

number=$(mktemp)
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$number" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -f "$number"' EXIT

for _ in $(seq 200); do
    [ -s "$number" ] && break
    kill -0 $server 2>/dev/null || break
    sleep 0.05
done

if [ -s "$number" ]; then
    DISPLAY=:$(cat "$number")
    export DISPLAY
fi

"$@"
