#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far apart LUFS leave devices that the loudness match makes equal: the table of docs/measured/loudness-match.md.

    tests/measured/loudness_match.py ELSEWHERE DEVICE[,DEVICE...] SECONDS MASTER...

Needs ffmpeg, which cuts an excerpt from 30 s on out of each master.
"""
import collections
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

elsewhere, devices, seconds, *masters = sys.argv[1:]

with tempfile.TemporaryDirectory() as folder:
    excerpts = []

    for number, master in enumerate(masters):
        excerpt = pathlib.Path(folder) / f"{number}-{pathlib.Path(master).stem}.wav"
        subprocess.run(["ffmpeg", "-v", "error", "-ss", "30", "-t", seconds, "-i", master, "-ar", "48000", "-ac", "2",
                        "-c:a", "pcm_f32le", str(excerpt)], check=True)
        excerpts.append(str(excerpt))

    report = pathlib.Path(folder) / "report.json"
    subprocess.run([elsewhere, "audition", *excerpts, "--device", "untouched,neutral," + devices, "--format", "wav16",
                    "-q", "-o", folder + "/heard/", "--json", str(report)], check=True)
    outputs = json.loads(report.read_text())["outputs"]

reference = {o["master"]: o["renderedLufs"] for o in outputs if o["device"] == "untouched"}
lufs_error = collections.defaultdict(list)
residuals = collections.defaultdict(list)

for o in outputs:
    if o["device"] != "untouched":
        by_lufs = reference[o["master"]] - o["renderedLufs"]
        for group in (o["device"].split("/")[0], o["master"], "all"):
            lufs_error[group].append(abs(by_lufs - o["matchDb"]))
            residuals[group].append(abs(o["residualPhon"]))

print("| renderings | number | LUFS: median dB off | worst | loudness: worst residual, phon |\n|---|---|---|---|---|")

for group, errors in lufs_error.items():
    print(f"| {group} | {len(errors)} | {statistics.median(errors):.2f} | {max(errors):.2f} | {max(residuals[group]):.2f} |")
