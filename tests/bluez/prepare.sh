#!/usr/bin/env bash
# Fetches what the virtual machine needs as Debian packages and unpacks it below DIR, without installing anything:
# qemu/ (the machine), kernel/ (with virtual Bluetooth), guest/ (bluetoothd and D-Bus, laid over the host's files).
set -eu
rig=$1
fetched=$rig/packages
mkdir -p "$fetched" "$rig"/{qemu,kernel,guest}

missing() { apt-get install --simulate --no-install-recommends "$@" 2>/dev/null | awk '/^Inst/ {print $2}'; }
unpack() {  # DIR PACKAGE...: fetch the packages and unpack them there
    local into=$1 package
    shift
    (cd "$fetched" && apt-get download -qq "$@" 2>/dev/null)
    for package in "$@"; do
        dpkg-deb -x "$fetched/$package"_*.deb "$into"
    done
}

kernel=$(apt-cache depends linux-image-amd64 | awk '/Depends: linux-image/ {print $2; exit}')
unpack "$rig/kernel" "$kernel"
unpack "$rig/qemu" $(missing qemu-system-x86)
unpack "$rig/guest" bluez dbus dbus-daemon dbus-bin dbus-system-bus-common libdbus-1-3 libudev1 busybox-static

# the host's /lib, /bin and /sbin are links into /usr: what is laid over them must be there too
for part in lib bin sbin; do
    if [ -d "$rig/guest/$part" ]; then
        mkdir -p "$rig/guest/usr/$part"
        cp -a "$rig/guest/$part/." "$rig/guest/usr/$part/"
        rm -r "$rig/guest/$part"
    fi
done
rm -r "$fetched"
