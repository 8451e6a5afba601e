#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/soak/start-to-sound.sh [TIMES]   how long the app takes from its start to its first sound, on a JACK
# server without hardware and a display that nobody sees; the first of five times is cold.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
build=${ELSEWHERE_SOAK_BUILD:-"$root/build/release"}

[ -f "$build/CMakeCache.txt" ] || cmake -S "$root" --preset release >/dev/null
cmake --build "$build" --target start_to_sound elsewhere >/dev/null

JACK_DEFAULT_SERVER=elsewhere-start-$$
JACK_NO_AUDIO_RESERVATION=1
export JACK_DEFAULT_SERVER JACK_NO_AUDIO_RESERVATION
folder=$(mktemp -d)
jackd -n "$JACK_DEFAULT_SERVER" --no-realtime --no-mlock -S -d dummy -r 48000 -p 128 \
    >"$folder/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$folder"' EXIT
jack_wait -w -t 10 >/dev/null 2>&1
"$build/Source/cli/elsewhere" demo -o "$folder/demo.wav" >/dev/null

times=${1:-5}

while [ "$times" -gt 0 ]; do
    "$root/tests/support/on-a-display.sh" "$build/tests/start_to_sound" "$folder/demo.wav"
    times=$((times - 1))
done
