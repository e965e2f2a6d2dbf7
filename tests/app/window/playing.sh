#!/bin/bash
# A teacher plays step 3 at 8 breaths a minute with a loop: from A to B again and again, so many times, frame by frame,
# slowly, with a metronome and a voice, in the mirror and as the giver sees it.
source "$(dirname "$0")/window.bash"
settings=$XDG_CONFIG_HOME/dorsum/settings.toml

# A voice that writes down what it is told, and speaks until somebody ends it; loudspeakers that write into a file.
mkdir "$work/programs"
cat >"$work/programs/espeak-ng" <<END
#!/bin/sh
printf '<%s>' "\$@" >>"$work/told"
cat >>"$work/told"
echo \$\$ >"$work/speaking"
exec sleep 1000
END
chmod +x "$work/programs/espeak-ng"
with_voice=$work/programs:$PATH
printf '[general]\ndrivers = wave\n[wave]\nfile = %s\n' "$work/heard.wav" >"$work/alsoft.conf"
export ALSOFT_CONF=$work/alsoft.conf

# The timeline's track, the picture, and what stands beside the middle of the back in it.
track_region=1248x40+16+616
timeline_region=1280x116+0+604

# Nothing begins again in the time in which a pass would be over.
plays_on() {
    set_mark
    sleep 4
    ! logged "again in step"
}

export PATH=$with_voice
open_window
begin
press Next
press Next
expect "step 3"
press bracketright
press bracketright
expect "SetBreathRate 8"
rest
picture_of before

# From A to B, and again. Two seconds lie between them.
for _ in 1 2; do press Right; done
press shift+a
expect "SetLoopMark A"
for _ in 1 2; do press Right; done
press shift+b
expect "SetLoopMark B"
rest
picture_of marked
[ "$(changed before marked "$track_region")" -gt 300 ] || fail "the loop is not shown on the timeline"
press space
expect "again in step 3, 2\.[0-9] s"
set_mark
expect "again in step 3, 2\.[0-9] s"
refuse "step 4"

# Three times, and the lesson plays on behind B.
press space
rest
press l
expect "SetRepeats 1"
for _ in 1 2; do press alt+Up; done
expect "SetRepeats 3"
rest
picture_of counted
[ "$(changed marked counted 130x40+250+660)" -gt 100 ] || fail "the number of times is not shown"
press space
expect "again in step 3, 2\.[0-9] s, 2 of 3"
expect "again in step 3, 2\.[0-9] s, 3 of 3"
wait_until "the lesson plays on behind B" plays_on
press space
rest

# Without the loop the timeline is as before.
press shift+l
expect "ClearLoop"
rest
picture_of cleared
[ "$(changed before cleared "$track_region")" -lt "$(changed before marked "$track_region")" ] ||
    fail "the loop is still shown after it was cleared"

# Frame by frame.
press Home
rest
picture_of home
press alt+Right
expect "StepFrames 1$"
for _ in $(seq 14); do xdotool key alt+Right; done
rest
picture_of frames
[ "$(changed home frames "$picture_region")" -gt 20 ] || fail "nothing moves frame by frame"
for _ in $(seq 15); do xdotool key alt+Left; done
expect "StepFrames -1"
rest
picture_of back_again
[ "$(changed home back_again "$picture_region")" -lt 20 ] || fail "frame by frame back leads elsewhere"

# Slow motion, and back.
press shift+o
expect "ToggleSlowMotion"
rest
picture_of slow
[ "$(changed back_again slow "$timeline_region")" -gt 20 ] || fail "slow motion is not shown"
press shift+o
rest

# The metronome ticks when the breath turns: here at the start of the step.
press shift+n
expect "SetMetronome on"
press space
expect "tick high"
expect "tick low"
press space
rest
size=$(stat -c %s "$work/heard.wav")
[ "$size" -gt 1000 ] || fail "nothing was played"
[ "$(tail -c "+100" "$work/heard.wav" | tr -d '\000' | wc -c)" -gt 2000 ] || fail "what was played is silence"
refuse "sound device"

# The voice says the step; another step ends it, and the end of the program, too.
press shift+v
expect "SetVoice steps$"
wait_until "the voice speaks" test -s "$work/speaking"
grep -q '^<-v><en><--stdin>Step 3\. With the breath\. ' "$work/told" || fail "the voice was told: $(cat "$work/told")"
first=$(cat "$work/speaking")
kill -0 "$first" || fail "the voice does not speak"
rm "$work/speaking"
press Prior
expect "step 2"
wait_until "the voice falls silent" sh -c "! kill -0 $first"
[ ! -e "$work/speaking" ] || fail "the voice speaks of a step that does not play"
press space
wait_until "the voice speaks" test -s "$work/speaking"
grep -q 'Step 2\. From top to bottom\. ' "$work/told" || fail "the voice was not told of step 2"
press space
rest

# In the mirror the back is turned over; nothing but the words differs from the picture before, turned over.
picture_of straight
press shift+x
expect "SetMirror on"
rest
picture_of mirrored
convert "$work/straight.png" -crop 300x380+518+80 +repage -flop "$work/straight_over.png"
convert "$work/mirrored.png" -crop 300x380+518+80 +repage "$work/mirrored_part.png"
differs=$(compare -metric AE -fuzz 8% "$work/straight_over.png" "$work/mirrored_part.png" null: 2>&1 | cut -d' ' -f1)
[ "$differs" -lt 3000 ] || fail "the mirror does not turn the back over: $differs pixels differ"
[ "$(changed straight mirrored 190x50+830+283)" -gt 300 ] || fail "nothing says that this is a mirror"

# As the giver sees it: from the left, the right, the head, and back.
for place in left right head none; do
    press shift+g
    expect "SeeAsGiver $place"
    rest
    picture_of "giver_$place"
done
[ "$(changed giver_none giver_left "$picture_region")" -gt 20000 ] || fail "the giver's view is not another one"
[ "$(changed mirrored giver_none "$picture_region")" -lt 500 ] || fail "the teacher's view is not found again"

# What was chosen is kept. The voice ends with the program.
speaking=$(cat "$work/speaking")
press alt+Up
rest
close_window
! kill -0 "$speaking" 2>/dev/null || fail "the voice outlives the program"
for line in "metronome = true" "mirror = true" "voice = .steps." "repeat = 2(\.0)?"; do
    grep -qE "^$line$" "$settings" || fail "not kept: $line"
done

# Without espeak-ng and without a sound device the program says so once, and all else goes on.
printf '[general]\ndrivers = none\n' >"$work/alsoft.conf"
rm "$work/programs/espeak-ng"
if command -v espeak-ng >/dev/null; then
    folders=$(dirname "$(command -v espeak-ng)")
    mkdir "$work/bare"
    ln -s "$folders"/* "$work/bare/"
    rm "$work/bare/espeak-ng"
    export PATH=$work/bare
fi
open_window
begin
press space
expect "Install the package espeak-ng"
expect "no sound device"
sleep 1
press Next
expect "step 2"
press space
rest
[ "$(grep -c "no sound device" "$log")" = 1 ] || fail "the missing sound device is told more than once"
[ "$(grep -c "Install the package espeak-ng" "$log")" = 1 ] || fail "the missing voice is told more than once"
close_window
echo passed
