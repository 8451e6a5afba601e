# SPDX-License-Identifier: GPL-3.0-or-later
"""What check_from_outside.py asks of ffmpeg: excerpts, limiting, and figures of a file."""

import itertools
import math
import os
import re

from certify import SECONDS, figures, probe, run

# Of octave bands, in dB: popular recordings fall by about 5 dB an octave per hertz.
SLOPE = -2.0


def ffmpeg(*arguments):
    process = run("ffmpeg", "-hide_banner", "-nostats", "-y", *arguments)
    if process.returncode:
        raise RuntimeError(process.stderr[-300:])
    return process


def make(source, target, filters, *before):
    ffmpeg(*before, "-i", source, "-map", "0:a:0", "-af", ",".join(filters), "-c:a", "pcm_f32le", target)
    return target


def rate_of(file):
    return int(run("ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries", "stream=sample_rate",
                   "-of", "csv=p=0", file).stdout.strip().strip(","))


def excerpt(master, target, *filters):
    """The seconds that certify.py looks at, in stereo."""
    length, channels = probe(master)
    start = min(length / 3, length - SECONDS)
    twice = ["pan=stereo|c0=c0|c1=c0"] if channels == 1 else []
    return make(master, target, twice + ["aformat=channel_layouts=stereo", *filters],
                "-ss", f"{start:.3f}", "-t", str(SECONDS))


def balanced(source, target, *filters):
    """Octaves moved by at most 9 dB towards a straight fall; and what they were before."""
    octaves = figures(source)["octaves"]
    middle, mean = (len(octaves) - 1) / 2, sum(octaves) / len(octaves)
    gains = [max(-9.0, min(9.0, mean + SLOPE * (i - middle) - o)) for i, o in enumerate(octaves)]
    entries = ";".join(f"entry({63 * 2 ** i},{g:.2f})" for i, g in enumerate(gains))
    return make(source, target, [f"firequalizer=gain_entry='{entries}':delay=0.1", *filters]), octaves


def graph(file, filters, outputs):
    """What the filters print: to stdout, and to stderr."""
    maps = itertools.chain(*(["-map", f"[{output}]", "-f", "null", "-"] for output in outputs))
    return ffmpeg("-i", file, "-filter_complex", filters, *maps)


def statistics(text):
    """What each astats printed, in the order of their numbers: a table for each channel."""
    found = {}
    for number, key, value in re.findall(r"Parsed_astats_(\d+) [^\]]*\] ([A-Za-z ]+): (\S+)", text):
        tables = found.setdefault(int(number), [])
        if key == "Channel" or not tables:
            tables.append({})
        tables[-1][key] = float(value.split("/")[0])
    return [found[number] for number in sorted(found)]


def loudness_and_peak(file):
    """Integrated loudness and true peak, with three decimals of the latter's amplitude."""
    text = ffmpeg("-i", file, "-af", "ebur128=peak=true:metadata=1,ametadata=mode=print:file=-", "-f", "null",
                  "-").stdout
    return (float(re.findall(r"r128\.I=(\S+)", text)[-1]),
            20 * math.log10(max(1e-6, float(re.findall(r"r128\.true_peak=(\S+)", text)[-1]))))


def limited(source, target, lufs, ceiling, upTo, fade):
    """As loud as that, limited at 192 kHz, its true peak at the ceiling, or below where nothing was to be limited."""
    rate = rate_of(source)
    half = 20 * math.log10(0.5)
    drive = lufs - ceiling + half - loudness_and_peak(source)[0]
    for _ in range(5):
        hot = make(source, target + ".hot.wav",
                   ["aresample=192000", f"volume={drive:.3f}dB",
                    "alimiter=limit=0.5:level=false:latency=true:attack=2:release=60", f"aresample={rate}"])
        loud, peak = loudness_and_peak(hot)
        gain = min(ceiling - half, ceiling - peak) if upTo else ceiling - peak
        if abs(loud + gain - lufs) < 0.2:
            break
        drive += 1.3 * (lufs - loud - gain)
    make(hot, target, [f"volume={gain:.4f}dB", f"afade=d={fade}",
                       f"afade=t=out:st={SECONDS - fade}:d={fade}"])
    os.remove(hot)
    return target
