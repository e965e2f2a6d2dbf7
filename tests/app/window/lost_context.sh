#!/bin/bash
# The graphics driver is reset while a lesson is shown: the window comes again, with the same picture at the same place,
# and goes on answering.
source "$(dirname "$0")/window.bash"

[ -f "${DORSUM_LOSE_CONTEXT:-}" ] || skip "the library that plays a driver's reset was not built"
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:verify_asan_link_order=0"
export LD_PRELOAD=$DORSUM_LOSE_CONTEXT
open_window
unset LD_PRELOAD
begin
press Next
expect "NextStep"
press x
expect "SetXRay on"
rest
picture_of before

for time in first second; do
    old_window=$window
    set_mark
    kill -USR1 "$program_process"
    xdotool mousemove 640 410 mousemove 640 400
    expect "the graphics driver was reset"
    rest
    window=$(xdotool search --onlyvisible --name Dorsum | head -n 1)
    [ -n "$window" ] || fail "there is no window after the $time reset"
    [ "$window" != "$old_window" ] || fail "the window is the old one after the $time reset"
    picture_of after
    [ "$(changed before after 1280x720+0+0)" -lt 50 ] || fail "the picture is another one after the $time reset"
    [ "$(grep -c "was reset" <(since_mark))" -eq 1 ] || fail "the reset is not said once"
done

press x
expect "SetXRay off"
rest
picture_of without
[ "$(changed before without "$picture_region")" -gt 3000 ] || fail "the new window does not answer"
close_window
echo passed
