#!/bin/bash
# A person sees into the body with keys and mouse: layers fade, the skin is x-rayed, a cut is dragged, muscles come
# apart, one stands among ghosts; and all is as it was again.
source "$(dirname "$0")/window.bash"

open_window
begin
picture_of whole

# look KEY LOGGED NAME: a key changes the picture.
look() {
    press "$1"
    expect "$2"
    rest
    picture_of "$3"
    [ "$(changed whole "$3" "$picture_region")" -gt 3000 ] || fail "$2 is not seen in the picture"
}
put_back() {
    press r
    expect "ResetSeeThrough"
    rest
    picture_of back
    [ "$(changed whole back "$picture_region")" -lt 50 ] || fail "something is left after $1"
}

look t "SetOpacity skin 0.8" faded
put_back "fading"
look x "SetXRay on" x_ray
put_back "x-rays"

press k
expect "SetCut sagittal"
press k
expect "SetCut axial"
look k "SetCut coronal 0" cut
# Ctrl and the mouse move the plane.
xdotool mousemove 660 300
sleep 0.2
set_mark
xdotool keydown ctrl mousedown 1
for y in 290 280 270 260; do
    xdotool mousemove 660 "$y"
    sleep 0.1
done
xdotool mouseup 1 keyup ctrl
expect "DragCut"
refuse "OrbitCamera"
rest
picture_of dragged
[ "$(changed cut dragged "$picture_region")" -gt 1000 ] || fail "the cut was not dragged"
put_back "the cut"

# Below the skin a muscle is chosen, stands among ghosts, and the others come back.
press d
expect "PeelDeeper"
rest
picture_of whole
look e "SetExplosion 0.25" apart
put_back "taking apart"
click_at 620 250
expect "SelectStructure [a-z]"
rest
look i "IsolateStructure [a-z]" alone
press Escape
expect "SelectStructure"
press Escape
expect "IsolateStructure \$"
rest
close_window
echo passed
