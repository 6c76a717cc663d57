# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run, check and pictures: what the program needs from the system,
# how to see whether it is there, and how to install what is not.
# shellcheck shell=bash disable=SC2034

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "$@"
  exit 1
}

# The exit status where the network or the package manager does not do its part.
no_packages=69

has ()
{
  command -v "$1" > /dev/null 2>&1
}

# The oldest versions that meson.build accepts.
has_library ()
{
  has pkg-config && pkg-config --atleast-version="$2" "$1"
}

has_compiler ()
{
  has cc && printf '#include <stdio.h>\n' |
    cc -x c -fsyntax-only - 2> /dev/null
}

has_meson ()
{
  local version

  version=$(meson --version 2> /dev/null) || return 1
  [[ $(printf '%s\n' 1.0.0 "$version" | sort -V | head -n 1) == 1.0.0 ]]
}

# The encoder goes where GTK reads SVG by itself.
has_gtk_tools ()
{
  has gtk4-update-icon-cache &&
    { has gtk4-encode-symbolic-svg || has_library gtk4 4.20; }
}

has_ninja ()
{
  has ninja || has ninja-build
}

# Any, or the family $1.
has_font ()
{
  [[ -n $(fc-list "${1:-:}" family 2> /dev/null) ]]
}

# Any of the data folders of the system holds the file.
has_data ()
{
  local dir
  local -a dirs

  IFS=: read -r -a dirs <<< "${XDG_DATA_DIRS:-}:/usr/local/share:/usr/share"
  for dir in "${dirs[@]}"; do
    [[ -n $dir && -e $dir/$1 ]] && return 0
  done
  return 1
}

# A path that a library names in its .pc file.
library_path ()
{
  pkg-config --variable="$2" "$1" 2> /dev/null
}

# What draws SVG: librsvg's loader, or glycin's where that has replaced it.
has_svg_loader ()
{
  local cache

  cache=$(library_path gdk-pixbuf-2.0 gdk_pixbuf_cache_file)
  grep -qs svg "$cache" || compgen -G '/usr/lib*/glycin-loaders/*/glycin-svg' > /dev/null
}

has_settings_backend ()
{
  [[ -e $(library_path gio-2.0 giomoduledir)/libdconfsettings.so ]]
}

has_accessibility_bus ()
{
  [[ -x /usr/libexec/at-spi-bus-launcher || -x /usr/lib/at-spi2-core/at-spi-bus-launcher ||
     -x /usr/libexec/at-spi2/at-spi-bus-launcher || -x /usr/lib/at-spi-bus-launcher ]]
}

has_python_glib ()
{
  /usr/bin/python3 -c 'from gi.repository import Gio' 2> /dev/null
}

has_locale_sources ()
{
  has localedef && [[ -e /usr/share/i18n/locales/es_ES ]]
}

# dpkg-buildpackage wants the whole of build-essential.
has_debian_packaging ()
{
  has dh && dpkg-query --show build-essential > /dev/null 2>&1
}

has_calendar_python ()
{
  /usr/bin/python3 -c 'import icalendar, vobject' 2> /dev/null
}

# One need a line: its name, the test that finds it, and the packages that
# hold it under apt, dnf, pacman and zypper.
build_needs='
compiler|has_compiler|gcc libc6-dev|gcc glibc-devel|gcc|gcc glibc-devel
pkg-config|has pkg-config|pkg-config|pkgconf-pkg-config|pkgconf|pkg-config
Meson|has_meson|meson|meson|meson|meson
Ninja|has_ninja|ninja-build|ninja-build|ninja|ninja
GTK|has_library gtk4-unix-print 4.8|libgtk-4-dev|gtk4-devel|gtk4|gtk4-devel
GTK tools|has_gtk_tools|libgtk-4-bin|gtk4-devel|gtk4|gtk4-tools gtk4-devel
GLib tools|has glib-compile-resources|libglib2.0-dev-bin|glib2-devel|glib2-devel|glib2-devel
XML tools|has xmllint|libxml2-utils|libxml2|libxml2|libxml2-tools
gettext|has msgfmt|gettext|gettext|gettext|gettext-tools
pictures|has_svg_loader|librsvg2-common|librsvg2|librsvg|gdk-pixbuf-loader-rsvg
icons|has_data icons/Adwaita/index.theme|adwaita-icon-theme|adwaita-icon-theme|adwaita-icon-theme|adwaita-icon-theme
fonts|has_font|fontconfig fonts-cantarell fonts-dejavu-core|fontconfig abattis-cantarell-fonts|fontconfig cantarell-fonts|fontconfig cantarell-fonts
file types|has_data mime/mime.cache|shared-mime-info|shared-mime-info|shared-mime-info|shared-mime-info
settings|has_settings_backend|dconf-gsettings-backend|dconf|dconf|dconf
launcher entries|has update-desktop-database|desktop-file-utils|desktop-file-utils|desktop-file-utils|desktop-file-utils
session bus|has dbus-run-session|dbus-daemon|dbus-daemon|dbus|dbus-1-daemon'

display_needs='
accessibility bus|has_accessibility_bus|at-spi2-core|at-spi2-core|at-spi2-core|at-spi2-core
Python for GLib|has_python_glib|python3-gi|python3-gobject-base|python-gobject|python3-gobject
virtual display|has Xvfb|xvfb|xorg-x11-server-Xvfb|xorg-server-xvfb|xorg-x11-server-Xvfb
screenshots|has import|imagemagick|ImageMagick|imagemagick|ImageMagick
window control|has xdotool|xdotool|xdotool|xdotool|xdotool'

