#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`elsewhere check` beside a truth that is made and measured with ffmpeg alone, on 24 s of each master.

    check_from_outside.py {codecs|safe|pairs|sides} --elsewhere CLI -o trials.jsonl MASTER...

A line of JSON for each trial; what is in the file already is not done again. outside_table.py makes tables of it.

    codecs  the excerpt limited to -9.5 LUFS with true peaks of 0, -1 and -3 dBTP. Truth: the true peak of what ffmpeg
            decodes, codec by codec, over all 24 s but 0.15 s at the ends, the tenths of a second with peaks over
            0 dBTP, and the energy of what is over full scale
    safe    the excerpt made safe: nothing below 20 Hz, channels equally loud, the sides 6 dB softer, octaves moved by
            at most 9 dB towards a fall of 2 dB an octave, -14.5 LUFS, -1.1 dBTP, faded over 50 ms; certify.py says
            what of these is safe ("ear" is checked on the usual panel, "file" on one device, "no" not at all)
    pairs   defects alone and two at once, in the excerpt without anything below 20 Hz and at -3 dBTP; only those
            count that another filter finds to be there. The program sees no ffmpeg: codecs are not tried
    sides   the excerpt with louder sides, at -3 dBTP, on phones that play one channel and on what plays two. Truth: from 500 Hz to
            4 kHz the sides are by so much louder than the middle, which is all that one loudspeaker plays
