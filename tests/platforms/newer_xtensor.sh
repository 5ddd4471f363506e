#!/bin/sh
# Everything once more with an xtensor newer than the one that this machine's packages bring.
#
#   for name in xtl xtensor xtensor-blas; do git clone https://github.com/xtensor-stack/$name; done
#   tests/platforms/newer_xtensor.sh xtl xtensor xtensor-blas                           every test
#   tests/platforms/newer_xtensor.sh xtl xtensor xtensor-blas --label-regex mechanism   further words go to ctest
#
# PLACE    where xtensor is installed and a clone of this checkout is built, kept for the next run;
#          /var/tmp/dot-by-dot-newer-xtensor
#
# The folders hold the sources, at the versions that you want. Nothing is installed outside PLACE. Tested is what is
# committed: HEAD of this checkout.
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd -P)
place=${PLACE:-/var/tmp/dot-by-dot-newer-xtensor}
prefix=$place/prefix
copy=$place/dot-by-dot

if [ $# -lt 3 ]; then
    echo 'usage: newer_xtensor.sh XTL XTENSOR XTENSOR_BLAS [CTEST_ARGUMENT...]' >&2
    exit 2
fi

# CMake looks here first, in the builds that tests start too.
export CMAKE_PREFIX_PATH="$prefix"

rm -rf "$prefix" "$copy"
mkdir -p "$place"
# Their newest releases ask for a newer CMake than Debian 12 has, and use nothing of it: so they are built from copies.
for name in xtl xtensor xtensor-blas; do
    sources=$place/$name
    rm -rf "$sources"
    mkdir "$sources"
    cp -R "$1/." "$sources"
    sed -i 's/^cmake_minimum_required(.*/cmake_minimum_required(VERSION 3.25)/' "$sources/CMakeLists.txt"
    cmake -S "$sources" -B "$sources/build" -D CMAKE_INSTALL_PREFIX="$prefix" -Wno-dev
    cmake --install "$sources/build" >"$place/$name.log"
    rm -rf "$sources"
    shift
done

git clone --quiet --no-hardlinks "$project" "$copy"
cd "$copy"
cmake --preset dev
# The caches name the folders that were found; they must be ours, not the system's.
for name in xtl xtensor xtensor-blas; do
    if ! grep -q "^${name}_DIR:PATH=$prefix/" build/dev/CMakeCache.txt; then
        echo "newer_xtensor.sh: CMake found another $name than the one given" >&2
        exit 1
    fi
done
cmake --build build/dev
ctest --preset dev "$@"
