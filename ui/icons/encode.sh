#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Turns symbolic icons into the form that GTK shows without a decoder for SVG,
# in the sizes that the program uses, and those into a resource in C.
#
#   encode.sh ENCODER COMPILER PREFIX FOLDER OUTPUT ICON...

set -eu

encoder=$1 compiler=$2 prefix=$3 folder=$4 output=$5
shift 5

mkdir -p "$folder"
log=$folder/encoder.log
list=$folder/icons.gresource.xml
{
  echo '<gresources>'
  for size in 16x16 24x24 32x32 48x48; do
    mkdir -p "$folder/$size/actions"
    echo "  <gresource prefix='$prefix/icons'>"
    for icon; do
      # GTK 4.18's encoder warns of each parameter that its PNG saver does not know.
      if ! "$encoder" "$icon" $size -o "$folder/$size/actions" > "$log" 2>&1; then
        cat "$log" >&2
        exit 1
      fi
      echo "    <file>$size/actions/$(basename "$icon" .svg).symbolic.png</file>"
    done
    echo '  </gresource>'
  done
  echo '</gresources>'
} > "$list"
"$compiler" --sourcedir "$folder" --generate-source --c-name nw_icons --target "$output" "$list"
