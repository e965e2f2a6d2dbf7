#!/bin/bash
# A teacher with two windows: the class sees the clean view in one, the teacher has the panels in the other. When one
# goes, the other lives on.
source "$(dirname "$0")/window.bash"

windows() { xdotool search --onlyvisible --name Dorsum | wc -l; }
class_window() { xdotool search --onlyvisible --name "^Projector" | head -n 1; }
two_windows() { [ "$(windows)" -eq 2 ]; }
one_window() { [ "$(windows)" -eq 1 ]; }
picture_of_class() { import -window "$(class_window)" "$work/$1.png"; }
all_of=1280x720+0+0

open_window --projector
expect "ShowProjector on"
wait_until "there are two windows" two_windows
class=$(class_window)
[ -n "$class" ] || fail "no window is called Projector"
window=$(xdotool search --onlyvisible --name Dorsum | grep -vx "$class" | head -n 1)
# Side by side, as on two screens; without a window manager the keyboard follows the mouse.
xdotool windowmove "$window" 0 0 windowsize "$window" 1000 600
xdotool windowmove "$class" 320 280
xdotool windowraise "$window"
xdotool mousemove 200 200
rest
picture_of_class cautions
press Return
expect "OpenCautions off"
press space
rest
picture_of_class first
[ "$(changed cautions first $all_of)" -gt 100000 ] || fail "the class does not see the cautions, and then the back"

press Next
expect "step 2"
rest
picture_of_class second
[ "$(changed first second 1280x130+0+590)" -gt 1000 ] || fail "PageDown does not go on before the class"

press b
expect "BlankPicture on"
rest
picture_of_class blank
[ "$(convert "$work/blank.png" -format '%[fx:maxima]' info:)" = 0 ] || fail "B leaves the class a picture"
press b
expect "BlankPicture off"
rest

# The same view for both.
press ctrl+Left
expect "OrbitCamera"
rest
picture_of_class turned
[ "$(changed second turned 500x400+390+60)" -gt 5000 ] || fail "the class does not see the view turn"

# Nothing is drawn while nothing plays, but for the clock at full minutes.
before=$(grep -c "idle after" "$log")
sleep 3
[ "$(($(grep -c "idle after" "$log") - before))" -le 2 ] || fail "two windows do not rest"

# The second window is closed by its button: the step stays where it was, and the first window says so.
[ -x "${DORSUM_ASK_TO_CLOSE:-}" ] || skip "the helper that asks a window to close was not built (package libx11-dev)"
xdotool mousemove 200 200
picture_of teacher
set_mark
"$DORSUM_ASK_TO_CLOSE" "$class"
expect "ShowProjector off"
wait_until "there is one window" one_window
kill -0 "$program_process" || fail "the program ended with the second window"
refuse "step [0-9]"
rest
picture_of alone
[ "$(changed teacher alone 400x120+310+4)" -gt 1000 ] || fail "nothing says that the second window is gone"
press Escape
press Next
expect "step 3"

# F5 presents in this one now, and W brings the second one back, on the same step.
press F5
expect "Present on"
press Escape
expect "Present off"
press w
expect "ShowProjector on"
wait_until "there are two windows again" two_windows
press Escape
expect "Present off"
wait_until "Esc leaves one window" one_window
close_window
echo passed
