#!/usr/bin/env bash
# Lets each fuzz target that was built try inputs for a while, one after the other.
# usage: run.sh BUILD-DIRECTORY SECONDS [TARGET]      Ends with 1 if an input broke a parser.
set -euo pipefail
build=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")"
seconds=$2
target=${3:-*}
broken=0

export ASAN_OPTIONS=strict_string_checks=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1
export ASAN_SYMBOLIZER_PATH=/usr/bin/llvm-symbolizer-14

# number NAME FILE: one of the figures that libFuzzer prints at the end.
number() { awk -v name="stat::$1:" '$1 == name { value = $2 } END { print value + 0 }' "$2"; }

for program in "$build"/bin/fuzz_$target; do
    [ -x "$program" ] || { echo "no fuzz target '$target' was built" >&2 && exit 2; }
    name=${program##*/fuzz_}
    corpus=$build/corpus/$name # grows from run to run
    found=$build/found/$name
    log=$build/found/$name.log
    mkdir -p "$corpus" "$found"
    # A picture of 40 million pixels takes 120 MB; nothing else needs a tenth of that.
    options=(-max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=256 -print_final_stats=1
        -artifact_prefix="$found/")
    [ ! -f "dictionaries/$name.dict" ] || options+=(-dict="dictionaries/$name.dict")
    outcome=clean
    "$program" "${options[@]}" "$corpus" "seeds/$name" >"$log" 2>&1 || outcome=BROKEN
    printf '%-24s %-7s %10d runs %8d a second %5d MB\n' "$name" "$outcome" "$(number number_of_executed_units "$log")" \
        "$(number average_exec_per_sec "$log")" "$(number peak_rss_mb "$log")"
    [ "$outcome" = BROKEN ] || continue
    broken=1
    grep -E 'broken promise:|ERROR:|runtime error:|^ +#[0-9]+ .* balady' "$log" | head -n 12
    grep -F 'Test unit written to' "$log" || true
    echo "all of it: $log"
done
exit "$broken"
