#!/bin/bash
# Whoever has another keyboard than an American one presses the letters that the help prints.
source "$(dirname "$0")/window.bash"

open_window
begin
setxkbmap fr # a display without clients would forget it
rest
press m # where America has a semicolon
expect "ShowLayer landmarks on"
press 58 # by its number, the comma where America has M: nothing is bound to it
xdotool key z # where America has W
expect "ShowAllZones on"
[ "$(grep -c "ShowLayer landmarks" "$log")" -eq 1 ] || fail "the comma is taken for the letter that America has there"
press ctrl+q # where America has A
wait "$program_process" || fail "Ctrl+Q ends the program with $?"
program_process=
echo passed
