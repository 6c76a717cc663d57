#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests what bash offers after a part of a command line.
#
#   test-completion.sh COMPLETIONS-FOLDER

set -euo pipefail
completions=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
touch form.json letter.txt
mkdir forms
# It is for the real line editor, which is not there.
compopt () { :; }
# shellcheck source=/dev/null
for name in needlewise needlewise-form; do
  source "$completions/$name"
done

# What the function of the program offers for the words, sorted, on one line.
offered ()
{
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  "_${1//-/_}" || true
  printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd ' '
}

number=0
# check EXPECTED WORD...
check ()
{
  local expected=$1 found

  shift
  number=$((number + 1))
  found=$(offered "$@")
  if [[ $found == "$expected" ]]; then
    echo "ok $number - $*|"
  else
    echo "not ok $number - $*|"
    echo "# offered: $found"
    echo "# expected: $expected"
  fi
}

echo 1..8
check "--page=" needlewise --p
check "--check-reminders --help --page= --version" needlewise --
check "prepare read screen" needlewise --page =
check "prepare" needlewise --page = p
check "screen" needlewise --page s
check "form.json forms" needlewise f
check "" needlewise l
check "check complete" needlewise-form c
