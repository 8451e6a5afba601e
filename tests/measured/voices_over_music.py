#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `voice-buried` says where the voice is known: one that espeak-ng speaks, in the middle of released music.

    voices_over_music.py --elsewhere CLI -o trials.jsonl MASTER...
    voices_over_music.py --table trials.jsonl

24 s of each master alone, and with a voice that is by so many LU louder or softer than the music. Truth: voice, music and noise
are rendered apart by `elsewhere audition`, which is linear, and what ANSI S3.5-1997 gives for the ratio of their third octaves,
second by second, on the device is compared with Neutral. A line of JSON for each trial; what is in the file already is not done again.
Needs ffmpeg, espeak-ng and python3-numpy.
"""

import argparse
import collections
import json
import os
import subprocess
import tempfile

import numpy

import certify
from ear_flag_table import interval
from outside_sound import excerpt

RATE = 48000
SECONDS = int(certify.SECONDS)
DOSES = [6, 0, -6]  # LU, voice beside music
COLUMNS = {"earbuds/airpods-3@train": ("earbuds/airpods-3", "train"),
           "car/sedan-2002-front@car-80-kmh": ("car/sedan-2002-front", "car-80-kmh"),
           "phone/phone-typical": ("phone/phone-typical", None),
           "laptop/laptop-typical": ("laptop/laptop-typical", None)}
VOICES = ["en-us", "en-us+f3", "en-gb", "en-gb+f2", "en-gb-scotland", "en-us+m3", "en-gb-x-rp+f4", "en-us+f5"]
WORDS = """The morning train was late again, and nobody on the platform said a word. I counted seven lights along the river,
and every one of them went out before I reached the bridge. She keeps a letter in her coat and never reads it twice. When the
summer comes we will leave the windows open, and let the city sing until the street is cold. Tell me where you were tonight, tell
me what you saw, and I will tell you nothing more than what you knew before. All the houses look alike when the snow is deep."""

# ANSI S3.5-1997, table 3: third octaves from 160 Hz to 8 kHz.
IMPORTANCE = numpy.array([83, 95, 150, 289, 440, 578, 653, 711, 818, 844, 882, 898, 868, 844, 771, 527, 364, 185]) / 10000
CENTRES = 1000 * 10 ** (numpy.arange(-8, 10) / 10)

BURIED, LASTS = -0.10, 0.3  # as the rule has it: so much less, in such a part of the time
NEARLY_NEVER = 0.1


def run(*command, **options):
    process = subprocess.run(command, capture_output=True, text=True, **options)
    if process.returncode not in (0, 1):
        raise RuntimeError(process.stderr[-300:])
    return process


def read(file):
    """frames × channels"""
    bytes_ = open(file, "rb").read()
    format_ = bytes_.index(b"fmt ") + 8
    channels = int.from_bytes(bytes_[format_ + 2:format_ + 4], "little")
    return numpy.frombuffer(bytes_[bytes_.index(b"data") + 8:], dtype="<f4").reshape(-1, channels).astype(float)


def write(file, frames):
    process = subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "f32le", "-ar", str(RATE), "-ac", "2", "-i", "-",
                              "-c:a", "pcm_f32le", file], input=frames.astype("<f4").tobytes(), check=False)
    if process.returncode:
        raise RuntimeError(file)
    return file


def convert(source, target, filters):
    run("ffmpeg", "-v", "error", "-y", "-i", source, "-map", "0:a:0", "-af", ",".join(filters), "-ar", str(RATE),
        "-c:a", "pcm_f32le", target, check=True)
    return read(target)


def loudness(frames, scratch):
    file = write(f"{scratch}/loudness.wav", frames)
    text = run("ffmpeg", "-hide_banner", "-nostats", "-i", file, "-af", "ebur128", "-f", "null", "-").stderr
    return float(text[text.rindex("I:") + 2:].split()[0])


def music_of(master, scratch):
    return convert(excerpt(master, f"{scratch}/excerpt.wav"), f"{scratch}/music.wav", [f"apad=whole_dur={SECONDS}"])[:SECONDS * RATE]


def voice_of(number, scratch):
    """Even and close, as in a mix: compressed 4 : 1, in the middle."""
    run("espeak-ng", "-v", VOICES[number % len(VOICES)], "-s", "145", "-w", f"{scratch}/spoken.wav", WORDS, check=True)
    spoken = convert(f"{scratch}/spoken.wav", f"{scratch}/voice.wav",
                     ["highpass=f=90", "acompressor=threshold=-24dB:ratio=4:attack=5:release=80", "pan=stereo|c0=c0|c1=c0"])
    return numpy.resize(spoken, (SECONDS * RATE, 2))


def heard(cli, file, folder, *options):
    """Each device's rendering as it comes at the ear at its usual level; what guards against overs is taken back."""
    process = run(cli, "audition", file, "--match", "off", "-o", folder, "-q", "--force", "--json", "-", *options, check=True)
    report = json.loads(process.stdout)
    return {o["device"]: read(o["file"]) * 10 ** (-report["safetyGainDb"] / 20) for o in report["outputs"]}


def rendered(cli, frames, name, scratch):
    """On Neutral and on each column's device, without noise."""
    folder = f"{scratch}/{name}"
    os.makedirs(folder, exist_ok=True)
    return heard(cli, write(f"{folder}.wav", frames), folder, "--noise", "off", "--device",
                 ",".join(["neutral", *(device for device, _ in COLUMNS.values())]))


