#!/bin/busybox sh
# The machine's first process: modules, the host's files below a layer that forgets, and then the session.
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
for module in $(cat /modules/order); do insmod "/modules/$module" || echo "cannot load $module"; done

mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000,ro host /host
mount -t tmpfs tmpfs /tmp
mkdir -p /tmp/upper /tmp/work
for word in $(cat /proc/cmdline); do case $word in patella.*) export "${word#patella.}";; esac; done
cp -a "/host$RIG/guest" /tmp/guest
mount -t overlay -o "lowerdir=/tmp/guest:/host,upperdir=/tmp/upper,workdir=/tmp/work" overlay /new
mount --move /dev /new/dev
mount -t proc proc /new/proc
mount -t sysfs sys /new/sys
mount -t tmpfs run /new/run
ifconfig lo 127.0.0.1 up
chroot /new /bin/bash "$HERE/guest.sh"
poweroff -f
