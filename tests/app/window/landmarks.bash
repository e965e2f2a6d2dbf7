# What the tests of landmarks in the window share: a model of one's own, made of the bundled one, and a hand that drags.
# Used by `source`, after window.bash.

assets=$(cd "$(dirname "$0")/../../../assets" && pwd)
mkdir "$work/own"
cp "$assets/body/reference.glb" "$work/own/me.glb"
cp "$assets/body/reference.catalogue.toml" "$work/own/me.catalogue.toml" 2>/dev/null
sed -i 's/^body = .*//' "$work/own/me.catalogue.toml" 2>/dev/null

# drag_landmark DX DY: finds the landmark nearest below the middle of the back by pointing, and drags it.
find_landmark() {
    for y in $(seq 200 3 420); do
        set_mark
        xdotool mousemove 668 "$y"
        sleep 0.05
        if logged "HoverLandmark [A-Z]"; then
            landmark_y=$y
            return
        fi
    done
    fail "no landmark is found by pointing along the spine"
}
drag_landmark() {
    set_mark
    xdotool mousedown 1
    for step in 1 2 3 4; do
        xdotool mousemove $((668 + $1 * step / 4)) $((landmark_y + $2 * step / 4))
        sleep 0.08
    done
}
# Away from a landmark that is pointed at: its dot is large until then.
point_away() {
    set_mark
    xdotool mousemove 900 650
    expect "HoverLandmark $"
    rest
}
