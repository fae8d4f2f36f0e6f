"""The C core in Python: build it with the system's compiler, load it, drive it.

For tests, and for virtual sensors that shall run the very code of the real ones.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Sequence
from ctypes import Structure, c_bool, c_int16, c_size_t, c_uint8, c_uint16, c_uint32, c_uint64
from pathlib import Path
from typing import Self

from firmware_protocol.packets import ACC_RANGES_G, GYR_RANGES_DPS, RATES_HZ, DataFlag, DataPacket, Info

UINT32_MAX = 2**32 - 1
FIRMWARE = Path(__file__).parents[1]
MAX_PACKET, INFO_BYTES, MAX_REPLY = 244, 34, 11


class CoreInfo(Structure):
    """`patella_info_t`."""

    _fields_ = (
        ("declares_mounting", c_uint8), ("role", c_uint8), ("side", c_uint8), ("hardware", c_uint16),
        ("output_rate_hz", c_uint16), ("serial", c_uint64), ("boot_id", c_uint32), ("dropped", c_uint32),
        ("acc_range_g", c_uint8), ("samples_cap", c_uint8), ("gyr_range_dps", c_uint16),
        ("rate_hz", c_uint16), ("samples", c_uint8), ("acc_ranges", c_uint8), ("gyr_ranges", c_uint8),
        ("rates", c_uint8))


    @classmethod
    def of(cls, info: Info) -> Self:
        plain = {name: getattr(info, name) for name, _ in cls._fields_ if hasattr(info, name)}
        masks = {"acc_ranges": (info.acc_ranges_g, ACC_RANGES_G), "rates": (info.rates_hz, RATES_HZ),
                 "gyr_ranges": (info.gyr_ranges_dps, GYR_RANGES_DPS)}
        return cls(**plain, **{name: sum(1 << table.index(value) for value in values)
                               for name, (values, table) in masks.items()})


class Builder(Structure):
    """`patella_builder_t`."""

    _fields_ = (
        ("payload", c_uint8 * MAX_PACKET), ("samples", c_uint8), ("filled", c_uint8), ("flags", c_uint8),
        ("seq", c_uint16), ("dt_us", c_uint16), ("t0_us", c_uint32), ("impact_squared", c_uint32),
        ("peak_squared", c_uint32), ("peak_us", c_uint32))


class Sensor(Structure):
    """`patella_sensor_t`."""

    _fields_ = (("info", CoreInfo), ("builder", Builder), ("streaming", c_bool), ("identify_s", c_uint8),
                ("interval_units", c_uint16))


class TapState(Structure):
    """`patella_tap_t`."""

    _fields_ = (("loud_squared", c_uint32), ("loud_since_us", c_uint32), ("last_loud_us", c_uint32),
                ("first_knock_us", c_uint32), ("knocks", c_uint8), ("loud", c_bool), ("rested", c_bool))


Acc, Counts = c_int16 * 3, c_int16 * 6


def can_build() -> bool:
    """Whether the system has a C compiler, and make to call it."""
    return bool(shutil.which("cc") and shutil.which("make"))


def build(folder: Path) -> Path:
    """Compile the shared library into a folder; raises `subprocess.CalledProcessError`."""
    subprocess.run(["make", "-s", "-C", FIRMWARE, f"BUILD={folder}", "library"], check=True,
                   capture_output=True, text=True)
    return folder / "libpatella.so"


class Core:
    """One sensor's core."""

    def __init__(self, library: Path, info: Info) -> None:
        """Switch the sensor on; `library` is what `build` returned."""
        self._c = ctypes.CDLL(str(library))
        self._c.patella_control.restype = self._c.patella_sample.restype = c_size_t
        self.state = Sensor()
        self._c.patella_sensor_init(ctypes.byref(self.state), ctypes.byref(CoreInfo.of(info)))

    @property
    def _builder(self) -> object:
        return ctypes.byref(self.state.builder)

    def connected(self, mtu: int) -> None:
        self._c.patella_connected(ctypes.byref(self.state), c_uint16(mtu))

    def disconnected(self) -> None:
        self._c.patella_disconnected(ctypes.byref(self.state))

    def control(self, written: bytes, now_us: int = 0) -> tuple[bytes, int]:
        """The reply, empty where none is due, and the action (`patella_action_t`)."""
        reply, action = (c_uint8 * MAX_REPLY)(), ctypes.c_int()
        length = self._c.patella_control(ctypes.byref(self.state), written, c_size_t(len(written)),
                                         c_uint32(now_us), reply, ctypes.byref(action))
        return bytes(reply[:length]), action.value

    def info(self) -> bytes:
        """The INFO characteristic."""
        out = (c_uint8 * INFO_BYTES)()
        self._c.patella_encode_info(ctypes.byref(self.state.info), out)
        return bytes(out)

    def start(self, rate_hz: int, samples: int, acc_range_g: int) -> None:
        self._c.patella_builder_start(self._builder, c_uint16(rate_hz), c_uint8(samples),
                                      c_uint8(acc_range_g))

    def flag(self, flag: int) -> None:
        self._c.patella_flag(self._builder, c_uint8(flag))

    def peak(self, acc: Sequence[int], t_us: int) -> None:
        self._c.patella_peak(self._builder, Acc(*acc), c_uint32(t_us))

    def sample(self, counts: Sequence[int], t_us: int) -> bytes:
        """The packet that this sample completes, or nothing."""
        length = self._c.patella_sample(self._builder, Counts(*counts), c_uint32(t_us))
        return bytes(self.state.builder.payload[:length])

    def build(self, packet: DataPacket) -> bytes:
        """These values as the core sends them: `encode_data` by the sensor's own code.

        The trailer's peak is the larger of the packet's own and of its samples, as on the sensor.
        """
        builder, impact = self.state.builder, packet.impact
        builder.samples, builder.filled = len(packet.counts), 0
        builder.flags = packet.flags & ~DataFlag.IMPACT
        builder.seq, builder.dt_us = packet.seq, packet.dt_us
        builder.impact_squared = 0 if impact else UINT32_MAX
        builder.peak_squared = impact.peak**2 if impact else 0
        builder.peak_us = (packet.t0_us + impact.offset_us) % 2**32 if impact else 0
        for i, row in enumerate(packet.counts.tolist()):
            payload = self.sample(row, (packet.t0_us + i * packet.dt_us) % 2**32)
        return payload

    def dropped(self) -> None:
        self._c.patella_dropped(ctypes.byref(self.state))

    def double_taps(self, acc: Sequence[Sequence[int]], t_us: Sequence[int], acc_range_g: int) -> list[int]:
        """The times at which the core hears double taps in these counts (n, 3)."""
        state = TapState()
        self._c.patella_tap.restype = c_bool
        self._c.patella_tap_init(ctypes.byref(state), c_uint8(acc_range_g), c_uint32(t_us[0]))
        return [now_us for counts, now_us in zip(acc, t_us, strict=True)
                if self._c.patella_tap(ctypes.byref(state), Acc(*counts), c_uint32(now_us))]
