#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ear_flag_injections printed, as the tables of docs/measured/flags-on-devices.md.

    ear_flag_table.py NORMS.json trials.jsonl certified.txt [PACKAGE …]      only of these packages

Verdicts are reckoned here from the printed measures, with the thresholds of the rules, so that norms can be changed
without another day of trials. `harsh` is judged as it would be beside the user's own references: a warning.
"""

import json
import math
import os
import sys

SCORES = {
    "bass-disappears": lambda m: -m["bassOvertonesDb"] if "bassOvertonesDb" in m else None,
    "quiet-parts-masked": lambda m: m.get("quietMaskedSeconds"),
    "boomy-bass": lambda m: m.get("bassOverMidsDb"),
    "harsh": lambda m: m.get("resonanceDb"),
    "stereo-collapse": lambda m: 1.0 - m.get("offCentreKept", 1.0),
    "voice-buried": lambda m: -m["voiceChange"] if "voiceChange" in m else None,
}
MODERATE = {"bass-disappears": -25, "quiet-parts-masked": -15, "boomy-bass": 6, "a mo": 10, "harsh": 8,
            "stereo-collapse": 0.75, "voice-buried": 9}
PLACE = (7.0, 17.0)  # where the quiet ten seconds are


def interval(yes, count):
    """Wilson 1927, 95 %."""
    if count == 0:
        return "–"
    z, p = 1.959964, yes / count
    middle = (p + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(p * (1 - p) / count + z * z / (4 * count * count))
    return f"{p:.2f} [{max(0, middle - half):.2f}, {min(1, middle + half):.2f}] ({yes}/{count})"


def area(ill, sound):
    if not ill or not sound:
        return float("nan")
    return sum((a > b) + 0.5 * (a == b) for a in ill for b in sound) / (len(ill) * len(sound))


NORMS = {}


def high(column, measure, share=0.95):
    values = sorted(NORMS["columns"].get(column, {}).get(measure, []))
    place = share * (len(values) - 1)
    low = int(place)
    return values[low] + (place - low) * (values[min(low + 1, len(values) - 1)] - values[low]) if values else math.inf


def usual(column, measure):
    """What one in twenty has more of; 0 where nobody knows."""
    return high(column, measure) if NORMS["columns"].get(column, {}).get(measure) else 0.0


def verdict(column, m):
    """The rules that warn on one column."""
    if m.get("bassLost", 0) > 0.5 and m["bassOvertonesDb"] < -18 and high(column, "bassLost") >= 0.25:
        yield "bass-disappears"
    if (m.get("quietMaskedSeconds", 0) >= 4
            and m["quietMaskedShare"] > max(0.05, usual(column, "quietMaskedShare"))
            or m.get("quietLostSeconds", 0) >= max(6, usual(column, "quietLostSeconds"))):
        yield "quiet-parts-masked"
    if (m["lowEndShare"] > max(high(column, "lowEndShare"), high(column, "lowEndShare", 0.5) + 0.07)
            or m["bassOverMidsDb"] > max(high(column, "bassOverMidsDb"), high(column, "bassOverMidsDb", 0.5) + 6)):
        yield "boomy-bass"
    if m["resonanceDb"] > high(column, "resonanceDb"):
        yield "harsh"
    if m.get("offCentreKept", 1) < 0.25:
        yield "stereo-collapse"


def alarms(trial, rule=None, levels=("warn",)):
    return {(r, c) for c, m in trial["columns"].items() for r in verdict(c, m) if rule in (None, r)}


def overlap(trial, rule, device):
    ranges = [r for f in trial["findings"] if f["rule"] == rule and f["device"] == device for r in f["ranges"]]
    inside = sum(max(0.0, min(e, PLACE[1]) - max(s, PLACE[0])) for s, e in ranges)
    union = PLACE[1] - PLACE[0] + sum(e - s for s, e in ranges) - inside
    return inside / union


def key(trial):
    return trial["package"], trial["name"]


def told_apart(trials):
    """Trials of masters, each of which begins with itself as it is: two of one name are two, but the same twice is one."""
    seen, result, name = {}, [], None
    for t in trials:
        if t["defect"] == "" and t["variant"] == "raw":
            others, here = seen.setdefault(key(t), []), next(iter(t["columns"].values()))
            name = None if here in others else t["name"] + (f" ({len(others) + 1})" if others else "")
            others.append(here)
        if name:
            result.append({**t, "name": name})
    return result


def certified(file):
    """(package, name) of the masters that certify.py found safe to the ear."""
    lines = [line.rstrip("\n").split("\t") for line in open(file)]
    return {os.path.splitext(os.path.basename(line[1]))[0] for line in lines if line[0] == "ear"}


def ladder(trials, clean, k, column, score):
    """The measure of one master from as it is up the doses; None without one for every dose."""
    at = [clean[k]] + sorted((t for t in trials if key(t) == k), key=lambda t: abs(t["dose"]) if t["dose"] < 0
                             else t["dose"])
    values = [score(t["columns"].get(column, {})) for t in at]
    return values if len(values) >= 3 and None not in values else None


def defect_table(defect, of, clean):
    rule = of[0]["rule"]
    score = SCORES[rule] if "mode" not in defect else lambda m: m.get("loudestBassNoteDb")
    doses = sorted({t["dose"] for t in of}, key=abs)
    print(f"### `{rule}`: {defect}\n\n| device | dose | found | AUC |\n|---|---|---|---|")
    for column in of[0]["columns"]:
        sound = [s for s in (score(t["columns"][column]) for t in clean.values()) if s is not None]
        for dose in doses:
            at = [t for t in of if t["dose"] == dose]
            silent = [t for t in at if (rule, column) not in alarms(clean[key(t)])]
            found = sum((rule, column) in alarms(t) for t in silent)
            ill = [s for s in (score(t["columns"][column]) for t in at) if s is not None]
            mark = " (moderate)" if dose == MODERATE.get(defect[:4], MODERATE.get(rule)) else ""
            print(f"| {column} | {dose:g}{mark} | {interval(found, len(silent))} | {area(ill, sound):.2f} |")
        ladders = [l for l in (ladder(of, clean, k, column, score) for k in clean) if l]
        steady = sum(all(b >= a - 0.02 * (max(l) - min(l)) for a, b in zip(l, l[1:])) for l in ladders)
        print(f"| {column} | monotone | {interval(steady, len(ladders))} | |")
        if rule == "quiet-parts-masked":
            for dose in doses:
                at = [overlap(t, rule, column) for t in of if (rule, column) in alarms(t) and t["dose"] == dose
                      and (rule, column) not in alarms(clean[key(t)])]
                if at:
                    print(f"| {column} | {dose:g}: place found again by half or more "
                          f"| {interval(sum(o >= 0.5 for o in at), len(at))} | |")
    print()


VARIANTS = {"raw": "as released", "limited14": "limited to −14 LUFS", "limited": "limited to −9.5 LUFS"}


def alarm_table(title, variants):
    """Of the trials of masters as they are, variant by variant."""
    names = [v for v in VARIANTS if variants.get(v)]
    print(f"### {title}\n\n| rule | " + " | ".join(VARIANTS[v] for v in names) + " |\n|" + "---|" * (len(names) + 1))
    rules = [rule for rule in SCORES if rule != "voice-buried"]
    for rule in rules + ["any"]:
        which = None if rule == "any" else rule
        cells = [interval(sum(bool(alarms(t, which)) for t in variants[v]), len(variants[v])) for v in names]
        print(f"| {'any of them' if rule == 'any' else f'`{rule}`'} | " + " | ".join(cells) + " |")
    for severities, words in ((("warn", "fail"), "what the check itself says: any warn"), (("fail",), "… any fail")):
        cells = [interval(sum(any(f["severity"] in severities for f in t["findings"]) for t in variants[v]), len(variants[v]))
                 for v in names]
        print(f"| {words} | " + " | ".join(cells) + " |")
    columns = {}
    for t in variants["raw"]:
        for alarm in alarms(t):
            columns[alarm] = columns.get(alarm, 0) + 1
    print("\nas released, by device:", ", ".join(f"`{r}` {c} {n}" for (r, c), n in sorted(columns.items())) or "none", "\n")


# What rules compare with norms.
COMPARED = ["lowEndShare", "bassOverMidsDb", "resonanceDb", "quietMaskedShare", "voiceBuriedShare"]


def shift_table(clean, limited):
    """How far limiting moves what is compared with norms: beside how far the norms reach from their middle."""
    print("### What limiting to −9.5 LUFS moves\n\n| measure, column | median | nine in ten move less than | norms, from their "
          "middle to 95 % |\n|---|---|---|---|")
    for measure in COMPARED:
        for column in NORMS["columns"]:
            moved = [limited[k]["columns"][column][measure] - clean[k]["columns"][column][measure] for k in clean
                     if k in limited and measure in clean[k]["columns"].get(column, {})
                     and measure in limited[k]["columns"].get(column, {})]
            reach = usual(column, measure) - high(column, measure, 0.5) if usual(column, measure) else 0.0
            if moved and reach > 0:
                sizes, middle = sorted(abs(m) for m in moved), sorted(moved)[len(moved) // 2]
                print(f"| `{measure}`, {column} | {middle:+.3f} | {sizes[int(0.9 * (len(sizes) - 1))]:.3f} | {reach:.3f} |")
    print()


def main(norms, file, safe, packages):
    NORMS.update(json.load(open(norms)))
    trials = [json.loads(line) for line in open(file) if line.endswith("}\n")]
    trials = told_apart(t for t in trials if not packages or t["package"] in packages)
    clean = {key(t): t for t in trials if t["defect"] == "" and t["variant"] == "raw"}
    counts = {}
    for package, _ in clean:
        counts[package] = counts.get(package, 0) + 1
    print("masters:", len(clean), counts, "\n")

    for defect in dict.fromkeys(t["defect"] for t in trials if t["rule"]):
        defect_table(defect, [t for t in trials if t["defect"] == defect], clean)

    asTheyAre = {v: list({key(t): t for t in trials if t["defect"] == "" and t["variant"] == v}.values()) for v in VARIANTS}
    alarm_table("Masters as they are", asTheyAre)
    names = certified(safe)
    alarm_table("Masters certified to be safe",
                {v: [t for t in of if t["name"] in names] for v, of in asTheyAre.items()})

    shift_table(clean, {key(t): t for t in asTheyAre["limited"]})
    print("### Controls: masters in which a rule speaks that was silent before\n\n| control | masters | which |\n|---|---|---|")
    for control in dict.fromkeys(t["defect"] for t in trials if t["defect"] and not t["rule"]):
        at = [t for t in trials if t["defect"] == control]
        new = [alarms(t) - alarms(clean[key(t)]) for t in at]
        which = {}
        for n in new:
            for rule in {r for r, _ in n}:
                which[rule] = which.get(rule, 0) + 1
        print(f"| {control} | {interval(sum(bool(n) for n in new), len(at))} | {which or ''} |")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
