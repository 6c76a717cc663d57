#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Turns symbolic icons into the form that GTK shows without a decoder for SVG,
# in the sizes that the program uses, and those into a resource in C.
#
#   encode.sh ENCODER COMPILER PREFIX FOLDER OUTPUT ICON...
#
# With "none" for the encoder the icons stay SVG.

set -eu

encoder=$1 compiler=$2 prefix=$3 folder=$4 output=$5
shift 5

mkdir -p "$folder"

encode ()
{
  for size in 16x16 24x24 32x32 48x48; do
    mkdir -p "$folder/$size/actions"
    for icon; do
      # GTK 4.18's encoder warns of each parameter that its PNG saver does not know.
      if ! "$encoder" "$icon" $size -o "$folder/$size/actions" > "$folder/log" 2>&1; then
        cat "$folder/log" >&2
        return 1
      fi
      echo "    <file>$size/actions/$(basename "$icon" .svg).symbolic.png</file>"
    done
  done
}

copy ()
{
  mkdir -p "$folder/scalable/actions"
  for icon; do
    cp "$icon" "$folder/scalable/actions"
    echo "    <file>scalable/actions/$(basename "$icon")</file>"
  done
}

if [ "$encoder" = none ]; then
  copy "$@" > "$folder/files"
else
  encode "$@" > "$folder/files"
fi
{
  echo "<gresources>"
  echo "  <gresource prefix='$prefix'>"
  cat "$folder/files"
  echo "  </gresource>"
  echo "</gresources>"
} > "$folder/icons.gresource.xml"
"$compiler" --sourcedir "$folder" --generate-source --c-name nw_icons --target "$output" \
  "$folder/icons.gresource.xml"
