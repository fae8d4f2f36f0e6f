#!/usr/bin/env bash
# Boots the machine in DIR with the host's files read-only, runs the session and powers off. Without KVM, which
# many build machines do not have or have broken; it takes about half a minute longer.
set -eu
rig=$1 python=$2
here=$(cd "$(dirname "$0")" && pwd)
libraries=$(find "$rig/qemu" -name '*.so*' -printf '%h\n' | sort -u | paste -sd:)
LD_LIBRARY_PATH=$libraries exec "$rig/qemu/usr/bin/qemu-system-x86_64" \
    -L "$rig/qemu/usr/share/seabios" -L "$rig/qemu/usr/share/qemu" \
    -machine q35 -accel tcg,thread=multi -cpu max -smp 2 -m 1536 -nographic -no-reboot -nic none \
    -kernel "$rig"/kernel/boot/vmlinuz-* -initrd "$rig/initramfs.gz" \
    -append "console=ttyS0 loglevel=1 panic=-1 patella.RIG=$rig patella.HERE=$here patella.PYTHON=$python" \
    -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap
