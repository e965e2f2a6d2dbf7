#!/bin/bash
# Models are loaded by dropping and by typing a path; one that is broken changes nothing.
source "$(dirname "$0")/window.bash"

# A slab in the shape of nobody's back; the landmarks beside it make a model of it.
cat >"$work/slab.obj" <<'OBJ'
v -0.25 -0.5 -0.1
v 0.25 -0.5 -0.1
v 0.25 0.5 -0.1
v -0.25 0.5 -0.1
v -0.25 -0.5 0.1
v 0.25 -0.5 0.1
v 0.25 0.5 0.1
v -0.25 0.5 0.1
f 1 3 2
f 1 4 3
f 5 6 7
f 5 7 8
f 1 2 6
f 1 6 5
f 2 3 7
f 2 7 6
f 3 4 8
f 3 8 7
f 4 1 5
f 4 5 8
OBJ
cat >"$work/slab.landmarks.toml" <<'TOML'
format = 1
up = "+y"
facing = "-z"
[[landmark]]
id = "C7"
position_m = [0, 0.3, 0.1]
[[landmark]]
id = "L5"
position_m = [0, -0.16, 0.1]
TOML
cp "$work/slab.landmarks.toml" "$work/dropped slab.landmarks.toml"
# And one without landmarks.
cp "$work/slab.obj" "$work/nobody.obj"
printf 'solid but not a solid\nfacet nonsense' >"$work/broken.stl"

# open_by_path FILE: Ctrl+O, the path, Enter.
open_by_path() {
    press ctrl+o
    sleep 0.5
    xdotool key ctrl+a
    xdotool type --delay 20 "$1"
    sleep 0.3
    xdotool key Return
}

open_window
begin
picture_of bundled

open_by_path "$work/broken.stl"
expect "warning: .*broken.stl"
refuse "loaded "
sleep 0.3
picture_of message
[ "$(changed bundled message 460x120+310+4)" -gt 1000 ] || fail "the failure is not said in the window"
[ "$(changed bundled message 300x200+540+240)" -lt 500 ] || fail "the old model did not stay"

open_by_path "$work/nobody.obj"
expect "warning: .*nobody.obj: no back found"

open_by_path "$work/slab.obj"
expect "loaded .*slab.obj"
sleep 0.5
picture_of slab
[ "$(changed message slab "$picture_region")" -gt 5000 ] || fail "the new model is not in the picture"

if [ -x "${DORSUM_DROP_FILE:-}" ]; then
    cp "$work/slab.obj" "$work/dropped slab.obj"
    set_mark
    "$DORSUM_DROP_FILE" "$window" "$work/dropped slab.obj" || fail "the window did not take the dropped file"
    expect "loaded .*dropped slab.obj"
    rm "$work/slab.obj"
    set_mark
    "$DORSUM_DROP_FILE" "$window" "$work/slab.obj"
    expect "warning: .*slab.obj"
    refuse "loaded "
else
    echo "dropping was not tested: libx11-dev was missing when the tests were built"
fi

close_window

# A broken model on the command line: said, and the bundled back shown instead.
open_window "$work/broken.stl"
expect "warning: .*broken.stl"
close_window
echo passed
