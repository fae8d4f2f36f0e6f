"""One short recorded session for every test that damages it."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from monitor.leg import ARRAYS, LegBlock
from monitor.recording.writer import RecordingWriter
from monitor.values import (
    EventKind,
    Input,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Segment,
    Sensor,
    SessionEvent,
    Side,
    Tick,
)

START_NS = 1_700_000_000_000_000_000
THIGH, SHANK = Placement(Side.RIGHT, Segment.THIGH), Placement(Side.RIGHT, Segment.SHANK)
SHAPES = {"thigh_acc_m_s2": 3, "shank_acc_m_s2": 3, "thigh_gyr_rad_s": 3, "shank_gyr_rad_s": 3,
          "thigh_dynamic_g": 2, "shank_dynamic_g": 2, "acc_saturated": 2}


def session_inputs(seconds: float) -> Iterator[Input]:
    """A right leg at 100 Hz, two samples a packet, with ticks, a mark each second and a start and stop."""
    yield SessionEvent(START_NS, EventKind.START, {"side": "right", "patient": "p-7", "version": "1.2"})
    for placement in (THIGH, SHANK):
        sensor = Sensor(placement, "patella", 100.0, serial=f"S{placement.segment}", acc_range_g=16.0)
        yield LinkEvent(placement, START_NS, LinkKind.CONNECTED, sensor.to_json())
    for i in range(round(seconds * 50)):
        t_ns = START_NS + (i + 1) * 20_000_000
        payload = struct.pack("<BBBBHHI", 1, 0, 2, 0, i & 0xFFFF, 10_000, i * 20_000) + bytes([i % 251]) * 24
        yield Received(THIGH, t_ns, payload)
        yield Received(SHANK, t_ns + 1_000_000, payload)
        if i % 5 == 4:
            yield Tick(t_ns + 2_000_000)
        if i % 50 == 49:
            yield SessionEvent(t_ns + 3_000_000, EventKind.MARK, {"text": f"mark {i // 50} ü"})
    yield SessionEvent(START_NS + round(seconds * 1e9) + 30_000_000, EventKind.STOP)


def leg_block(t_ns: np.ndarray) -> LegBlock:
    """A block with the flexion 1, 2, 3, ... deg, every fourth of them not valid."""
    n = len(t_ns)
    arrays: dict[str, Any] = {name: np.zeros((n, SHAPES[name]) if name in SHAPES else n)
                              for name in ARRAYS}
    valid = np.arange(n) % 4 != 3
    arrays |= {"t_ns": t_ns, "valid": valid, "oriented": valid, "posture": np.ones(n, np.uint8),
               "reason": np.where(valid, 0, 3).astype(np.uint8),
               "flexion_deg": np.where(valid, np.arange(n) + 1.0, 0.0),
               "sigma_deg": np.where(valid, 0.5, 0.0)}
    return LegBlock(Side.RIGHT, 100.0, **arrays)


def record(path: Path, seconds: float) -> list[Input]:
    items = list(session_inputs(seconds))
    with RecordingWriter(path, side=Side.RIGHT, patient="p-7", version="1.2") as writer:
        writer.attach("prescription.toml", "application/toml", b'patient = "p-7"\n')
        for i, item in enumerate(items):
            writer.write(item)
            if i % 20 == 19:
                writer.write_knee(leg_block(item.t_host_ns + np.arange(4) * 10_000_000), "1.2")
    return items


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[Input]]:
    """The bytes of a whole recording of 3 s, and the inputs in it."""
    path = tmp_path_factory.mktemp("session") / "whole.mcap"
    items = record(path, 3.0)
    return path.read_bytes(), items


@pytest.fixture(scope="session")
def session_code() -> str:
    """Where a program of its own finds the same session to record."""
    return str(Path(__file__).resolve())
