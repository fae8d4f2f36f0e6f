"""What virtual sensors of other makes share: the electronics of a `VirtualSensor` behind another GATT table.

The samples are those that the sensor would have sent in its own protocol, in the other make's bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bumble.core import UUID, AdvertisingData

from firmware_protocol.patella import PatellaDecoder
from firmware_protocol.samples import Samples
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.peripheral import Entry, Notification

_FLAGS = bytes([0x06])      # general discoverable, no classic Bluetooth


class ForeignSensor:
    """Serves a `VirtualSensor` as another make; subclasses say which.

    Attributes:
        table: of the make.
        interval_units: None: other makes take the connection interval they get.
    """

    table: Mapping[str, Sequence[Entry]]
    interval_units: int | None = None

    def __init__(self, sensor: VirtualSensor, name: str, service: str | None = None) -> None:
        self.sensor = sensor
        settings = sensor.settings
        self._decoder = PatellaDecoder(settings.acc_range_g, settings.gyr_range_dps)
        kinds = AdvertisingData.Type
        advertised = [(kinds.FLAGS, _FLAGS)]
        if service is not None:
            advertised.append((kinds.COMPLETE_LIST_OF_128_BIT_SERVICE_CLASS_UUIDS, bytes(UUID(service))))
        self.advertising = bytes(AdvertisingData(advertised))
        self.scan_response = bytes(AdvertisingData([(kinds.COMPLETE_LOCAL_NAME, name.encode())]))

    def connected(self) -> None:
        """Nothing changes, for most makes."""

    def mtu_changed(self, mtu: int) -> None:
        """Their packets have one size."""

    def dropped(self, notification: Notification) -> None:
        """Nothing in their packets says so."""

    def due_us(self) -> float:
        return self.sensor.due_us()

    def start(self, rate_hz: float, now_us: int) -> None:
        self.sensor.start(rate_hz, 1, now_us)

    def samples(self, now_us: int) -> Iterator[Samples]:
        """What was measured since the last call, one sample each."""
        for payload in self.sensor.packets_until(now_us):
            yield from self._decoder.push(payload)
