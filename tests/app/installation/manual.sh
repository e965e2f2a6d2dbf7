#!/bin/bash
# The manual page is a good one, and says all that the command line, the keys and the settings have.
source "$(dirname "$0")/installation.bash"
needs man man-db

install_to "$work/root"
page=$work/root/usr/share/man/man1/dorsum.1.gz
complaints=$(LC_ALL=C.UTF-8 MANWIDTH=100 MANPAGER=cat man --warnings -l "$page" 2>&1 >"$work/page")
[ -z "$complaints" ] || fail "$complaints"
for section in NAME SYNOPSIS DESCRIPTION OPTIONS COMMANDS "KEYS AND MOUSE" SETTINGS ENVIRONMENT FILES "EXIT STATUS"; do
    grep -q "^$section\$" "$work/page" || fail "there is no section $section"
done
program=$work/root/usr/bin/dorsum
export LC_ALL=C.UTF-8 LANGUAGE=
missing=
for option in $("$program" --help-all | grep -oE -e '(^| )--?[a-z][a-z-]*' | sort -u); do
    grep -q -e "$option\b" "$work/page" || missing="$missing $option"
done
[ -z "$missing" ] || fail "the manual does not tell:$missing"
grep -q "import-worker" "$work/page" && fail "what is hidden from people stands in the manual"
for word in PageDown "Ctrl+O" playback_speed DORSUM_ASSETS landmarks.toml "wrong use"; do
    grep -q -e "$word" "$work/page" || fail "the manual does not tell: $word"
done
echo passed
