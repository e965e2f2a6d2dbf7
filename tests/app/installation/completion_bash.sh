#!/bin/bash
# Bash completes commands, options, words to choose from, and files of the right kind.
source "$(dirname "$0")/installation.bash"

install_to "$work/root"
mkdir "$work/files" && cd "$work/files" || exit 1
touch back.obj "my lesson.toml" notes.txt
mkdir models
source "$work/root/usr/share/bash-completion/completions/dorsum"

# completes WORDS... gives RESULT: what stands behind the words so far, one space between.
completes() {
    local wanted=${*: -1}
    COMP_WORDS=(dorsum "${@:1:$#-2}")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _dorsum
    [ "${COMPREPLY[*]}" = "$wanted" ] || fail "'${COMP_WORDS[*]}' completes to '${COMPREPLY[*]}', not '$wanted'"
}
completes re gives render
completes render --view t gives "top three-quarter"
completes render --si gives --size
completes --body w gives woman
completes completion "" gives "bash zsh fish"
completes render "" gives "models back.obj"
completes check my gives "my lesson.toml"
completes info --lesson "" gives "models my lesson.toml"
completes render -o no gives notes.txt
completes render --time "" gives ""
echo passed
