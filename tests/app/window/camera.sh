#!/bin/bash
# Dragging turns and moves the view, the wheel goes nearer, and the window can be resized.
source "$(dirname "$0")/window.bash"

open_window
begin
picture_of start

# drag BUTTON COMMAND: presses in the picture, moves, lets go.
drag() {
    xdotool mousemove 640 300
    sleep 0.2
    set_mark
    xdotool mousedown "$1"
    for x in 660 690 720 750; do
        xdotool mousemove "$x" 310
        sleep 0.05
    done
    xdotool mouseup "$1"
    expect "$2"
    rest
}

drag 1 OrbitCamera
picture_of turned
[ "$(changed start turned "$picture_region")" -gt 5000 ] || fail "a left drag did not turn the back"

press f
expect "GoToView back"
rest
picture_of framed
[ "$(changed start framed "$picture_region")" -lt 2000 ] || fail "F did not bring the first view back"

drag 3 PanCamera
drag 2 PanCamera
xdotool keydown shift
drag 1 PanCamera
xdotool keyup shift
picture_of moved
[ "$(changed framed moved "$picture_region")" -gt 5000 ] || fail "dragging did not move the back"

click_at 640 300 4
expect "ZoomCamera 1"
rest
picture_of near
[ "$(changed moved near "$picture_region")" -gt 5000 ] || fail "the wheel did not go nearer"

# Over a panel the wheel and a drag are the panel's.
click_at 150 600 4
sleep 0.3
refuse "ZoomCamera"

for size in "800 600" "1500 900" "340 260" "1280 720"; do
    set_mark
    # shellcheck disable=SC2086  # two numbers
    xdotool windowsize "$window" $size
    expect "idle after"
    rest
done
press Tab
expect "ShowPanels off"
rest
picture_of wide
[ "$(changed near wide 300x600+0+60)" -gt 20000 ] || fail "Tab did not hide the panels"
close_window
echo passed
