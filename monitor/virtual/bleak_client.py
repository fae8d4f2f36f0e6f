"""The client half of the virtual Bluetooth stack: bleak's calls on a real GATT exchange through bumble."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any, ClassVar, Protocol, TypeVar, cast

from bleak.args import SizedBuffer
from bleak.assigned_numbers import CharacteristicPropertyName
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, NotifyCallback
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.exc import BleakError, BleakGATTProtocolError
from bleak.uuids import normalize_uuid_str
from bumble import att, core, hci
from bumble.core import UUID
from bumble.device import Connection, Peer
from bumble.gatt import Characteristic
from bumble.gatt_client import CharacteristicProxy

SMALLEST_MTU = 23
PROPERTY_NAMES: dict[Characteristic.Properties, CharacteristicPropertyName] = {
    Characteristic.Properties.READ: "read",
    Characteristic.Properties.WRITE_WITHOUT_RESPONSE: "write-without-response",
    Characteristic.Properties.WRITE: "write",
    Characteristic.Properties.NOTIFY: "notify",
    Characteristic.Properties.INDICATE: "indicate",
}

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


def uuid_text(uuid: UUID) -> str:
    """A bumble UUID as bleak writes it."""
    return normalize_uuid_str(uuid.to_hex_str("-"))


class Adapter(Protocol):
    """What a client needs of the adapter it belongs to."""

    mtu: int

    async def connect(self, address: hci.Address, timeout_s: float) -> Connection:
        """Connect, one at a time as the HCI wants it; a cancelled attempt leaves nothing pending."""
        ...


class VirtualClient(BaseBleakClient):
    """`VirtualAdapter.client` is this class with its adapter bound."""

    adapter: ClassVar[Adapter]

    def __init__(self, address_or_ble_device: BLEDevice | str, *, services: set[str] | None = None,
                 **options: Any) -> None:
        super().__init__(address_or_ble_device, **options)
        self._target = hci.Address(self.address)
        self._wanted = services
        self._connection: Connection | None = None
        self._subscribers: dict[int, Any] = {}
        self._requests: set[asyncio.Future[Any]] = set()

    @property
    def name(self) -> str:
        return self.address.replace(":", "-")

    @property
    def mtu_size(self) -> int:
        return self._connection.att_mtu if self._connection else SMALLEST_MTU

    @property
    def is_connected(self) -> bool:
        return self._connection is not None

    async def connect(self, pair: bool, **_options: Any) -> None:
        if self.is_connected:
            raise BleakError("already connected")
        try:
            self._connection = await self.adapter.connect(self._target, self._timeout)
        except core.TimeoutError as error:
            raise TimeoutError(f"{self.address} did not answer") from error   # as bleak's own backends do
        except (core.BaseBumbleError, hci.HCI_Error) as error:
            raise BleakError(f"connecting to {self.address} failed: {error}") from error
        self._connection.on("disconnection", self._on_disconnection)
        try:
            await self._exchange(self._peer.request_mtu(self.adapter.mtu))
            self.services = await self._discover()
            if pair:
                await self.pair()
        except BaseException:
            await self.disconnect()
            raise

    async def disconnect(self) -> None:
        if self._connection is None:
            return
        try:
            await self._connection.disconnect()
        except (core.BaseBumbleError, hci.HCI_Error) as error:
            _log.debug("%s was gone before it could be disconnected: %s", self.address, error)

    async def pair(self, *_args: Any, **_options: Any) -> None:
        await self._exchange(self._linked.pair())

    async def unpair(self) -> None:
        await self.disconnect()

    async def get_rssi(self) -> int:
        """Signal strength of the link in dBm, as the CoreBluetooth backend offers it."""
        return int(await self._exchange(self._linked.get_rssi()))  # type: ignore[no-untyped-call]

    async def read_gatt_char(self, characteristic: BleakGATTCharacteristic, **_options: Any) -> bytearray:
        return bytearray(await self._exchange(self._peer.gatt_client.read_value(characteristic.obj)))

    async def read_gatt_descriptor(self, descriptor: BleakGATTDescriptor, **_options: Any) -> bytearray:
        return bytearray(await self._exchange(self._peer.gatt_client.read_value(descriptor.obj)))

    async def write_gatt_char(self, characteristic: BleakGATTCharacteristic, data: SizedBuffer,
                              response: bool) -> None:
        await self._exchange(self._peer.gatt_client.write_value(characteristic.obj, bytes(data), response))

    async def write_gatt_descriptor(self, descriptor: BleakGATTDescriptor, data: SizedBuffer) -> None:
        await self._exchange(self._peer.gatt_client.write_value(descriptor.obj, bytes(data), True))

    async def start_notify(self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback,
                           **_options: Any) -> None:
        if characteristic.handle in self._subscribers:
            raise BleakError("notifications are already started")

        def subscriber(value: bytes) -> None:
            callback(bytearray(value))

        await self._exchange(self._peer.gatt_client.subscribe(characteristic.obj, subscriber))
        self._subscribers[characteristic.handle] = subscriber

    async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None:
        subscriber = self._subscribers.pop(characteristic.handle, None)
        if subscriber is not None and self.is_connected:
            await self._exchange(self._peer.gatt_client.unsubscribe(characteristic.obj, subscriber))

    @property
    def _linked(self) -> Connection:
        if self._connection is None:
            raise BleakError("not connected")
        return self._connection

    @property
    def _peer(self) -> Peer:
        return Peer(self._linked)

    async def _discover(self) -> BleakGATTServiceCollection:
        found = BleakGATTServiceCollection()
        for service in await self._exchange(self._peer.discover_services()):
            if self._wanted and uuid_text(service.uuid) not in self._wanted:
                continue
            group = BleakGATTService(service, service.handle, uuid_text(service.uuid))
            found.add_service(group)
            for characteristic in await self._exchange(service.discover_characteristics()):
                await self._add_characteristic(found, group, characteristic)
        return found

    async def _add_characteristic(self, found: BleakGATTServiceCollection, group: BleakGATTService,
                                  characteristic: CharacteristicProxy[bytes]) -> None:
        names = [name for bit, name in PROPERTY_NAMES.items() if characteristic.properties & bit]
        entry = BleakGATTCharacteristic(characteristic, characteristic.handle, uuid_text(characteristic.uuid),
                                        names, lambda: self.mtu_size - 3, group)
        found.add_characteristic(entry)
        for descriptor in await self._exchange(characteristic.discover_descriptors()):
            found.add_descriptor(
                BleakGATTDescriptor(descriptor, descriptor.handle, uuid_text(descriptor.type), entry))

    def _on_disconnection(self, reason: int) -> None:
        _log.debug("%s disconnected: %s", self.address, hci.HCI_ErrorCode(reason).name)
        self._connection = self.services = None
        self._subscribers.clear()
        for request in tuple(self._requests):      # bumble itself cancels only the one that was sent
            request.cancel()
        if self._disconnected_callback:
            self._disconnected_callback()

    async def _exchange(self, operation: Awaitable[_T]) -> _T:
        """Await a bumble operation and turn what it raises into bleak's errors.

        A caller may lose patience, but the request must run to its end: ATT has one at a time, and its answer
        would be taken for the next one's.
        """
        request = asyncio.ensure_future(operation)
        self._requests.add(request)
        request.add_done_callback(self._heed)
        try:
            return await asyncio.shield(request)
        except att.ATT_Error as error:
            raise BleakGATTProtocolError(error.error_code) from error
        except asyncio.CancelledError:   # bumble cancels a pending request when the link drops
            if cast(asyncio.Task[Any], asyncio.current_task()).cancelling() or self.is_connected:
                raise
            raise BleakError("disconnected") from None
        except (TimeoutError, core.BaseBumbleError, hci.HCI_Error) as error:
            raise BleakError(f"{type(error).__name__}: {error}") from error

    def _heed(self, request: asyncio.Future[Any]) -> None:
        """An abandoned request may fail unheard."""
        self._requests.discard(request)
        if not request.cancelled():
            request.exception()
