#!/bin/bash
# Landmarks that were moved are not lost without a word: before another model is loaded or the window is closed, a person
# saves them, drops them or stays.
source "$(dirname "$0")/window.bash"
source "$(dirname "$0")/landmarks.bash"

cp "$work/own/me.glb" "$work/own/other.glb"
cp "$work/own/me.catalogue.toml" "$work/own/other.catalogue.toml"
saved="$work/own/me.landmarks.toml"

# move_one: moves a landmark and lets it lie there.
move_one() {
    press m
    expect "ShowLayer landmarks on"
    rest
    find_landmark
    drag_landmark 0 14
    xdotool mouseup 1
    expect "landmarks laid"
    rest
    point_away
}
open_other() {
    press ctrl+o
    sleep 0.5
    xdotool key ctrl+a
    xdotool type --delay 20 "$work/own/other.glb"
    sleep 0.3
    set_mark
    xdotool key Return
}

open_window "$work/own/me.glb"
begin
move_one
rest
picture_of before

# Stay: by Escape, and by the button.
press ctrl+q
expect "AskToSave on"
rest
picture_of asked
cp "$work/asked.png" "$pictures/unsaved-asked.png"
[ "$(changed before asked 500x120+390+300)" -gt 1000 ] || fail "nothing is asked"
press space
sleep 0.3
refuse "TogglePlaying"
press Escape
expect "AskToSave off"
rest
picture_of stayed
[ "$(changed before stayed "$picture_region")" -lt 100 ] || fail "the landmarks did not stay"

# Another model: not before the answer.
open_other
expect "AskToSave on"
sleep 0.5
refuse "loaded "
[ ! -e "$saved" ] || fail "saved without being asked to"
press Escape
expect "AskToSave off"
if [ -x "${DORSUM_DROP_FILE:-}" ]; then
    set_mark
    "$DORSUM_DROP_FILE" "$window" "$work/own/other.glb"
    expect "AskToSave on"
    refuse "loaded "
    press Escape
    expect "AskToSave off"
fi

# Save, then the other model.
open_other
expect "AskToSave on"
xdotool key Return
expect "Landmarks saved: .*me.landmarks.toml"
expect "loaded .*other.glb"
[ -s "$saved" ] || fail "there is no file"
rest

# Discard, by the window's own button where xdotool knows how to press it.
begin_again() {
    press m
    rest
}
begin_again
move_one
set_mark
if xdotool help 2>&1 | grep -qw windowquit; then
    xdotool windowquit "$window"
else
    xdotool key ctrl+q
fi
expect "AskToSave on"
kill -0 "$program_process" || fail "the window closed without asking"
xdotool key d
wait "$program_process"
code=$?
program_process=
[ "$code" -eq 0 ] || fail "the program ended with $code"
[ ! -e "$work/own/other.landmarks.toml" ] || fail "what was to be dropped was saved"

# Nothing moved, or moved and undone: nothing is asked.
open_window "$work/own/other.glb"
begin
move_one
press ctrl+z
expect "landmarks laid"
rest
close_window

# A bundled body cannot be saved: drop, or stay.
open_window
begin
move_one
press ctrl+q
expect "AskToSave on"
rest
picture_of bundled
cp "$work/bundled.png" "$pictures/unsaved-bundled.png"
press Return
sleep 0.3
refuse "AskToSave off"
press Escape
expect "AskToSave off"
press ctrl+q
expect "AskToSave on"
xdotool key d
wait "$program_process"
code=$?
program_process=
[ "$code" -eq 0 ] || fail "the program ended with $code"
echo passed
