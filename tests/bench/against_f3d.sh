#!/bin/bash
# Compares `dorsum render` with `f3d --output`, whole processes, one picture of 1280x720 of the same model each.
# Usage: against_f3d.sh [-n ROUNDS] MODEL...
# A round runs each command three times; what is printed are medians of the rounds' ratios, Dorsum over F3D, so that
# other work on the machine counts less. README.md beside this file says what is needed and what the columns are.
set -euo pipefail

rounds=5
if [ "${1:-}" = -n ]; then
    rounds=${2:?the number of rounds}
    shift 2
fi
if [ $# -eq 0 ]; then
    sed -n '2,5s/^# //p' "$0" >&2
    exit 2
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
dorsum=${DORSUM:-$root/build/release/src/app/dorsum}
for program in hyperfine f3d xvfb-run /usr/bin/time "$dorsum"; do
    command -v "$program" >/dev/null || {
        echo "$program is missing; tests/bench/README.md says where it comes from" >&2
        exit 1
    }
done
# F3D of Debian 12 draws into a window even where it only writes a file.
if [ -z "${DISPLAY:-}" ]; then
    exec xvfb-run -a -s "-screen 0 1920x1080x24" "$0" -n "$rounds" "$@"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
mkdir "$XDG_CACHE_HOME"

median() { sort -g | awk '{ value[NR] = $1 } END { if (NR) print (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'; }
# Largest resident set in megabytes: median of three runs.
memory_mb() {
    for _ in 1 2 3; do
        /usr/bin/time -f %M -o "$work/memory" "$@" >/dev/null 2>&1
        tail -n 1 "$work/memory"
    done | median | awk '{ printf "%.0f", $1 / 1024 }'
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

echo '| model | F3D s | first s | again s | first/F3D | again/F3D | F3D MB | first MB | again MB | first/F3D | again/F3D |'
echo '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |'
for model in "$@"; do
    theirs=(f3d "$model" "--output=$work/f.png" --resolution=1280,720)
    first=("$dorsum" render "$model" -o "$work/d.png" --no-cache)
    again=("$dorsum" render "$model" -o "$work/d.png")
    : >"$work/rounds"
    for _ in $(seq "$rounds"); do
        hyperfine -N -w 1 -r 3 --style none --export-csv "$work/times.csv" \
            "$(printf '%q ' "${theirs[@]}")" "$(printf '%q ' "${first[@]}")" "$(printf '%q ' "${again[@]}")" \
            >/dev/null 2>"$work/complaint" || { cat "$work/complaint" >&2; exit 1; }
        # The median is the third number behind the command, which may itself hold commas.
        awk -F, 'NR > 1 { print $(NF - 4) }' "$work/times.csv" | paste -sd' ' >>"$work/rounds"
    done
    seconds() { awk -v column="$1" '{ print $column }' "$work/rounds" | median | awk '{ printf "%.2f", $1 }'; }
    against() { awk -v column="$1" '{ print $column / $1 }' "$work/rounds" | median | awk '{ printf "%.2f", $1 }'; }
    f_mb=$(memory_mb "${theirs[@]}")
    d_mb=$(memory_mb "${first[@]}")
    a_mb=$(memory_mb "${again[@]}")
    echo "| $(basename "$model") | $(seconds 1) | $(seconds 2) | $(seconds 3) | $(against 2) | $(against 3)" \
        "| $f_mb | $d_mb | $a_mb | $(ratio "$d_mb" "$f_mb") | $(ratio "$a_mb" "$f_mb") |"
done
