#!/bin/bash
# Runs a command that sees a PC/SC service of its own with one simulated reader, and the demo card that a control
# file names. The service and the card talk in a private network namespace, so no port of the machine is used;
# the command keeps the machine's network and sees only a private /run/pcscd. Works as root and as a user who may
# make user namespaces. Needs pcscd, vsmartcard-vpcd, iproute2 and util-linux.
#
# usage: with_pcscd.sh [--cards DIR --control FILE [--chip PROGRAM] [--trust-list FILE]
#                       [--badge-trust-list FILE]] COMMAND [ARGUMENT...]
#   --cards DIR      folder of CARD.json files (default: chip/cards beside this script)
#   --control FILE   holds the name of the inserted card, or nothing; without it the reader stays empty
#   --chip PROGRAM   balady-chip-simulator (default: found on PATH)
#   --trust-list FILE  is written (PEM) before COMMAND begins: who signed the cards of this run
#   --badge-trust-list FILE  likewise: who issued the technicians' badges of this run
# While /run/pcscd/hold exists (as the command sees it), a service that has ended is not started again.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cards=$here/chip/cards
control=
chip=balady-chip-simulator
trust_list=
badge_trust_list=
arguments=("$@")
while [[ ${1-} == --* ]]; do
    case $1 in
    --cards) cards=$(realpath "$2") ;;
    --control) control=$(realpath "$2") ;;
    --chip) chip=$(realpath "$2") ;;
    --trust-list) trust_list=$(realpath "$2") ;;
    --badge-trust-list) badge_trust_list=$(realpath "$2") ;;
    *) echo "with_pcscd.sh: unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done
[[ $# -gt 0 ]] || { sed -n '2,/^set/{/^#/p}' "$0" >&2; exit 2; }

# First pass: into a mount namespace of our own; as an ordinary user, under a root that only looks like one.
if [[ -z ${BALADY_PCSCD_OWNER-} ]]; then
    export BALADY_PCSCD_OWNER
    BALADY_PCSCD_OWNER=$(id -u):$(id -g)
    as_root=()
    [[ $(id -u) == 0 ]] || as_root=(--map-root-user)
    exec unshare "${as_root[@]}" --mount -- "${BASH_SOURCE[0]}" "${arguments[@]}"
fi
owner=$BALADY_PCSCD_OWNER
unset BALADY_PCSCD_OWNER

# A /run that is the machine's but for pcscd: a desktop's sockets must stay in sight of the kiosk.
work=$(mktemp -d "${TMPDIR:-/tmp}/balady-pcscd.XXXXXX")
mount -t tmpfs -o mode=755 balady-run "$work"
for entry in /run/*; do
    name=${entry##*/}
    if [[ $name == pcscd || ! -e $entry ]]; then
        continue
    elif [[ -L $entry ]]; then
        cp -P "$entry" "$work/$name"
    elif [[ -d $entry ]]; then
        mkdir "$work/$name" && mount --rbind "$entry" "$work/$name"
    else
        : >"$work/$name" && mount --bind "$entry" "$work/$name"
    fi
done
mkdir "$work/pcscd"
mount --rbind "$work" /run

port=21963 # below the ephemeral range: a connection of the card cannot hold it
mkdir /run/pcscd/readers
cat >/run/pcscd/readers/balady <<EOF
FRIENDLYNAME "Balady Simulated Reader"
DEVICENAME   /dev/null:$(printf 0x%04X $port)
LIBPATH      /usr/lib/pcsc/drivers/serial/libifdvpcd.so
CHANNELID    $(printf 0x%04X $port)
EOF

# shellcheck disable=SC2317 # run by the bash below
serve() {
    local children=()
    trap 'kill "${children[@]}" 2>/dev/null; wait; exit' TERM
    ip link set lo up
    if [[ -n $control ]]; then
        "$chip" --port "$port" --cards "$cards" --control "$control" ${trust_list:+--trust-list "$trust_list"} \
            ${badge_trust_list:+--badge-trust-list "$badge_trust_list"} &
        children=($!)
    fi
    while :; do
        pcscd --foreground --config /run/pcscd/readers >/run/pcscd/log 2>&1 &
        children[1]=$!
        wait "${children[1]}" || true
        rm -f /run/pcscd/pcscd.comm /run/pcscd/pcscd.pid
        while [[ -e /run/pcscd/hold ]]; do sleep 0.05; done
    done
}
export -f serve
export chip port cards control trust_list badge_trust_list
for list in "$trust_list" "$badge_trust_list"; do
    [[ -z $list ]] || rm -f "$list"
done
unshare --net -- bash -c serve &
service=$!
# shellcheck disable=SC2317 # run by the trap
finish() {
    kill "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
    umount -l /run "$work" 2>/dev/null || true
    rmdir "$work" 2>/dev/null || true
}
trap finish EXIT

for _ in {1..200}; do
    [[ -S /run/pcscd/pcscd.comm && (-z $trust_list || -e $trust_list) &&
        (-z $badge_trust_list || -e $badge_trust_list) ]] && break
    sleep 0.05
done
[[ -S /run/pcscd/pcscd.comm ]] || { echo "with_pcscd.sh: pcscd did not start" >&2; cat /run/pcscd/log >&2; exit 1; }

# The command runs as who called us, whatever we had to become for the mounts.
as_owner=()
[[ $owner == 0:* ]] || as_owner=(unshare --user "--map-user=${owner%:*}" "--map-group=${owner#*:}" --)
"${as_owner[@]}" "$@" <&0 &
command=$!
trap 'kill -TERM "$command" 2>/dev/null || true' TERM INT
status=0
wait "$command" || status=$?
while kill -0 "$command" 2>/dev/null; do # a signal ended the wait, not yet the command
    status=0
    wait "$command" || status=$?
done
exit $status
