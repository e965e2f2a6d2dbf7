#!/bin/bash
# Software catalogues understand what the program is.
source "$(dirname "$0")/installation.bash"
needs appstreamcli appstream

install_to "$work/root"
appstreamcli validate --no-net --explain "$work"/root/usr/share/metainfo/*.xml >"$work/said" || fail "$(cat "$work/said")"
grep -q "<release version=\"[0-9.]*\" date=\"20" "$work"/root/usr/share/metainfo/*.xml || fail "the version has no date"
echo passed
