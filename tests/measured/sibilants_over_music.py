#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `harsh` says of sibilants that are too loud: of a voice that espeak-ng speaks, in the middle of released music.

    sibilants_over_music.py --elsewhere CLI -o trials.jsonl MASTER...
    sibilants_over_music.py --table trials.jsonl

The voice is as loud as the music, and 5 to 9 kHz of it louder by the dose where it hisses: where half of its power lies above 4 kHz.
Truth: the mix's third octaves of 6.3 and 8 kHz are louder in these moments by at least half of the dose. A line of JSON for each
trial; what is in the file already is not done again. Needs ffmpeg, espeak-ng and python3-numpy.
"""

import json
import os

import numpy

from ear_flag_table import area, interval
from voices_over_music import RATE, loudness, main, music_of, run, voice_of, write

DOSES = [0, 4, 8, 12]  # dB
DEVICES = ["earbuds/airpods-3", "headphones/over-ear-wireless-typical", "phone/phone-typical"]
HOP = 480


def spectra(frames):
    """Of the middle: hops of 10 ms, Hann windows of twice that."""
    middle = numpy.pad(frames.mean(axis=1), HOP)
    windows = numpy.lib.stride_tricks.sliding_window_view(middle, 2 * HOP)[::HOP]
    return numpy.fft.rfft(windows * numpy.hanning(2 * HOP + 1)[:-1], axis=1)


def between(low, high):
    hertz = numpy.fft.rfftfreq(2 * HOP, 1 / RATE)
    return (hertz >= low) & (hertz < high)


def hisses(voice):
    """Hops in which there is a sibilant: half of the power above 4 kHz, and not a pause."""
    power = abs(spectra(voice)) ** 2
    whole = power.sum(axis=1)
    return (power[:, between(4000, 12000)].sum(axis=1) > 0.5 * whole) & (whole > 1e-3 * numpy.percentile(whole, 95))


def sibilant(voice, hissing, decibels):
    """The windows add up to one, so that where nothing hisses nothing changes."""
    louder = spectra(voice)
    louder[numpy.ix_(hissing, between(5000, 9000))] *= 10 ** (decibels / 20)
    pieces = numpy.fft.irfft(louder, axis=1)
    middle = numpy.zeros(HOP * (len(pieces) + 1))
    for i, piece in enumerate(pieces):
        middle[i * HOP:(i + 2) * HOP] += piece
    return numpy.repeat(middle[HOP:HOP + len(voice), None], 2, axis=1)


def level_of_hissing(mix, hissing):
    """In dB: the third octaves of 6.3 and 8 kHz in these hops."""
    return 10 * numpy.log10((abs(spectra(mix)) ** 2)[numpy.ix_(hissing, between(5623, 8913))].mean())


def said(cli, file, scratch):
    report = f"{scratch}/report.json"
    run(cli, "check", file, "--device", ",".join(DEVICES), "--json", report, "-q",
        env={**os.environ, "PATH": "/nonexistent"})
    master = json.load(open(report))["masters"][0]
    speaks = {(f["device"], f["evidence"]["unit"]) for f in master["findings"] if f["rule"] == "harsh"}
    return {d["id"]: {"sharpness": d["measures"]["sharpness5Acum"], "resonance": d["measures"]["resonanceDb"],
                      "isSharp": (d["id"], "acum") in speaks, "resounds": (d["id"], "dB") in speaks} for d in master["devices"]}


def trials(cli, number, master, done, scratch):
    music, voice = music_of(master, scratch), voice_of(number, scratch)
    music *= 10 ** ((-18 - loudness(music, scratch)) / 20)
    voice *= 10 ** ((-18 - loudness(voice, scratch)) / 20)
    hissing = hisses(voice)
    before = None

    for dose in DOSES:
        mix = music + sibilant(voice, hissing, dose)
        level = level_of_hissing(mix, hissing)
        before = level if before is None else before
        gain = min(10 ** ((-14 - loudness(mix, scratch)) / 20), 0.9 / abs(mix).max())
        if dose not in done:
            yield {"master": master, "dose": dose, "hissing": round(float(hissing.mean()), 3), "risen": round(float(level - before), 2),
                   "said": said(cli, write(f"{scratch}/mix.wav", gain * mix), scratch)}


def table(lines):
    all_ = [json.loads(line) for line in lines]
    there = [t for t in all_ if t["risen"] >= t["dose"] / 2]
    clean = {t["master"]: t for t in all_ if t["dose"] == 0}
    print("| device | sibilants louder by | sharpness found | resonance found | AUC of sharpness |\n|---|---|---|---|---|")
    for device in DEVICES:
        for dose in DOSES:
            at = [t for t in there if t["dose"] == dose]
            cells = []
            for what in ("isSharp", "resounds"):
                silent = [t for t in at if dose == 0 or not clean[t["master"]]["said"][device][what]]
                cells.append(interval(sum(t["said"][device][what] for t in silent), len(silent)))
            auc = area([t["said"][device]["sharpness"] for t in at], [t["said"][device]["sharpness"] for t in clean.values()])
            print(f"| {device} | {f'+{dose} dB' if dose else '– (as it is)'} | {cells[0]} | {cells[1]} | {f'{auc:.2f}' if dose else ''} |")
        ladders = [[t["said"][device]["sharpness"] for t in sorted(all_, key=lambda t: t["dose"]) if t["master"] == m] for m in clean]
        steady = [all(b >= a - 0.02 * (max(l) - min(l)) for a, b in zip(l, l[1:])) for l in ladders if len(l) == len(DOSES)]
        print(f"| {device} | sharpness is monotone | {interval(sum(steady), len(steady))} | | |")


if __name__ == "__main__":
    main(__doc__, trials, table, len(DOSES))
