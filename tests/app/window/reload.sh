#!/bin/bash
# The lesson of a running window is edited: its place is kept, mistakes are told, the last good lesson stays.
source "$(dirname "$0")/window.bash"

lessons=$(dirname "$0")/../../../assets/lessons
lesson=$work/mine.toml
cp "$lessons/two-minutes.toml" "$lesson"

# edit SED-SCRIPT: writes beside and renames, as editors do.
edit() {
    set_mark
    sed "$1" "$lesson" >"$lesson.new"
    mv "$lesson.new" "$lesson"
}
message_region=460x60+310+4

open_window --lesson "$lesson"
begin
press Next
expect "step 2"
press Next
expect "step 3"
rest
# Turned, so that a camera that is set back would be seen.
xdotool mousemove 640 300
xdotool mousedown 1
for x in 660 690 720 750; do
    xdotool mousemove "$x" 310
    sleep 0.05
done
xdotool mouseup 1
xdotool mousemove 640 400
rest
picture_of before

# Broken: said with line, column and remedy; all else stays.
edit 's/^default_per_min = 6/default_per_min = 60/'
expect "warning: $lesson:[0-9]+:19: \"default_per_min\" of .breath. is 60. Write a number from 4 to 20"
refuse "lesson read anew"
rest
picture_of broken
cp "$work/broken.png" "$pictures/reload-broken.png"
[ "$(changed before broken "$message_region")" -gt 1000 ] || fail "the mistake is not said in the window"
[ "$(changed before broken 300x300+520+120)" -lt 300 ] || fail "the picture did not stay as it was"

# Mended, with another step before: the message goes, a note comes, the step is the same one by its name.
edit 's/^default_per_min = 60/default_per_min = 6/; 0,/^title = .*/s//title = "Mended"/; 0,/^\[\[step\]\]/s//[[step]]\ntitle = "Warm up"\ncaption = "Rub your hands"\ntext = "Rub your hands."\nrest_s = 5\n\n[[step]]/'
expect "lesson read anew"
expect "at step 4"
refuse "warning"
[ -n "$(xdotool search --onlyvisible --name '^Mended')" ] || fail "the window does not bear the new title"
rest
picture_of mended
cp "$work/mended.png" "$pictures/reload-mended.png"
[ "$(changed broken mended "$message_region")" -gt 1000 ] || fail "the message did not go"
[ "$(changed before mended "300x300+520+120")" -lt 300 ] || fail "the camera or the hands did not stay"

# The note goes by itself, and the window rests.
note_gone() {
    picture_of after
    [ "$(changed before after 300x60+310+4)" -lt 300 ]
}
wait_until "the note goes" note_gone
rest

# A mistake that is read away by a person comes again with the next one.
edit 's/^repeats = 3/repeats = 0/'
expect "warning: $lesson:[0-9]+:11: \"repeats\" of step 3 is 0. Write a whole number from 1 to 100"
rest
press Escape
rest
wait_until "the message goes" note_gone
edit 's/^repeats = 0/repeats = 1000/'
expect "\"repeats\" of step 3 is 1000"

# While it plays, it goes on playing.
edit 's/^repeats = 1000/repeats = 3/'
expect "lesson read anew"
rest
press space
expect "TogglePlaying"
edit 's/^title = "Mended"/title = "Played"/'
expect "lesson read anew"
expect "at step 4"
sleep 0.5
refuse "idle after"
press space
expect "TogglePlaying"

# What presses where it must not and what is too fast is said in place, and goes as it is mended.
rest
wait_until "the note goes" note_gone
edit '0,/pressure = 3/s//pressure = 5/; 0,/duration_s = 12/s//duration_s = 4/'
expect "warning: $lesson:[0-9]+:5: stroke 1 of step 2 presses on .kidneys"
expect "warning: $lesson:[0-9]+:5: stroke 1 of step 2 moves at [0-9.]+ cm/s"
rest
sleep 5
rest
picture_of findings
cp "$work/findings.png" "$pictures/reload-findings.png"
[ "$(changed after findings "$message_region")" -gt 1000 ] || fail "what is unsafe is not said in the window"
edit '0,/pressure = 5/s//pressure = 3/'
expect "lesson read anew"
expect "warning: .* moves at"
refuse "presses on"
edit '0,/duration_s = 4/s//duration_s = 12/'
expect "lesson read anew"
rest
wait_until "the messages go" note_gone

# Gone: said, and the last good lesson stays.
set_mark
rm "$lesson"
expect "warning: $lesson: there is no such file"
refuse "lesson read anew"
close_window

# Opened with it, the same is said.
sed '0,/pressure = 3/s//pressure = 5/' "$lessons/two-minutes.toml" >"$lesson"
open_window --lesson "$lesson"
logged "warning: $lesson:[0-9]+:5: stroke 1 of step 1 presses on .kidneys" || fail "at start nothing is said"
close_window
echo passed
