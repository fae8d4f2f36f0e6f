"""What the pipeline makes of the sensors: the state of one leg on one time grid.

Segment axes: x forward, y up along the bone, z to the subject's right; flexion is positive on both legs.
No value stands for "unknown": each angle has a `valid` array beside it and, where false, a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from monitor.values import Side

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Bytes = NDArray[np.uint8]


class Posture(IntEnum):
    UNKNOWN = 0
    STANDING = 1
    SITTING = 2
    SUPINE = 3
    PRONE = 4
    SIDE_LEG_UP = 5      # on the side, the leg with the sensors on top
    SIDE_LEG_DOWN = 6


class Reason(IntEnum):
    """Why a knee angle must not be trusted."""

    NONE = 0
    NO_DATA = 1          # one sensor silent or not there yet
    UNCALIBRATED = 2
    GAP = 3              # samples lost, being re-acquired
    SATURATED = 4
    SETTLING = 5
    UNCERTAIN = 6        # sigma above the limit
    SLIPPED = 7
    LOOSE = 8


@dataclass(frozen=True, slots=True, eq=False)
class LegBlock:
    """n consecutive grid instants of one leg.

    Attributes:
        t_ns: (n,) time on the session's clock.
        rate_hz: of the grid.
        flexion_deg, sigma_deg: (n,) knee flexion and one standard deviation of it; 0 where not valid.
        valid: (n,) true where flexion may be shown and counted.
        reason: (n,) `Reason` where not valid.
        frontal_deg, rotation_deg, trend_sigma_deg: (n,) out-of-hinge angles, trend only.
        oriented: (n,) true where the segment quantities below (tilts, posture, accelerations) hold.
        thigh_tilt_deg, shank_tilt_deg: (n,) angle of gravity now to gravity at the rest posture (>= 0).
        thigh_elevation_deg: (n,) distal end of the thigh above (+) or below (-) the horizontal.
        thigh_frontal_deg, shank_frontal_deg: (n,) sideways lean in the frontal plane, distal end outward +.
        posture: (n,) `Posture`.
        thigh_acc_m_s2, shank_acc_m_s2: (n, 3) specific force in segment axes.
        thigh_gyr_rad_s, shank_gyr_rad_s: (n, 3) angular rate in segment axes, bias removed.
        thigh_dynamic_g, shank_dynamic_g: (n, 2) acceleration without gravity: upward vertical, resultant.
        acc_saturated: (n, 2) thigh, shank: a sample at the sensor's range limit.
        interpolated: (n,) true inside a gap that was bridged.
    """

    side: Side
    rate_hz: float
    t_ns: Ints
    flexion_deg: Floats
    sigma_deg: Floats
    valid: Bools
    reason: Bytes
    frontal_deg: Floats
    rotation_deg: Floats
    trend_sigma_deg: Floats
    oriented: Bools
    thigh_tilt_deg: Floats
    shank_tilt_deg: Floats
    thigh_elevation_deg: Floats
    thigh_frontal_deg: Floats
    shank_frontal_deg: Floats
    posture: Bytes
    thigh_acc_m_s2: Floats
    shank_acc_m_s2: Floats
    thigh_gyr_rad_s: Floats
    shank_gyr_rad_s: Floats
    thigh_dynamic_g: Floats
    shank_dynamic_g: Floats
    acc_saturated: Bools
    interpolated: Bools

    def __len__(self) -> int:
        return len(self.t_ns)

    def __getitem__(self, part: slice) -> Self:
        """The same leg over a slice of the instants."""
        if part.indices(len(self)) == (0, len(self), 1):
            return self
        return type(self)(self.side, self.rate_hz, **{n: getattr(self, n)[part] for n in ARRAYS})

    @classmethod
    def join(cls, blocks: list[Self]) -> Self:
        """One block out of consecutive ones (at least one) of the same leg."""
        first = blocks[0]
        arrays: dict[str, Any] = {n: np.concatenate([getattr(b, n) for b in blocks]) for n in ARRAYS}
        return cls(first.side, first.rate_hz, **arrays)


ARRAYS = tuple(f.name for f in fields(LegBlock) if f.name not in ("side", "rate_hz"))


@dataclass(frozen=True, slots=True)
class Impact:
    """A landing peak that the sensor's firmware saw at its own, faster rate (the packet's impact trailer)."""

    t_ns: int
    shank: bool            # false: the thigh sensor's
    peak_resultant_g: float
    saturated: bool
