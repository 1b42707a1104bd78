# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# What the scripts of packaging/ and .ci/ share: packages, configuring, building. Sourced, never run. Progress goes to standard error,
# since standard output belongs to the program that a script ends in.

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# ccache keeps its files under HOME, which a bare service has not.
if [[ -z ${HOME:-} && -z ${CCACHE_DIR:-} ]]; then
    export CCACHE_DIR="$root/build/ccache"
fi

say() {
    printf '%s\n' "$*" >&2
}

die() {
    say "${0##*/}: $*"
    exit 1
}

# Bad use: one line and exit code 2.
misused() {
    say "${0##*/}: $*; see --help"
    exit 2
}

# duration SECONDS as a person says it: 48 s, 12 min 5 s.
duration() {
    if (($1 < 60)); then
        printf '%d s' "$1"
    else
        printf '%d min %d s' $(($1 / 60)) $(($1 % 60))
    fi
}

# step TITLE COMMAND… runs the command between its title and the time it took; its failure ends the script.
step() {
    local title=$1 started=$SECONDS
    shift
    say "==> $title"
    "$@"
    say "    $title: $(duration $((SECONDS - started)))"
}

# packages_of SET… prints the packages of those sets, each once.
packages_of() {
    local set
    for set in "$@"; do
        awk -v set="$set" '$1 == set { print $2 }' "$root/packaging/packages.txt"
    done | sort -u
}

# installed_packages prints what is installed, and what those packages provide: Node.js of another archive than Debian's brings npm
# along and cannot stand beside the package of that name.
installed_packages() {
    dpkg-query -W -f '${db:Status-Status}|${Package}, ${Provides}\n' \
        | awk -F '|' '$1 == "installed" { n = split($2, names, /, */); for (i = 1; i <= n; i++) { sub(/[ (].*/, "", names[i]); print names[i] } }' \
        | sort -u
}

# missing_packages SET… prints those that are not installed.
missing_packages() {
    comm -23 <(packages_of "$@") <(installed_packages)
}

# as_root COMMAND… runs it as root: directly, or through sudo, which may ask for a password only where someone can type one.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif [[ -t 0 ]]; then
        sudo -- "$@"
    else
        sudo -n -- "$@"
    fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" >&2
}

install_packages() {
    local by_hand="apt-get update && apt-get install --no-install-recommends $*"
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        die "these packages are missing, and installing them needs root. As root, run:
  $by_hand"
    fi
    apt_get update || say "    apt-get update failed; trying with the package lists that are there"
    apt_get install --yes --no-install-recommends "$@" || die "the packages could not be installed. As root, run:
  $by_hand"
}

# ensure_packages SET… installs what is missing of those sets; asks nothing of apt or the network when nothing is.
ensure_packages() {
    command -v dpkg-query >/dev/null || die "this is no Debian system. Install the counterparts of the packages named in
packaging/packages.txt by hand, then run this again with --skip-install"
    local missing
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]} == 0)); then
        return
    fi
    step "Installing ${#missing[@]} packages: ${missing[*]}" install_packages "${missing[@]}"
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]} == 0)) || die "still missing after the installation: ${missing[*]}"
}

# What a configured folder depends on beyond what CMake watches itself: the presets, the arguments, the place of the tree.
configuration_key() {
    printf '%s\n' "$root" "$@"
    cat "$root"/CMake*Presets.json | cksum
}

# is_elsewhere FOLDER says whether the folder was configured from a tree in another place, as after a move or a copy.
is_elsewhere() {
    [[ -f $1/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$1/CMakeCache.txt"
}

run_cmake() {
    local preset=$1 folder=$2
    shift 2
    local fresh=()
    if is_elsewhere "$folder"; then
        fresh=(--fresh)
    fi
    (cd "$root" && cmake --preset "$preset" -B "$folder" "${fresh[@]}" "$@") >&2
}

# configure PRESET FOLDER [ARGUMENT…] runs CMake where that is needed; what changes in CMake's own files Ninja sees by itself.
configure() {
    local folder=$2 key
    key=$(configuration_key "$@")
    if [[ -f $folder/build.ninja && -f $folder/.configured && $(<"$folder/.configured") == "$key" ]]; then
        return
    fi
    rm -f "$folder/.configured"
    step "Configuring ${folder#"$root/"}" run_cmake "$@"
    printf '%s\n' "$key" >"$folder/.configured"
}

run_ninja() {
    cmake --build "$@" --parallel "${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}" >&2
}

# build FOLDER [--target NAME] builds what has changed.
build() {
    step "Building ${1#"$root/"}" run_ninja "$@"
}

# source_files PATTERN… prints the files of the tree that fit, committed or not, from its root.
source_files() {
    local name
    while IFS= read -r -d '' name; do
        if [[ -f $root/$name ]]; then
            printf '%s\n' "$name"
        fi
    done < <(git -C "$root" ls-files -z --cached --others --exclude-standard -- "$@") | sort -u
}
