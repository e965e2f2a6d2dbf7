#!/bin/bash
# A quiz of ten questions taken to its end, some right, some wrong, by mouse and keyboard. Its answers are kept as CSV;
# a broken history is set aside; a thousand clicks a second lose nothing.
source "$(dirname "$0")/window.bash"

export HOME=$work/home
mkdir -p "$HOME/Documents" "$XDG_DATA_HOME/dorsum/quiz"
history=$XDG_DATA_HOME/dorsum/quiz/Ann.csv
printf 'learner,date,question,answer,right\r\nAnn,2020-01-01,organ_of_zone 4,Heart,yes\r\n\0\377 rubbish' >"$history"
cp "$history" "$work/broken"

panel_x=150  # the middle of the left panel
# click_down PATTERN TOP BOTTOM: clicks ever lower in the panel until the log says so.
click_down() {
    local y
    for y in $(seq "$2" 12 "$3"); do
        set_mark
        xdotool mousemove "$panel_x" "$y" click 1
        sleep 0.15
        logged "$1" && return 0
    done
    fail "no click in the panel from $2 to $3 leads to: $1"
}
# point_to ZONE: goes over the picture until that zone lights up, and clicks there.
point_to() {
    local x y
    for y in $(seq 110 12 440); do
        for x in $(seq 540 12 800); do
            set_mark
            xdotool mousemove "$x" "$y"
            sleep 0.03
            logged "HoverZone $1\$" && xdotool click 1 && return 0
        done
    done
    fail "zone $1 is nowhere in the picture"
}
asked() { grep -oE "asks .*" "$log" | tail -n 1; }
waits() { [ "$(asked)" != "$last_asked" ] || logged "EndQuiz|again"; }

open_window --quiz-seed 7
begin
press shift+q
expect "OpenQuiz"
rest
# The name is typed: no letter of it is taken for a key of the program.
click_at "$panel_x" 210
xdotool type --delay 60 Ann
expect "SetUpQuiz 10"
sleep 0.3
refuse "GoToView|SetReducedMotion|NextStep|OpenCautions"
press Return
sleep 0.3
# Muscles are left out: the row of their switch is the second one.
click_at 274 362
expect "SetUpQuiz 10 topics 1101"
rest
picture_of setup
press Return
expect "StartQuiz seed 7"
expect "Ann.csv: is broken"
cmp -s "$history.broken" "$work/broken" || fail "the broken history was not set aside as it was"
sleep 0.5
xdotool key Escape  # closes the message, not the quiz
sleep 0.5
refuse "EndQuiz"

turn=0
last_asked=
mouse_answers=0
while [ "$turn" -lt 40 ]; do
    wait_until "a question is asked, or all are answered" \
        eval '[ "$(asked)" != "$last_asked" ] || tail -n 3 "$log" | grep -q "ContinueQuiz"'
    rest
    now=$(asked)
    if [ "$now" = "$last_asked" ]; then
        # The last one was answered, or the same comes again at once, as it does when nothing else is left.
        [ "$(grep -c "^.*asks " "$log")" = "$asked_count" ] && break
    fi
    asked_count=$(grep -c "asks " "$log")
    last_asked=$now
    turn=$((turn + 1))
    question=$(echo "$now" | sed -E 's/asks ([^:]*): .*/\1/')
    right=${now##*: }
    wrong=$((turn % 3 == 0))
    if [ "$right" = "in the picture" ]; then
        zone=${question##* }
        [ "$wrong" = 1 ] && zone=$((zone % 12 + 1))
        point_to "$zone"
        mouse_answers=$((mouse_answers + 1))
    elif [ "$((turn % 4))" = 1 ]; then
        click_down "AnswerQuiz" 230 450
        mouse_answers=$((mouse_answers + 1))
    else
        [ "$wrong" = 1 ] && right=$((right % 4 + 1))
        press "$right"
    fi
    expect "answered $question (right|wrong)"
    [ "$turn" = 2 ] && { rest; picture_of feedback; }
    if [ "$((turn % 2))" = 0 ]; then
        press Return
    else
        xdotool mousemove 83 569
        sleep 0.2
        set_mark
        xdotool click 1
    fi
    expect "ContinueQuiz"
done
[ "$mouse_answers" -gt 2 ] || fail "too little was answered with the mouse"
rest
picture_of result

# Ten lines, besides the one that could be read of the broken file.
[ "$(grep -c '^"Ann",' "$history")" = 11 ] || fail "the history does not have ten more lines: $(cat "$history")"
[ "$(grep -c ',no' "$history")" -gt 1 ] || fail "no answer was wrong"
[ "$(grep -c ',yes' "$history")" -gt 2 ] || fail "no answer was right"
"$DORSUM_PROGRAM" quiz --results Ann >"$work/results.csv" || fail "dorsum quiz prints no results"
[ "$(wc -l <"$work/results.csv")" = 12 ] || fail "dorsum quiz prints other results than are kept"
"$DORSUM_PROGRAM" quiz --results Nobody 2>/dev/null && fail "results of a learner who is not known"

# For a spreadsheet.
click_down "exported " 150 360
exported=$(ls "$HOME"/Documents/*.csv)
cmp -s "$exported" "$work/results.csv" || fail "what is exported is not what is kept"

# Close, erase, and put it back.
press Escape
expect "EndQuiz"
rest
click_down "erased a history" 385 560
[ ! -e "$history" ] || fail "the history is not erased"
rest
click_down "put a history back" 385 560
[ "$(grep -c '^"Ann",' "$history")" = 11 ] || fail "the history is not back"

# A thousand clicks a second, on choices and on the way onwards.
press shift+q
press Return
expect "StartQuiz"
rest
for y in 290 569 340 569 390 569; do
    xdotool mousemove 83 "$y" click --repeat 170 --delay 1 1
    xdotool key Return
done
rest
"$DORSUM_PROGRAM" quiz --results Ann >"$work/results.csv" 2>"$work/said" || fail "the results cannot be read any more"
[ ! -s "$work/said" ] || fail "something cannot be read: $(cat "$work/said")"
close_window

# Name and choice are found again, and what is due is asked.
open_window --quiz-seed 7
begin
press shift+q
rest
picture_of again
[ "$(changed setup again 200x22+20+143)" -lt 60 ] || fail "the name is not found again"
close_window
echo passed
