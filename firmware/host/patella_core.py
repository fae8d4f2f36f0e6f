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

FIRMWARE = Path(__file__).parents[1]
MAX_PACKET, INFO_BYTES, MAX_REPLY = 244, 34, 11


class Info(Structure):
    """`patella_info_t`."""

    _fields_ = (
        ("declares_mounting", c_uint8), ("role", c_uint8), ("side", c_uint8), ("hardware", c_uint16),
        ("output_rate_hz", c_uint16), ("serial", c_uint64), ("boot_id", c_uint32), ("dropped", c_uint32),
        ("acc_range_g", c_uint8), ("samples_cap", c_uint8), ("gyr_range_dps", c_uint16),
        ("rate_hz", c_uint16), ("samples", c_uint8), ("acc_ranges", c_uint8), ("gyr_ranges", c_uint8),
        ("rates", c_uint8))


class Builder(Structure):
    """`patella_builder_t`."""

    _fields_ = (
        ("payload", c_uint8 * MAX_PACKET), ("samples", c_uint8), ("filled", c_uint8), ("flags", c_uint8),
        ("seq", c_uint16), ("dt_us", c_uint16), ("t0_us", c_uint32), ("impact_squared", c_uint32),
        ("peak_squared", c_uint32), ("peak_us", c_uint32))


class Sensor(Structure):
    """`patella_sensor_t`."""

    _fields_ = (("info", Info), ("builder", Builder), ("streaming", c_bool), ("identify_s", c_uint8),
                ("interval_units", c_uint16))


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
        self._c = ctypes.CDLL(str(library))
        self._c.patella_control.restype = self._c.patella_sample.restype = c_size_t
        self.sensor = Sensor()
        self._c.patella_sensor_init(ctypes.byref(self.sensor), ctypes.byref(info))

    @property
    def _builder(self) -> object:
        return ctypes.byref(self.sensor.builder)

    def connected(self, mtu: int) -> None:
        self._c.patella_connected(ctypes.byref(self.sensor), c_uint16(mtu))

    def disconnected(self) -> None:
        self._c.patella_disconnected(ctypes.byref(self.sensor))

    def control(self, written: bytes, now_us: int = 0) -> tuple[bytes, int]:
        """The reply, empty where none is due, and the action (`patella_action_t`)."""
        reply, action = (c_uint8 * MAX_REPLY)(), ctypes.c_int()
        length = self._c.patella_control(ctypes.byref(self.sensor), written, c_size_t(len(written)),
                                         c_uint32(now_us), reply, ctypes.byref(action))
        return bytes(reply[:length]), action.value

    def info(self) -> bytes:
        """The INFO characteristic."""
        out = (c_uint8 * INFO_BYTES)()
        self._c.patella_encode_info(ctypes.byref(self.sensor.info), out)
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
        return bytes(self.sensor.builder.payload[:length])

    def dropped(self) -> None:
        self._c.patella_dropped(ctypes.byref(self.sensor))
