#!/bin/bash
# A teacher with one screen and a clicker: present, go on, blank, freeze, point, and leave again.
source "$(dirname "$0")/window.bash"
settings=$XDG_CONFIG_HOME/dorsum/settings.toml

# Where the caption of the presentation stands, and the middle of the back.
caption_region=1280x120+0+600
back_region=500x400+390+60
is_black() { [ "$(convert "$work/$1.png" -crop 1280x720+0+0 +repage -format '%[fx:maxima]' info:)" = 0 ]; }

open_window
begin
press Next
expect "step 2"
rest
picture_of panels

# F5 presents from the present step, and plays it: a clicker has no other key for that.
press F5
expect "Present on"
sleep 1
refuse "idle after"
press space
rest
picture_of second
[ "$(changed panels second 1280x720+0+0)" -gt 100000 ] || fail "F5 shows no clean view"
refuse "step 1"

press Next
expect "step 3"
rest
picture_of third
[ "$(changed second third "$caption_region")" -gt 1000 ] || fail "PageDown changes no caption"
press Prior
expect "step 2"
rest

# Blank with either key, and back with the other.
press b
expect "BlankPicture on"
rest
picture_of blank
is_black blank || fail "B does not make the picture black"
press period
expect "BlankPicture off"
rest
picture_of again
is_black again && fail "the full stop does not bring the picture back"

# What the class sees stays while the teacher goes on.
press g
expect "FreezePicture on"
press Next
expect "step 3"
rest
picture_of frozen
[ "$(changed again frozen "$caption_region")" -lt 50 ] || fail "a frozen caption changes"
[ "$(changed again frozen "$back_region")" -lt 50 ] || fail "a frozen picture changes"
press g
expect "FreezePicture off"
rest
picture_of thawed
[ "$(changed frozen thawed "$caption_region")" -gt 1000 ] || fail "the picture does not go on after it was frozen"

# A red dot follows the mouse; the spotlight darkens all else.
xdotool mousemove 640 300
press j
expect "ChoosePointer laser"
rest
picture_of laser
red=$(convert "$work/laser.png" -crop 1x1+640+300 -format '%[fx:u.r>0.8&&u.g<0.2]' info:)
[ "$red" = 1 ] || fail "there is no red dot where the mouse is"
press v
expect "ChoosePointer spotlight"
rest
picture_of spotlight
[ "$(changed laser spotlight 300x300+60+60)" -gt 20000 ] || fail "the spotlight darkens nothing"
[ "$(changed thawed spotlight 20x20+650+310)" -lt 50 ] || fail "the spotlight darkens what it lights"
press v
expect "ChoosePointer arrow"
rest
picture_of lit
[ "$(changed thawed lit 300x300+60+60)" -lt 200 ] || fail "the spotlight does not go away"

# At the last step PageDown says so, and does nothing else.
for _ in $(seq 12); do press Next; sleep 0.1; done
rest
last=$(grep -oE "step [0-9]+$" "$log" | tail -n 1)
press Prior
rest
press Next
expect "$last"
rest
picture_of last
press Next
expect "NextStep"
rest
picture_of told
[ "$(changed last told 500x130+390+455)" -gt 1000 ] || fail "nothing says that this is the last step"
refuse "step [0-9]|TogglePlaying|Seek"
press Prior
rest

# Esc leaves, and never ends the program.
press Escape
expect "Present off"
rest
press Escape
press Escape
rest
kill -0 "$program_process" || fail "Esc ended the program"

# Larger text and other colours, kept for the next time.
picture_of usual
press ctrl+equal
expect "SetTextSize 125"
rest
picture_of larger
[ "$(changed usual larger 300x500+0+60)" -gt 3000 ] || fail "Ctrl++ makes no text larger"
press y
expect "ChooseTheme high-contrast"
rest
picture_of contrast
[ "$(convert "$work/contrast.png" -crop 1x1+4+400 -format '%[fx:maxima]' info:)" = 0 ] ||
    fail "the panels of high contrast are not black"
close_window
grep -qx "text_percent = 125" "$settings" || fail "the size of the text is not kept"
grep -q "^colours = .high-contrast." "$settings" || fail "the colours are not kept"
open_window
begin
picture_of kept
[ "$(changed contrast kept 300x60+0+0)" -lt 300 ] || fail "text and colours are not found again"
close_window
# At the very first start a tip of the tour waits behind the presentation: it does not take the keys of it.
rm "$XDG_STATE_HOME/dorsum/window.toml"
open_window
begin
press F5
expect "Present on"
press Escape
expect "Present off"
close_window
echo passed
