#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/fuzz/run.sh [SECONDS [NAME…]]   runs each importer's fuzzer (or those named, such as Json)
# for that long, a minute unless told. Builds them, makes their corpora, and ends with
# `N passed, N failed`. What broke an importer stays in build/fuzz/.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${1:-60}
[ $# -gt 0 ] && shift
names=${*:-"Json Profile Environment ResponseTable AudioFile SofaFile"}
build="$root/build/asan"
work="$root/build/fuzz"
passed=0
failed=0

cd "$root"
[ -f "$build/CMakeCache.txt" ] || cmake --preset asan >/dev/null

targets=makeSeeds
for name in $names; do targets="$targets ${name}Fuzzer"; done
# shellcheck disable=SC2086 # a list of words
cmake --build "$build" --target $targets >/dev/null

mkdir -p "$work"
"$build/tests/fuzz/makeSeeds" "$work"

# One fuzzer; its verdict goes to a file. Allocations above 1 GiB and inputs that take longer than 10 s
# count as failures. Decoders print about broken streams: mask 2 keeps that off the screen.
fuzz()
{
    mkdir -p "$work/$1/found"

    if "$build/tests/fuzz/${1}Fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -malloc_limit_mb=1024 -max_len=65536 -close_fd_mask=2 -print_final_stats=0 -verbosity=0 \
        -artifact_prefix="$work/$1/broke-" "$work/$1/found" "$work/$1/seeds" \
        >"$work/$1/log" 2>&1; then
        echo held >"$work/$1/verdict"
    else
        echo broke >"$work/$1/verdict"
    fi
}

# Two at a time: the machine that matters least has two cores.
running=0
for name in $names; do
    rm -f "$work/$name/verdict"
    fuzz "$name" &
    running=$((running + 1))

    if [ $((running % 2)) -eq 0 ]; then
        wait
    fi
done
wait

for name in $names; do
    if [ "$(cat "$work/$name/verdict" 2>/dev/null)" = held ]; then
        passed=$((passed + 1))
        echo "$name: nothing broke in $seconds s"
    else
        failed=$((failed + 1))
        echo "$name: BROKE"
        tail -n 40 "$work/$name/log"
    fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
