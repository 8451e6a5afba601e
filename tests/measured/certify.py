#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which masters are certainly safe, by other code than the rules': ffmpeg's filters on the same 24 s.

    certify.py MASTER... > certified.txt

A line for each master: what it may be relied on for, a tab, the path, a tab, what speaks against it.

    file  no DC (< 0.05 %), channels within 1 dB, at most one run of samples at the peak, loudness range <= 15 LU,
          true peak <= -0.3 dBTP and >= 9 dB above the loudness, folded to mono at most 2 LU less, at most 2.5 dB in
          any of four bands (1.5 dB below 250 Hz), and no 0.4 s in a hundred in which the channels disagree on average
    ear   all of that, a short-term loudness never 8 LU below the whole, and octave bands from 63 Hz to 8 kHz that fall by
          2 dB an octave, 3 more or less, and lie within 6 dB of their straight line: an unremarkable balance (popular
          recordings fall by about 5 dB an octave per hertz, which is 2 dB in octave bands)
    no    neither

Every limit is stricter than the rule's that it vouches for, and ours.
"""

import json
import math
import re
import subprocess
import sys

SECONDS = 24.0
OCTAVES = [63, 125, 250, 500, 1000, 2000, 4000, 8000]
BANDS = [(20, 250), (250, 1000), (1000, 4000), (4000, 16000)]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace")


def probe(file):
    stream = json.loads(run("ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries",
                            "stream=sample_rate,channels:format=duration", "-of", "json", file).stdout)
    return float(stream["format"]["duration"]), int(stream["streams"][0]["channels"])


def ffmpeg(file, start, filters, outputs):
    command = ["ffmpeg", "-hide_banner", "-nostats", "-ss", f"{start:.3f}", "-t", str(SECONDS), "-i", file,
               "-filter_complex", filters]
    for output in outputs:
        command += ["-map", f"[{output}]", "-f", "null", "-"]
    return run(*command).stderr


def levels(text):
    """RMS per channel of each astats instance, in the order of their numbers."""
    found = {}
    for number, channel, rms in re.findall(
            r"Parsed_astats_(\d+) [^\n]*\] Channel: (\d+)\n(?:[^\n]*\n)*?[^\n]*RMS level dB: (\S+)", text):
        found.setdefault(int(number), []).append(float(rms))
    return [found[number] for number in sorted(found)]


def loudness(text):
    """Integrated loudness and range: ebur128's summary comes last."""
    return float(re.findall(r"I:\s+(\S+) LUFS", text)[-1]), float(re.findall(r"LRA:\s+(\S+) LU", text)[-1])


def figures(file):
    length, channels = probe(file)
    start = min(length / 3, length - SECONDS)
    stereo = ("pan=stereo|c0=c0|c1=c0," if channels == 1 else "") + "aformat=sample_fmts=dblp:channel_layouts=stereo"
    m = {}

    text = ffmpeg(file, start, f"[0:a]{stereo},asplit=2[a][b];[a]astats=measure_overall=none[c];"
                               "[b]ebur128=peak=true[d]", "cd")
    m["dc"] = max(abs(float(x)) for x in re.findall(r"DC offset: (\S+)", text))
    rms = [float(x) for x in re.findall(r"RMS level dB: (\S+)", text)][:2]
    m["lean"] = abs(rms[0] - rms[1]) if all(map(math.isfinite, rms)) else 99.0
    m["peakRuns"] = max(float(x) for x in re.findall(r"Peak count: (\S+)", text))
    m["flat"] = max(float(x) for x in re.findall(r"Flat factor: (\S+)", text))
    m["lufs"], m["range"] = loudness(text)
    m["truePeak"] = float(re.findall(r"Peak:\s+(\S+) dBFS", text)[-1])
    moments = [float(x) for x in re.findall(r"S:\s*(-?[\d.]+)", text)]
    m["softest"] = min([s for s in moments[30:] if s > -120] or [-120.0])

    text = ffmpeg(file, start, f"[0:a]{stereo},pan=stereo|c0=0.5*c0+0.5*c1|c1=0.5*c0+0.5*c1,ebur128[c]", "c")
    m["fold"] = loudness(text)[0] - m["lufs"]

    def banded(bands):
        parts = [f"[s{i}]highpass=f={low}:p=2,highpass=f={low}:p=2,lowpass=f={high}:p=2,lowpass=f={high}:p=2,"
                 f"astats=measure_overall=none[o{i}]" for i, (low, high) in enumerate(bands)]
        split = "".join(f"[s{i}]" for i in range(len(bands)))
        middle = "pan=stereo|c0=0.5*c0+0.5*c1|c1=0.5*c0-0.5*c1"
        text = ffmpeg(file, start, f"[0:a]{stereo},{middle},asplit={len(bands)}{split};" + ";".join(parts),
                      [f"o{i}" for i in range(len(bands))])
        return levels(text)

    power = [[10 ** (x / 10) if math.isfinite(x) else 0.0 for x in band] for band in banded(BANDS)]
    whole = sum(map(sum, power))
    m["bandFold"] = [10 * math.log10(max(p[0], 1e-20) / max(sum(p), 1e-20)) if sum(p) > 0.003 * whole else 0.0
                     for p in power]
    halves = [(o / 2 ** 0.5, o * 2 ** 0.5) for o in OCTAVES]
    m["octaves"] = [10 * math.log10(sum(10 ** (x / 10) for x in band if math.isfinite(x)) + 1e-12)
                    for band in banded(halves)]

    text = run("ffmpeg", "-hide_banner", "-nostats", "-ss", f"{start:.3f}", "-t", str(SECONDS), "-i", file, "-af",
               f"{stereo},aresample=48000,asetnsamples=n=19200,aphasemeter=video=0,"
               "ametadata=mode=print:key=lavfi.aphasemeter.phase:file=-", "-f", "null", "-").stdout
    phases = sorted(float(x) for x in re.findall(r"aphasemeter.phase=(\S+)", text))
    m["phase"] = phases[len(phases) // 100] if phases else -1.0
    return m


def against(m):
    """What speaks against it: of the file, and to the ear."""
    file = [text for text, bad in [
        ("DC", m["dc"] > 0.0005), ("leans", m["lean"] > 1.0), ("flat tops", m["flat"] > 0),
        ("range", m["range"] > 15), ("true peak", m["truePeak"] > -0.3),
        ("dense", m["truePeak"] - m["lufs"] < 9), ("fold", m["fold"] < -2),
        ("fold of a band", min(m["bandFold"]) < -2.5 or m["bandFold"][0] < -1.5), ("phase", m["phase"] < 0)] if bad]
    octaves = m["octaves"]
    count = len(octaves)
    middle = (count - 1) / 2
    slope = (sum((i - middle) * x for i, x in enumerate(octaves))
             / sum((i - middle) ** 2 for i in range(count)))
    mean = sum(octaves) / count
    worst = max(abs(x - mean - slope * (i - middle)) for i, x in enumerate(octaves))
    ear = [text for text, bad in [("soft moments", m["softest"] < m["lufs"] - 8),
                                  ("slope", not -5 <= slope <= 1), ("balance", worst > 6)] if bad]
    return file, ear


def main(files):
    for file in files:
        try:
            bad, alsoBad = against(figures(file))
        except (ValueError, KeyError, IndexError, AttributeError, json.JSONDecodeError) as problem:
            bad, alsoBad = [f"not measured: {problem}"], []
        kind = "no" if bad else "file" if alsoBad else "ear"
        print(kind, file, ", ".join(bad + alsoBad), sep="\t", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
