#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests how .ci/run adds up what it checked here and in a bare system, with
# stand-ins for both.

set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
number=0

mkdir -p "$folder/.ci" "$folder/build-aux"
cp "$source/.ci/run" "$folder/.ci"
cp "$source/build-aux/lib.sh" "$folder/build-aux"

# stand_in NAME COMMANDS: a script of build-aux that does this instead.
stand_in ()
{
  printf '#!/usr/bin/env bash\n%s\n' "$2" > "$folder/build-aux/$1"
  chmod +x "$folder/build-aux/$1"
}

# check NAME HERE BARE STATUS LAST [ARGUMENT]: what is said last, and the exit
# status, where the check here and the one in a bare system do these commands.
check ()
{
  local status=0 said

  stand_in check "$2"
  stand_in bare "$3"
  stand_in headless true
  said=$(bash "$folder/.ci/run" ${6:+"$6"} 2> /dev/null) || status=$?
  number=$((number + 1))
  if [[ $status == "$4" && $(tail -n 1 <<< "$said") == "$5" ]]; then
    echo "ok $number - $1"
  else
    echo "not ok $number - $1"
    printf 'status %s\n%s\n' "$status" "$said" | sed 's/^/# /'
  fi
}

good='echo 12 passed, 0 failed, 1 skipped'
bad='echo 11 passed, 1 failed, 1 skipped; exit 1'

echo 1..11
check "both ends are added up" "$good" "$good" 0 "24 passed, 0 failed, 2 skipped"
check "only here is only here" "$good" "$bad" 0 "12 passed, 0 failed, 1 skipped" here
check "a failure here is one" "$bad" "$good" 1 "23 passed, 1 failed, 2 skipped"
check "a failure there is one" "$good" "$bad" 1 "23 passed, 1 failed, 2 skipped"
check "a system that cannot be made is skipped" "$good" "exit 77" 0 "12 passed, 0 failed, 2 skipped"
check "one that takes too long is skipped" "$good" "exit 124" 0 "12 passed, 0 failed, 2 skipped"
check "a check that breaks off here is a failure" "exit 1" "$good" 1 "12 passed, 1 failed, 1 skipped"
check "a check that breaks off there is a failure" "$good" "exit 3" 1 "12 passed, 1 failed, 1 skipped"
check "one that breaks off after its count is a failure" "$good; exit 2" "$good" 1 \
  "24 passed, 1 failed, 2 skipped"
check "nothing tested is no success" "echo 0 passed, 0 failed, 0 skipped" "exit 77" 1 \
  "0 passed, 0 failed, 1 skipped"

sed -i 's/^limit_s=.*/limit_s=1/' "$folder/.ci/run"
check "what does not end is ended" "$good" "sleep 60" 0 "12 passed, 0 failed, 2 skipped"
