#!/bin/sh
# The README's two commands on a machine that has nothing: a fresh Debian root, made by debootstrap.
#
#   tests/platforms/bare_root.sh                 Debian 12 and 13, the tour and the tests
#   tests/platforms/bare_root.sh trixie          Debian 13 alone
#   tests/platforms/bare_root.sh bookworm tour   only the tour, which takes a few minutes
#
# MIRROR   where packages come from; http://deb.debian.org/debian
# TMPDIR   where roots and logs go; /var/tmp
# KEEP=1   keep the roots afterwards
# CI       handed on: ./learn test then installs a browser as well
#
# Tested is what is committed: HEAD of this checkout. It needs root and debootstrap.
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd -P)
mirror=${MIRROR:-http://deb.debian.org/debian}

exec 3>&2  # signals arrive while a command's output goes to a log
say() { printf '%s\n' "$*" >&3; }

give_up() {
    say "bare_root.sh: $*"
    exit 2
}

releases=
commands=
for argument in "$@"; do
    case $argument in
    tour | test) commands="$commands $argument" ;;
    -*) give_up "usage: bare_root.sh [bookworm] [trixie] [tour] [test]" ;;
    *)
        [ -e "/usr/share/debootstrap/scripts/$argument" ] || give_up "debootstrap does not know a release $argument"
        releases="$releases $argument"
        ;;
    esac
done
releases=${releases:-bookworm trixie}
commands=${commands:-tour test}

[ "$(id -u)" = 0 ] || give_up "only root may make another root"
command -v debootstrap >/dev/null || give_up "debootstrap is missing: apt install debootstrap"

# Mounts live in a namespace of our own, so they end with us, however we end.
if [ "${IN_OWN_NAMESPACE:-}" != yes ]; then
    IN_OWN_NAMESPACE=yes exec unshare --mount --propagation private sh "$0" "$@"
fi

work=$(mktemp -d "${TMPDIR:-/var/tmp}/dot-by-dot.XXXXXX")
case $work in *[[:space:]]*) give_up "no blanks in TMPDIR, please: $work" ;; esac
root=
running=

# --- Coming and going ------------------------------------------------------------------------------------------------

# Run a command in the background and wait for it, so that a signal is heard at once.
attend_to() {
    env --default-signal=INT,QUIT "$@" </dev/null &
    running=$!
    ended=0
    wait "$running" || ended=$?
    running=
    return "$ended"
}

# What is mounted below the root, innermost first.
mounted() { awk -v root="$root/" 'index($2, root) == 1 { print $2 }' /proc/self/mounts | tac; }

