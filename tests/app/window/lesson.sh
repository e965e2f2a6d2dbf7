#!/bin/bash
# Cautions first; then keys and buttons play the lesson.
source "$(dirname "$0")/window.bash"

open_window
picture_of cautions
# The cautions lie over the panels: a click beside the card does nothing.
click_at 60 690
sleep 0.3
refuse "TogglePlaying|GoToStep|Seek|PreviousStep"
begin
picture_of begun
[ "$(changed cautions begun "$picture_region")" -gt 20000 ] || fail "the cautions did not lie over the picture"

press space
expect "TogglePlaying"
sleep 0.5
refuse "idle after"
press space
expect "TogglePlaying"
rest

press Next
expect "NextStep"
expect "step 2"
rest
picture_of second
[ "$(changed begun second "$picture_region")" -gt 300 ] || fail "step 2 looks like step 1"

press Prior
expect "PreviousStep"
expect "step 1"

press h
expect "OpenHelp on"
rest
press Escape
expect "OpenHelp off"

# The button at the top right of the picture opens the cautions again.
found=
for x in $(seq 840 12 1010); do
    click_at "$x" 28
    sleep 0.2
    logged "OpenCautions on" && found=yes && break
    xdotool key Escape
    sleep 0.1
done
[ -n "$found" ] || fail "no button above the picture opens the cautions"
press Escape
expect "OpenCautions off"
close_window
expect "frames drawn: [1-9]"
echo passed
