"""A virtual patient wearing two virtual sensors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import tee
from operator import itemgetter

import numpy as np

from monitor.values import Legs, Placement, Segment, Side
from monitor.virtual.both_legs import Course
from monitor.virtual.clock import Clock
from monitor.virtual.faults import HEALTHY, Fault, Trouble
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.imu import Imu
from monitor.virtual.leg import Leg, LegMotion, leg_motion
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
    """The two sensors of one leg and the motion they share.

    Attributes:
        motion: the leg's own motion; to be read as the sensors are, for what one has not read is kept.
    """

    thigh: VirtualSensor
    shank: VirtualSensor
    motion: Iterator[LegMotion]

    @property
    def sensors(self) -> tuple[VirtualSensor, VirtualSensor]:
        return self.thigh, self.shank


def write_scripts(specs: Sequence[Spec], legs: Legs, seed: int) -> Mapping[Side, Script]:
    """What each leg will do, one item after the other."""
    course = Course(legs, seed)
    for spec in specs:
        course.perform(spec)
    course.finish()
    return course.scripts


def write_script(specs: Sequence[Spec], seed: int) -> Script:
    """What a single leg will do."""
    return write_scripts(specs, Legs.LEFT, seed)[Side.LEFT]


def wear(moves: Iterator[Move], side: Side, seed: int, how: Wear, *, second: bool = False) -> Patient:
    """Strap two sensors to the leg that makes these moves; the second of two has others than the first."""
    body, *electronics = (np.random.default_rng([seed, purpose, *[1] * second]) for purpose in (1, 2, 3))
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


def virtual_patient(specs: Sequence[Spec], side: Side | Legs, seed: int, *, how: Wear | None = None,
                    ready: Callable[[], bool] | None = None) -> tuple[VirtualSensor, ...]:
    """Thigh and shank sensor of a patient's leg, or of the left and the right one, for a live session.

    The patient stands still until `ready` (all sensors stream, where None), goes through `specs` and repeats
    the last of them for ever; without specs the patient stands. Of two legs `how` is the first one's.
    """
    sensors: list[VirtualSensor] = []
    all_stream = ready or (lambda: all(sensor.streaming for sensor in sensors))
    sides = Legs(side).sides
    courses = tee(_live(specs, Legs(side), seed, all_stream), len(sides))
    for number, (leg, course) in enumerate(zip(sides, courses, strict=True)):
        moves = map(itemgetter(number), course)
        worn = wear(moves, leg, seed, worn_on(how or Wear(), number), second=number > 0)
        sensors += worn.sensors
    return tuple(sensors)


def worn_on(how: Wear, number: int) -> Wear:
    """What goes wrong on purpose goes wrong on the first leg alone."""
    return how if number == 0 else replace(how, trouble=HEALTHY)


def _live(specs: Sequence[Spec], legs: Legs, seed: int,
          ready: Callable[[], bool]) -> Iterator[tuple[Move, ...]]:
    """What each leg does, move by move."""
    while not ready():
        yield (Move(STANDING, WAITING_S),) * len(legs.sides)
    course = Course(legs, seed)
    for spec in specs:
        course.perform(spec)
        yield from course.take_moves()
    while True:
        if not specs or specs[-1].name in ("stand", "calibration"):
            yield tuple(Move(script.pose, WAITING_S) for script in course.scripts.values())
        else:
            course.perform(specs[-1])
            yield from course.take_moves()