def noise_of(cli, column, music, played, scratch):
    device, place = COLUMNS[column]
    if place is None:
        return 0 * played
    file, where = write(f"{scratch}/noisy.wav", music), ["--device", device, "--environment", place]
    noisy = heard(cli, file, f"{scratch}/on.wav", *where)
    return noisy[device] - heard(cli, file, f"{scratch}/off.wav", "--noise", "off", *where)[device]


def bands(frames):
    """seconds × third octaves: mean power of both ears"""
    seconds = frames[:SECONDS * RATE].reshape(SECONDS, RATE, -1)
    power = (abs(numpy.fft.rfft(seconds * numpy.hanning(RATE)[None, :, None], axis=1)) ** 2).mean(axis=2)
    hertz = numpy.fft.rfftfreq(RATE, 1 / RATE)
    return numpy.stack([power[:, (hertz >= c * 10 ** -0.05) & (hertz < c * 10 ** 0.05)].sum(axis=1) for c in CENTRES], axis=1)


def intelligibility(voice, rest):
    """Of each second: the audible part of the voice, 0 … 1."""
    ratio = 10 * numpy.log10((bands(voice) + 1e-12) / (bands(rest) + 1e-12))
    return (IMPORTANCE * numpy.clip((ratio + 15) / 30, 0, 1)).sum(axis=1) / IMPORTANCE.sum()


def said(cli, file, scratch):
    report = f"{scratch}/report.json"
    run(cli, "check", file, "--device", ",".join(COLUMNS), "--json", report, "-q",
        env={**os.environ, "PATH": "/nonexistent"})
    master = json.load(open(report))["masters"][0]
    speaks = {f["device"] for f in master["findings"] if f["rule"] == "voice-buried"}
    return {d["id"]: {"change": d["measures"].get("voiceChange"), "share": d["measures"].get("voiceBuriedShare"),
                      "speaks": d["id"] in speaks} for d in master["devices"]}


def trials(cli, number, master, done, scratch):
    music, voice = music_of(master, scratch), voice_of(number, scratch)
    music *= 10 ** ((-18 - loudness(music, scratch)) / 20)
    voice *= 10 ** ((-18 - loudness(voice, scratch)) / 20)
    musics, voices = rendered(cli, music, "music", scratch), rendered(cli, voice, "voice", scratch)
    noises = {column: noise_of(cli, column, music, musics[d], scratch) for column, (d, _) in COLUMNS.items()}

    for dose in [None, *DOSES]:
        if str(dose) in done:
            continue
        gain = 0.0 if dose is None else 10 ** (dose / 20)
        mix = music + gain * voice
        level = min(10 ** ((-14 - loudness(mix, scratch)) / 20), 0.9 / abs(mix).max())
        truth = {}
        for column, (device, _) in COLUMNS.items() if dose is not None else []:
            before = intelligibility(gain * voices["neutral"], musics["neutral"])
            after = intelligibility(gain * level * voices[device], level * musics[device] + noises[column])
            loss = after - before
            truth[column] = {"before": round(float(before.mean()), 3), "change": round(float(loss.mean()), 3),
                             "share": round(float((loss <= BURIED).mean()), 3)}
        yield {"master": master, "dose": str(dose), "truth": truth,
               "said": said(cli, write(f"{scratch}/mix.wav", level * mix), scratch)}


def table(lines):
    cells = collections.defaultdict(lambda: [0, 0])
    pairs = []
    for trial in map(json.loads, lines):
        for column, says in trial["said"].items():
            truth = trial["truth"].get(column)
            kind = ("music alone" if truth is None else "buried" if truth["share"] >= LASTS
                    else "not buried" if truth["share"] < NEARLY_NEVER else "between")
            cell = cells[column, kind, trial["dose"]]
            cell[0] += says["speaks"]
            cell[1] += 1
            if truth is not None and says["change"] is not None:
                pairs.append((column, truth["change"], says["change"]))
    print("| device | voice beside the music | the voice is really | the rule speaks |\n|---|---|---|---|")
    for (column, kind, dose), (hits, count) in sorted(cells.items()):
        print(f"| {column} | {'–' if dose == 'None' else f'{int(dose):+d} LU'} | {kind} | {interval(hits, count)} |")
    for column in COLUMNS:
        both = numpy.array([(t, s) for c, t, s in pairs if c == column])
        if len(both) > 2 and both.std(axis=0).min() > 0:
            print(f"\n{column}: {len(both)} trials, correlation of the real change with the rule's "
                  f"{numpy.corrcoef(both.T)[0, 1]:.2f}")


def main(description, trials_, table_, numDoses):
    """Trials of each master with each dose; what is in the file already is not done again."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("masters", nargs="*")
    parser.add_argument("--elsewhere")
    parser.add_argument("-o", dest="output")
    parser.add_argument("--table", metavar="FILE")
    options = parser.parse_args()
    if options.table:
        table_(open(options.table))
        return
    cli = os.path.abspath(options.elsewhere)
    done = collections.defaultdict(set)
    if os.path.exists(options.output):
        for line in open(options.output):
            trial = json.loads(line)
            done[trial["master"]].add(trial["dose"])
    with open(options.output, "a") as output:
        for number, master in enumerate(options.masters):
            if len(done[master]) == numDoses:
                continue
            with tempfile.TemporaryDirectory() as scratch:
                try:
                    for trial in trials_(cli, number, master, done[master], scratch):
                        output.write(json.dumps(trial) + "\n")
                        output.flush()
                except (RuntimeError, ValueError, StopIteration, subprocess.CalledProcessError) as problem:
                    print(f"{master}: {problem}")


if __name__ == "__main__":
    main(__doc__, trials, table, 1 + len(DOSES))
