#!/bin/bash
# Fish completes commands, options, words to choose from, and files.
source "$(dirname "$0")/installation.bash"
needs fish fish

install_to "$work/root"
mkdir "$work/files" && cd "$work/files" || exit 1
touch back.obj lesson.toml
script=$work/root/usr/share/fish/vendor_completions.d/dorsum.fish

# completes LINE gives RESULT
completes() {
    local found
    found=$(HOME=$work fish -c "source $script; complete -C '$1'" | cut -f 1 | tr '\n' ' ')
    [ "$found" = "$3 " ] || fail "'$1' completes to '$found', not '$3'"
}
completes "dorsum re" gives render
completes "dorsum render --view t" gives "three-quarter top"
completes "dorsum render --si" gives --size
completes "dorsum render ba" gives back.obj
completes "dorsum check le" gives lesson.toml
completes "dorsum info --lesson le" gives lesson.toml
completes "dorsum completion b" gives bash
echo passed
