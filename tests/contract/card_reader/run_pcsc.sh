#!/bin/bash
# Runs a card reader test with a PC/SC service and a chip of its own: run_pcsc.sh WITH_PCSCD CHIP TEST [ARGUMENT...]
set -euo pipefail
with_pcscd=$1 chip=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BALADY_CARD_CONTROL=$work/card
: >"$BALADY_CARD_CONTROL"
export BALADY_CARD_TRUST_LIST=$work/trust-list.pem BALADY_BADGE_TRUST_LIST=$work/badge-trust-list.pem
"$with_pcscd" --control "$BALADY_CARD_CONTROL" --chip "$chip" --trust-list "$BALADY_CARD_TRUST_LIST" \
    --badge-trust-list "$BALADY_BADGE_TRUST_LIST" "$@"
