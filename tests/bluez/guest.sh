# Inside the machine: D-Bus, bluetoothd, and the session that speaks to them.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
mkdir -p /run/dbus /var/lib/bluetooth
dbus-daemon --system --fork --nopidfile
/usr/libexec/bluetooth/bluetoothd -n >/run/bluetoothd.log 2>&1 &
sleep 1
cd "$HERE/../.." && timeout 600 "$PYTHON" "$HERE/session.py" || { echo "FAILED $?"; tail -20 /run/bluetoothd.log; }
