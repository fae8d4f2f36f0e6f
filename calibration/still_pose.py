"""Where both sensors rest: the poses that give gravity, gyro bias and the zero of the knee angle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibration.model import Motion
from calibration.rotation import Floats, dot, length, unit

WINDOW_S = 0.5
# A standing person sways at one or two degrees per second; strapped on, a sensor adds tremor to that.
STILL_RATE_DEG_S = 6.0
STILL_ACC_M_S2 = 0.35
SAME_POSE_DEG = 4.0


@dataclass(frozen=True, slots=True)
class StillPose:
    """One rest of both sensors; unit up vectors and mean rates in sensor axes."""

    from_s: float
    to_s: float
    thigh_up: Floats
    shank_up: Floats
    thigh_rate_rad_s: Floats
    shank_rate_rad_s: Floats
    unrest: float              # 0 = motionless, 1 = at the limit of "still"

    @property
    def duration_s(self) -> float:
        return self.to_s - self.from_s


def unrest(motion: Motion) -> Floats:
    """How far each half second is from rest: (n // window,), 0 motionless, above 1 not still.

    The larger of rate and of change in acceleration, over both sensors, against its limit.
    """
    size = _window(motion)
    count = len(motion) // size
    worst = np.zeros(count)
    for gyr, acc in ((motion.thigh_gyr, motion.thigh_acc), (motion.shank_gyr, motion.shank_acc)):
        rate = gyr[:count * size].reshape(count, size, 3)
        force = acc[:count * size].reshape(count, size, 3)
        slow = np.degrees(np.sqrt((rate ** 2).sum(axis=2).mean(axis=1))) / STILL_RATE_DEG_S
        shake = np.sqrt(force.var(axis=1).sum(axis=1)) / STILL_ACC_M_S2
        worst = np.maximum(worst, np.maximum(slow, shake))
    unusable = ~motion.usable[:count * size].reshape(count, size).all(axis=1)
    worst[unusable] = np.inf
    return worst


def still_poses(motion: Motion, least_s: float = 1.0) -> list[StillPose]:
    """Every rest of at least `least_s` in which neither segment turned by more than a few degrees."""
    size = _window(motion)
    quiet = unrest(motion) < 1.0
    edges = np.flatnonzero(np.diff(np.concatenate(([False], quiet, [False])).astype(np.int8)))
    runs = [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]
    parts = [part for run in runs for part in _same_pose(motion, run, size)]
    return [_pose(motion[a * size:b * size]) for a, b in parts if (b - a) * WINDOW_S >= least_s]


def _window(motion: Motion) -> int:
    return max(2, round(WINDOW_S * motion.rate_hz))


def _same_pose(motion: Motion, run: tuple[int, int], size: int) -> list[tuple[int, int]]:
    """Cut a quiet run where a slow movement has carried a segment away from where the part began."""
    first, last = run
    ups = [unit(acc[first * size:last * size].reshape(last - first, size, 3).mean(axis=1))
           for acc in (motion.thigh_acc, motion.shank_acc)]
    parts, start = [], first
    for k in range(first + 1, last):
        drift = min(float(dot(up[k - first], up[start - first])) for up in ups)
        if drift < np.cos(np.radians(SAME_POSE_DEG)):
            parts.append((start, k))
            start = k
    return [*parts, (start, last)]


def _pose(part: Motion) -> StillPose:
    level = unrest(part)
    return StillPose(float(part.t_s[0]), float(part.t_s[-1]),
                     unit(part.thigh_acc.mean(axis=0)), unit(part.shank_acc.mean(axis=0)),
                     part.thigh_gyr.mean(axis=0), part.shank_gyr.mean(axis=0),
                     float(level.mean()) if len(level) else 1.0)


def is_gravity(acc: Floats) -> bool:
    """Whether a mean specific force (3,) can be the earth's alone, sensor errors of 6 % allowed."""
    return abs(float(length(acc)) / 9.81 - 1.0) < 0.06
