#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a FLAC file to loudness and true peak on many devices: `elsewhere audition --levels` beside a loop over ffmpeg.

    flac_to_figures.py ELSEWHERE master.flac ID[,ID…] [ROUNDS]

ELSEWHERE is the program; what `elsewhere ir` writes of each device is what ffmpeg convolves with: `afir` on four paths and
`ebur128=peak=true`, a process for each device. Wall time of whole processes that take turns: the ratio of each turn,
and how far the figures differ at most.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")

    if done.returncode != 0:
        sys.exit(f"{' '.join(command[:3])} …: {done.stderr.strip()}")

    return done


def probe(file, entry):
    return int(run("ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries", f"stream={entry}", "-of",
                   "default=nw=1:nk=1", file).stdout)


def ours(elsewhere, master, ids):
    start = time.monotonic()
    report = json.loads(run(elsewhere, "audition", master, "--device", ",".join(ids), "--levels", "--noise", "off",
                            "--json", "-", "-q").stdout)
    return time.monotonic() - start, [(row["renderedLufs"], row["truePeakDbtp"]) for row in report["outputs"]]


def theirs(master, rate, responses):
    figures = []
    start = time.monotonic()

    for response in responses:
        # Raw, as a layout that ffmpeg knows would be mixed into another; and its afir is twice as loud as the response.
        text = run("ffmpeg", "-hide_banner", "-nostats", "-nostdin", "-i", master, "-f", "f32le", "-ar", str(rate),
                   "-ac", "4", "-i", response, "-lavfi",
                   "[0:a]pan=4c|c0=c0|c1=c0|c2=c1|c3=c1[p];[p][1:a]afir=gtype=none:irfmt=input[f];"
                   "[f]pan=stereo|c0=0.5*c0+0.5*c2|c1=0.5*c1+0.5*c3,ebur128=peak=true", "-f", "null", "-").stderr
        figures.append((float(re.findall(r"I:\s+(\S+) LUFS", text)[-1]),
                        float(re.findall(r"Peak:\s+(\S+) dBFS", text)[-1])))

    return time.monotonic() - start, figures


def main(elsewhere, master, ids, rounds):
    rate = probe(master, "sample_rate")

    with tempfile.TemporaryDirectory() as folder:
        responses = [os.path.join(folder, f"{d}.f32") for d in range(len(ids))]
        taps = []

        for name, response in zip(ids, responses):
            run(elsewhere, "ir", name, "-o", response + ".wav", "--rate", str(rate), "--channels", "true-stereo")
            run("ffmpeg", "-i", response + ".wav", "-f", "f32le", response)
            taps.append(probe(response + ".wav", "duration_ts"))

        print(f"{len(ids)} devices of {min(taps)} to {max(taps)} taps, {os.path.basename(master)}")
        ratios = []

        for _ in range(rounds):
            took, figures = ours(elsewhere, master, ids)
            peer, others = theirs(master, rate, responses)
            ratios.append(peer / took)
            off = [max(abs(a[i] - b[i]) for a, b in zip(figures, others)) for i in range(2)]
            print(f"ours {took:.2f} s, ffmpeg {peer:.2f} s: 1/{peer / took:.1f}; "
                  f"at most {off[0]:.2f} LU and {off[1]:.2f} dB apart", flush=True)

        print(f"1/{sorted(ratios)[len(ratios) // 2]:.1f} (1/{max(ratios):.1f} … 1/{min(ratios):.1f})")


main(sys.argv[1], sys.argv[2], sys.argv[3].split(","), int(sys.argv[4]) if len(sys.argv) > 4 else 3)
