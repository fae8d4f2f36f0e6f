"""A virtual sensor of whatever kind a table describes."""

from __future__ import annotations

from collections.abc import Sequence

from firmware_protocol.table import Table
from firmware_protocol.table_packets import encode_rows
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.foreign import ForeignSensor
from monitor.virtual.peripheral import Entry, Notification


class TableGatt(ForeignSensor):
    """Streams when its start command came, or from power-on where it has none."""

    def __init__(self, sensor: VirtualSensor, table: Table) -> None:
        super().__init__(sensor, table.names[0])
        self._described = table
        self._awaited = {start.characteristic: bytes.fromhex(start.hex) for start in table.start}
        self.table = {table.service: (Entry(table.notify, notifies=True),
                                      *(Entry(uuid, writes=True) for uuid in self._awaited))}
        if not self._awaited:
            self.start(table.rate_hz, 0)

    def disconnected(self) -> None:
        if self._awaited:
            self.sensor.disconnected()

    def read(self, uuid: str, now_us: int) -> bytes:
        raise NotImplementedError(uuid)      # nothing in its table can be read

    def write(self, uuid: str, payload: bytes, now_us: int) -> Sequence[Notification]:
        if payload == self._awaited.get(uuid):
            self.start(self._described.rate_hz, now_us)
        return []

    def notifications(self, now_us: int) -> Sequence[Notification]:
        return [(self._described.notify, encode_rows(self._described, one.acc_m_s2, one.gyr_rad_s, one.t_us))
                for one in self.samples(now_us)]
