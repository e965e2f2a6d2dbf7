#!/bin/bash
# What a person has set is there again at the next start, and so are window and recent models; a broken file is said and
# stops nothing; what is written by two windows at once is kept; the tips of the first start come once.
source "$(dirname "$0")/window.bash"
settings=$XDG_CONFIG_HOME/dorsum/settings.toml
remembered=$XDG_STATE_HOME/dorsum/window.toml
cp "$DORSUM_ASSETS_FOLDER/body/woman.glb" "$work/me.glb"
cp "$DORSUM_ASSETS_FOLDER/body/woman.glb" "$work/gone.glb"

# The first start ever: four tips after the cautions, which end for good.
rm "$remembered"
open_window
begin
picture_of first_tip
press Return
rest
sleep 0.3
picture_of second_tip
[ "$(changed first_tip second_tip 1280x720+0+0)" -gt 20000 ] || fail "Enter does not go to the second tip"
refuse "TogglePlaying|GoToStep"
click_at 900 600
sleep 0.5
rest
refuse "SelectStructure|SelectZone|TogglePlaying"
picture_of third_tip
[ "$(changed second_tip third_tip 1280x720+0+0)" -gt 20000 ] || fail "a click does not go to the third tip"
press Escape
rest
wait_until "the tips are over" grep -q "^tour_seen = true" "$remembered"
picture_of over
[ "$(changed third_tip over 1280x720+0+0)" -gt 20000 ] || fail "Esc does not end the tips"
[ -e "$settings" ] && fail "settings were written although nothing was set"

# Nothing is set by looking; what is set is written, and only that.
press minus
expect "SetPlaybackSpeed"
expect "settings kept"
press bracketright
expect "SetBreathRate 7"
press Tab
expect "ShowPanels off"
rest
xdotool windowsize "$window" 1100 640
xdotool windowmove "$window" 90 70
sleep 0.5
rest
close_window
for line in "playback_speed = 0.75" "breath_per_min = 7" "panels_shown = false"; do
    grep -qx "$line" "$settings" || fail "the settings lack: $line"
done
cp "$settings" "$work/as set"

open_window "$work/me.glb"
[ "$(xdotool getwindowgeometry "$window" | grep -o "1100x640")" ] || fail "the window has another size than it had"
grep -q "^window_x = 90" "$remembered" || fail "where the window was is not kept"
press Return
expect "OpenCautions off"
rest
picture_of again
[ "$(changed over again 300x500+0+0)" -gt 10000 ] || fail "the panels that were hidden are shown"
press minus
expect "SetPlaybackSpeed 0.5"
press bracketright
expect "SetBreathRate 8"
rest
# Meanwhile another program, or the person, has changed and added something.
sed -i 's/^panels_shown.*/panels_shown = true/' "$settings"
echo 'of_tomorrow = "kept"' >>"$settings"
press minus
expect "settings kept"
close_window
for line in "playback_speed = 0.25" "breath_per_min = 8" "panels_shown = true" "of_tomorrow = .kept."; do
    grep -qx "$line" "$settings" || fail "after both have written, the settings lack: $line"
done
open_window "$work/gone.glb"
close_window
rm "$work/gone.glb"

# The recent models: the one that is gone can be taken from the list, the other one be opened.
open_window
begin
press ctrl+o
sleep 0.5
rest
picture_of recent
press Escape
rest
grep -q "me.glb" "$remembered" || fail "the model is not among the recent ones"
[ "$(grep -c "\.glb" "$remembered")" -eq 2 ] || fail "there are others than the two that were opened"
press ctrl+o
sleep 0.5
# Loading may take longer than the next clicks, which set marks of their own.
before_clicks=$(wc -l <"$log")
opened_again() { tail -n "+$((before_clicks + 1))" "$log" | grep -qE "loaded .*me.glb"; }
found=
for y in $(seq 376 12 640); do
    click_at 520 "$y"
    sleep 0.1
    opened_again && found=yes && break
done
[ -n "$found" ] || { sleep 3; opened_again; } || fail "no click in the list opens the model again"
close_window

# Who logs out, or stops the program from a terminal, right after setting something loses nothing.
open_window
press Return
press Escape
press Escape
rest
press plus
expect "SetPlaybackSpeed 0.5"
kill -TERM "$program_process"
wait "$program_process" || fail "a polite kill ends the program with $?"
program_process=
grep -qx "playback_speed = 0.5" "$settings" || fail "what was set before a polite kill is lost"

# Broken files: the program starts, says so, and begins anew; what was in them is kept aside.
echo 'playback_speed = = "' >"$settings"
printf 'window_width = "wide\n' >"$remembered"
open_window
expect "settings.toml: is broken"
expect "window.toml: is broken"
[ "$(cat "$settings.broken")" = 'playback_speed = = "' ] || fail "the broken settings were not set aside"
press Return
expect "OpenCautions off"
rest
picture_of broken
[ "$(changed over broken 460x140+310+4)" -gt 1000 ] || fail "the window does not say that its settings were broken"
press Escape
press Escape
rest
press minus
expect "settings kept"
close_window
grep -qx "playback_speed = 0.75" "$settings" || fail "nothing is kept after a broken file"

# A file of a newer version is left alone.
printf 'format = 2\nplayback_speed = "very"\n' >"$settings"
cp "$settings" "$work/newer"
open_window
expect "settings.toml: was written by a newer version"
press Return
press Escape
press Escape
press minus
expect "SetPlaybackSpeed 0.75"
rest
close_window
cmp -s "$settings" "$work/newer" || fail "the file of a newer version was changed"
echo passed
