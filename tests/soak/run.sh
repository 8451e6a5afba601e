#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/soak/run.sh [SECONDS [FRAMES]]   the app on a JACK server without hardware, in buffers of so
# many frames (128), another device every second (600 of them). Ends with 0 when every frame was right
# and no memory was asked for on the audio thread; times are shown, not judged.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${1:-600}
frames=${2:-128}
build=${ELSEWHERE_SOAK_BUILD:-"$root/build/dev"}

[ -f "$build/CMakeCache.txt" ] || cmake -S "$root" --preset dev >/dev/null
cmake --build "$build" --target jack_soak >/dev/null

JACK_DEFAULT_SERVER=elsewhere-soak-$$
JACK_NO_AUDIO_RESERVATION=1
export JACK_DEFAULT_SERVER JACK_NO_AUDIO_RESERVATION
log=$(mktemp)
jackd -n "$JACK_DEFAULT_SERVER" --no-realtime --no-mlock -S -d dummy -r 48000 -p "$frames" \
    >"$log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -f "$log"' EXIT
jack_wait -w -t 10 >/dev/null 2>&1

"$build/tests/jack_soak" "$seconds"