# End what still runs in the root, and take its mounts away.
leave_root() {
    [ -z "$running" ] || kill "$running" 2>/dev/null || :
    for process in /proc/[0-9]*; do
        case $(readlink "$process/root") in "$root" | "$root"/*) kill -9 "${process#/proc/}" 2>/dev/null || : ;; esac
    done
    [ -z "$running" ] || wait "$running" || :
    mounted | while read -r place; do umount "$place" || umount --lazy "$place" || :; done
}

# Never through a mount: a root is removed when nothing is mounted in it, and then on its own file system only.
remove_root() {
    [ -n "$root" ] || return 0
    leave_root
    if [ "${KEEP:-}" = 1 ]; then
        say "Kept: $root"
    elif [ -z "$(mounted)" ]; then
        rm -rf --one-file-system "$root"
    fi
    root=
}

# shellcheck disable=SC2317  # trap calls it
finish() {
    trap - EXIT INT TERM HUP
    remove_root || say "Not removed: $root"
    say "Logs: $work"
}
trap finish EXIT
trap 'finish; exit 130' INT
trap 'finish; exit 143' TERM HUP

# --- The root --------------------------------------------------------------------------------------------------------

# Run a command in the root with nothing but what a fresh login has.
in_root() {
    attend_to -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        ${CI:+CI="$CI"} ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        ${no_proxy:+no_proxy="$no_proxy"} chroot "$root" "$@"
}

# The root reaches the net as this machine does: by its resolver, its proxies and its certificates.
share_the_net() {
    cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || :
    apt-config dump 2>/dev/null | grep -E '^Acquire::(https?::(.*::)?Proxy|Check-|Retries)' \
        >"$root/etc/apt/apt.conf.d/99as-outside" || :
    for certificate in /usr/local/share/ca-certificates/*.crt; do
        [ ! -e "$certificate" ] || cp -L "$certificate" "$root/usr/local/share/ca-certificates/"
    done
    in_root update-ca-certificates >/dev/null 2>&1
}

make_root() {
    release=$1
    root=$work/$release
    say "$release: making a bare root"
    attend_to debootstrap --variant=minbase --include=git,ca-certificates "$release" "$root" "$mirror" \
        >"$root.debootstrap.log" 2>&1 ||
        give_up "debootstrap failed: $root.debootstrap.log"
    mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    mount -t tmpfs tmpfs "$root/dev/shm"
    share_the_net
    git clone --quiet --no-hardlinks "$project" "$root/root/dot-by-dot"
}

# --- What is measured ------------------------------------------------------------------------------------------------

version() { dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Version}' "$1" 2>/dev/null || printf 'none'; }

# What ./learn asked apt for, and how much came with it.
asked_for() { in_root apt-mark showmanual | sort; }
installed() { dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Package}\n' | sort; }

# Run ./learn COMMAND: its output goes to logs, how long it took and how it ended to `seconds` and `code`.
learn() {
    say "$release: ./learn $1"
    begin=$(date +%s)
    code=0
    in_root sh -c "cd /root/dot-by-dot && ./learn $1" >"$root.$1.out" 2>"$root.$1.err" || code=$?
    seconds=$(($(date +%s) - begin))
    cp "$root/root/dot-by-dot/build/setup.log" "$root.$1.setup.log" 2>/dev/null || :
    [ "$code" = 0 ] || wrong=1
}

# What the tour should print: each chapter's output.txt under its heading, with a blank line between chapters.
expected_tour() {
    for chapter in "$root"/root/dot-by-dot/chapters/[0-9]*; do
        printf '\n==== %s ====\n' "$(sed -n '1s/^# //p' "$chapter/README.md")"
        cat "$chapter/output.txt"
    done | tail -n +2
}

# Lines that begin with ~ are measured, and alike when they have the same shape: their numbers become #.
shape() { sed -E '/^~/s/\s*[-+]?([0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?|inf|nan)\b/ #/g'; }

compare_tour() {
    expected_tour | shape >"$root.tour.expected"
    shape <"$root.tour.out" >"$root.tour.printed"
    if diff "$root.tour.expected" "$root.tour.printed" >"$root.tour.diff"; then
        same=yes
    else
        same="no, $(grep -c '^[<>]' "$root.tour.diff") lines differ: $root.tour.diff"
        wrong=1
    fi
}

row() { printf '  %-19s %s\n' "$1" "$2" >>"$root.table"; }

try_release() {
    make_root "$1"
    : >"$root.table"
    asked_for >"$root.asked.before"
    installed >"$root.installed.before"
    for command in $commands; do
        learn "$command"
        row "./learn $command" "exit code $code, $seconds s"
        case $command in
        tour)
            compare_tour
            row "same output" "$same"
            ;;
        test) sed -n '/% tests passed/,$p' "$root.test.out" | grep . | sed 's/^/  | /' >>"$root.table" ;;
        esac
        [ "$code" = 0 ] || tail -n 12 "$root.$command.err" | sed 's/^/  | /' >>"$root.table"
    done
    asked_for >"$root.asked.after"
    installed >"$root.installed.after"
    {
        printf '\n%s: Debian %s\n' "$release" "$(cat "$root/etc/debian_version")"
        for package in g++ cmake libxtensor-dev libxtensor-blas-dev catch2 doxygen; do
            printf '  %-19s %s\n' "$package" "$(version "$package")"
        done
        printf '  installed           %s packages, for these: %s\n' \
            "$(comm -13 "$root.installed.before" "$root.installed.after" | wc -l)" \
            "$(comm -13 "$root.asked.before" "$root.asked.after" | tr '\n' ' ')"
        cat "$root.table"
    } >"$root.report"
    rm -f "$root".asked.* "$root".installed.* "$root.table"
    remove_root
}

wrong=0
for release in $releases; do try_release "$release"; done
for release in $releases; do cat "$work/$release.report"; done
exit "$wrong"
