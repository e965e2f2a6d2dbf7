#!/bin/bash
# Zsh loads its completion and completes with it, in a terminal of its own.
source "$(dirname "$0")/installation.bash"
needs zsh zsh

install_to "$work/root"
folder=$(dirname "$work"/root/usr/share/zsh/*/_dorsum)
zsh -n "$folder/_dorsum" || fail "zsh cannot read it"
mkdir "$work/files" && touch "$work/files/back.obj" "$work/files/notes.txt"

# completes LINE gives RESULT: Tab is pressed behind the line, and what then stands there is printed.
completes() {
    local found
    found=$(cd "$work/files" && HOME=$work LINE=$1 zsh -f -c '
        zmodload zsh/zpty
        zpty shell "PS1= zsh -f -i"
        zpty -w shell "fpath=('"$folder"' \$fpath); autoload -Uz compinit; compinit -u -d '"$work"'/dump"
        zpty -w shell "said() { print -r -- \"<<\$BUFFER>>\"; BUFFER=; zle accept-line }; zle -N said; bindkey ^X said"
        zpty -w shell "unsetopt beep; setopt no_list_ambiguous; print ready\${:-}now"
        while zpty -r shell line "*readynow*"; do break; done
        zpty -w -n shell "$LINE"$'"'\\t'"'
        sleep 1
        zpty -w -n shell $'"'\\x18'"'
        zpty -r shell line "*>>*"
        print -r -- "$line"' | tr -d '\r' | grep -oE '<<.*>>' | tail -n 1)
    [ "$found" = "<<$3>>" ] || fail "'$1' completes to '$found', not '$3'"
}
completes "dorsum rend" gives "dorsum render "
completes "dorsum render --vi" gives "dorsum render --view "
completes "dorsum render --view thr" gives "dorsum render --view three-quarter "
completes "dorsum info b" gives "dorsum info back.obj "
echo passed
