#!/bin/bash
# Zones light up under the mouse, open their card by a click, and can be chosen in the panel.
source "$(dirname "$0")/window.bash"

open_window
begin
press z
expect "ShowAllZones on"
rest

# Goes over the picture until a zone lights up.
hovered=
for y in $(seq 120 14 420); do
    for x in $(seq 560 14 780); do
        set_mark
        xdotool mousemove "$x" "$y"
        sleep 0.04
        hovered=$(since_mark | grep -oE "HoverZone [1-9][0-9]*" | tail -n 1 | grep -oE "[0-9]+")
        [ -n "$hovered" ] && break 2
    done
done
[ -n "$hovered" ] || fail "no zone of the picture lights up under the mouse"
rest
picture_of before
click_at "$x" "$y"
expect "SelectZone $hovered\$"
rest
picture_of card
[ "$(changed before card 300x540+4+60)" -gt 3000 ] || fail "the card of zone $hovered did not open"

# A click beside the zones closes it.
click_at 480 560
expect "SelectZone 0"

# In the list: each row lights its zone up; a click turns the camera to it.
rest
picture_of straight
chosen=
for y in $(seq 130 10 480); do
    set_mark
    xdotool mousemove 120 "$y"
    sleep 0.1
    chosen=$(since_mark | grep -oE "HoverZone [1-9][0-9]*" | tail -n 1 | grep -oE "[0-9]+")
    [ -n "$chosen" ] && [ "$chosen" -ge 7 ] && break
done
[ -n "$chosen" ] || fail "no row of the list lights up its zone"
click_at 120 "$y"
expect "SelectZone $chosen turning"
rest
picture_of turned
[ "$(changed straight turned "$picture_region")" -gt 5000 ] || fail "the camera did not turn to zone $chosen"
close_window
echo passed
