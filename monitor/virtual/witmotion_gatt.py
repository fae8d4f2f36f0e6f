"""A virtual WitMotion WT901BLE: streams from power-on, without time, number or start command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from firmware_protocol import witmotion
from firmware_protocol.errors import PacketError
from firmware_protocol.samples import RAD_PER_DEG, STANDARD_GRAVITY_M_S2
from firmware_protocol.witmotion_frames import (
    BATTERY_REGISTER,
    RATE_CODES,
    Motion,
    Registers,
    decode_write,
    encode_frame,
)
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.foreign import ForeignSensor
from monitor.virtual.peripheral import Entry, Notification

RATE_REGISTER, READ_REGISTER, UNLOCK_REGISTER = 0x03, 0x27, 0x69
SHIPPED_RATE_HZ = 50
FULL_COUNTS = 32768
EMPTY_CENTIVOLT, FULL_CENTIVOLT = 340, 410
_RATES_HZ = {code: rate_hz for rate_hz, code in RATE_CODES.items()}


class WitMotionGatt(ForeignSensor):
    """Sends each frame as a notification of its own, or `pieces` bytes at a time."""

    table: Mapping[str, Sequence[Entry]] = {
        witmotion.SERVICE_UUID: (Entry(witmotion.NOTIFY_UUID, notifies=True),
                                 Entry(witmotion.WRITE_UUID, writes=True))}

    def __init__(self, sensor: VirtualSensor, pieces: int | None = None) -> None:
        super().__init__(sensor, "WT901BLE", witmotion.SERVICE_UUID)
        self._pieces = pieces
        self._left = b""
        self._unlocked = False
        self.start(SHIPPED_RATE_HZ, 0)

    def disconnected(self) -> None:
        """Goes on measuring."""

    def read(self, uuid: str, now_us: int) -> bytes:
        raise NotImplementedError(uuid)      # nothing in its table can be read

    def write(self, _uuid: str, payload: bytes, now_us: int) -> Sequence[Notification]:
        try:
            register, value = decode_write(payload)
        except PacketError:
            return []
        if register == UNLOCK_REGISTER:
            self._unlocked = True
        elif register == RATE_REGISTER and self._unlocked and value in _RATES_HZ:
            self.start(_RATES_HZ[value], now_us)
        elif register == READ_REGISTER and value == BATTERY_REGISTER:
            return self._notify(encode_frame(self._battery(now_us)))
        return []

    def notifications(self, now_us: int) -> Sequence[Notification]:
        scale = np.array([*3 * (witmotion.ACC_RANGE_G * STANDARD_GRAVITY_M_S2,),
                          *3 * (witmotion.GYR_RANGE_DPS * RAD_PER_DEG,)]) / FULL_COUNTS
        sent: list[Notification] = []
        for one in self.samples(now_us):
            values = np.concatenate([one.acc_m_s2[0], one.gyr_rad_s[0]]) / scale
            counts = np.clip(np.rint(values), -FULL_COUNTS, FULL_COUNTS - 1).astype(int)
            sent += self._notify(encode_frame(Motion((*map(int, counts), 0, 0, 0))))
        return sent

    def _battery(self, now_us: int) -> Registers:
        share = self.sensor.battery_percent(now_us) / 100
        centivolt = round(EMPTY_CENTIVOLT + share * (FULL_CENTIVOLT - EMPTY_CENTIVOLT))
        return Registers(BATTERY_REGISTER, (centivolt, 0, 0, 0, 0, 0, 0, 0))

    def _notify(self, frame: bytes) -> list[Notification]:
        if self._pieces is None:
            return [(witmotion.NOTIFY_UUID, frame)]
        self._left += frame
        whole = len(self._left) // self._pieces * self._pieces
        ready, self._left = self._left[:whole], self._left[whole:]
        return [(witmotion.NOTIFY_UUID, ready[i:i + self._pieces]) for i in range(0, whole, self._pieces)]