"""

import argparse
import itertools
import json
import math
import os
import re
import sys
import tempfile

from certify import SECONDS, against, figures, run
from outside_sound import balanced, excerpt, ffmpeg, graph, limited, loudness_and_peak, make, rate_of, statistics

ONE_DEVICE = ["--device", "headphones/sony-wh-1000xm5"]
CEILINGS = [0.0, -1.0, -3.0]

# What check says that it tries: its name, ffmpeg's encoder, bit rate, container, highest rate (0: always 48 kHz), and
# whether it works on 16 bit, so that it is given half the level.
CODECS = [("AAC, 128 kbit/s", "aac", "128k", "m4a", 96000, False),
          ("AAC, 256 kbit/s", "aac", "256k", "m4a", 96000, False),
          ("Opus, 96 kbit/s", "libopus", "96k", "opus", 0, False),
          ("Opus, 128 kbit/s", "libopus", "128k", "opus", 0, False),
          ("Vorbis, 160 kbit/s", "libvorbis", "160k", "ogg", 48000, False),
          ("MP3, 128 kbit/s", "libmp3lame", "128k", "mp3", 48000, False),
          ("MP3, 320 kbit/s", "libmp3lame", "320k", "mp3", 48000, False),
          ("SBC (Bluetooth), 328 kbit/s", "sbc", "328k", "sbc", 48000, True)]


def checked(cli, file, options, environment=None):
    """What the report says of the master."""
    report = file + ".json"
    if os.path.exists(report):
        os.remove(report)
    command = [cli, "check", file, "--json", report, "--quiet", *options]
    process = run(*(["env", f"PATH={environment}"] if environment else []), *command)
    if process.returncode not in (0, 1):
        raise RuntimeError(process.stderr[-300:])
    master = json.load(open(report))["masters"][0]
    findings = [{"rule": f["rule"], "severity": f["severity"], "device": f["device"], "band": f["bandHz"],
                 "quantity": f["evidence"]["quantity"], "measured": f["evidence"]["measured"],
                 "summary": f["summary"]} for f in master["findings"]]
    return {"findings": findings, "loudness": master["loudness"], "measures": master["measures"],
            "notes": master.get("notes", [])}


# --- codecs

def decoded_truth(file, codec, scratch):
    _, encoder, bits, container, highest, isHalved = codec
    rate = min(rate_of(file), highest) or 48000
    coded = f"{scratch}/coded.{container}"
    ffmpeg("-i", file, *(["-af", "volume=0.5"] if isHalved else []), "-ar", str(rate), "-c:a", encoder, "-b:a", bits,
           coded)
    decoded = make(coded, f"{scratch}/decoded.wav",
                   ["aformat=sample_fmts=flt", "volume=2" if isHalved else "anull", f"atrim=0.15:{SECONDS - 0.15}"])
    printed = graph(decoded, "[0:a]ebur128=peak=true:metadata=1:framelog=info,ametadata=mode=print:file=-[o]", "o")
    peak = float(re.findall(r"r128\.true_peak=(\S+)", printed.stdout)[-1])
    tenths = re.findall(r"FTPK:\s*(\S+)\s+(\S+)\s+dBFS", printed.stderr)
    return {"peak": 20 * math.log10(max(1e-6, peak)), "tenths": len(tenths),
            "tenthsOver": sum(max(map(float, t)) > 0 for t in tenths),
            "clippedDb": excess(decoded) if peak > 1 else -200.0}


def excess(file):
    """The energy of what is over full scale, against all of it."""
    over = "|".join(f"max(abs(val({c}))-1\\,0)" for c in (0, 1))
    printed = graph(file, f"[0:a]asplit[q][r];[q]astats=measure_perchannel=none[b];"
                    f"[r]aeval={over},astats=measure_perchannel=none[c]", "bc")
    whole, clipped = (tables[0]["RMS level dB"] for tables in statistics(printed.stderr))
    return max(-200.0, clipped - whole)


def decoded_truths(file, scratch):
    """Of the codecs that take this rate."""
    truths = {}
    for codec in CODECS:
        try:
            truths[codec[0]] = decoded_truth(file, codec, scratch)
        except RuntimeError as problem:
            print(f"{codec[0]}: {problem}", file=sys.stderr)
    return truths


def codec_trials(cli, master, done, scratch):
    source = None
    for ceiling in CEILINGS:
        if f"{ceiling:g}" in done:
            continue
        source = source or excerpt(master, f"{scratch}/excerpt.wav")
        file = limited(source, f"{scratch}/limited.wav", -9.5, ceiling, False, 0.1)
        loud, peak = loudness_and_peak(file)
        truth = decoded_truths(file, scratch)
        yield {"variant": f"{ceiling:g}", "lufs": loud, "truePeak": peak, "truth": truth,
               **checked(cli, file, ONE_DEVICE)}


# --- safe

def made_safe(master, scratch):
    """The file, and its octaves before they were moved."""
    deep = excerpt(master, f"{scratch}/deep.wav", "highpass=f=20:p=2", "highpass=f=20:p=2")
    left, right = (c["RMS level dB"] for c in
                   statistics(graph(deep, "[0:a]astats=measure_overall=none[o]", "o").stderr)[0])
    half = 10 ** ((left - right) / 40)
    even = make(deep, f"{scratch}/even.wav", [f"pan=stereo|c0={1 / half:.5f}*c0|c1={half:.5f}*c1",
                                              "pan=stereo|c0=0.75*c0+0.25*c1|c1=0.25*c0+0.75*c1"])
    straight, octaves = balanced(even, f"{scratch}/balanced.wav")
    return limited(straight, f"{scratch}/safe.wav", -14.5, -1.1, True, 0.05), octaves


def safe_trials(cli, master, done, scratch):
    if "safe" in done:
        return
    file, octaves = made_safe(master, scratch)
    measured = figures(file)
    bad, alsoBad = against(measured)
    kind = "no" if bad else "file" if alsoBad else "ear"
    report = {} if kind == "no" else checked(cli, file, [] if kind == "ear" else ONE_DEVICE)
    yield {"variant": "safe", "kind": kind, "against": bad + alsoBad, "octavesBefore": octaves,
           "figures": measured, **report}


# --- pairs

# How a defect is made before the level is set and after it, the true peak that is one, and from where on it is there.
BEFORE = {"bass inverted": "[i]asplit[u][v];[u]highpass=f=150:p=2,highpass=f=150:p=2[h];[v]lowpass=f=150:p=2,"
                           "lowpass=f=150:p=2,pan=stereo|c0=c0|c1=-1*c1[l];[h][l]amix=inputs=2:normalize=0[o]",
          "inverted": "[i]pan=stereo|c0=c0|c1=-1*c1[o]",
          "lean": "[i]pan=stereo|c0=c0|c1=0.5012*c1[o]",
          "12 kHz": "[i]aresample=24000,aresample=RATE[o]"}
AFTER = {"clipped": "asoftclip=type=hard",
         "DC": "aeval=val(0)+0.01|val(1)+0.01",
         "drop-outs": "aeval=" + "|".join(f"if(gt(t\\,1)*lt(mod(t\\,3)\\,0.02)\\,0\\,val({c}))" for c in (0, 1))}
PEAK = {"clipped": 4.0, "true peak": 1.0}
DEFECTS = [*BEFORE, *AFTER, "true peak"]
THERE = {"bass inverted": lambda m: m["bassFold"] < -6 and m["bassShare"] > -12,
         "inverted": lambda m: m["fold"] < -6,
         "lean": lambda m: m["lean"] > 4,
         "12 kHz": lambda m: m["top"] < -30,
         "clipped": lambda m: m["flat"] > 0 and m["peakCount"] >= 30 and m["samplePeak"] > -0.5,
         "DC": lambda m: m["dc"] > 0.007,
         "drop-outs": lambda m: m["silences"] >= 6,
         "true peak": lambda m: m["truePeak"] > 0.3}
UNDONE = [{"bass inverted", "inverted"}, {"clipped", "12 kHz"}, {"clipped", "true peak"}]


def defective(source, target, defects):
    """The defects of this file, one after the other, and its highest true peak where they say, or at -3 dBTP."""
    now = source
    for i, defect in enumerate(d for d in BEFORE if d in defects):
        filters = BEFORE[defect].replace("[i]", "[0:a]").replace("RATE", str(rate_of(source)))
        ffmpeg("-i", now, "-filter_complex", filters, "-map", "[o]", "-c:a", "pcm_f32le", f"{target}.{i}.wav")
        now = f"{target}.{i}.wav"
    gain = max([PEAK[d] for d in PEAK if d in defects], default=-3.0) - loudness_and_peak(now)[1]
    return make(now, target, [f"volume={gain:.4f}dB"] + [AFTER[d] for d in AFTER if d in defects])


def realised(file):
    """What other filters than the defects' find."""
    stats, high = "astats=measure_overall=none", "highpass=f=8000:p=2,highpass=f=8000:p=2"
    text = graph(file, f"[0:a]aformat=sample_fmts=dblp,asplit=6[a][b][c][d][e][f];[a]{stats}[u];"
                 f"[b]lowpass=f=120:p=2,lowpass=f=120:p=2,pan=stereo|c0=0.5*c0+0.5*c1|c1=0.5*c0-0.5*c1,{stats}[v];"
                 f"[c]{high},firequalizer=gain='if(gte(f,14000),0,-120)',{stats}[w];"
                 f"[d]{high},firequalizer=gain='if(between(f,8000,11000),0,-120)',{stats}[x];"
                 "[e]silencedetect=noise=-90dB:d=0.015,ebur128=peak=true[y];"
                 "[f]pan=stereo|c0=0.5*c0+0.5*c1|c1=0.5*c0+0.5*c1,ebur128[z]", "uvwxyz").stderr
    tables = statistics(text)
    whole, bass, top, below = ([10 ** (c["RMS level dB"] / 10) for c in channels] for channels in tables)
    integrated = dict(re.findall(r"Parsed_ebur128_(\d+) [^\n]*Summary:\s+Integrated loudness:\s+I:\s+(\S+)", text))
    loud, folded = (float(integrated[number]) for number in sorted(integrated, key=int))  # the last that each printed

    def decibels(a, b):
        return 10 * math.log10(max(a, 1e-20) / max(b, 1e-20))

    def highest(key):
        return max(abs(c[key]) for c in tables[0])

    return {"lean": decibels(*whole), "dc": highest("DC offset"), "flat": highest("Flat factor"),
            "peakCount": highest("Peak count"), "samplePeak": max(c["Peak level dB"] for c in tables[0]),
            "bassFold": decibels(bass[0], sum(bass)), "bassShare": decibels(sum(bass), sum(whole) / 2),
            "top": decibels(sum(top), sum(below)), "silences": text.count("silence_start"), "fold": folded - loud,
            "truePeak": float(re.findall(r"Peak:\s+(\S+) dBFS", text)[-1])}


