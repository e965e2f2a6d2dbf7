#!/bin/bash
# A window is made as small as can be, hidden, and brought back: the picture is the one before.
source "$(dirname "$0")/window.bash"

open_window
begin
press Next
expect "NextStep"
rest
picture_of before

# back_from TEXT: the window is as it was.
back_from() {
    xdotool windowsize "$window" 1280 720
    xdotool mousemove 640 410 mousemove 640 400
    wait_until "the window is as large as before" has_size 1280x720
    sleep 0.5
    rest
    picture_of after
    [ "$(changed before after 1280x720+0+0)" -lt 50 ] || fail "the picture is another one after it was $1"
}
has_size() { [ "$(xdotool getwindowgeometry "$window" | sed -n 's/.*Geometry: //p')" = "$1" ]; }

for size in "1 1" "3 700" "1280 1"; do
    xdotool windowsize "$window" $size
    wait_until "the window is small" has_size "${size/ /x}"
    sleep 0.5
    rest
    back_from "made $size"
done

xdotool windowunmap "$window"
sleep 0.5
rest
xdotool windowmap "$window"
back_from "hidden"

# The same while the lesson plays, which goes on drawing.
press space
expect "TogglePlaying"
xdotool windowsize "$window" 1 1
sleep 1
xdotool windowsize "$window" 1280 720
wait_until "the window is as large as before" has_size 1280x720
press space
expect "TogglePlaying"
rest
close_window
echo passed
