#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the command of a newcomer, build-aux/run, with stand-ins for the package
# manager, for what builds, and for the program.

set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tree=$folder/tree
export ASKED=$folder/asked BIN=$folder/bin
number=0

mkdir -p "$tree/build-aux" "$BIN"
cp "$source"/build-aux/{run,lib.sh} "$tree/build-aux"
# One need, whatever this system has.
cat >> "$tree/build-aux/lib.sh" << 'END'
build_needs='the tool|has the-tool|the-tool-deb|the-tool-rpm|the-tool-arch|the-tool-suse'
display_needs='the screen|has the-screen|the-screen-deb|the-screen-rpm|the-screen-arch|the-screen-suse'
picture_needs='the font|has the-font|the-font-deb|the-font-rpm|the-font-arch|the-font-suse'
package_manager () { echo apt 2; }
END

# stand_in FILE: a program that does what is read, and says that it was asked.
stand_in ()
{
  printf '#!/usr/bin/env bash\n%s\n' "$(cat)" > "$1"
  chmod +x "$1"
}

stand_in "$BIN/sudo" << 'END'
[[ $1 != -n ]] || shift
exec "$@"
END
stand_in "$BIN/apt-get" << 'END'
echo "${0##*/}" >> "$ASKED"
for name; do
  [[ $name != the-*-deb ]] || ln -s "$(type -P true)" "$BIN/${name%-deb}"
done
END
stand_in "$BIN/meson" << 'END'
echo "meson $1" >> "$ASKED"
[[ $* != *--wipe* ]] || exit 1
mkdir -p "$2/src" && touch "$2/build.ninja"
END
# $2 is the folder, and the target comes last; -n asks what there is to do.
stand_in "$BIN/ninja" << 'END'
if [[ ${3:-} == -n ]]; then
  [[ ! -e $2/src/needlewise ]] || echo "ninja: no work to do."
  exit
fi
echo "ninja ${*: -1}" >> "$ASKED"
echo "[1/1] Linking"
[[ ! -e ../broken ]] || exit 1
cp "$BIN/needlewise" "$2/src/needlewise"
END
stand_in "$BIN/needlewise" << 'END'
printf '%s|' needlewise "$@" "$GSETTINGS_SCHEMA_DIR" "$NEEDLEWISE_LOCALEDIR" >> "$ASKED"
exit 5
END
stand_in "$tree/build-aux/pictures" << 'END'
echo "pictures $*" >> "$ASKED"
END

# run_it [ARGUMENTS]: what it says, with its exit status at the end.
run_it ()
{
  rm -f "$ASKED"
  PATH=$BIN:$PATH "$tree/build-aux/run" "$@" 2>&1 < /dev/null || echo "status $?"
}

asked ()
{
  [[ ! -e $ASKED ]] || paste -sd , "$ASKED"
}

# check NAME EXPECTED ACTUAL
check ()
{
  number=$((number + 1))
  if [[ $2 == "$3" ]]; then
    echo "ok $number - $1"
  else
    echo "not ok $number - $1"
    printf '# expected: %s\n# got: %s\n' "${2//$'\n'/$'\n# '}" "${3//$'\n'/$'\n# '}"
  fi
}

echo 1..13
export DISPLAY=:77
unset WAYLAND_DISPLAY

said=$(run_it --page=read "a form.json")
check "the first start shows its progress" \
"Missing: the tool.
Installing with apt: the-tool-deb
This can take a few minutes.
Configuring…
Building…
[1/1] Linking
status 5" "$said"
check "it installs, configures, builds and starts, with the arguments and its own schema" \
  "apt-get,apt-get,meson setup,meson setup,ninja program,needlewise|--page=read|a form.json|$tree/_build/data|$tree/_build/po|" "$(asked)"

said=$(run_it --page=read)
check "the second start says nothing" "status 5" "$said"
check "the second start runs no package manager and nothing that builds" \
  "needlewise|--page=read|$tree/_build/data|$tree/_build/po|" "$(asked)"

rm "$tree/_build/src/needlewise"
run_it > "$folder/said"
check "after a change only what is changed is built" "ninja program,needlewise|$tree/_build/data|$tree/_build/po|" "$(asked)"

unset DISPLAY
said=$(run_it)
check "where there is no display it says so, and what it makes instead" \
  "There is no display here, so no window can be shown. Making pictures of it instead." \
  "$(head -n 1 <<< "$said")"
check "it makes the pictures with what they need besides" \
  "apt-get,apt-get,pictures _build _build/pictures" "$(asked)"

run_it --version > "$folder/said"
check "what needs no display is answered without one" \
  "needlewise|--version|$tree/_build/data|$tree/_build/po|" "$(asked)"

WAYLAND_DISPLAY=wayland-0 run_it > "$folder/said"
check "a Wayland display is one, too" "needlewise|$tree/_build/data|$tree/_build/po|" "$(asked)"

run_it --pictures "$folder/my pictures" > "$folder/said"
check "pictures are made on purpose, too" "pictures _build $folder/my pictures" "$(asked)"

said=$(run_it --pictures)
check "it says how, where the folder is missing" \
"Usage: build-aux/run --pictures DIR
status 1" "$said"

rm "$tree/_build/src/needlewise"
touch "$folder/broken"
export DISPLAY=:77
said=$(cd "$tree" && run_it)
check "where the build fails it says so" "The project could not be built.
status 1" "$(tail -n 2 <<< "$said")"
check "where the build fails nothing is started" "ninja program" "$(asked)"
