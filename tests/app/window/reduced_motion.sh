#!/bin/bash
# Zones that are lit pulse for a short while and then rest; with reduced motion nothing moves by itself.
source "$(dirname "$0")/window.bash"

# How many frames had been drawn when the window last came to rest.
frames_so_far() {
    grep -oE "idle after [0-9]+" "$log" | tail -n 1 | grep -oE "[0-9]+"
}

open_window
begin
rest
before=$(frames_so_far)
press z
expect "ShowAllZones on"
sleep 4.5
rest
pulsed=$(($(frames_so_far) - before))
[ "$pulsed" -gt 20 ] || fail "zones that were lit did not pulse ($pulsed frames)"
first=$(tail -n 1 "$log")
sleep 1.5
[ "$(tail -n 1 "$log")" = "$first" ] || fail "frames were drawn after the zones had pulsed"

press z
press a
expect "SetReducedMotion on"
rest
before=$(frames_so_far)
press z
expect "ShowAllZones on"
press ctrl+3
expect "GoToView left"
rest
[ $(($(frames_so_far) - before)) -lt 20 ] || fail "something moved in spite of reduced motion"
close_window

# The same from the command line, and it outlasts the first body.
open_window --reduced-motion
begin
rest
before=$(frames_so_far)
press ctrl+3
expect "GoToView left"
rest
[ $(($(frames_so_far) - before)) -lt 20 ] || fail "--reduced-motion was forgotten"
close_window
echo passed
