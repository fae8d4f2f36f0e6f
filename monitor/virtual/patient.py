"""A virtual patient wearing two virtual sensors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import tee

import numpy as np

from monitor.values import Placement, Segment, Side
from monitor.virtual.clock import Clock
from monitor.virtual.faults import HEALTHY, Fault, Trouble
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.imu import Imu
from monitor.virtual.leg import Leg, LegMotion, leg_motion
from monitor.virtual.motions import EXERCISES
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import STANDING
from monitor.virtual.script import Move, Script, play

WAITING_S = 0.25
DRIFT_PPM = 50.0


@dataclass(frozen=True, slots=True)
class Wear:
    """How the sensors are worn and how good they are; `trouble` is what goes wrong on purpose."""

    bias_dps: float = 0.0
    soft_tissue_deg: float = 0.0
    off_axis_deg: float = 5.0
    acc_range_g: int = 16
    loss_percent: float = 0.0
    trouble: Trouble = HEALTHY


@dataclass(frozen=True, slots=True)
class Patient:
    """Two sensors on one leg and the motion they share.

    Attributes:
        motion: the leg's own motion; to be read as the sensors are, for what one has not read is kept.
    """

    thigh: VirtualSensor
    shank: VirtualSensor
    motion: Iterator[LegMotion]

    @property
    def sensors(self) -> tuple[VirtualSensor, VirtualSensor]:
        return self.thigh, self.shank


def write_script(specs: Sequence[Spec], seed: int) -> Script:
    """What the patient will do, one item after the other."""
    script = new_script(seed)
    for spec in specs:
        EXERCISES[spec.name].perform(script, spec)
    script.truth["postures"][-1]["end_s"] = script.now_s
    return script


def new_script(seed: int) -> Script:
    return Script(np.random.default_rng([seed, 0]))


def wear(moves: Iterator[Move], side: Side, seed: int, how: Wear) -> Patient:
    """Strap two sensors to the leg that makes these moves."""
    body, *electronics = (np.random.default_rng([seed, purpose]) for purpose in (1, 2, 3))
    motion = leg_motion(Leg(side, body, off_axis_deg=how.off_axis_deg), play(moves))
    readers = tee(motion, 3)
    thigh, shank = (_sensor(Placement(side, segment), reader, rng, how)
                    for segment, reader, rng in zip(Segment, readers[1:], electronics, strict=True))
    return Patient(thigh, shank, readers[0])


def _strapped(placement: Placement, faults: frozenset[Fault]) -> Placement:
    """Where a sensor really is, and as for which leg it was put on."""
    side, segment = placement.side, placement.segment
    if Fault.SWAPPED in faults:
        segment = Segment.SHANK if segment is Segment.THIGH else Segment.THIGH
    if Fault.WRONG_LEG in faults:
        side = Side.LEFT if side is Side.RIGHT else Side.RIGHT
    return Placement(side, segment)


def _sensor(placement: Placement, motion: Iterator[LegMotion], rng: np.random.Generator,
            how: Wear) -> VirtualSensor:
    trouble = how.trouble.of(placement.segment)
    imu = Imu(_strapped(placement, trouble.faults), motion, rng, bias_dps=how.bias_dps,
              soft_tissue_deg=how.soft_tissue_deg, trouble=trouble)
    clock = Clock(rng.uniform(1e6, 4e9), rng.uniform(-DRIFT_PPM, DRIFT_PPM))
    return VirtualSensor(placement, imu, clock, rng.spawn(1)[0], serial=int(rng.integers(2**63)),
                         acc_range_g=how.acc_range_g, loss_percent=how.loss_percent,
                         battery_percent=float(rng.uniform(70, 95)), trouble=trouble)


def virtual_patient(specs: Sequence[Spec], side: Side, seed: int, *, how: Wear | None = None,
                    ready: Callable[[], bool] | None = None) -> tuple[VirtualSensor, VirtualSensor]:
    """Thigh and shank sensor of a patient for a live session.

    The patient stands still until `ready` (both sensors stream, where None), goes through `specs` and repeats
    the last of them for ever; without specs the patient stands.
    """
    sensors: list[VirtualSensor] = []
    both_stream = ready or (lambda: all(sensor.streaming for sensor in sensors))
    patient = wear(_live(specs, seed, both_stream), side, seed, how or Wear())
    sensors += patient.sensors
    return patient.sensors


def _live(specs: Sequence[Spec], seed: int, ready: Callable[[], bool]) -> Iterator[Move]:
    while not ready():
        yield Move(STANDING, WAITING_S)
    script = new_script(seed)
    for spec in specs:
        yield from _moves(script, spec)
    while True:
        if not specs or specs[-1].name in ("stand", "calibration"):
            yield Move(script.pose, WAITING_S)
        else:
            yield from _moves(script, specs[-1])


def _moves(script: Script, spec: Spec) -> list[Move]:
    """The moves of one item, taken out of the script."""
    EXERCISES[spec.name].perform(script, spec)
    moves, script.moves = script.moves, []
    return moves
