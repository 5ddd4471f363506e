#!/bin/sh
# The mechanism on 64-bit Arm: compiled here for that processor, and run by an emulator, QEMU.
#
#   tests/platforms/arm64.sh                build and run every test marked mechanism
#   tests/platforms/arm64.sh -R softmax     hand arguments on to ctest
#
# MIRROR   where packages come from; http://deb.debian.org/debian
# ARM64    where the Arm libraries and the build go, kept for the next run; /var/tmp/dot-by-dot-arm64
#
# It needs Debian with: apt install cmake ninja-build g++-aarch64-linux-gnu qemu-user-static
# It installs nothing, and it need not be root: the Arm libraries are unpacked into a folder.
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd -P)
mirror=${MIRROR:-http://deb.debian.org/debian}
place=${ARM64:-/var/tmp/dot-by-dot-arm64}
sysroot=$place/sysroot
build=$place/build
libraries='libstdc++6 libgomp1 libopenblas-dev libxtensor-dev libxtensor-blas-dev libfmt-dev libcli11-dev
    nlohmann-json3-dev catch2'

give_up() {
    printf 'arm64.sh: %s\n' "$*" >&2
    exit 2
}

for tool in cmake ninja aarch64-linux-gnu-g++ qemu-aarch64-static; do
    command -v "$tool" >/dev/null ||
        give_up "$tool is missing: apt install cmake ninja-build g++-aarch64-linux-gnu qemu-user-static"
done

# Debian's packages for Arm, of the release that runs here, downloaded by an apt that knows nothing of this machine's
# packages, and unpacked.
unpack_libraries() {
    apt=$place/apt
    mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial"
    : >"$apt/status"
    release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    keys=/usr/share/keyrings/debian-archive-keyring.gpg
    printf 'deb [signed-by=%s] %s %s main\n' "$keys" "$mirror" "$release" >"$apt/sources.list"
    cat >"$apt/apt.conf" <<END
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
APT::Sandbox::User "";
Dir::State "$apt/state";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
END
    APT_CONFIG=$apt/apt.conf apt-get --quiet update
    # shellcheck disable=SC2086  # names are words
    APT_CONFIG=$apt/apt.conf apt-get --quiet --yes --no-install-recommends --download-only install $libraries
    rm -rf "$sysroot"
    for package in "$apt"/cache/archives/*.deb; do dpkg -x "$package" "$sysroot"; done
    rm -rf "$apt"
    # What installing would have done: /lib is in /usr, and OpenBLAS is the BLAS.
    [ -e "$sysroot/lib" ] || ln -s usr/lib "$sysroot/lib"
    for library in "$sysroot"/usr/lib/aarch64-linux-gnu/openblas-pthread/lib*; do
        ln -sf "openblas-pthread/${library##*/}" "$sysroot/usr/lib/aarch64-linux-gnu/"
    done
}

if [ ! -e "$place/unpacked" ]; then
    unpack_libraries
    : >"$place/unpacked"
fi

cmake -S "$project" -B "$build" -G Ninja --toolchain "$project/tests/platforms/arm64.cmake" -D SYSROOT="$sysroot" \
    -D CMAKE_CXX_FLAGS_INIT=-O2
cmake --build "$build" --target mechanism

# A program for Arm does not run here as it is: each becomes a script that has QEMU run it. CMake's own way, an emulator
# before the commands of tests, would miss the programs that tests start.
find "$build/chapters" "$build/tests" -type f -perm -u+x ! -name '*.arm64' | while read -r program; do
    [ "$(head -c 2 "$program")" != '#!' ] || continue
    mv "$program" "$program.arm64"
    # shellcheck disable=SC2016  # "$@" is for the script
    printf '#!/bin/sh\nexec qemu-aarch64-static -L "%s" "%s" "$@"\n' "$sysroot" "$program.arm64" >"$program"
    chmod +x "$program"
done

ctest --test-dir "$build" --label-regex mechanism --output-on-failure "$@"