def pair_trials(cli, master, done, scratch):
    source = None
    singles = [(d,) for d in DEFECTS]
    pairs = [p for p in itertools.combinations(DEFECTS, 2) if set(p) not in UNDONE]
    for defects in [(), *singles, *pairs]:
        variant = " + ".join(defects)
        if variant in done:
            continue
        source = source or excerpt(master, f"{scratch}/excerpt.wav", "highpass=f=20:p=2", "highpass=f=20:p=2")
        file = defective(source, f"{scratch}/defective.wav", defects)
        measured = realised(file)
        there = [d for d in DEFECTS if THERE[d](measured)]
        report = checked(cli, file, ONE_DEVICE, "/nonexistent") if set(defects) <= set(there) else {}
        yield {"variant": variant, "defects": defects, "there": there, "figures": measured, **report}


# --- sides

SIDES = [0, 6, 12, 18]  # dB
SIDE_DEVICES = ["phone/phone-typical", "smart-speaker/homepod-mini", "laptop/laptop-typical", "headphones/sony-wh-1000xm5"]


def sides_over_middle(file):
    """In dB, from 500 Hz to 4 kHz."""
    text = graph(file, "[0:a]aformat=sample_fmts=dblp,highpass=f=500:p=2,highpass=f=500:p=2,lowpass=f=4000:p=2,lowpass=f=4000:p=2,"
                 "pan=stereo|c0=0.5*c0+0.5*c1|c1=0.5*c0-0.5*c1,astats=measure_overall=none[o]", "o").stderr
    middle, sides = (max(-200.0, c["RMS level dB"]) for c in statistics(text)[0])
    return sides - middle


