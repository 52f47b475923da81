#!/bin/bash
# A document printer and its spooler for one test or one demonstration: a private cupsd, and ippeveprinter behind it.
# Both speak real IPP, need no privileges and keep all their files in DIR.
#
# usage: document_printer.sh start DIR [CONTROL]   prints one line of JSON when it is ready, and leaves it running
#        document_printer.sh respool DIR           ends the spooler as a power cut does, and starts it again
#        document_printer.sh stop DIR              ends all of it
#
# Documents come out as DIR/out/document-0001.pdf and so on. The file CONTROL (DIR/control unless given) says in one
# word how the printer is: ok, media-jam, media-empty, door-open, toner-empty, toner-low, offline, slow (a page takes until the word
# changes), or cancel (somebody cancels the next job at the printer). With "-while-printing" behind it a fault shows only when paper moves, and goes with the job. The word may
# change at any time; an absent file means ok.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
queue=licences

fail() {
    echo "document_printer: $1" >&2
    exit 1
}

# cupsd refuses to run its filters as root. In a user namespace of its own it is nobody, and the files stay ours.
unprivileged() {
    if [ "$(id -u)" -eq 0 ]; then
        exec unshare --user --map-user=65534 --map-group=65534 "$here/document_printer.sh" "$@"
    fi
}

# Waits until a command succeeds, for at most 30 seconds.
await() {
    local deadline=$((SECONDS + 30))
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.05
    done
}

# Below the kernel's ephemeral range, so that no outgoing connection takes it meanwhile.
free_port() {
    local port
    while port=$((10000 + RANDOM % 20000)); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

write_configuration() {
    local user group
    user=$(id -un)
    group=$(id -gn)
    mkdir -p "$dir"/{etc,cache,state,spool/tmp,log,tmp,printer,out,run}
    cat >"$dir/etc/cups-files.conf" <<END
SystemGroup $group
User $user
Group $group
ServerRoot $dir/etc
CacheDir $dir/cache
StateDir $dir/state
RequestRoot $dir/spool
TempDir $dir/tmp
AccessLog $dir/log/access
ErrorLog $dir/log/error
PageLog $dir/log/page
LogFileGroup $group
ConfigFilePerm 0600
ServerBin /usr/lib/cups
DataDir /usr/share/cups
END
    # Get-Job-Attributes and Cancel-Job need no password here: only this machine's own user can reach it.
    cat >"$dir/etc/cupsd.conf" <<END
LogLevel info
Listen 127.0.0.1:$server_port
Browsing No
DefaultAuthType None
WebInterface No
PreserveJobFiles No
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
END
}

start_spooler() {
    cupsd -f -c "$dir/etc/cupsd.conf" -s "$dir/etc/cups-files.conf" >>"$dir/log/cupsd" 2>&1 </dev/null &
    echo $! >"$dir/run/cupsd.pid"
}

respool() {
    local pid
    pid=$(cat "$dir/run/cupsd.pid")
    kill -KILL "$pid"
    for _ in $(seq 100); do
        if gone "$pid"; then break; fi
        sleep 0.05
    done
    start_spooler
    await lpstat -h "$(sed -n 's/^Listen //p' "$dir/etc/cupsd.conf")" -r || fail "cupsd does not answer; see $dir/log"
}

start() {
    [ ! -e "$dir/run" ] || fail "$dir is in use"
    server_port=$(free_port)
    until printer_port=$(free_port) && [ "$printer_port" -ne "$server_port" ]; do :; done
    write_configuration
    local server=127.0.0.1:$server_port
    start_spooler
    # ippeveprinter 2.4.2 ends unless a system bus answers it, though nothing is announced there: an empty one will do.
    dbus-daemon --session --address="unix:path=$dir/run/bus" --nofork --nopidfile >"$dir/log/dbus" 2>&1 </dev/null &
    echo $! >"$dir/run/dbus.pid"
    await test -S "$dir/run/bus" || fail "no bus; see $dir/log"
    echo "$printer_port" >"$dir/run/printer.port"
    "$here/keeper.sh" "$dir" "$control" >"$dir/log/keeper" 2>&1 </dev/null &
    echo $! >"$dir/run/keeper.pid"

    local printer=ipp://localhost:$printer_port/ipp/print
    await test -e "$dir/run/kept" || fail "the printer does not answer; see $dir/log"
    await lpstat -h "$server" -r || fail "cupsd does not answer; see $dir/log"
    # Driverless ("everywhere"), as in the field: cupsd asks the printer what it takes, and filters to that.
    lpadmin -h "$server" -p $queue -E -v "$printer" -m everywhere -o printer-error-policy=retry-job 2>>"$dir/log/lpadmin"
    await test -s "$dir/etc/ppd/$queue.ppd" || fail "no queue; see $dir/log"
    printf '{"ready":true,"server":"%s","queue":"%s","printer":"%s"}\n' "$server" $queue "$printer"
}

# A process that has ended counts as gone even before its parent has asked for its status.
gone() { [[ ! -r /proc/$1/stat || $(sed 's/.*) //' "/proc/$1/stat") == Z* ]]; }

# Ends one process by the file that holds its id, and waits until it is gone.
end() {
    local pid
    pid=$(cat "$dir/run/$1.pid" 2>/dev/null) || return 0
    kill "$pid" 2>/dev/null || return 0
    for _ in $(seq 100); do
        if gone "$pid"; then return 0; fi
        sleep 0.05
    done
    kill -KILL "$pid" 2>/dev/null || true
}

# Filters and backends have process groups of their own and outlive a cupsd that was killed: without their printer they
# would wait for it for ever.
end_workers() {
    local environment
    for environment in $(grep -lzsxF "CUPS_STATEDIR=$dir/state" /proc/[0-9]*/environ); do
        kill -KILL "$(basename "$(dirname "$environment")")" 2>/dev/null || true
    done
}

stop() {
    end keeper # first, because it starts the printer again
    end printer
    end cupsd
    end_workers
    end dbus
    rm -rf "$dir/run"
}

[ $# -ge 2 ] || fail "usage: document_printer.sh start DIR [CONTROL] | respool DIR | stop DIR"
case $1 in
start)
    unprivileged "$@"
    mkdir -p "$2"
    dir=$(cd "$2" && pwd)
    control=${3:-$dir/control}
    trap '[ $? -eq 0 ] || stop' EXIT
    start
    ;;
respool)
    unprivileged "$@"
    dir=$(cd "$2" && pwd)
    respool
    ;;
stop)
    dir=$(cd "$2" && pwd)
    stop
    ;;
*) fail "unknown word $1" ;;
esac
