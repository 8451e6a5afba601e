#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes ir_library/norms/game-music.json: 24 s from a third of each piece on, as released and with the balance of popular
recordings, of these Debian packages, which no figure of docs/measured is taken from:

    apt-get install supertux-data singularity-music redeclipse-data planetblupi-music-ogg ffmpeg
    tests/measured/game_music_norms.py build/release/Source/cli/elsewhere ir_library/norms/game-music.json

The same music gives the same file.
"""

import os
import subprocess
import sys
import tempfile

from certify import SECONDS
from outside_sound import balanced, excerpt

FADES = f"afade=d=0.05,afade=t=out:st={SECONDS - 0.05}:d=0.05"
ORIGIN = ("24 excerpts of game music (supertux-data, singularity-music, redeclipse-data, planetblupi-music-ogg), as released and "
          "with octaves that fall as those of popular recordings")
PIECES = """\
games/supertux2/music/antarctic/arctic_breeze.ogg
games/supertux2/music/antarctic/salcon.ogg
games/supertux2/music/forest/beneath_the_rabbit_hole.ogg
games/supertux2/music/forest/forest-sprint.ogg
games/supertux2/music/forest/ghostforest2.ogg
games/supertux2/music/forest/treeboss.ogg
games/supertux2/music/misc/intro.ogg
games/supertux2/music/retro/worldmap_old.ogg
games/singularity/music/Aberrations.ogg
games/singularity/music/By-Product.ogg
games/singularity/music/Deprecation.ogg
games/singularity/music/Media Threat.ogg
games/singularity/music/Through Space.ogg
games/singularity/music/lose/March Thee to Dis.ogg
games/redeclipse/data/sounds/music/track_02.ogg
games/redeclipse/data/sounds/music/track_06.ogg
games/redeclipse/data/sounds/music/track_10.ogg
games/redeclipse/data/sounds/theme.ogg
games/redeclipse/data/sounds/music/track_04.ogg
games/redeclipse/data/sounds/music/track_08.ogg
planetblupi/music/music001.ogg
planetblupi/music/music003.ogg
planetblupi/music/music006.ogg
planetblupi/music/music008.ogg"""


def main():
    elsewhere, norms = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for number, piece in enumerate(PIECES.splitlines(), 1):
            released = excerpt(f"/usr/share/{piece}", f"{folder}/{number:02d}.wav", FADES)
            balanced(released, f"{folder}/{number:02d}-balanced.wav", FADES)
        subprocess.run([os.path.abspath(elsewhere), "norms", folder, "-o", norms, "--force", "--origin", ORIGIN], check=True)


if __name__ == "__main__":
    main()
