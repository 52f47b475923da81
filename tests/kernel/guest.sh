#!/bin/bash
# In the guest, as its only session: makes the devices, runs each device's test against them and says what came of it.
# usage: guest.sh BUILD KERNEL OUT DEVICE...    BUILD: the build folder; KERNEL: where the kernel's package was unpacked;
# OUT: shared with the outside; each test's output goes there. A DEVICE with a `-` before it is tested without being there.
# A line "NAME STATUS MILLISECONDS" for each test goes to the second serial line.
set -u
build=$1 kernel=$2 out=$3
shift 3

export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root QT_QUICK_BACKEND=software

mkdir -p /dev/pts /dev/shm /lib/modules
mount -t devpts devpts /dev/pts
mount -t tmpfs shm /dev/shm
mount -t 9p -o trans=virtio,version=9p2000.L out "$out"
ln -sfn "$kernel/lib/modules/$(uname -r)" "/lib/modules/$(uname -r)"
ip link set lo up
# libusb, pcscd and Qt ask udev for their devices. Nothing is plugged in yet, so nothing has to be triggered.
/lib/systemd/systemd-udevd --daemon
modprobe configfs
mount -t configfs configfs /sys/kernel/config

# run NAME SECONDS COMMAND...: one test, and its verdict.
run() {
    local began=${EPOCHREALTIME/./} status=0
    timeout --kill-after=5 "$2" "${@:3}" >"$out/$1.log" 2>&1 || status=$?
    printf '%s %d %d\n' "$1" "$status" $(((${EPOCHREALTIME/./} - began) / 1000)) >/dev/ttyS1
}

# --- each device: what the kernel needs for it, and its test ---------------------------------------------------------

declare -A modules=(
    [receipt_printer]="usb_f_printer usblp"
    [serial_scanner]="usb_f_acm cdc_acm"
    [keyboard_scanner]="usb_f_hid usbhid evdev"
    [card_reader]="xhci_pci"
    [camera]="vivid"
    [touch_screen]="vfb uinput evdev"
)

# One camera and one screen, both HDMI; and a screen in memory, upright as a terminal's.
cat >/etc/modprobe.d/balady-kernel.conf <<'OPTIONS'
options vivid n_devs=1 node_types=0x101 num_inputs=1 input_types=3 num_outputs=1 output_types=1
options vfb vfb_enable=1 videomemorysize=16777216 mode_option=1080x1920M-32@60
OPTIONS

make() {
    # shellcheck disable=SC2086  # names without spaces
    modprobe -a ${modules[$1]}
}

# The kernel loads what it needs by itself, too.
leave_out() {
    local module
    for module in ${modules[$1]}; do
        printf 'install %s /bin/false\n' "$module" >>/etc/modprobe.d/left-out.conf
    done
}

test_receipt_printer() {
    export BALADY_PRINTER_CONTROL=/run/printer/control BALADY_PRINTER_OUT=/run/printer/out
    mkdir -p "$BALADY_PRINTER_OUT"
    run receipt_printer 150 "$build/bin/balady-gadget-receipt-printer-simulator" --control "$BALADY_PRINTER_CONTROL" \
        --out "$BALADY_PRINTER_OUT" -- "$build/bin/kernel_receipt_printer"
    cp "$BALADY_PRINTER_OUT/"*.png "$out" 2>/dev/null
}

test_serial_scanner() { run serial_scanner 60 "$build/bin/kernel_serial_scanner"; }

test_keyboard_scanner() { run keyboard_scanner 60 "$build/bin/kernel_keyboard_scanner"; }

test_card_reader() {
    export BALADY_CARD_CONTROL=$out/card BALADY_CARD_TRUST_LIST=$out/trust-list.pem
    mkdir -p /run/pcscd /run/no-serial-readers
    pcscd --foreground --config /run/no-serial-readers &>"$out/pcscd.log" &
    run card_reader 90 "$build/bin/kernel_card_reader"
    kill %%
}

# Between its input and its output nothing may scale or crop what it shows.
test_camera() {
    v4l2-ctl --device /dev/video0 --set-ctrl \
        loop_video=1,osd_text_mode=2,enable_capture_scaler=0,enable_capture_composing=0,enable_capture_cropping=0 &&
        v4l2-ctl --device /dev/video0 --set-fmt-video width=1280,height=720,pixelformat=YUYV
    run camera 90 "$build/bin/kernel_camera"
}

test_touch_screen() {
    QT_QPA_PLATFORM=linuxfb run touch_screen 60 "$build/bin/kernel_touch_screen"
}

for device; do
    [[ $device == -* ]] && leave_out "${device#-}"
done
modprobe libcomposite
modprobe dummy_hcd num=2 # two ports for the kernel's own USB devices: the printer's and the scanners'
for device; do
    [[ $device == -* ]] || make "$device"
    "test_${device#-}"
done
dmesg >"$out/dmesg"
echo o >/proc/sysrq-trigger # at once: there is nothing to save
sleep infinity
