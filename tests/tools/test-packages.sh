#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests how build-aux installs what is missing, with package managers that
# only write down what they were asked.
# The functions below take the place of those that lib.sh calls.
# shellcheck disable=SC2317,SC2329

set -euo pipefail
# shellcheck source=build-aux/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../build-aux/lib.sh"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
asked=$folder/asked
number=0

# check NAME EXPECTED ACTUAL
check ()
{
  number=$((number + 1))
  if [[ $2 == "$3" ]]; then
    echo "ok $number - $1"
  else
    echo "not ok $number - $1"
    printf '# expected: %s\n# got: %s\n' "$2" "${3//$'\n'/$'\n# '}"
  fi
}

needs="paper|test -e $folder/met|paper-deb ink-deb|paper-rpm|paper-arch|paper-suse
light|true|light-deb|light-rpm|light-arch|light-suse"

# install_on MANAGER USER: what is asked there, as that user.
install_on ()
{
  (
    only=$1 user=$2
    rm -f "$asked" "$folder/met"
    has () { [[ $1 == "$only" || $1 == sudo ]]; }
    id () { if [[ $user == root ]]; then echo 0; else echo 1000; fi; }
    sudo () { echo "sudo $*" >> "$asked"; touch "$folder/met"; }
    env () { apt-get "${@:3}"; }
    record () { echo "$*" >> "$asked"; touch "$folder/met"; }
    apt-get () { record apt-get "$@"; }
    dnf () { record dnf "$@"; }
    pacman () { record pacman "$@"; }
    zypper () { record zypper "$@"; }
    install_missing "$needs" < /dev/null 2> /dev/null
    tail -n 1 "$asked"
  )
}

echo 1..11

touch "$folder/met"
check "nothing is asked where nothing is missing" "" \
  "$(as_root () { echo asked; }; install_missing "$needs" 2>&1)"

for line in 'apt-get|ink-deb paper-deb' 'dnf|paper-rpm' 'pacman|paper-arch' 'zypper|paper-suse'; do
  manager=${line%%|*} packages=${line#*|}
  answer=$(install_on "$manager" root)
  answer=${answer##* install }
  answer=${answer##*--no-recommends }
  check "$manager is asked for its own packages, and only for what is missing" \
    "$packages" "${answer##* --needed }"
done

check "who is not root asks by sudo, which does not wait where nobody can type" \
  "sudo -n dnf -q -y --setopt=install_weak_deps=False install paper-rpm" \
  "$(somebody=no; install_on dnf ann)"

check "sudo may ask for the password where somebody can type it" \
  "sudo dnf -q -y --setopt=install_weak_deps=False install paper-rpm" \
  "$(somebody=yes; install_on dnf ann)"

check "who is neither root nor has sudo is told what root is to install" \
  "Only root can install these, as there is no sudo here: ink-deb paper-deb" \
  "$(rm -f "$folder/met"; has () { [[ $1 == apt-get ]]; }; id () { echo 1000; }
     (install_missing "$needs") 2>&1 | tail -n 1)"

check "what is still missing after the installation is named" \
  "Still missing after the installation: paper." \
  "$(rm -f "$folder/met"; has () { [[ $1 == dnf ]]; }; as_root () { :; }
     (install_missing "$needs") 2>&1 | tail -n 1)"

check "a system without a package manager that we know is told so" \
  "No package manager that is known here (apt, dnf, pacman, zypper). Please install them yourself." \
  "$(rm -f "$folder/met"; has () { false; }; (install_missing "$needs") 2>&1 | tail -n 1)"

wrong=$(printf '%s\n' "$build_needs" "$display_needs" "$picture_needs" "$test_needs" "$bare_needs" | grep . |
  awk -F '|' 'NF != 6 || $3 == "" || $4 == "" || $5 == "" || $6 == ""')
check "every need has a test and packages under all four" "" "$wrong"
