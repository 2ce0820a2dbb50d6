# shellcheck shell=sh disable=SC2154  # root and venv are the caller's
# Sourced by run and test: finds Python, makes a virtual environment with the locked packages, sees to Qt's libraries.
# The caller has set `root` (the checkout) and `venv` (where the environment goes). Everything done here is done once:
# what was installed is kept beside the environment and compared on the next start.

# What Qt's window needs of the system, by package manager. cups-client brings `lp`, which prints.
APT_PACKAGES="libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libx11-xcb1 libxcb-cursor0
	libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1
	libwayland-cursor0 libcups2 cups-client"
DNF_PACKAGES="libglvnd-glx libglvnd-egl glib2 dbus-libs fontconfig libxkbcommon-x11 libX11-xcb xcb-util-cursor
	xcb-util-wm xcb-util-keysyms libxcb libwayland-cursor cups-libs cups-client"
PACMAN_PACKAGES="libglvnd glib2 dbus fontconfig libxkbcommon-x11 libx11 xcb-util-cursor xcb-util-wm xcb-util-keysyms
	libxcb wayland libcups cups"

say() {
	printf '%s\n' "$@" >&2
}

fail() {
	say "$@"
	exit 1
}

# A log is shown only when something went wrong, and never left behind.
log=
trap 'rm -f "$log"' EXIT
trap 'say "" "Stopped. Start again to go on from here."; exit 130' INT TERM

is_root() {
	[ "$(id -u)" -eq 0 ]
}

# apt_install PACKAGE…: quietly; asks for fresh package lists only when the ones at hand do not do.
apt_install() {
	log=$(mktemp)
	if ! apt_try "$@" >"$log" 2>&1; then
		apt-get update -q >>"$log" 2>&1 || true
		if ! apt_try "$@" >>"$log" 2>&1; then
			tail -n 15 "$log" >&2
			rm -f "$log"
			return 1
		fi
	fi
	rm -f "$log"
}

apt_try() {
	DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=180 "$@" </dev/null
}

