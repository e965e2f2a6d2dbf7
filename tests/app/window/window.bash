# What the window tests share: a display of their own, the program on it, real events, its log.
# Used by `source`. A test that fails leaves its log and its last picture in $DORSUM_PICTURES.
set -u

: "${DORSUM_PROGRAM:?names the program to test}"
name=$(basename "$0" .sh)
pictures=${DORSUM_PICTURES:-/tmp/dorsum-window-tests}
mkdir -p "$pictures"
work=$(mktemp -d)
log=$work/log
display_process=
program_process=

skip() {
    echo "skipped: $*"
    exit 77
}

fail() {
    echo "FAILED: $*"
    import -window root "$pictures/$name-failed.png" 2>/dev/null
    cp "$log" "$pictures/$name-failed.log" 2>/dev/null
    echo "--- the end of the program's log:"
    tail -n 25 "$log"
    exit 1
}

clean_up() {
    [ -n "$program_process" ] && kill "$program_process" 2>/dev/null && wait "$program_process" 2>/dev/null
    [ -n "$display_process" ] && kill "$display_process" 2>/dev/null && wait "$display_process" 2>/dev/null
    rm -rf "$work"
}
trap clean_up EXIT

# What the window remembers is this test's own, and the tips of the first start have been seen.
export XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data
mkdir -p "$XDG_STATE_HOME/dorsum"
echo "tour_seen = true" >"$XDG_STATE_HOME/dorsum/window.toml"

for tool in Xvfb xdotool import compare; do
    command -v "$tool" >/dev/null || skip "$tool is not installed (packages xvfb, xdotool, imagemagick)"
done

# open_window [ARGUMENTS]: the program in a window of 1280x720 at the top left of a new display.
open_window() {
    if [ -z "$display_process" ]; then
        Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
        display_process=$!
        wait_until "a display starts" test -s "$work/display"
        DISPLAY=:$(tr -d '[:space:]' <"$work/display")
        export DISPLAY
    fi
    : >"$log"
    mark=0
    # A quality of its own choice would change the pictures that are compared.
    LIBGL_ALWAYS_SOFTWARE=1 "$DORSUM_PROGRAM" --verbose --quality balanced "$@" 2>"$log" &
    program_process=$!
    expect "loaded "
    window=$(xdotool search --onlyvisible --name Dorsum | head -n 1)
    [ -n "$window" ] || fail "there is no window"
    xdotool windowmove "$window" 0 0
    xdotool mousemove 640 400
    rest
}

close_window() {
    kill -0 "$program_process" 2>/dev/null || fail "the program has ended by itself"
    xdotool key ctrl+q
    wait "$program_process"
    local code=$?
    program_process=
    [ "$code" -eq 0 ] || fail "the program ended with $code"
}

# wait_until TEXT COMMAND...: until the command succeeds; the limit only ends a test that has failed.
wait_until() {
    local what=$1 attempt
    shift
    for attempt in $(seq 600); do
        "$@" >/dev/null 2>&1 && return 0
        if [ -n "$program_process" ] && ! kill -0 "$program_process" 2>/dev/null; then
            fail "the program ended while waiting until $what"
        fi
        sleep 0.1
    done
    fail "never happened: $what"
}

# From here on, only what is logged after this mark counts.
mark=0
set_mark() { mark=$(wc -l <"$log"); }
since_mark() { tail -n "+$((mark + 1))" "$log"; }
logged() { since_mark | grep -qE -- "$1"; }
expect() { wait_until "the log says: $1" logged "$1"; }
refuse() { ! logged "$1" || fail "the log must not say: $1"; }

# Waits until the window has nothing more to draw.
last_is_idle() { tail -n 1 "$log" | grep -q "idle after"; }
rest() { wait_until "the window comes to rest" last_is_idle; }

press() {
    set_mark
    xdotool key "$@"
}
click_at() {
    xdotool mousemove "$1" "$2"
    sleep 0.2
    set_mark
    xdotool click "${3:-1}"
}

picture_of() { import -window root "$work/$1.png"; }
# changed A B REGION: so many pixels of a region (WxH+X+Y) differ between two pictures.
changed() {
    convert "$work/$1.png" -crop "$3" +repage "$work/a.png"
    convert "$work/$2.png" -crop "$3" +repage "$work/b.png"
    compare -metric AE -fuzz 4% "$work/a.png" "$work/b.png" null: 2>&1 | cut -d' ' -f1
}

# Where the panels leave the picture in a window of 1280x720, away from what is written over it.
picture_region=400x380+470+80

begin() {
    press Return
    expect "OpenCautions off"
    rest
}
