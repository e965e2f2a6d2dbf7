# What the installation tests share: the program installed into a temporary folder, as a person does it.
# Used by `source`. Exit code 77: it could not run here, and why.
set -u

: "${DORSUM_BUILD:?names the build folder}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "skipped: $*"
    exit 77
}

fail() {
    echo "FAILED: $*"
    exit 1
}

# needs TOOL PACKAGE
needs() {
    command -v "$1" >/dev/null || skip "$1 is not installed (package $2)"
}

# install_to FOLDER: below it lies usr, as a package has it.
install_to() {
    DESTDIR=$1 cmake --install "$DORSUM_BUILD" --prefix /usr >"$work/install.log" 2>&1 ||
        fail "it cannot be installed: $(tail -n 5 "$work/install.log")"
}
