"""The values of the Patella protocol, version 1; `PROTOCOL.md` says what each of them means on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, IntFlag

import numpy as np
from numpy.typing import NDArray

VERSION = 1
MAX_SAMPLES = 19        # 12 + 12 * 19 + 4 bytes fill the 244 that one notification carries at an MTU of 247
FULL_SCALE = 32768      # counts of a sample that mean its range

ACC_RANGES_G = (2, 4, 8, 16, 32)
GYR_RANGES_DPS = (125, 250, 500, 1000, 2000, 4000)
RATES_HZ = (25, 50, 100, 200, 400)
IMPACT_THRESHOLD_G = 2  # a packet whose peak reaches this carries an impact trailer


class DataFlag(IntFlag):
    GAP = 1                     # packets built before this one were dropped, or the stream has just started
    ACC_SATURATED = 2
    GYR_SATURATED = 4
    CONFIGURATION_CHANGED = 8   # rate, samples a packet or ranges differ from the stream's before
    MARKER = 16                 # button or tap
    IMPACT = 32                 # an impact trailer follows the samples


@dataclass(frozen=True, slots=True)
class ImpactTrailer:
    """Largest resultant acceleration at the part's own output rate, as sent.

    Attributes:
        peak: counts, u16; 32768 is the accelerometer's range.
        offset_us: when, from the packet's t0, u16.
    """

    peak: int
    offset_us: int


@dataclass(frozen=True, slots=True)
class Impact:
    """Largest resultant acceleration at the part's own output rate, in units.

    Attributes:
        offset_us: when, from the packet's first sample.
        peak_resultant_g: a lower bound where `saturated`.
        saturated: the accelerometer was at its limit in this packet.
    """

    offset_us: int
    peak_resultant_g: float
    saturated: bool


@dataclass(frozen=True, slots=True, eq=False)
class DataPacket:
    """One DATA notification.

    Attributes:
        flags: `DataFlag` bits; `IMPACT` is set where `impact` is there.
        seq: packet number, u16, wraps.
        dt_us: sample period, u16, at least 1.
        t0_us: device time of the first sample, u32, wraps.
        counts: (n, 6) int16, rows {ax ay az gx gy gz}, n from 1 to 19.
    """

    flags: int
    seq: int
    dt_us: int
    t0_us: int
    counts: NDArray[np.int16]
    impact: ImpactTrailer | None = None


def samples_that_fit(rate_hz: float, wish: int, samples_cap: int) -> int:
    """Samples a packet that the sensor takes for a START's wish: its MTU and 65,535 us of span limit them."""
    return max(1, min(wish, samples_cap, int(65_535 * rate_hz // 1_000_000)))


class Role(IntEnum):
    UNASSIGNED = 0
    THIGH = 1
    SHANK = 2


class WornSide(IntEnum):
    UNASSIGNED = 0
    LEFT = 1
    RIGHT = 2


class Hardware(IntEnum):
    """Known boards; a number that is not here is no error."""

    XIAO_NRF52840_SENSE = 1
    NANO_33_BLE_SENSE = 2
    ESP32 = 3
    VIRTUAL = 0xFFFF


@dataclass(frozen=True, slots=True)
class Info:
    """What the sensor says about itself.

    Attributes:
        declares_mounting: the housing bears the mounting marks that `PROTOCOL.md` describes.
        serial: 64-bit serial number, for the sensor's life.
        boot_id: differs after every restart, and the clock and the sequence with it.
        dropped: packets built and never sent since the last RESET_STATS or restart.
        output_rate_hz: of the accelerometer part itself, that the impact trailer sees.
        samples_cap: most samples a packet that the connection's MTU leaves room for.
        rate_hz, samples: of the running or the next stream.
        acc_range_g, gyr_range_dps: what 32768 counts mean now.
        acc_ranges_g, gyr_ranges_dps, rates_hz: what the sensor can do, increasing.
    """

    role: Role
    side: WornSide
    declares_mounting: bool
    hardware: int
    output_rate_hz: int
    serial: int
    boot_id: int
    dropped: int
    acc_range_g: int
    samples_cap: int
    gyr_range_dps: int
    rate_hz: int
    samples: int
    acc_ranges_g: tuple[int, ...]
    gyr_ranges_dps: tuple[int, ...]
    rates_hz: tuple[int, ...]
