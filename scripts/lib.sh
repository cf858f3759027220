# Shared by scripts/run and scripts/test: what is missing is installed, then the program is configured and built.
# Sourced, not run; the caller has set -eu and stands in the source folder.

say() {
    printf '%s\n' "$*" >&2
}

# install_packages GROUP...: installs the packages of scripts/packages that are missing, and nothing else.
install_packages() {
    local group package missing=() sudo=()
    for group in "$@"; do
        while read -r _ package; do
            if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" != installed ]; then
                missing+=("$package")
            fi
        done < <(grep "^$group " scripts/packages)
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "These packages are missing and only root can install them: ${missing[*]}"
            exit 1
        fi
        sudo=(sudo)
    fi
    say "Installing: ${missing[*]}"
    "${sudo[@]}" apt-get update -qq >&2
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# install_node: Node.js and npm from Debian, unless the machine has them from elsewhere (their packages exclude each other).
install_node() {
    command -v npm >/dev/null && return 0
    install_packages node
}

# install_smsc: what the simulated SMSC of the tests is made of, into build/npm.
install_smsc() {
    install_node
    [ -d build/npm/node_modules/smpp ] && return 0
    mkdir -p build/npm
    cp tests/support/smsc/package.json build/npm/
    quietly npm install --prefix build/npm --no-package-lock --no-audit --no-fund
}

# quietly COMMAND...: the output is shown only when the command fails (or to a terminal that waits: ninja shows its own progress).
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        cat "$log" >&2
    fi
    rm -f "$log"
    return "$status"
}

# configure PRESET [CMAKE OPTION...]
configure() {
    local preset=$1
    shift
    say "Configuring ($preset)"
    quietly cmake --preset "$preset" "$@"
}

# build PRESET [TARGET...]: with ninja's progress when somebody watches. CMAKE_BUILD_PARALLEL_LEVEL is obeyed.
build() {
    local preset=$1
    shift
    say "Building ($preset)"
    if [ $# -gt 0 ]; then
        set -- --target "$@"
    fi
    if [ -t 2 ]; then
        cmake --build "build/$preset" "$@" >&2
    else
        quietly cmake --build "build/$preset" "$@"
    fi
}
