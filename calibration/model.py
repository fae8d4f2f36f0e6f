"""What a calibration is: how each sensor sits on its segment, how sure that is, and what can be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import lru_cache
from math import isfinite
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from calibration.rotation import Floats, conjugate, cross, from_axes, perpendicular

Vector = tuple[float, float, float]
Bools = np.ndarray[Any, np.dtype[np.bool_]]


class CalibrationReason(StrEnum):
    """Why a calibration was refused or a step has to be repeated."""

    MOVED = "moved_in_still_pose"
    NO_STILL_POSE = "no_still_pose"
    TOO_LITTLE_MOVEMENT = "too_little_movement"
    DIAGONAL = "diagonal_movement"
    OTHER_LEG = "other_leg"
    SWAPPED = "swapped"
    UPSIDE_DOWN = "upside_down"
    WRONG_LEG = "wrong_leg"
    NOT_REPEATABLE = "not_repeatable"
    SATURATED = "saturated"
    SENSOR_MISSING = "sensor_missing"
    OTHER_WEARER = "other_wearer"
    OTHER_MOUNTING = "other_mounting"
    UNREADABLE = "unreadable"


class CalibrationError(Exception):
    """A calibration that must not be used; the text says which step to repeat and why."""

    def __init__(self, reason: CalibrationReason, sentence: str, step: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason
        self.step = step


class Variant(StrEnum):
    """The pose in which the knee was straight and still."""

    STANDING = "standing"
    LYING = "lying"


def bone_direction(hinge: Floats, up: Floats, variant: Variant) -> Floats:
    """(3,) up along the bone, from the hinge (leftwards) and the up direction of the still pose."""
    # Standing, the earth is at the feet; lying on the back, it is behind the leg.
    return leaning_back(up, hinge, 0.0 if variant is Variant.STANDING else 90.0)


def leaning_back(up: Floats, hinge: Floats, degrees: float) -> Floats:
    """(3,) up along a bone that leans back so far from upright; all in sensor axes, `hinge` leftwards."""
    up = perpendicular(up, hinge)
    along: Floats = np.cos(np.radians(degrees)) * up + np.sin(np.radians(degrees)) * cross(up, hinge)
    return along


@dataclass(frozen=True, slots=True)
class SegmentFit:
    """How one sensor sits on its segment; unit vectors in the sensor's axes.

    Attributes:
        hinge: the knee's axis, pointing to the subject's left, so that flexion of the shank is positive.
        up: the direction away from the earth in the still pose.
        gyr_bias_rad_s: what the gyro read at rest.
        hinge_sigma_deg: one standard deviation of the hinge's direction.
        gyr_bias_sigma_rad_s: the same of the bias, whose axes are alike.
    """

    hinge: Vector
    up: Vector
    gyr_bias_rad_s: Vector
    hinge_sigma_deg: float
    gyr_bias_sigma_rad_s: float

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """Read a mapping whose vectors are lists."""
        return cls(_vector(value["hinge"]), _vector(value["up"]), _vector(value["gyr_bias_rad_s"]),
                   _number(value["hinge_sigma_deg"]), _number(value["gyr_bias_sigma_rad_s"]))

    @lru_cache(maxsize=16)      # noqa: B019 - few fits are in use, and each is asked with every packet
    def sensor_to_segment(self, variant: Variant) -> Floats:
        """The quaternion that turns sensor axes into segment axes (x forward, y up the bone, z right)."""
        hinge = np.asarray(self.hinge)
        bone = bone_direction(hinge, np.asarray(self.up), variant)
        turn = conjugate(from_axes(cross(hinge, bone), bone, -hinge))
        turn.setflags(write=False)
        return turn


@dataclass(frozen=True, slots=True)
class Quality:
    """What speaks for a calibration and against it, in degrees unless named otherwise.

    `repeatability_deg` is the angle between the hinges of two halves of the movement, `residual_deg` the
    movement that a hinge does not explain, `range_deg` the flexion covered, `still_s` the length of the
    still pose.
    """

    repeatability_deg: float
    residual_deg: float
    range_deg: float
    still_s: float


@dataclass(frozen=True, slots=True)
class ClockCheck:
    """How much later the shank's clock puts the same blows than the thigh's, in milliseconds."""

    skew_ms: float
    sigma_ms: float
    taps: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Two segment fits and the zero of the knee angle.

    `zero_deg` is the raw angle in the still pose: the patient's own straight leg, a convention that differs
    from a motion-capture zero by several degrees. Times are seconds on the clock of the data it came from.
    """

    thigh: SegmentFit
    shank: SegmentFit
    zero_deg: float
    zero_sigma_deg: float
    variant: Variant
    source: str                 # "guided" or "automatic"
    from_s: float
    to_s: float
    quality: Quality
    heading_offset_rad: float   # shank to thigh earth frames, at the end of the movement
    clock: ClockCheck | None = None   # where somebody tapped both sensors at once

    def completes(self, other: Self) -> bool:
        """Whether this is the other one with its clocks checked since."""
        return self == replace(other, clock=self.clock)

    def to_json(self) -> dict[str, Any]:
        """A JSON-ready mapping that `from_json` reads back exactly."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote; raises `CalibrationError` for anything else."""
        try:
            quality = Quality(**{name: _number(one) for name, one in value["quality"].items()})
            numbers = {name: _number(value[name]) for name in ("zero_deg", "zero_sigma_deg", "from_s", "to_s",
                                                               "heading_offset_rad")}
            return cls(**{**value, **numbers, "thigh": SegmentFit.from_json(value["thigh"]),
                          "shank": SegmentFit.from_json(value["shank"]),
                          "variant": Variant(value["variant"]), "quality": quality,
                          "clock": value["clock"] and ClockCheck(**value["clock"])})
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            raise CalibrationError(CalibrationReason.UNREADABLE,
                                   "The calibration cannot be read; calibrate again.") from fault


