#!/bin/bash
# Practising: a person traces the first stroke of step 2 with the mouse, sees a score, and finds it in the history.
source "$(dirname "$0")/window.bash"
export XDG_DATA_HOME=$work/data
history=$XDG_DATA_HOME/dorsum/practice.csv

# press_ring: presses where the path begins, below the nape on the right; around it if it lies a little elsewhere.
press_ring() {
    local x y
    for y in 102 112 92 122; do
        for x in 714 704 724 694; do
            xdotool mousemove "$x" "$y"
            sleep 0.1
            set_mark
            xdotool mousedown 1
            sleep 0.2
            if logged "PressPractice"; then
                ring_x=$x
                ring_y=$y
                return
            fi
            xdotool mouseup 1
        done
    done
    fail "no press begins the stroke"
}

open_window
begin
press n
expect "step 2"
rest
picture_of before

press ctrl+t
expect "BeginPractice"
sleep 3.2
picture_of practising
[ "$(changed before practising 300x400+4+60)" -gt 3000 ] || fail "the panel does not turn to practising"

# Down beside the spine, then out to the side; the button is down, so that the camera stays.
press_ring
for step in $(seq 1 40); do
    xdotool mousemove $((ring_x + step * step * 30 / 1600)) $((ring_y + step * 270 / 40))
    sleep 0.05
done
xdotool mouseup 1
expect "LiftPractice"
expect "practised, score [0-9]+"
refuse "OrbitCamera"
rest
picture_of judged
[ "$(changed practising judged 300x500+4+60)" -gt 3000 ] || fail "no result is shown in the panel"
[ "$(changed practising judged "$picture_region")" -gt 1000 ] || fail "the way is not shown on the skin"
grep -q '^"[0-9: -]*","back-massage",2,1,right,[0-9]*,[0-9.]*,[0-9.]*' "$history" ||
    fail "there is no line of it in $history"

# Once more, and given up: nothing of that is kept. Beside practising the mouse turns the camera as always.
press ctrl+t
expect "BeginPractice"
sleep 0.5
press Escape
expect "GiveUpPractice"
press Escape
expect "OpenPractice off"
rest
set_mark
xdotool mousemove 700 300 mousedown 1 mousemove 720 310 mousemove 760 330 mouseup 1
expect "OrbitCamera"
[ "$(wc -l <"$history")" -eq 2 ] || fail "what was given up is in the history"
close_window

# A broken history is set aside and said, and the window opens all the same.
printf 'no history at all\n' >"$history"
open_window
grep -q "practice.csv.broken" "$log" || fail "a broken history is not told"
[ -f "$history.broken" ] || fail "a broken history is not set aside"
begin
close_window
echo passed
