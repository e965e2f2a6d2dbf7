#!/bin/bash
# Desktops understand the entry in their menu, the formats and the icon that belong to it.
source "$(dirname "$0")/installation.bash"
needs desktop-file-validate desktop-file-utils
needs xmllint libxml2-utils
needs update-mime-database shared-mime-info

install_to "$work/root"
share=$work/root/usr/share
said=$(desktop-file-validate "$share"/applications/*.desktop) || fail "$said"
[ -z "$said" ] || fail "$said"
xmllint --noout "$share"/mime/packages/*.xml "$share"/icons/hicolor/scalable/apps/*.svg || fail "an XML file is broken"

# Each kind of file that it opens is known: to the system, or from here.
cp /usr/share/mime/packages/freedesktop.org.xml "$share/mime/packages"
XDG_DATA_DIRS=$share update-mime-database "$share/mime" 2>"$work/said" || fail "$(cat "$work/said")"
grep -iE "error|warning|invalid|unknown" "$work/said" && fail "the formats are not understood"
types=$(sed -n 's/^MimeType=//p' "$share"/applications/*.desktop | tr ';' ' ')
[ "$(echo "$types" | wc -w)" -eq 8 ] || fail "not every format is named: $types"
for type in $types; do
    [ -s "$share/mime/$type.xml" ] || fail "nothing says what a file of the type $type is"
done
for extension in stl obj gltf glb ply fbx dae dorsum-view; do
    grep -q ":\*.$extension\$" "$share/mime/globs2" || fail "a file *.$extension belongs to no type"
done
icon=$(sed -n 's/^Icon=//p' "$share"/applications/*.desktop)
[ -s "$share/icons/hicolor/scalable/apps/$icon.svg" ] || fail "the icon $icon is not installed"
echo passed
