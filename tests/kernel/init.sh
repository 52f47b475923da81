#!/bin/busybox sh
# shellcheck shell=sh
# The first program of the guest, in memory: makes a root of this machine's own (read only, over 9p, with a layer in
# memory on top, so that a program of the guest may write anywhere) and goes on with /guest in it.
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
while read -r module; do insmod "/modules/$module"; done </modules/order
mkdir -p /lower /layer /root
mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000,cache=loose,ro root /lower
mount -t tmpfs layer /layer
mkdir /layer/upper /layer/work
mount -t overlay -o lowerdir=/lower,upperdir=/layer/upper,workdir=/layer/work overlay /root
for folder in dev proc sys; do mount --move /$folder /root/$folder; done
mount -t tmpfs run /root/run
cp /guest /root/run/guest
exec switch_root /root /bin/bash /run/guest
