#!/usr/bin/env bash
# Fails on the first C++ file that clang-format 14 would write differently. No arguments: every file of the tree.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if (($#)); then
    printf '%s\0' "$@"
else
    find kiosk drivers printing qml tests \( -name node_modules -o -name build \) -prune -o \
        -type f \( -name '*.cpp' -o -name '*.h' \) -print0
fi | xargs -0 -r -n 40 -P 2 clang-format-14 --dry-run -Werror
