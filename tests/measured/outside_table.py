#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What check_from_outside.py wrote, as the tables of docs/measured/flags-from-outside.md.

    outside_table.py trials.jsonl...

In brackets is Wilson's interval of 95 %.
"""

import json
import statistics
import sys

from ear_flag_table import interval

ALARMS = ("warn", "fail")
NEAR = 0.3  # dB around full scale in which two meters may disagree


def quantity(rule, start, severities=ALARMS, more=lambda f: True):
    return lambda trial: any(f["rule"] == rule and f["quantity"].startswith(start) and f["severity"] in severities
                             and more(f) for f in trial["findings"])


# What the rules have to say of a defect.
FOUND = {"bass inverted": quantity("mono-loss", "level of the mono fold", more=lambda f: f["band"][0] < 150),
         "inverted": quantity("mono-loss", "integrated loudness of the mono fold"),
         "lean": quantity("channel-balance", "K-weighted level"),
         "12 kHz": quantity("file-faults", "frequency at which", ("note", *ALARMS), lambda f: f["measured"] < 15),
         "clipped": quantity("file-faults", "clipped runs"),
         "DC": quantity("file-faults", "mean of the samples"),
         "drop-outs": quantity("file-faults", "longest stretch"),
         "true peak": quantity("true-peak", "true peak")}


def share(trials, holds):
    return interval(sum(bool(holds(t)) for t in trials), len(trials))


def row(*cells):
    print("| " + " | ".join(str(c) for c in cells) + " |")


def head(title, *cells):
    print(f"\n### {title}\n")
    row(*cells)
    print("|" + "---|" * len(cells))


# --- codecs

def overs(trial):
    return [f for f in trial["findings"] if f["rule"] == "codec-overs"]


def warns(trial):
    return any(f["severity"] in ALARMS for f in overs(trial))


def fails(trial):
    return any(f["severity"] == "fail" for f in overs(trial))


def highest(trial):
    return max(c["peak"] for c in trial["truth"].values())


def often(trial):
    """Once in 10 s in some codec, as the rule has it."""
    return any(c["tenthsOver"] >= c["tenths"] / 100 for c in trial["truth"].values())


def far(trial):
    return any(c["peak"] > 1 and c["clippedDb"] > -60 for c in trial["truth"].values())


def names(trial, codec):
    return any(codec in f["summary"] for f in overs(trial))


def same_codec(trial):
    for finding in overs(trial):
        codec = finding["quantity"].removeprefix("true peak after ")
        yield codec, finding["measured"] - trial["truth"][codec]["peak"]


def spread(values):
    if not values:
        return "–"
    ordered = sorted(values)
    return (f"{statistics.median(ordered):+.2f} ({ordered[0]:+.2f} to {ordered[-1]:+.2f}; "
            f"{sum(abs(v) <= 0.3 for v in ordered)} of {len(ordered)} within 0.3)")


def codec_tables(trials):
    ceilings = {f"{c} dBTP": [t for t in trials if t["variant"] == c] for c in ("0", "-1", "-3")}
    groups = {**ceilings, "all": trials}
    head("What codecs do: the truth", "ceiling", "loudness, median", "decoded > 0 dBTP", "> +1 dBTP",
         "and clipped energy > −60 dB", "rule speaks", "rule warns", "rule fails it")
    for name, of in groups.items():
        if of:
            row(name, f"{statistics.median(t['lufs'] for t in of):.1f} LUFS", share(of, lambda t: highest(t) > 0),
                share(of, lambda t: highest(t) > 1), share(of, far), share(of, overs), share(of, warns),
                share(of, fails))
    head("`codec-overs` beside it", "ceiling", f"speaks where truth > +{NEAR} dBTP", "warns there",
         "warns where truth has it once in 10 s", f"speaks where truth < −{NEAR} dBTP", "warns there",
         "speaks in between")
    for name, of in groups.items():
        over, under = [t for t in of if highest(t) > NEAR], [t for t in of if highest(t) < -NEAR]
        row(name, share(over, overs), share(over, warns), share([t for t in over if often(t)], warns),
            share(under, overs), share(under, warns), share([t for t in of if abs(highest(t)) <= NEAR], overs))
    head("Failures", "", "rule fails it")
    row("truth > +1 dBTP and clipped energy > −60 dB in one codec", share([t for t in trials if far(t)], fails))
    row("not so", share([t for t in trials if not far(t)], fails))
    head("Codec by codec", "codec", f"named where truth > +{NEAR} dBTP", f"named where truth < −{NEAR} dBTP",
         "decoded less encoded peak, median of ceiling -1")
    for codec in dict.fromkeys(codec for t in trials for codec in t["truth"]):
        peaks = [(t, t["truth"][codec]["peak"]) for t in trials if codec in t["truth"]]
        row(codec, share([t for t, p in peaks if p > NEAR], lambda t: names(t, codec)),
            share([t for t, p in peaks if p < -NEAR], lambda t: names(t, codec)),
            spread([p - t["truePeak"] for t, p in peaks if t["variant"] == "-1"]))
    head("The highest peak after any codec: check's less ffmpeg's, dB", "ceiling", "median (from, to)")
    for name, of in groups.items():
        row(name, spread([t["measures"]["codecTruePeakDbtp"] - highest(t) for t in of]))
    head("The peak of its evidence less ffmpeg's after the same codec, dB", "codecs", "median (from, to)")
    row("AAC", spread([d for t in trials for codec, d in same_codec(t) if codec.startswith("AAC")]))
    row("the others", spread([d for t in trials for codec, d in same_codec(t) if not codec.startswith("AAC")]))
    for t in trials:
        if (highest(t) > NEAR and not overs(t)) or (highest(t) < -NEAR and overs(t)):
            print(f"\n{t['master']} at {t['variant']} dBTP: ffmpeg {highest(t):+.2f}, "
                  f"check {t['measures']['codecTruePeakDbtp']:+.2f}")


# --- safe

def alarm_rows(trials, ofMaster):
    found = {}
    for t in trials:
        for f in t["findings"]:
            if f["severity"] in ALARMS and (not ofMaster or f["device"] == "*"):
                found.setdefault(f["rule"], []).append((t["master"], f["severity"], f["device"]))
    for title, severities in (("any warn or fail", ALARMS), ("any fail", ("fail",))):
        masters = {m for of in found.values() for m, s, _ in of if s in severities}
        row(title, interval(len(masters), len(trials)), "")
    for rule, of in sorted(found.items()):
        devices = {}
        for _, severity, device in of:
            devices[f"{device} {severity}"] = devices.get(f"{device} {severity}", 0) + 1
        row(f"`{rule}`", interval(len({m for m, _, _ in of}), len(trials)),
            ", ".join(f"{n} × {d}" for d, n in sorted(devices.items())))


def safe_tables(trials):
    kinds = {kind: [t for t in trials if t["kind"] == kind] for kind in ("ear", "file", "no")}
    print("\nMade safe:", len(trials), "masters; certified:", {kind: len(of) for kind, of in kinds.items()})
    reasons = {}
    for t in kinds["no"]:
        for reason in t["against"]:
            reasons[reason] = reasons.get(reason, 0) + 1
    print("\nWhat spoke against the others:", reasons)
    head("Alarms on masters made safe to the ear, on the usual panel", "rule", "masters", "where")
    alarm_rows(kinds["ear"], False)
    head("Alarms about the file on all masters that are safe as files", "rule", "masters", "where")
    alarm_rows(kinds["ear"] + kinds["file"], True)
    for t in kinds["ear"] + kinds["file"]:
        for f in t["findings"]:
            if f["severity"] in ALARMS and (t["kind"] == "ear" or f["device"] == "*"):
                print(f"\n{t['kind']} {t['master']}: {f['rule']} {f['severity']} {f['device']}: {f['summary']}")


# --- pairs

def pair_tables(trials):
    clean = {t["master"]: t for t in trials if not t["defects"] and "findings" in t}
    alone = {(t["master"], t["variant"]): t for t in trials if len(t["defects"]) == 1 and "findings" in t}
    head("Defects alone and in pairs", "defect", "masters without it and its alarm", "there by another filter",
         "found alone", "found in pairs", "found alone, hidden in a pair by")
    for defect, found in FOUND.items():
        silent = {m for m, t in clean.items() if not found(t) and defect not in t["there"]}
        made = [t for t in trials if t["variant"] == defect and t["master"] in silent]
        single = [t for t in made if "findings" in t]
        pairs = [t for t in trials if len(t["defects"]) == 2 and defect in t["defects"] and "findings" in t
                 and t["master"] in silent]
        hidden = {}
        for t in pairs:
            other = next(d for d in t["defects"] if d != defect)
            before = alone.get((t["master"], defect))
            if before and found(before):
                count, of = hidden.get(other, (0, 0))
                hidden[other] = (count + (not found(t)), of + 1)
        row(defect, len(silent), f"{len(single)}/{len(made)}", share(single, found), share(pairs, found),
            ", ".join(f"{other} {n}/{of}" for other, (n, of) in hidden.items() if n) or "none")
    both = [t for t in trials if len(t["defects"]) == 2 and "findings" in t and t["master"] in clean
            and not any(FOUND[d](clean[t["master"]]) or d in clean[t["master"]]["there"] for d in t["defects"])]
    print("\nBoth of a pair found:", share(both, lambda t: all(FOUND[d](t) for d in t["defects"])))


# --- sides

# Sides over the middle in dB: of which one loudspeaker leaves less than half of the loudness, and of which it leaves most.
WIDE, NARROW = 10.0, 3.0


def side_tables(trials):
    def speaks(device):
        return lambda t: any(f["rule"] == "stereo-collapse" and f["device"] == device for f in t["findings"])

    before = {t["master"]: t["sidesOverMiddle"] for t in trials if t["variant"] == "0"}
    head("`stereo-collapse`", "device", "sides louder by", "now 10 dB over the middle", "it speaks of", "less than 3 dB over it",
         "it speaks of")
    for device in sorted({f["device"] for t in trials for f in t["findings"] if f["rule"] == "stereo-collapse"}
                         | {"headphones/sony-wh-1000xm5", "laptop/laptop-typical"}):
        for gain in sorted({int(t["variant"]) for t in trials}):
            of = [t for t in trials if int(t["variant"]) == gain and before.get(t["master"], 0.0) > -100.0]
            wide = [t for t in of if t["sidesOverMiddle"] > WIDE]
            narrow = [t for t in of if t["sidesOverMiddle"] < NARROW]
            row(device, f"{gain} dB", len(wide), share(wide, speaks(device)), len(narrow), share(narrow, speaks(device)))


TABLES = {"codecs": codec_tables, "safe": safe_tables, "pairs": pair_tables, "sides": side_tables}


def main(files):
    trials = [json.loads(line) for file in files for line in open(file) if line.endswith("}\n")]
    for mode, tables in TABLES.items():
        of = [t for t in trials if t["mode"] == mode]
        if of:
            print(f"\n## {mode}: {len({t['master'] for t in of})} masters, {len(of)} trials")
            tables(of)


if __name__ == "__main__":
    main(sys.argv[1:])
