#!/bin/bash
# A person finds the rhomboids by typing, with a slip, looks at them alone, takes that back, hides them and shows all
# again; all with the keys. What is typed is no key of the lesson. The mouse keeps the habit that was set.
source "$(dirname "$0")/window.bash"
export XDG_CONFIG_HOME=$work/config

open_window
begin

# type_in WORDS: as a hand types. Dear ImGui before 1.87 misses what goes down and up within a frame.
type_in() {
    for letter in $(echo "$1" | sed 's/./& /g'); do
        xdotool keydown "$letter"
        sleep 0.15
        xdotool keyup "$letter"
        sleep 0.15
    done
}
key_down_and_up() {
    xdotool keydown "$1"
    sleep 0.2
    xdotool keyup "$1"
    sleep 0.2
}
find_rhomboids() {
    press ctrl+f
    sleep 2
    type_in "$1"
    sleep 0.5
}

find_rhomboids romboids
refuse "GoToView|SetLoopStep|ShowLayer|SetDepth|ShowPanels|SetCut|ResetSeeThrough"
picture_of found
key_down_and_up Return
expect "SelectStructure rhomboid_minor_right turning both"
rest
picture_of chosen
[ "$(changed found chosen "$picture_region")" -gt 5000 ] || fail "the rhomboids are not laid bare"

# Both of them, by the row below the two.
find_rhomboids romboids
key_down_and_up Down
key_down_and_up Down
key_down_and_up Return
expect "IsolateStructure rhomboid_minor_right rhomboid_minor_left rhomboid_major_right rhomboid_major_left"
rest
picture_of alone
[ "$(changed chosen alone "$picture_region")" -gt 3000 ] || fail "they do not stand alone"

press ctrl+z
expect "Undo"
rest
picture_of undone
[ "$(changed chosen undone "$picture_region")" -lt 50 ] || fail "Ctrl+Z does not bring the others back"
press ctrl+shift+z
expect "Redo"
rest
picture_of redone
[ "$(changed alone redone "$picture_region")" -lt 50 ] || fail "Ctrl+Shift+Z does not show them alone again"
press ctrl+z
expect "Undo"
rest

press Delete
expect "HideStructures rhomboid_minor_right rhomboid_minor_left on"
rest
picture_of hidden
[ "$(changed undone hidden "$picture_region")" -gt 300 ] || fail "they are not hidden"
press shift+i
expect "GhostStructures rhomboid_minor_right rhomboid_minor_left on"
rest
press shift+r
expect "ShowAllStructures"
rest
picture_of all
[ "$(changed undone all "$picture_region")" -lt 50 ] || fail "Shift+R does not show all again"

# The slash begins a search too, and is not typed itself; Escape leaves it, and the keys are the lesson's again.
press slash
sleep 2
type_in xk
refuse "SetXRay|SetCut"
key_down_and_up Escape
sleep 2
press k
expect "SetCut sagittal"
refuse "SelectStructure \$"
rest

# A drag of the cut is one step to undo.
picture_of cut
xdotool mousemove 660 300
sleep 0.2
set_mark
xdotool keydown ctrl mousedown 1
for x in 650 640 630 620; do
    xdotool mousemove "$x" 300
    sleep 0.1
done
xdotool mouseup 1 keyup ctrl
expect "DragCut"
rest
picture_of dragged
[ "$(changed cut dragged "$picture_region")" -gt 300 ] || fail "the cut was not dragged"
press ctrl+z
expect "Undo"
xdotool mousemove 640 400
rest
picture_of cut_again
[ "$(changed cut cut_again "$picture_region")" -lt 300 ] || fail "one Ctrl+Z does not take the whole drag back"
close_window

# drag BUTTON: in the picture, from left to right.
drag() {
    xdotool mousemove 640 300
    sleep 0.2
    set_mark
    xdotool mousedown "$1"
    for x in 660 690 720; do
        xdotool mousemove "$x" 310
        sleep 0.1
    done
    xdotool mouseup "$1"
    sleep 0.5
}
mkdir -p "$XDG_CONFIG_HOME/dorsum"
echo 'camera_habit = "blender"' >"$XDG_CONFIG_HOME/dorsum/settings.toml"
open_window
begin
drag 2
expect "OrbitCamera"
drag 1
refuse "OrbitCamera|PanCamera"
xdotool keydown shift
drag 2
xdotool keyup shift
expect "PanCamera"
press KP_3
expect "GoToView right"
rest
close_window
grep -qx 'camera_habit = "blender"' "$XDG_CONFIG_HOME/dorsum/settings.toml" || fail "the habit was not kept"
echo passed
