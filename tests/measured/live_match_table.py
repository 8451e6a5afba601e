#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of what a live session is off, in docs/measured/loudness-match.md:

    tests/measured/live_match_table.py off.csv > table.md

with off.csv as live_match_measurement writes it.
"""
import collections
import csv
import statistics
import sys


def figures(rows, column):
    off = sorted(abs(float(row[column])) for row in rows)
    return [f"{statistics.median(off):.2f}", f"{off[int(0.9 * len(off))]:.2f}", f"{off[-1]:.2f}", sum(value > 0.5 for value in off)]


groups = collections.defaultdict(list)

with open(sys.argv[1]) as offs:
    for row in csv.DictReader(offs):
        for group in ("all", row["device"].split("/")[0], row["master"]):
            groups[group].append(row)

columns = ["renderings", "number", "predicted: median phon off", "90 %", "worst", "above 0.5",
           "refined: median phon off", "90 %", "worst", "above 0.5"]
print("| " + " | ".join(columns) + " |\n" + "|---" * len(columns) + "|")

for group in sorted(groups, key=lambda name: (name == "all", name[0].isdigit(), name)):
    rows = groups[group]
    cells = [group, len(rows), *figures(rows, "predicted_off_phon"), *figures(rows, "refined_off_phon")]
    print("| " + " | ".join(map(str, cells)) + " |")

seconds = sorted(float(row["refined_s"]) for row in groups["all"])
devices = len({row["device"] for row in groups["all"]})
print(f"\n{devices} devices. Preparing and refining one took {statistics.median(seconds):.1f} s of processor time (median), "
      f"{seconds[-1]:.1f} s at most.")
