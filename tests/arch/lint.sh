#!/usr/bin/env bash
# What is too slow for every test run: clang-tidy, qmllint, qmlformat, shellcheck and pyflakes, on what differs from main.
# usage: lint.sh BUILD-DIRECTORY [--all]      QML is linted where the build put it, beside the types that it imports.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

build=$1
scope=${2:-changed}
qt_tools=/usr/lib/qt6/bin
failed=0

# The files to look at: tracked or new, all or those that differ from where this branch left main.
files() {
    if [ "$scope" = --all ]; then
        git ls-files --cached --others --exclude-standard --deduplicate -- "$@"
    else
        local base
        base=$(git merge-base HEAD main 2>/dev/null || git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD)
        [ "$base" != "$(git rev-parse HEAD)" ] || base=$(git rev-parse -q --verify 'HEAD^' || printf '%s' "$base")
        git diff --name-only --diff-filter=d "$base" -- "$@"
        git ls-files --others --exclude-standard -- "$@"
    fi | sort -u
}

# check NAME COMMAND...: runs one tool over the files on its input and remembers whether it complained.
check() {
    local name=$1 list
    shift
    mapfile -t list
    printf '%-12s %d files\n' "$name" "${#list[@]}"
    ((${#list[@]})) || return 0
    printf '%s\0' "${list[@]}" | "$@" || {
        failed=1
        printf '%-12s FAILED\n' "$name"
    }
}

# qmlformat can only print: compare with what is there.
# shellcheck disable=SC2317  # called through check
qmlformat_differs() {
    local file sheet result=0
    sheet=$(mktemp -d)
    while IFS= read -r -d '' file; do
        sed '/^pragma ComponentBehavior: /d' "$file" >"$sheet/page.qml" # qmlformat 6.4 would lose the pragma's value
        "$qt_tools/qmlformat" "$sheet/page.qml" | diff -u --label "$file" --label "$file, formatted" "$sheet/page.qml" - || result=1
    done
    rm -r "$sheet"
    return "$result"
}

compiled() { grep -Fxf <(tests/arch/tidy.py "$build") || true; }

files '*.cpp' '*.h' | check clang-format xargs -0 tests/arch/format.sh
files '*.py' | check pyflakes xargs -0 pyflakes3
files dev .ci/run '*.sh' | check shellcheck xargs -0 shellcheck
files 'qml/*.qml' | sed "s|^|$build/|" | check qmllint xargs -0 "$qt_tools/qmllint" -I "$build/qml"
files '*.qml' | check qmlformat qmlformat_differs
files '*.cpp' | compiled | check clang-tidy xargs -0 tests/arch/tidy.py "$build"
exit "$failed"
