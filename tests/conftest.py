"""What tests of more than one folder share."""

import struct
from dataclasses import replace

import numpy as np
import pytest

from monitor.leg import Posture, Reason
from monitor.snapshot import CalibrationState, CalibrationStatus, KneeNow, Snapshot, Trace
from monitor.values import (
    EventKind,
    Input,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Segment,
    SessionEvent,
    Side,
)
from monitor.virtual.simulate import START_NS, Simulation, simulate


@pytest.fixture
def moment() -> Snapshot:
    """A session that has just begun and shows a valid angle."""
    return Snapshot(
        t_s=0.0, side=Side.LEFT, patient="", sensors=(), skew_ms=None,
        calibration=CalibrationStatus(CalibrationState.MISSING, ""),
        knee=KneeNow(30.0, 1.0, True, Reason.NONE, 0.0), posture=Posture.STANDING,
        trace=Trace(**dict.fromkeys(Trace.__dataclass_fields__, np.zeros(0))))


@pytest.fixture(scope="session")
def worn() -> Simulation:
    """A guided calibration, squats and straight leg raises of a right leg, with all the usual errors."""
    return simulate(["calibration", "squat:3", "straight_leg_raise_supine:1x2"], seed=1, rate_hz=100,
                    loss_percent=2.0, bias_deg_s=0.5, soft_tissue_deg=6.0)


@pytest.fixture(scope="session")
def rough(worn: Simulation) -> tuple[Input, ...]:
    """The inputs of `worn` after a bad day on the air: see the functions below."""
    thigh, shank = (Placement(Side.RIGHT, segment) for segment in Segment)
    inputs = [one for one in worn.inputs if not _of(one, thigh, 12.0, 12.2)
              and not _of(one, thigh, 33.0, 33.8) and not _of(one, shank, 36.0, 37.0)]
    inputs = _restarted(inputs, shank, 37.0)
    inputs = _repeated(_swapped(inputs, thigh), thigh)
    inputs += [Received(thigh, _at(t), payload) for t, payload in
               ((20.0, b""), (20.5, b"\x01\x00"), (35.0, b"\x09" + bytes(35)), (35.1, bytes(36)))]
    inputs += [Received(Placement(Side.LEFT, Segment.THIGH), _at(21.0), bytes(36))]
    inputs += [SessionEvent(_at(t), kind, detail) for t, kind, detail in (
        (33.4, EventKind.PAIN, {"score": 3}), (30.0, EventKind.EXERCISE, {"id": "squat"}),
        (36.2, EventKind.MARK, {"text": "here"}), (36.9, EventKind.PAUSE, {"paused": True}),
        (41.0, EventKind.CALIBRATION, {"action": "start"}), (43.0, EventKind.CALIBRATION, {"action": "redo"}),
        (44.0, EventKind.CALIBRATION, {"action": "cancel"}))]
    return tuple(sorted(inputs, key=lambda one: one.t_host_ns))


def _at(t_s: float) -> int:
    return START_NS + round(t_s * 1e9)


def _of(one: Input, place: Placement, from_s: float, to_s: float) -> bool:
    """Whether this came from one sensor within a span."""
    return isinstance(one, Received | LinkEvent) and one.placement == place and (
        _at(from_s) <= one.t_host_ns < _at(to_s))


def _restarted(inputs: list[Input], place: Placement, from_s: float) -> list[Input]:
    """The sensor was off until `from_s`; its sequence and its clock began anew and soon wrap."""
    after = [one for one in inputs if _of(one, place, from_s, 1e6)]
    before = [one for one in inputs if not _of(one, place, from_s, 1e6)]
    connected = next(one for one in before if isinstance(one, LinkEvent) and one.placement == place
                     and one.kind is LinkKind.CONNECTED)
    first = next(one for one in after if isinstance(one, Received))
    seq, _, t0_us = struct.unpack_from("<HHI", first.payload, 4)
    shift_us = 2**32 - 3_000_000 - t0_us

    def moved(one: Received | LinkEvent) -> Input:
        if isinstance(one, LinkEvent):
            if one.kind is not LinkKind.SYNC:
                return one
            device_us = (one.detail["device_us"] + shift_us) % 2**32
            return replace(one, detail={**one.detail, "device_us": device_us})
        old, dt_us, t_us = struct.unpack_from("<HHI", one.payload, 4)
        head = struct.pack("<HHI", (old - seq + 65_500) % 2**16, dt_us, (t_us + shift_us) % 2**32)
        return replace(one, payload=one.payload[:4] + head + one.payload[12:])

    again = {**connected.detail, "boot_id": connected.detail["boot_id"] + 1}
    return [*before, LinkEvent(place, _at(from_s - 0.5), LinkKind.DISCONNECTED, {"reason": "lost"}),
            LinkEvent(place, _at(from_s) - 1, LinkKind.CONNECTED, again), *map(moved, after)]


def _packets(inputs: list[Input], place: Placement) -> list[int]:
    return [i for i, one in enumerate(inputs) if isinstance(one, Received) and one.placement == place]


def _swapped(inputs: list[Input], place: Placement) -> list[Input]:
    """Now and then a packet comes after its successor."""
    where = _packets(inputs, place)
    for first, second in zip(where[70::70], where[71::70], strict=False):
        a, b = inputs[first], inputs[second]
        inputs[first], inputs[second] = replace(a, payload=b.payload), replace(b, payload=a.payload)
    return inputs


def _repeated(inputs: list[Input], place: Placement) -> list[Input]:
    """Now and then a packet comes twice."""
    return inputs + [replace(inputs[i], t_host_ns=inputs[i].t_host_ns + 3_000_000)
                     for i in _packets(inputs, place)[::50]]