# They look the same wherever they are made.
picture_needs='
font of the pictures|has_font Cantarell|fontconfig fonts-cantarell|fontconfig abattis-cantarell-fonts|fontconfig cantarell-fonts|fontconfig cantarell-fonts'

test_needs='
calls of a program|has strace|strace|strace|strace|strace
programs’ protection|has readelf|binutils|binutils|binutils|binutils
launcher|has gio|libglib2.0-bin|glib2|glib2|glib2-tools
readers of PDF|has pdftotext|poppler-utils|poppler-utils|poppler|poppler-tools
locales|has_locale_sources|locales|glibc-locale-source|glibc|glibc-i18ndata
manual pages|has groff|groff-base|groff-base|groff|groff
catalogue check|has appstreamcli|appstream|appstream|appstream|AppStream
notifications|has dunst|dunst|dunst|dunst|dunst
Wayland without a screen|has sway|sway|sway|sway|sway
Wayland’s keys|has wtype|wtype|wtype|wtype|wtype
Wayland’s screenshots|has grim|grim|grim|grim|grim
calendar readers|has_calendar_python|python3-icalendar python3-vobject|python3-icalendar python3-vobject|python-icalendar python-vobject|python3-icalendar python3-vobject
second reader of JSON|has_library json-glib-1.0 1.6|libjson-glib-dev|json-glib-devel|json-glib|json-glib-devel'

bare_needs='
bare systems|has debootstrap|debootstrap|debootstrap|debootstrap|debootstrap'

# Only apt’s packages: this is for Debian and its like.
deb_needs='
Debian packaging|has_debian_packaging|build-essential debhelper
package check|has lintian|lintian'

# Whether somebody is there to type a password; sudo asks at the terminal.
if [[ -t 0 ]]; then somebody=yes; else somebody=no; fi

as_root ()
{
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif [[ $somebody == yes ]]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

install_with_apt ()
{
  as_root apt-get -qq update || say "The list of packages could not be refreshed; going on with the old one."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
    -o Dpkg::Use-Pty=0 install "$@"
}

install_with_dnf ()
{
  as_root dnf -q -y --setopt=install_weak_deps=False install "$@"
}

install_with_pacman ()
{
  as_root pacman -Sy --noconfirm --needed "$@"
}

install_with_zypper ()
{
  as_root zypper --non-interactive install --no-recommends "$@"
}

# Prints "NAME COLUMN" of the first package manager that is here.
package_manager ()
{
  if has apt-get; then echo apt 2
  elif has dnf; then echo dnf 3
  elif has zypper; then echo zypper 5
  elif has pacman; then echo pacman 4
  fi
}

# Prints the lines of the needs in "$@" that the system does not meet.
unmet ()
{
  local line

  printf '%s\n' "$@" | while IFS= read -r line; do
    [[ -n $line ]] || continue
    # The test is a command of ours with its arguments.
    # shellcheck disable=SC2046
    eval $(cut -d '|' -f 2 <<< "$line") || printf '%s\n' "$line"
  done
}

# Installs what is missing of the needs in "$@"; nothing when nothing is.
install_missing ()
{
  local missing manager column packages log

  missing=$(unmet "$@")
  [[ -n $missing ]] || return 0

  say "Missing: $(cut -d '|' -f 1 <<< "$missing" | paste -sd , | sed 's/,/, /g')."
  read -r manager column <<< "$(package_manager)"
  [[ -n $manager ]] ||
    die "No package manager that is known here (apt, dnf, pacman, zypper). Please install them yourself."
  packages=$(cut -d '|' -f $((column + 1)) <<< "$missing" | tr ' ' '\n' | sort -u | paste -sd ' ')

  [[ $(id -u) -eq 0 ]] || has sudo ||
    die "Only root can install these, as there is no sudo here: $packages"
  say "Installing with $manager: $packages"
  say "This can take a few minutes."
  log=$(mktemp)
  # shellcheck disable=SC2086
  if ! "install_with_$manager" $packages > "$log" 2>&1 < /dev/null; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    say "The packages could not be installed."
    exit "$no_packages"
  fi
  rm -f "$log"

  missing=$(unmet "$@")
  [[ -z $missing ]] ||
    die "Still missing after the installation: $(cut -d '|' -f 1 <<< "$missing" | paste -sd , | sed 's/,/, /g')."
}

# Configures in the folder $1 and builds the target $2; the rest goes to meson setup.
build ()
{
  local dir=$1 target=$2 log ninja
  shift 2

  ninja=$(command -v ninja || command -v ninja-build)
  if [[ ! -f $dir/build.ninja ]]; then
    say "Configuring…"
    log=$(mktemp)
    if ! meson setup --wipe "$dir" "$@" > "$log" 2>&1 && ! meson setup "$dir" "$@" > "$log" 2>&1; then
      tail -n 20 "$log" >&2
      rm -f "$log"
      die "The project could not be configured."
    fi
    rm -f "$log"
  fi
  if [[ $("$ninja" -C "$dir" -n "$target" 2>&1) != *'no work to do'* ]]; then
    say "Building…"
    "$ninja" -C "$dir" "$target" >&2 || die "The project could not be built."
  fi
}
