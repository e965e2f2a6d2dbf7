#!/bin/bash
# Somebody measures over the skin, writes a note on it, keeps the view, leaves, and finds all of it at the next start.
source "$(dirname "$0")/window.bash"
export XDG_DATA_HOME=$work/data

# drag_over FROM_X FROM_Y TO_X TO_Y: with the left button, as a hand does.
drag_over() {
    xdotool mousemove "$1" "$2"
    sleep 0.2
    set_mark
    xdotool mousedown 1
    local part
    for part in 1 2 3 4 5 6; do
        xdotool mousemove $(($1 + ($3 - $1) * part / 6)) $(($2 + ($4 - $2) * part / 6))
        sleep 0.05
    done
    xdotool mouseup 1
}
away() {
    xdotool mousemove 660 690
    rest
}

open_window
begin
away
picture_of plain

# Two points across the back: the way between them lies on it, with its length.
press shift+m
expect "SetMeasuring on"
click_at 600 300
expect "AddMeasurePoint"
click_at 740 300
expect "AddMeasurePoint"
refuse "SelectZone|OrbitCamera"
away
picture_of measured
[ "$(changed plain measured "180x60+580+270")" -gt 300 ] || fail "no way is shown between the two points"
press BackSpace
expect "RemoveMeasurePoint"
away
picture_of one_point
[ "$(changed measured one_point "180x60+580+270")" -gt 200 ] || fail "Backspace does not take the point away"
click_at 740 300
expect "AddMeasurePoint"
press Escape
expect "SetMeasuring off"
away
picture_of ended
[ "$(changed plain ended "$picture_region")" -lt 50 ] || fail "something of the measurement stays"

# A note: dragged on the skin it draws and does not turn the view; beside the skin the drag turns as ever.
press shift+p
expect "SetPen on"
drag_over 580 360 740 360
expect "LiftPen"
refuse "OrbitCamera"
away
picture_of note
[ "$(changed plain note "200x40+560+340")" -gt 400 ] || fail "no line is drawn"
drag_over 340 560 400 560
expect "OrbitCamera"
refuse "BeginPen"
away
picture_of turned
press ctrl+z
expect "UndoPen"
away
picture_of undone
[ "$(changed turned undone "$picture_region")" -gt 300 ] || fail "the line did not turn with the back, or is not undone"
press ctrl+shift+z
expect "RedoPen"
away
picture_of redone
[ "$(changed turned redone "$picture_region")" -lt 50 ] || fail "the line does not come back"
press Escape
expect "SetPen off"

# The view is kept, and is there at the next start with the note.
away
picture_of kept
press ctrl+b
expect "KeepBookmark"
expect "views kept"
[ -s "$XDG_DATA_HOME/dorsum/views.dorsum-view" ] || fail "the view is not in the person's data folder"
rest
close_window

open_window
begin
press alt+1
expect "GoToBookmark 1"
away
picture_of recalled
[ "$(changed kept recalled "$picture_region")" -lt 400 ] || fail "the view does not come back as it was"
close_window

# The same file, passed on: dropped on the window, and named in place of a model.
cp "$XDG_DATA_HOME/dorsum/views.dorsum-view" "$work/mine.dorsum-view"
rm -r "$XDG_DATA_HOME/dorsum"
open_window "$work/mine.dorsum-view"
expect "AddBookmarks 1"
expect "GoToBookmark 1"
begin
away
picture_of opened
[ "$(changed kept opened "$picture_region")" -lt 400 ] || fail "the file does not open as it was saved"
close_window

# A broken file is set aside and said, and the window opens.
echo "format = [" >"$XDG_DATA_HOME/dorsum/views.dorsum-view"
open_window
expect "views.dorsum-view.*is broken"
[ -s "$XDG_DATA_HOME/dorsum/views.dorsum-view.broken" ] || fail "the broken file was not set aside"
begin
press ctrl+b
expect "views kept"
rest

# The panels: folded to their sides, they are so at the next start.
click_at 279 32
expect "panels kept"
away
picture_of folded
[ "$(changed opened folded "200x300+40+160")" -gt 2000 ] || fail "the left panel does not fold"
close_window
grep -q "^left_panel_folded = true" "$XDG_STATE_HOME/dorsum/window.toml" || fail "the folded panel is not remembered"
open_window
begin
away
picture_of folded_again
[ "$(changed folded folded_again "200x300+40+160")" -lt 3000 ] || fail "the panel is not folded at the next start"
close_window
echo passed
