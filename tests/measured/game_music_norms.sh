#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes ir_library/norms/game-music.json: 24 s from a third of each piece on, as released, of these Debian packages,
# which no figure of docs/measured is taken from:
#
#     apt-get install supertux-data singularity-music redeclipse-data planetblupi-music-ogg ffmpeg
#     tests/measured/game_music_norms.sh build/release/Source/cli/elsewhere ir_library/norms/game-music.json
#
# The same music gives the same file.
set -eu

elsewhere=$1
norms=$2
excerpts=$(mktemp -d)
trap 'rm -r "$excerpts"' EXIT
number=0

while read -r file; do
    seconds=$(ffprobe -v error -show_entries format=duration -of csv=p=0 "/usr/share/$file")
    start=$(awk -v s="$seconds" 'BEGIN { t = s / 3; if (t > s - 24) t = s - 24; printf "%.3f", t }')
    number=$((number + 1))
    ffmpeg -nostdin -v error -ss "$start" -t 24 -i "/usr/share/$file" -ac 2 -c:a pcm_f32le \
        -af "afade=t=in:d=0.05,afade=t=out:st=23.95:d=0.05" "$excerpts/$(printf %02d $number).wav"
done <<'LIST'
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
planetblupi/music/music008.ogg
LIST

"$elsewhere" norms "$excerpts" -o "$norms" --force \
    --origin "24 excerpts of game music (supertux-data, singularity-music, redeclipse-data, planetblupi-music-ogg)"
