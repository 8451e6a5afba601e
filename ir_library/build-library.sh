#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ir_library/build-library.sh RAW-FOLDER
#
# Makes every device and target file of this folder anew from the raw measurements that
# sources.json names. The same raw files give the same bytes: `git status` is clean afterwards.
set -eu

if [ $# -ne 1 ] || [ ! -d "$1" ]; then
    echo "usage: $0 RAW-FOLDER (the folder of raw measurements that sources.json refers to)" >&2
    exit 2
fi

here=$(dirname "$(readlink -f "$0")")
"$here/../run.sh" --version >/dev/null # nothing is removed before there is a program to make it anew

for kind in earbuds headphones phone tablet laptop smart-speaker bluetooth-speaker \
    desktop-speaker soundbar tv car monitor club; do
    rm -f "$here/$kind"/*.json "$here/non-free/$kind"/*.json
done

rm -f "$here"/targets/*.json
exec "$here/../run.sh" import --recipe "$here/sources.json" --raw "$1" --library "$here"
