"""From poses to what thigh and shank go through: orientation, and specific force at each sensor's place.

World and segment axes alike: x forward, y up (along the bone), z to the subject's right. Everything is
computed for a right leg and mirrored in the sagittal plane for a left one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitor.values import Segment, Side
from monitor.virtual.pose import COLUMN, SHANK_M, THIGH_M
from monitor.virtual.quaternions import X, Y, Z, about, multiply, rotate
from monitor.virtual.script import INTERNAL_RATE_HZ

Floats = NDArray[np.float64]

GRAVITY_M_S2 = 9.81
FULL_FLEXION_DEG = 120.0
SENSOR_FROM_KNEE_M = {Segment.THIGH: (0.0, 0.17, 0.07), Segment.SHANK: (0.04, -0.10, 0.0)}
SWAY_HZ = (0.08, 0.7)
TREMOR_HZ = (10.0, 40.0)
_BELOW = np.array([[0.0], [-1.0], [0.0]])


@dataclass(frozen=True, slots=True, eq=False)
class SegmentMotion:
    """What one segment goes through at n internal instants.

    Attributes:
        quat: (4, n) segment to world.
        force_m_s2: (3, n) specific force (acceleration minus gravity) at the sensor's place, world axes.
        knee_m: (3, n) the knee's centre as this segment carries it, world axes.
        strap_deg: (n,) how far the strap is turned round the limb.
    """

    quat: Floats
    force_m_s2: Floats
    knee_m: Floats
    strap_deg: Floats


@dataclass(frozen=True, slots=True, eq=False)
class LegMotion:
    """n consecutive internal instants, `INTERNAL_RATE_HZ` apart; `flexion_deg` (n,) is bone to bone."""

    t_s: Floats
    flexion_deg: Floats
    segments: dict[Segment, SegmentMotion]


class Ripple:
    """A smooth random function of time with unit variance: twelve sines of random frequency and phase.

    Being a function and no process, it is the same however time is cut into pieces.
    """

    def __init__(self, rng: np.random.Generator, band_hz: tuple[float, float]) -> None:
        low, high = np.log(band_hz)
        self._omega = 2 * np.pi * np.exp(rng.uniform(low, high, 12))
        self._phase = rng.uniform(0, 2 * np.pi, 12)

    def at(self, t_s: Floats) -> Floats:
        total = np.zeros_like(t_s)
        for omega, phase in zip(self._omega, self._phase, strict=True):
            total += np.sin(omega * t_s + phase)
        return np.asarray(total / np.sqrt(6))


class Leg:
    """Turns poses into leg motion, piece by piece; one `push` a piece."""

    def __init__(self, side: Side, rng: np.random.Generator, *, off_axis_deg: float = 5.0) -> None:
        self._mirror = np.array([1.0, 1.0, -1.0 if side is Side.LEFT else 1.0])[:, None]
        self._sway = {name: Ripple(rng, SWAY_HZ) for name in ("hip_flexion", "hip_abduction", "flexion")}
        self._tremor = [Ripple(rng, TREMOR_HZ) for _ in range(3)]
        self._off_axis_deg = off_axis_deg
        self._carried: Floats | None = None
        self._k = -1   # instant of the next result

    def push(self, poses: Floats) -> LegMotion:
        """The motion at as many instants as `poses` (n, fields) has, one instant behind it."""
        if self._carried is None:
            self._carried = poses[[0, 0]]
        poses = np.concatenate([self._carried, poses])
        self._carried = poses[-2:]
        t_s = (np.arange(len(poses)) + self._k - 1) / INTERNAL_RATE_HZ
        self._k += len(poses) - 2
        return self._motion(t_s, self._unsteady(poses, t_s))

    def _unsteady(self, poses: Floats, t_s: Floats) -> dict[str, Floats]:
        fields = {name: poses[:, i] for name, i in COLUMN.items()}
        for name, ripple in self._sway.items():
            fields[name] = fields[name] + fields["sway"] * ripple.at(t_s)
        return fields

    def _motion(self, t_s: Floats, pose: dict[str, Floats]) -> LegMotion:
        thigh, shank = orientations(pose, self._off_axis_deg)
        knee = knee_centre(pose, thigh, shank)
        inner = slice(1, -1)
        segments = {}
        for segment, quat in ((Segment.THIGH, thigh), (Segment.SHANK, shank)):
            centre = knee + np.stack([0 * t_s, pose[f"{segment}_jolt"], 0 * t_s])
            place = centre + rotate(quat, np.array(SENSOR_FROM_KNEE_M[segment])[:, None])
            force = np.diff(place, 2, axis=1) * INTERNAL_RATE_HZ**2
            force[1] += GRAVITY_M_S2
            if segment is Segment.THIGH:
                vibration = np.stack([ripple.at(t_s[inner]) for ripple in self._tremor])
                force += pose["tremor"][inner] * vibration / np.sqrt(3)
            segments[segment] = self._mirrored(quat[:, inner], force, centre[:, inner],
                                               pose[f"{segment}_strap"][inner])
        return LegMotion(t_s[inner], pose["flexion"][inner], segments)

    def _mirrored(self, quat: Floats, force: Floats, knee: Floats, strap: Floats) -> SegmentMotion:
        mirror = self._mirror
        turned = np.concatenate([np.ones((1, 1)), mirror[2] * mirror])
        return SegmentMotion(turned * quat, mirror * force, mirror * knee, mirror[2] * strap)


def orientations(pose: dict[str, Floats], off_axis_deg: float) -> tuple[Floats, Floats]:
    """Thigh and shank to world, (4, n); the knee bends about z, and with that a little about x and y."""
    thigh = about(Y, pose["heading"])
    for axis, angle in ((Z, pose["recline"]), (Y, pose["roll"]), (Z, pose["hip_flexion"]),
                        (X, -pose["hip_abduction"]), (Y, pose["hip_rotation"])):
        thigh = multiply(thigh, about(axis, angle))
    off_axis = off_axis_deg * pose["flexion"] / FULL_FLEXION_DEG
    shank = thigh
    for axis, angle in ((Z, -pose["flexion"]), (X, off_axis), (Y, off_axis)):
        shank = multiply(shank, about(axis, angle))
    return thigh, shank


def knee_centre(pose: dict[str, Floats], thigh: Floats, shank: Floats) -> Floats:
    """The knee in the world (3, n), hung from the hip where the foot is free, on the foot where not."""
    along_thigh, along_shank = THIGH_M * rotate(thigh, _BELOW), SHANK_M * rotate(shank, _BELOW)
    hip = np.stack([pose["hip_x"], pose["hip_y"], 0 * pose["hip_x"]])
    foot = np.stack([pose["foot_x"], pose["foot_y"], pose["foot_z"]])
    hip = pose["planted"] * (foot - along_thigh - along_shank) + (1 - pose["planted"]) * hip
    return hip + along_thigh


def leg_motion(leg: Leg, pieces: Iterable[Floats]) -> Iterator[LegMotion]:
    """The leg's motion for pieces of poses as they come from `monitor.virtual.script.play`."""
    return (leg.push(piece) for piece in pieces)
