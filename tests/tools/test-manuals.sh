#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests that the man pages and the completions know what the programs know.
#
#   test-manuals.sh DATA-FOLDER PROGRAM...

set -euo pipefail
data=$1
shift
number=0

# check NAME FILE WORD...: whether the file, without groff's backslashes, holds every word
check ()
{
  local name=$1 file=$2 word missing=

  number=$((number + 1))
  shift 2
  for word; do
    sed 's/\\-/-/g' "$file" | grep -qwe "$word" || missing+=" $word"
  done
  if [[ -z $missing && $# -gt 0 ]]; then
    echo "ok $number - $name"
  else
    echo "not ok $number - $name"
    echo "# not there:$missing"
  fi
}

echo "1..$(($# * 2))"
for program; do
  name=$(basename "$program")
  # The options, and the commands where the program has any.
  mapfile -t words < <("$program" --help | grep -oE -- "--[a-z][a-z-]+|^  [a-z]+  |^  $name [a-z]+" |
    sed "s/.*$name //; s/ //g" | grep -vE -- '--help-.*' | sort -u)
  check "the man page of $name tells all of it" "$data/man/$name.1" "${words[@]}"
  check "the completion of $name offers all of it" "$data/completions/$name" "${words[@]}"
done
