#!/bin/bash
# Keeps the simulated printer as its control file says: switches it off and on, and tells it of faults while it has
# nothing to print (while it prints, print_command.sh does). Started by document_printer.sh.
# usage: keeper.sh DIR CONTROL
set -u

dir=$1
control=$2
here=$(cd "$(dirname "$0")" && pwd)
printer=ipp://localhost:$(cat "$dir/run/printer.port")/ipp/print

# Sets `wanted` to what the printer says while it is idle: only a fault that is there already. Asked ten times a
# second, so without a process of its own.
look() {
    wanted=
    { read -r wanted <"$control"; } 2>/dev/null
    case $wanted in
    offline | media-jam | media-empty | door-open | toner-empty | toner-low) ;;
    *) wanted=ok ;;
    esac
}
is_on() { kill -0 "$(cat "$dir/run/printer.pid" 2>/dev/null)" 2>/dev/null; }

switch_on() {
    DBUS_SYSTEM_BUS_ADDRESS=unix:path=$dir/run/bus PRINTER_DIR=$dir PRINTER_CONTROL=$control \
        ippeveprinter -c "$here/print_command.sh" -f application/pdf,application/vnd.cups-command \
        -d "$dir/printer" -n localhost -p "$(cat "$dir/run/printer.port")" -r off "Document printer" \
        >>"$dir/log/printer" 2>&1 </dev/null &
    echo $! >"$dir/run/printer.pid"
    until ipptool -q "$printer" "$here/ask_printer.test"; do
        is_on || return 1
        sleep 0.05
    done
}

# A power cut: the printer and what it was printing are gone.
switch_off() {
    local pid
    pid=$(cat "$dir/run/printer.pid")
    pkill -KILL -P "$pid"
    kill -KILL "$pid"
    wait "$pid"
}

# A job that carries no page makes print_command.sh report the printer's state.
tell() { ipptool -q -f "$here/ask_printer.test" "$printer" "$here/tell_state.test"; }

# A tenth of a second, also without a process: nothing ever comes from there.
exec {nothing}<> <(:)
doze() { read -r -t 0.1 -u "$nothing"; }

trap 'exit 0' TERM
told=offline
while :; do
    doze
    look
    [ "$wanted" = "$told" ] && continue
    if [ "$wanted" = offline ]; then
        is_on && switch_off
    elif is_on; then
        # Refused while a document is being printed; that one looks at the control file itself.
        tell || [ -e "$dir/run/printing" ] || continue
    else
        switch_on || continue
        [ "$wanted" = ok ] || tell
    fi
    told=$wanted
    touch "$dir/run/kept"
done
