#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of docs/measured/loudness-match.md, over all devices of the library.

    cmake --build build/release --target match_measurement
    tests/measured/match_table.py MATCH_MEASUREMENT SECONDS MASTER... > table.md
    tests/measured/match_table.py matches.csv > table.md

The first cuts an excerpt from 30 s on out of each master (with ffmpeg), measures and adds to
matches.csv what is not in it yet; the second makes the table of what was kept, or of as much as is there.
"""
import collections
import csv
import pathlib
import statistics
import subprocess
import sys
import tempfile


def excerpt_of(master, number, seconds, folder):
    excerpt = pathlib.Path(folder) / f"{number}-{pathlib.Path(master).stem}.wav"
    subprocess.run(["ffmpeg", "-v", "error", "-ss", "30", "-t", seconds, "-i", master, "-ar", "48000", "-ac", "2",
                    "-c:a", "pcm_f32le", str(excerpt)], check=True)
    return str(excerpt)


def measure(program, seconds, masters):
    with tempfile.TemporaryDirectory() as folder:
        excerpts = [excerpt_of(master, number, seconds, folder) for number, master in enumerate(masters)]
        subprocess.run([program, folder, "matches.csv", *excerpts], check=True)


def figures(rows):
    lufs = [abs(float(row["lufs_off_db"])) for row in rows]
    residual = [abs(float(row["residual_phon"])) for row in rows]
    predicted = [abs(float(row["predicted_off_phon"])) for row in rows]
    return [len({row["device"] for row in rows}), len(rows), f"{statistics.median(lufs):.2f}", f"{max(lufs):.2f}",
            f"{max(residual):.2f}", sum(value > 0.5 for value in residual), f"{statistics.median(predicted):.2f}",
            f"{sorted(predicted)[int(0.9 * len(predicted))]:.2f}", f"{max(predicted):.2f}",
            sum(value > 0.5 for value in predicted)]


if len(sys.argv) > 2:
    measure(sys.argv[1], sys.argv[2], sys.argv[3:])

groups = collections.defaultdict(list)

with open("matches.csv" if len(sys.argv) > 2 else sys.argv[1]) as matches:
    for row in csv.DictReader(matches):
        for group in ("all", row["device"].split("/")[0], row["master"]):
            groups[group].append(row)

columns = ["renderings", "devices", "number", "LUFS: median dB off", "worst", "loudness: worst residual, phon", "above 0.5",
           "prediction: median phon off", "90 %", "worst", "above 0.5"]
print("| " + " | ".join(columns) + " |\n" + "|---" * len(columns) + "|")

for group in sorted(groups, key=lambda name: (name == "all", name[0].isdigit(), name)):
    print("| " + " | ".join(map(str, [group, *figures(groups[group])])) + " |")

times = [float(row["predicted_ms"]) for row in groups["all"]]
print(f"\nA prediction took {statistics.median(times):.1f} ms (median), {max(times):.1f} ms at most.")