def _number(value: Any) -> float:
    number = float(value)
    if not isfinite(number):
        raise ValueError(f"{number} is no measurement")
    return number


def _vector(value: Any) -> Vector:
    x, y, z = (_number(one) for one in value)
    return x, y, z


@dataclass(frozen=True, slots=True, eq=False)
class Motion:
    """A stretch of both sensors on one grid, as calibration reads it.

    Attributes:
        t_s: (n,) time.
        thigh_acc, shank_acc: (n, 3) specific force in m/s^2, sensor axes.
        thigh_gyr, shank_gyr: (n, 3) angular rate in rad/s, sensor axes.
        thigh_quat, shank_quat: (n, 4) sensor to that sensor's own earth frame (heading arbitrary).
        usable: (n,) false where a sample was bridged, saturated or a sensor was missing.
        clipped: (n,) true where a gyro was at the limit of its range.
    """

    t_s: Floats
    thigh_acc: Floats
    shank_acc: Floats
    thigh_gyr: Floats
    shank_gyr: Floats
    thigh_quat: Floats
    shank_quat: Floats
    usable: Bools
    clipped: Bools

    def __len__(self) -> int:
        return len(self.t_s)

    def __getitem__(self, part: slice | NDArray[np.intp]) -> Self:
        return type(self)(self.t_s[part], self.thigh_acc[part], self.shank_acc[part], self.thigh_gyr[part],
                          self.shank_gyr[part], self.thigh_quat[part], self.shank_quat[part],
                          self.usable[part], self.clipped[part])

    @property
    def rate_hz(self) -> float:
        """Samples per second (at least two samples)."""
        return float((len(self) - 1) / (self.t_s[-1] - self.t_s[0]))

    def between(self, start_s: float, end_s: float) -> Self:
        """The part with start_s <= t < end_s."""
        first, last = np.searchsorted(self.t_s, (start_s, end_s))
        return self[int(first):int(last)]

    @classmethod
    def join(cls, parts: list[Self]) -> Self:
        """Consecutive stretches (at least one) as one."""
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in Motion.__slots__))

    def thinned(self, every: int) -> Self:
        """One sample of each `every`: rates and forces averaged, orientations taken in the middle."""
        if every == 1:
            return self
        count = len(self) // every

        def mean(values: Floats) -> Floats:
            rows: Floats = values[:count * every].reshape(count, every, *values.shape[1:]).mean(axis=1)
            return rows

        middle = slice(every // 2, count * every, every)
        parts = (flags[:count * every].reshape(count, every) for flags in (~self.usable, self.clipped))
        unusable, clipped = (np.logical_or.reduce(flags, axis=1) for flags in parts)
        return type(self)(mean(self.t_s), mean(self.thigh_acc), mean(self.shank_acc), mean(self.thigh_gyr),
                          mean(self.shank_gyr), self.thigh_quat[middle], self.shank_quat[middle],
                          ~unusable, clipped)
