"""A Bluetooth stack for bleak on the virtual air: real HCI, L2CAP, ATT and GATT, no operating system.

A `VirtualAdapter` offers the two classes that `BleakScanner(backend=...)` and `BleakClient(backend=...)`
take, so that everything above bleak runs unchanged. It fails as a system's adapter does: `switch_off`,
`unavailable`.
"""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from bleak.backends.scanner import AdvertisementData, BaseBleakScanner
from bleak.exc import BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakError
from bumble import hci
from bumble.core import AdvertisingData
from bumble.device import Advertisement, Connection, Device, DeviceConfiguration

from monitor.virtual.bleak_client import VirtualClient, uuid_text
from monitor.virtual.radio import Radio, RadioController

LARGEST_MTU = 247          # what phones and desktops settle on: one link-layer packet of 251 bytes


class VirtualAdapter:
    """The computer's Bluetooth adapter, shared by every scanner and client made from its classes.

    Attributes:
        scanner: for `BleakScanner(backend=...)`.
        client: for `BleakClient(backend=...)`.
        unavailable: why nothing works, as long as it is set.
        mtu: the largest ATT packet it negotiates.
    """

    def __init__(self, radio: Radio, address: str = "F0:F1:F2:F3:F4:FF", mtu: int = LARGEST_MTU) -> None:
        self.controller = RadioController("adapter", radio)
        transport = self.controller.transport()
        configuration = DeviceConfiguration(name="Patella", address=hci.Address(address))
        self.device = Device.from_config_with_hci(configuration, transport.source, transport.sink)
        self.unavailable: BleakBluetoothNotAvailableReason | None = None
        self.mtu = mtu
        self.scanner = type("VirtualScanner", (_Scanner,), {"adapter": self})
        self.client = type("VirtualClient", (VirtualClient,), {"adapter": self})
        self._scanners: set[_Scanner] = set()
        self._connecting = asyncio.Lock()
        self.device.on("advertisement", self._on_advertisement)

    async def ready(self) -> None:
        """Power up on first use; raises bleak's error while the adapter is unavailable."""
        if self.unavailable is not None:
            raise BleakBluetoothNotAvailableError("the virtual adapter is unavailable", self.unavailable)
        if not self.device.powered_on:
            await self.device.power_on()

    async def close(self) -> None:
        """End every link and power down."""
        for connection in tuple(self.device.connections.values()):
            await connection.disconnect()
        if self.device.is_scanning:
            await self.device.stop_scanning()
        await self.device.power_off()

    async def switch_off(self) -> None:
        """What a user does in the system's settings in the middle of a session."""
        self.unavailable = BleakBluetoothNotAvailableReason.POWERED_OFF
        await self.close()

    def switch_on(self) -> None:
        self.unavailable = None

    async def listen(self, scanner: _Scanner) -> None:
        await self.ready()
        self._scanners.add(scanner)
        if not self.device.is_scanning:
            await self.device.start_scanning(active=True, filter_duplicates=False)

    async def ignore(self, scanner: _Scanner) -> None:
        self._scanners.discard(scanner)
        if not self._scanners and self.device.is_scanning:
            await self.device.stop_scanning()

    async def connect(self, address: hci.Address, timeout_s: float) -> Connection:
        """Connect, one at a time as the HCI wants it; a cancelled attempt leaves nothing pending."""
        await self.ready()
        async with self._connecting:
            try:
                return await self.device.connect_le(address, timeout=timeout_s)
            except asyncio.CancelledError:
                await self.device.send_sync_command(hci.HCI_LE_Create_Connection_Cancel_Command())
                raise

    def _on_advertisement(self, advertisement: Advertisement) -> None:
        for scanner in tuple(self._scanners):
            scanner.heard(advertisement)


class _Scanner(BaseBleakScanner):
    adapter: ClassVar[VirtualAdapter]

    def __init__(self, detection_callback: Any, service_uuids: list[str] | None,
                 scanning_mode: str, **_options: Any) -> None:
        super().__init__(detection_callback, service_uuids)
        if scanning_mode != "active":
            raise BleakError("the virtual adapter scans actively")

    async def start(self) -> None:
        self.seen_devices = {}
        await self.adapter.listen(self)

    async def stop(self) -> None:
        await self.adapter.ignore(self)

    def heard(self, advertisement: Advertisement) -> None:
        data = _advertisement_data(advertisement)
        if not self.is_allowed_uuid(data.service_uuids):
            return
        address = advertisement.address.to_string(with_type_qualifier=False)
        device = self.create_or_update_device(address, address, data.local_name, advertisement.address, data)
        self.call_detection_callbacks(device, data)


def _advertisement_data(advertisement: Advertisement) -> AdvertisementData:
    data, types = advertisement.data, AdvertisingData.Type
    uuids = [uuid_text(uuid) for kind in (types.COMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS,
                                      types.INCOMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS,
                                      types.COMPLETE_LIST_OF_128_BIT_SERVICE_CLASS_UUIDS,
                                      types.INCOMPLETE_LIST_OF_128_BIT_SERVICE_CLASS_UUIDS)
             for group in data.get_all(kind) for uuid in group]
    name = data.get(types.COMPLETE_LOCAL_NAME)
    return AdvertisementData(name, {}, {}, uuids, None, advertisement.rssi, (advertisement,))
