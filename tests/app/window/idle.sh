#!/bin/bash
# A window in which nothing moves draws nothing.
source "$(dirname "$0")/window.bash"

open_window
# What is made ready beside the window may change it once more.
wait_until "the structures are prepared" grep -q "structures are prepared" "$log"
rest
first=$(tail -n 1 "$log")
sleep 1.5
[ "$(tail -n 1 "$log")" = "$first" ] || fail "frames were drawn while nothing moved"
begin
first=$(tail -n 1 "$log")
sleep 1.5
[ "$(tail -n 1 "$log")" = "$first" ] || fail "frames were drawn while the lesson was paused"

# A playing lesson draws, and pausing ends it.
press space
sleep 1
refuse "idle after"
press space
rest
drawn=$(grep -oE "idle after [0-9]+" "$log" | tail -n 1 | grep -oE "[0-9]+")
before=$(echo "$first" | grep -oE "[0-9]+" | tail -n 1)
[ "$drawn" -gt "$((before + 4))" ] || fail "playing drew no frames"
close_window
echo passed