def side_trials(cli, master, done, scratch):
    source = None
    for gain in SIDES:
        if str(gain) in done:
            continue
        source = source or excerpt(master, f"{scratch}/excerpt.wav", "highpass=f=20:p=2", "highpass=f=20:p=2")
        g = 10 ** (gain / 20)
        near, far = (1 + g) / 2, (1 - g) / 2
        wide = make(source, f"{scratch}/wide.wav", [f"pan=stereo|c0={near:.5f}*c0+{far:.5f}*c1|c1={far:.5f}*c0+{near:.5f}*c1"])
        file = make(wide, f"{scratch}/sides.wav", [f"volume={-3 - loudness_and_peak(wide)[1]:.4f}dB"])
        yield {"variant": str(gain), "sidesOverMiddle": sides_over_middle(file),
               **checked(cli, file, ["--device", ",".join(SIDE_DEVICES)], "/nonexistent")}


TRIALS = {"codecs": codec_trials, "safe": safe_trials, "pairs": pair_trials, "sides": side_trials}


def done_already(output):
    """What is in the file; a line that was cut off is ended."""
    with open(output, "a+") as file:
        file.seek(0)
        lines = file.readlines()
        if lines and not lines[-1].endswith("\n"):
            file.write("\n")
    trials = [json.loads(line) for line in lines if line.endswith("}\n")]
    return {(t["mode"], t["master"], t["variant"]) for t in trials}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=TRIALS)
    parser.add_argument("masters", nargs="+")
    parser.add_argument("--elsewhere", required=True)
    parser.add_argument("-o", dest="output", required=True)
    options = parser.parse_args()
    done = done_already(options.output)

    with open(options.output, "a") as output:
        for master in options.masters:
            ofThis = {v for m, f, v in done if (m, f) == (options.mode, master)}
            with tempfile.TemporaryDirectory() as scratch:
                try:
                    for trial in TRIALS[options.mode](os.path.abspath(options.elsewhere), master, ofThis, scratch):
                        output.write(json.dumps({"mode": options.mode, "master": master, **trial}) + "\n")
                        output.flush()
                except (RuntimeError, ValueError, KeyError, IndexError) as problem:
                    print(f"{master}: {problem}", file=sys.stderr)


if __name__ == "__main__":
    main()
