"""WitMotion WT901BLE family: frames of 20 bytes without time, sequence or checksum.

Loss cannot be seen, and time is the declared rate and the arrival. A notification may hold several frames or
a part of one, so the decoder keeps what is left over and finds lost frames again byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Self

import numpy as np

from firmware_protocol.device import Clock, DialectInfo, Loss, Reading, Write
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.samples import RAD_PER_DEG, STANDARD_GRAVITY_M_S2, Samples
from firmware_protocol.witmotion_frames import (
    BATTERY_REGISTER,
    RATE_CODES,
    Frame,
    Motion,
    battery_percent,
    read_register,
    set_rate,
    split,
    unlock,
)


def _uuid(number: int) -> str:
    return f"0000{number:04x}-0000-1000-8000-00805f9a34fb"   # 9a: not the base of assigned numbers


SERVICE_UUID = _uuid(0xFFE5)
NOTIFY_UUID = _uuid(0xFFE4)
WRITE_UUID = _uuid(0xFFE9)

ACC_RANGE_G = 16.0
GYR_RANGE_DPS = 2000.0
MAX_NOTIFICATION_BYTES = 512   # the longest attribute value there is
_RAIL = 32767


class WitMotionDecoder:
    """Finds the frames in the notifications of one connection.

    There is no checksum, and measurements may look like a header. So a frame is believed when what follows it
    does not contradict: another frame, or the end of what has come.
    """

    def __init__(self, acc_range_g: float = ACC_RANGE_G, gyr_range_dps: float = GYR_RANGE_DPS) -> None:
        self._acc_per_count = acc_range_g * STANDARD_GRAVITY_M_S2 / (_RAIL + 1)
        self._gyr_per_count = gyr_range_dps * RAD_PER_DEG / (_RAIL + 1)
        self._left = b""      # the beginning of a frame whose end has not come, under 20 bytes
        self._lost = False    # bytes were passed over since the last measurement

    @classmethod
    def declared(cls, *, acc_range_g: float | None, gyr_range_dps: float | None, rate_hz: float,
                 layout: Mapping[str, Any]) -> Self:
        """The decoder for what was declared; the family's usual ranges unless given."""
        del rate_hz, layout
        return cls(acc_range_g or ACC_RANGE_G, gyr_range_dps or GYR_RANGE_DPS)

    def push(self, payload: bytes) -> tuple[Samples, ...]:
        """The samples that this notification completes, a block for each unbroken run of frames.

        `gap_before` says that bytes were passed over. Raises `PacketError` for a notification of impossible
        length, and for one that makes bytes be passed over and completes no frame.
        """
        if not 1 <= len(payload) <= MAX_NOTIFICATION_BYTES:
            raise PacketError(PacketReason.WRONG_LENGTH,
                              f"a WitMotion notification has 1 to {MAX_NOTIFICATION_BYTES} bytes, "
                              f"not {len(payload)}")
        parts, self._left = split(self._left + payload)
        if parts == [None]:
            self._lost = True
            raise PacketError(PacketReason.BAD_FIELD, "a WitMotion notification completes no frame")
        return tuple(self._runs(parts))

    def _runs(self, parts: list[Frame | None]) -> Iterator[Samples]:
        run: list[tuple[int, ...]] = []
        for part in parts:
            if isinstance(part, Motion):
                run.append(part.counts[:6])
            elif part is None:
                if run:
                    yield self._samples(run)
                    run = []
                self._lost = True
        if run:
            yield self._samples(run)

    def _samples(self, run: list[tuple[int, ...]]) -> Samples:
        counts = np.array(run)
        at_rail = np.abs(counts) >= _RAIL
        gap, self._lost = self._lost, False
        return Samples(
            seq=None,
            t_us=None,
            acc_m_s2=counts[:, :3] * self._acc_per_count,
            gyr_rad_s=counts[:, 3:] * self._gyr_per_count,
            acc_saturated=np.asarray(at_rail[:, :3].any(axis=1)),
            gyr_saturated=np.asarray(at_rail[:, 3:].any(axis=1)),
            gap_before=gap,
        )


def measured(acc_m_s2: Sequence[float], gyr_rad_s: Sequence[float]) -> Motion:
    """The frame that such a sensor sends for a sample; counts clip at its ranges, angles are zeros."""
    scaled = (*(a / STANDARD_GRAVITY_M_S2 / ACC_RANGE_G for a in acc_m_s2),
              *(g / RAD_PER_DEG / GYR_RANGE_DPS for g in gyr_rad_s))
    counts = (max(-_RAIL - 1, min(_RAIL, round(value * (_RAIL + 1)))) for value in scaled)
    return Motion((*counts, 0, 0, 0))


DEVICE = DialectInfo(
    dialect="witmotion",
    title="WitMotion WT901BLE",
    service=SERVICE_UUID,
    notify=NOTIFY_UUID,
    name_prefixes=("WT901",),
    advertises_service=True,
    rates_hz=tuple(RATE_CODES),
    default_rate_hz=100,
    clock=Clock.ARRIVAL,
    loss=Loss.UNSEEN,
    start=lambda rate_hz: (Write(WRITE_UUID, unlock(), response=False),
                           Write(WRITE_UUID, set_rate(rate_hz), response=False)),
    acc_range_g=ACC_RANGE_G,
    gyr_range_dps=GYR_RANGE_DPS,
    battery=Reading(NOTIFY_UUID, battery_percent,
                    Write(WRITE_UUID, read_register(BATTERY_REGISTER), response=False)),
)