# Sets `python` to an interpreter that is new enough and can make virtual environments. A name on the PATH may be a
# stand-in that does not work (pyenv's shims), so each is tried rather than looked for.
find_python() {
	new_enough=
	for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.10 python3.14 python; do
		[ -n "$candidate" ] || continue
		"$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1 || continue
		new_enough=${new_enough:-$candidate}
		if "$candidate" -c 'import venv, ensurepip' >/dev/null 2>&1; then
			python=$candidate
			return
		fi
	done
	if [ -z "$new_enough" ]; then
		if is_root && command -v apt-get >/dev/null 2>&1; then
			say "Installing Python …"
			apt_install python3 python3-venv && find_installed_python && return
		fi
		fail "Cordial needs Python 3.10 or newer, and there is none here. Install it, then start again:" "" \
			"    $(install_command "python3 python3-venv" "python3" "python")"
	fi
	package=$("$new_enough" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
	if is_root && command -v apt-get >/dev/null 2>&1; then
		say "Installing $package …"
		apt_install "$package" || apt_install python3-venv || fail "$package could not be installed. See above."
		python=$new_enough
		"$python" -c 'import venv, ensurepip' >/dev/null 2>&1 || fail "$python still cannot make virtual environments."
		return
	fi
	fail "This Python cannot make virtual environments yet. Run this, then start again:" "" \
		"    $(install_command "$package" "python3-pip" "python")"
}

find_installed_python() {
	python=python3
	"$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1
}

# install_command APT DNF PACMAN: what a person types to install packages on this system.
install_command() {
	sudo="sudo "
	! is_root || sudo=
	if command -v apt-get >/dev/null 2>&1; then
		words="${sudo}apt-get install -y $1"
	elif command -v dnf >/dev/null 2>&1; then
		words="${sudo}dnf install -y $2"
	elif command -v pacman >/dev/null 2>&1; then
		words="${sudo}pacman -S --needed $3"
	else
		words="(with your system's package manager) $1"
	fi
	printf '%s' "$words" | tr -s '\n\t ' ' '
}

# takes_files FOLDER: whoever runs this may write in the folder, or make it where there is none yet.
takes_files() {
	if [ -e "$1" ]; then
		[ -w "$1" ]
	else
		takes_files "$(dirname -- "$1")"
	fi
}

# ensure_packages LOCK: the environment holds what the lock file names. After an install that was cut short the whole
# environment is made anew, because pip takes a package that is half there for a whole one.
ensure_packages() {
	lock=$1
	done_mark=$venv/installed-$(basename "$lock")
	if cmp -s "$lock" "$done_mark" && python_is_as_installed; then
		return
	fi
	takes_files "$venv" || fail "Nothing can be written in $root: it is read-only, or somebody else's." \
		"Copy it to a folder of your own and start there."
	find_python
	version=$("$python" -c 'import platform; print(platform.python_version())')
	say "Setting up with Python $version (once; a minute or so) …"
	log=$(mktemp)
	if [ -e "$venv/unfinished" ] || ! python_is_as_installed; then
		rm -rf "$venv"
		mkdir -p "$venv"
		: >"$venv/unfinished"
		"$python" -m venv "$venv" >"$log" 2>&1 </dev/null || fail "$(tail -n 5 "$log")" "" \
			"No Python environment could be made in $venv; the reason stands above."
	fi
	: >"$venv/unfinished"
	rm -f "$done_mark"
	"$venv/bin/python" -I -m pip install --no-input --disable-pip-version-check --require-hashes \
		--only-binary :all: -r "$lock" >"$log" 2>&1 </dev/null || fail "$(grep -vE "^(Ignoring|Looking in)" "$log" | tail -n 8)" "" \
		"The packages could not be installed; the reason stands above." \
		"If it is the connection, start again once it is back."
	# The checkout is found from the environment, wherever both are moved, and not from the current folder.
	site=$("$venv/bin/python" -I -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
	printf '%s\n' "../../../.." >"$site/cordial-checkout.pth"
	cp "$lock" "$done_mark"
	rm -f "$venv/unfinished" "$log"
}

# A system upgrade may have put another Python under the environment, which then finds none of its packages.
python_is_as_installed() {
	version=$("$venv/bin/python" -I -S -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) &&
		[ -d "$venv/lib/python$version/site-packages" ]
}

# ensure_catalogues: the translations are compiled and no older than their sources.
ensure_catalogues() {
	for source in "$root"/resources/i18n/*/LC_MESSAGES/*.po; do
		[ -e "$source" ] || return 0
		compiled=${source%.po}.mo
		if [ ! -e "$compiled" ] || [ -n "$(find "$source" -newer "$compiled")" ]; then
			"$venv/bin/python" -I -c '
import os, sys
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
source, compiled = sys.argv[1:]
with open(source, "rb") as texts, open(compiled + ".new", "wb") as out:
    write_mo(out, read_po(texts))
os.replace(compiled + ".new", compiled)
' "$source" "$compiled" || fail "The translations could not be compiled: $source"
		fi
	done
}

missing_libraries() {
	qt=$(echo "$venv"/lib/python3*/site-packages/PySide6)
	ldd "$qt/Qt/plugins/platforms/libqxcb.so" "$qt/Qt/plugins/printsupport/libcupsprintersupport.so" \
		"$qt/QtGui.abi3.so" 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u
}

# ensure_libraries: Qt finds its system libraries, or they are installed where that is allowed. Returns 1 when some are
# still missing; `advise_libraries` then says what to type.
ensure_libraries() {
	[ "$(uname -s)" = Linux ] || return 0
	[ ! -e "$venv/libraries-ok" ] || return 0
	missing=$(missing_libraries)
	if [ -n "$missing" ] && is_root && command -v apt-get >/dev/null 2>&1; then
		say "Installing the system libraries the window needs …"
		# shellcheck disable=SC2086  # a list of words
		apt_install $APT_PACKAGES || true
		missing=$(missing_libraries)
	fi
	[ -z "$missing" ] || return 1
	: >"$venv/libraries-ok"
}

advise_libraries() {
	say "The window needs system libraries that are not here ($(echo "$missing" | head -n 3 | tr '\n' ' ')…). To install them:" "" \
		"    $(install_command "$APT_PACKAGES" "$DNF_PACKAGES" "$PACMAN_PACKAGES")" ""
}
