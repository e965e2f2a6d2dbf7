#!/bin/bash
# Whoever has another keyboard than an American one presses the letters that the help prints.
source "$(dirname "$0")/window.bash"

setxkbmap fr
open_window
begin
press m # where America has a semicolon
expect "ShowLayer landmarks on"
press z # where America has W
expect "ShowAllZones on"
press ctrl+q # where America has A
wait "$program_process" || fail "Ctrl+Q ends the program with $?"
program_process=
echo passed
