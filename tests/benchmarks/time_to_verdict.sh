#!/bin/sh
# How long a learner waits: from a save to the verdict, the median of five, in a copy of the project.
#
#   tests/benchmarks/time_to_verdict.sh              with the compiler that ./learn chooses
#   CXX=g++ tests/benchmarks/time_to_verdict.sh      with another one
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd -P)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT INT TERM
for entry in "$project"/* "$project"/.[!.]*; do
    case ${entry##*/} in build | .git | .learn) ;; *) cp -R "$entry" "$copy" ;; esac
done
cd "$copy"

now() { date +%s%N; }

# The median of five numbers of nanoseconds, in seconds.
median() { printf '%s\n' "$@" | sort -n | sed -n 3p | awk '{ printf "%.2f s", $1 / 1e9 }'; }

# time_five NAME COMMAND...: run a command before each measurement, then time the verdict.
time_five() {
    name=$1
    shift
    set -- "$@"
    times=
    for round in 1 2 3 4 5; do
        "$@" "$round"
        begin=$(now)
        ./learn check "$name" >verdict.txt || true
        times="$times $(($(now) - begin))"
    done
    # shellcheck disable=SC2086  # five words
    median $times
}

# What happens to the file before each measurement: it is solved and saved, broken, or left alone.
save_solved() {
    cp "solutions/$file.cpp" "exercises/$file.cpp"
    printf '// %s\n' "$1" >>"exercises/$file.cpp"
}
save_broken() {
    sed 's/^{$/{ int broken = ;/' "solutions/$file.cpp" >"exercises/$file.cpp"
    printf '// %s\n' "$1" >>"exercises/$file.cpp"
}
leave_alone() { :; }

measure() {
    file=$1
    cp "solutions/$file.cpp" "exercises/$file.cpp"
    begin=$(now)
    ./learn check "$file" >verdict.txt 2>/dev/null || { cat verdict.txt >&2 && exit 1; }
    first=$(awk -v t="$(($(now) - begin))" 'BEGIN { printf "%.2f s", t / 1e9 }')
    saved=$(time_five "$file" save_solved)
    unchanged=$(time_five "$file" leave_alone)
    broken=$(time_five "$file" save_broken)
    printf '%-28s %10s %10s %12s %12s\n' "$file" "$saved" "$unchanged" "$broken" "$first"
}

./learn list >/dev/null
printf '%-28s %10s %10s %12s %12s\n' exercise saved unchanged 'syntax error' 'very first'
measure 02_softmax/temperature
measure 07_attention/row_by_row
sed -n 's/^set(CMAKE_CXX_COMPILER "\(.*\)")/compiler: \1/p' build/check/CMakeFiles/*/CMakeCXXCompiler.cmake
sed -n 's/^CMAKE_EXE_LINKER_FLAGS:STRING=\(..*\)/linker: \1/p' build/check/CMakeCache.txt
