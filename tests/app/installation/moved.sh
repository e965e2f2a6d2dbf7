#!/bin/bash
# Installed under any prefix the program finds what it ships, and still does when all of it is moved elsewhere.
source "$(dirname "$0")/installation.bash"

unset DORSUM_ASSETS
cmake --install "$DORSUM_BUILD" --prefix "$work/some where" >/dev/null || fail "it cannot be installed"
mv "$work/some where" "$work/else where"
cd "$work" || fail "there is no $work"
program="$work/else where/bin/dorsum"
"$program" render --size 320x240 -o own.png || fail "it draws no picture"
[ -s own.png ] || fail "there is no picture"

# Its own files, and not those that it was built from: without them it says what is missing.
"$program" info --json >found.json || fail "it does not find its body"
grep -q "else where/share/dorsum/body" found.json || fail "the body is another than the installed one"
installed="$work/else where/share/dorsum"
sed -i 's/^title *=.*/title = "A lesson of the installed program"/' "$installed/lessons/back-massage.toml"
"$program" info | grep -q "A lesson of the installed program" || fail "the lesson is another than the installed one"

# Below another root, as packages are made.
install_to "$work/root"
for file in bin/dorsum share/applications/org.dorsum.Dorsum.desktop share/man/man1/dorsum.1.gz \
    share/icons/hicolor/scalable/apps/org.dorsum.Dorsum.svg share/doc/dorsum/licence.txt \
    share/metainfo/org.dorsum.Dorsum.metainfo.xml share/mime/packages/org.dorsum.Dorsum.xml \
    share/bash-completion/completions/dorsum share/zsh/*/_dorsum \
    share/fish/vendor_completions.d/dorsum.fish share/dorsum/lessons/twelve-zones.fr.toml \
    share/dorsum/translations/fr.mo; do
    # shellcheck disable=SC2086  # one has a pattern
    [ -s "$(echo $work/root/usr/$file)" ] || fail "$file is not installed"
done
grep -rl "$work" "$work/root" >"$work/traces" && fail "where it was installed stands in: $(head -n 1 "$work/traces")"
echo passed
