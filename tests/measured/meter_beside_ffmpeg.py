#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the table of docs/measured/meter.md: meter_beside_ffmpeg.py ELSEWHERE FILE...

ffmpeg's summary has one decimal; its metadata are the same numbers with three.
"""
import json
import os
import re
import subprocess
import sys

FILTER = "ebur128=peak=true:metadata=1,ametadata=mode=print:file=-"


def last(pattern, text):
    found = re.findall(pattern, text)
    return float(found[-1]) if found else float("nan")


def ffmpeg(name):
    """Integrated loudness, range and true peak."""
    run = subprocess.run(
        ["ffmpeg", "-hide_banner", "-nostats", "-i", name, "-vn", "-af", FILTER, "-f", "null", "-"],
        capture_output=True, text=True, check=True)
    return (last(r"r128\.I=(\S+)", run.stdout),
            last(r"r128\.LRA=(\S+)", run.stdout),
            last(r"Peak:\s+(\S+) dBFS", run.stderr))


def main():
    elsewhere, *names = sys.argv[1:]
    run = subprocess.run([elsewhere, "meter", *names, "--json", "-"],
                         capture_output=True, text=True, check=True)
    worst = [0.0, 0.0, 0.0]
    print("| file | s | I, LUFS | LRA, LU | true peak, dBTP |\n|---|---|---|---|---|")

    for file in json.loads(run.stdout)["files"]:
        ours = [file["integratedLufs"], file["rangeLu"], file["truePeakDbtp"]]
        theirs = ffmpeg(file["file"])
        worst = [max(w, abs(a - b)) for w, a, b in zip(worst, ours, theirs)]
        cells = " | ".join(f"{a:.2f} / {b:.{d}f}" for a, b, d in zip(ours, theirs, (2, 2, 1)))
        stem = os.path.splitext(os.path.basename(file["file"]))[0]
        print(f"| {stem} | {file['seconds']:.1f} | {cells} |", flush=True)

    print("| **worst difference** | | " + " | ".join(f"{w:.3f}" for w in worst) + " |")


if __name__ == "__main__":
    main()
