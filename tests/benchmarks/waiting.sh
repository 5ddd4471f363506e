#!/bin/sh
# How long a reader waits, from the first command in a fresh clone to a verdict at every save, beside what we aim for.
#
#   tests/benchmarks/waiting.sh              all of it: about five minutes
#   tests/benchmarks/waiting.sh verdicts     only what comes after a save
#
# What is measured is what is committed: HEAD of this checkout. Packages must be there. Where a figure is of several runs, it is
# the median of five. Checks are built with the quickest compiler and linker that are there, and once more with g++.
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd -P)
place=$(mktemp -d "${TMPDIR:-/tmp}/waiting.XXXXXX")
trap 'rm -rf "$place"' EXIT
trap 'exit 130' INT TERM

now() { date +%s%N; }

# Nanoseconds since a moment, in seconds.
since() { awk -v ns="$(($(now) - $1))" 'BEGIN { printf "%.2f", ns / 1e9 }'; }

row() { printf '%-46s %9s %9s\n' "$1" "$2" "$3"; }

fresh_clone() {
    cd "$place"
    rm -rf "$place/clone"
    git clone --quiet "$project" "$place/clone"
    cd "$place/clone"
}

# How many seconds a command takes; what it prints goes to said.txt.
seconds_of() {
    begin=$(now)
    "$@" >said.txt 2>&1 || true
    since "$begin"
}

median() { sort -n | sed -n 3p; }

# The processor's seconds that a command takes, with all that it starts.
processor_seconds_of() {
    sh -c '"$@" >/dev/null 2>&1; times' sh "$@" | tail -n 1 |
        awk '{ for (i = 1; i <= 2; ++i) { split($i, t, "[ms]"); all += 60 * t[1] + t[2] } printf "%.0f", all }'
}

# The longest time in which a command prints nothing on a terminal.
longest_silence_of() {
    last=$(now)
    longest=0
    script --quiet --return --flush --command "$1" /dev/null </dev/null | tr '\r' '\n' | while read -r _; do
        moment=$(now)
        [ $((moment - last)) -le "$longest" ] || longest=$((moment - last))
        last=$moment
        printf '%s\n' "$longest"
    done | tail -n 1 | awk '{ printf "%.1f", $1 / 1e9 }'
}

# --- The first minute ------------------------------------------------------------------------------------------------

first_minute() {
    fresh_clone
    row "fresh clone to chapter 1 (s)" "$(seconds_of ./learn)" 15
    row "the rest of the tour (processor's s)" "$(processor_seconds_of ./learn tour)" 100
    fresh_clone
    ./learn >/dev/null 2>&1
    row "longest silence of that tour (s)" "$(longest_silence_of './learn tour')" 15
    row "./learn list (s)" "$(for _ in 1 2 3 4 5; do seconds_of ./learn list; echo; done | median)" 0.1
}

# --- From a save to a verdict ----------------------------------------------------------------------------------------

# What happens to the file before each measurement: it is solved and saved, or it is broken.
save_solved() {
    cp "solutions/$file.cpp" "exercises/$file.cpp"
    printf '// %s\n' "$1" >>"exercises/$file.cpp"
}
save_broken() {
    sed 's/^{$/{ int broken = ;/' "solutions/$file.cpp" >"exercises/$file.cpp"
    printf '// %s\n' "$1" >>"exercises/$file.cpp"
}

verdict_after() {
    for round in 1 2 3 4 5; do
        "$1" "$round"
        seconds_of ./learn check "$file"
        echo
    done | median
}

# verdicts NAME TARGET...: with a compiler of that name, or the one that ./learn chooses.
verdicts() {
    fresh_clone
    file=02_softmax/temperature
    save_solved 0
    row "$1: first verdict in a fresh clone (s)" "$(seconds_of ./learn check "$file")" 20
    grep -q ': solved' said.txt || { cat said.txt >&2 && exit 1; }
    row "$1: save to verdict, one function (s)" "$(verdict_after save_solved)" "$2"
    row "$1: save to verdict, a syntax error (s)" "$(verdict_after save_broken)" "$4"
    file=07_attention/row_by_row
    save_solved 0
    ./learn check "$file" >said.txt 2>&1 || { cat said.txt >&2 && exit 1; }
    row "$1: save to verdict, a whole attention (s)" "$(verdict_after save_solved)" "$3"
    sed -n 's/^set(CMAKE_CXX_COMPILER "\(.*\)")/  compiler of the checks: \1/p' build/check/CMakeFiles/*/CMakeCXXCompiler.cmake
    sed -n 's/^CMAKE_EXE_LINKER_FLAGS:STRING=\(..*\)/  linker: \1/p' build/check/CMakeCache.txt
}

row "$(uname -m), $(nproc) processors" measured "aim"
[ "${1:-}" = verdicts ] || first_minute
verdicts quickest 0.6 1.0 0.3
CXX=g++
export CXX
verdicts g++ 1.2 2.0 0.6
