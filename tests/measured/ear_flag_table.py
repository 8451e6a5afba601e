#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ear_flag_injections printed, as the tables of docs/measured/flags-on-devices.md.

    ear_flag_table.py NORMS.json trials.jsonl [PACKAGE …]      only of these packages

Verdicts are reckoned here from the printed measures, with the thresholds of the rules, so that norms can be changed
without another day of trials. `harsh` is judged as it would be beside the user's own references: a warning.
"""

import json
import math
import sys

SCORES = {
    "bass-disappears": lambda m: m.get("bassLost"),
    "quiet-parts-masked": lambda m: m.get("quietMaskedSeconds"),
    "boomy-bass": lambda m: m.get("lowEndShare"),
    "harsh": lambda m: m.get("resonanceDb"),
    "stereo-collapse": lambda m: 1.0 - m.get("offCentreKept", 1.0),
    "voice-buried": lambda m: -m["voiceChange"] if "voiceChange" in m else None,
}
MODERATE = {"bass-disappears": -25, "quiet-parts-masked": -15, "boomy-bass": 6, "harsh": 8, "stereo-collapse": 0.9,
            "voice-buried": 9}
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


def verdict(column, m):
    """The rules that warn on one column."""
    if m.get("bassLost", 0) > max(0.5, high(column, "bassLost")):
        yield "bass-disappears"
    if m.get("quietMaskedSeconds", 0) >= 4 and m.get("quietMaskedShare", 0) >= 0.05:
        yield "quiet-parts-masked"
    if m["lowEndShare"] > max(high(column, "lowEndShare"), high(column, "lowEndShare", 0.5) + 0.07):
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


def main(norms, file, packages):
    NORMS.update(json.load(open(norms)))
    trials = [json.loads(line) for line in open(file)]
    trials = [t for t in trials if not packages or t["package"] in packages]
    clean = {key(t): t for t in trials if t["defect"] == "" and t["variant"] == "raw"}
    counts = {}
    for package, _ in clean:
        counts[package] = counts.get(package, 0) + 1
    print("masters:", len(clean), counts, "\n")

    defects = {}
    for t in trials:
        if any(c.isdigit() or c == "…" for c in t["defect"]) and "…" in t["defect"]:
            defects.setdefault(t["defect"], []).append(t)

    for defect, of in defects.items():
        rule = {"bass": "bass-disappears", "ten ": "quiet-parts-masked", "shel": "boomy-bass", "peak": "harsh",
                "righ": "stereo-collapse", "voic": "voice-buried"}[defect[:4]]
        score = SCORES[rule]
        print(f"### `{rule}`: {defect}\n\n| device | dose | found | AUC |\n|---|---|---|---|")
        columns = list(of[0]["columns"])
        for column in columns:
            sound = [score(t["columns"][column]) for t in clean.values()]
            sound = [s for s in sound if s is not None]
            for dose in sorted({t["dose"] for t in of}, key=abs):
                at = [t for t in of if t["dose"] == dose]
                silent = [t for t in at if (rule, column) not in alarms(clean[key(t)])]
                found = sum((rule, column) in alarms(t) for t in silent)
                ill = [score(t["columns"][column]) for t in at]
                ill = [s for s in ill if s is not None]
                mark = " (moderate)" if dose == MODERATE[rule] else ""
                print(f"| {column} | {dose:g}{mark} | {interval(found, len(silent))} | {area(ill, sound):.2f} |")
            steady = count = 0
            for k in clean:
                ladder = [score(t["columns"][column]) for t in sorted((t for t in of if key(t) == k),
                                                                     key=lambda t: abs(t["dose"]))]
                if len(ladder) < 3 or None in ladder:
                    continue
                count += 1
                tolerance = 0.02 * (max(ladder) - min(ladder))
                steady += all(b >= a - tolerance for a, b in zip(ladder, ladder[1:]))
            print(f"| {column} | monotone | {interval(steady, count)} | |")
            if rule == "quiet-parts-masked":
                at = [overlap(t, rule, column) for t in of if (rule, column) in alarms(t) and t["dose"] == -15
                      and (rule, column) not in alarms(clean[key(t)])]
                print(f"| {column} | time found again by half or more | {interval(sum(o >= 0.5 for o in at), len(at))} | |")
        print()

    print("### Masters as they are\n\n| rule | as released | limited to −9.5 LUFS |\n|---|---|---|")
    limited = {key(t): t for t in trials if t["defect"] == "" and t["variant"] == "limited"}
    rules = [rule for rule in SCORES if rule != "voice-buried"]
    for rule in rules:
        print(f"| `{rule}` | {interval(sum(bool(alarms(t, rule)) for t in clean.values()), len(clean))} | "
              f"{interval(sum(bool(alarms(t, rule)) for t in limited.values()), len(limited))} |")
        for column in next(iter(clean.values()))["columns"]:
            n = sum((rule, column) in alarms(t) for t in clean.values())
            if n:
                print(f"|   {column} | {n} | |")
    print(f"| any of them | {interval(sum(bool(alarms(t)) for t in clean.values()), len(clean))} | "
          f"{interval(sum(bool(alarms(t)) for t in limited.values()), len(limited))} |")
    print()
    print("### Controls: masters in which a rule speaks that was silent before\n\n| control | masters | which |\n|---|---|---|")
    for control in dict.fromkeys(t["defect"] for t in trials if t["defect"] and "…" not in t["defect"]):
        at = [t for t in trials if t["defect"] == control]
        new = [alarms(t) - alarms(clean[key(t)]) for t in at]
        which = {}
        for n in new:
            for rule in {r for r, _ in n}:
                which[rule] = which.get(rule, 0) + 1
        print(f"| {control} | {interval(sum(bool(n) for n in new), len(at))} | {which or ''} |")


main(sys.argv[1], sys.argv[2], sys.argv[3:])
