#!/bin/bash
# English and French, switched in the running window by a key and by a click, with the lesson, on a machine without any
# locale; what was chosen is there again at the next start; and the longer words find their room.
source "$(dirname "$0")/window.bash"
export LC_ALL=C LANG=C
unset LANGUAGE
settings=$XDG_CONFIG_HOME/dorsum/settings.toml
title_says() { xdotool getwindowname "$window" | grep -q -- "$1"; }

open_window
begin
wait_until "the title is English" title_says "Back massage"
picture_of english
press ctrl+l
expect "ChooseLanguage fr"
expect "language fr"
wait_until "the title is French" title_says "Massage du dos"
rest
picture_of french
for panel in 300x500+0+0 260x500+1020+0; do
    [ "$(changed english french "$panel")" -gt 1500 ] || fail "the panel $panel does not change its words"
done
cp "$work/french.png" "$pictures/language-french.png"
wait_until "the language is kept" grep -qx "language = .fr." "$settings"
refuse "lesson read anew"

# The lesson is where it was, and goes on.
press n
expect "step 2"
press ctrl+l
expect "language en"
wait_until "the title is English again" title_says "Back massage"
rest
press ctrl+l
expect "language fr"
wait_until "the title is French again" title_says "Massage du dos"
rest
refuse "at step 1"
for key in h c; do
    press "$key"
    rest
    picture_of "sheet_$key"
    cp "$work/sheet_$key.png" "$pictures/language-sheet-$key.png"
    press Escape
    rest
done
close_window

# The next start is French from its first picture, and what the command line says goes before it.
open_window
title_says "Massage du dos" || fail "the second start is not French"
close_window
open_window --language en
title_says "Back massage" || fail "--language en is not English"
close_window
grep -qx "language = .fr." "$settings" || fail "what was said for one time only was kept"
echo passed
