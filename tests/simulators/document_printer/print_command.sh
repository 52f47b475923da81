#!/bin/bash
# What ippeveprinter runs for each job: the mechanics of the simulated printer. The job's file is $1; lines on standard
# error move the printer's state (ippeveprinter(1)): "STATE: +keyword" raises a reason, "STATE: -keyword" clears it.
set -u

dir=$PRINTER_DIR
here=$(cd "$(dirname "$0")" && pwd)
faults="media-jam media-empty door-open toner-empty" # nothing is printed

wish() { cat "$PRINTER_CONTROL" 2>/dev/null || echo ok; }

# The reasons that ippeveprinter knows; it has no door, only a cover, and puts the severity behind them itself
# (RFC 8011, 5.4.12): -report when idle, -warning while it prints.
show() {
    local fault
    for fault in $faults toner-low; do
        local reason=${fault/door-open/cover-open}
        if [ "$fault" = "$1" ]; then echo "STATE: +$reason" >&2; else echo "STATE: -$reason" >&2; fi
    done
}

is_fault() { [[ " $faults " == *" $1 "* ]]; }

# Somebody asked ippeveprinter to cancel this job; it waits for us to end.
cancelled() { ipptool -tv "$IPP_JOB_URI" "$here/ask_job.test" | grep -q processing-to-stop-point; }

now=$(wish)
if [ "${CONTENT_TYPE:-}" = application/vnd.cups-command ]; then
    show "$now" # a fault that waits for the paper to move is not there yet
    exit 0
fi

touch "$dir/run/printing"
trap 'rm -f "$dir/run/printing"' EXIT
while now=${now%-while-printing} && show "$now" && is_fault "$now"; do
    if cancelled; then
        show "$(wish)"
        exit 0
    fi
    sleep 0.1
    now=$(wish)
done
while [ "$now" = slow ]; do
    if cancelled; then exit 0; fi
    sleep 0.1
    now=$(wish)
done
[ "$now" != cancel ] || exit 1

number=$(printf %04d $(($(find "$dir/out/" -name 'document-*.pdf' | wc -l) + 1)))
cp "$1" "$dir/out/.document-$number" && mv "$dir/out/.document-$number" "$dir/out/document-$number.pdf"
echo "ATTR: job-impressions-completed=1" >&2
