"""Where both sensors rest: the poses that give gravity, gyro bias and the zero of the knee angle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibration.model import Motion
from calibration.rotation import Floats, dot, unit

WINDOW_S = 0.5
# A standing person sways at one or two degrees per second; strapped on, a sensor adds tremor to that.
STILL_RATE_DEG_S = 6.0
STILL_ACC_M_S2 = 0.35
SAME_POSE_DEG = 4.0
LEAST_KNOWN = 0.5             # part of a window that must not be lost


@dataclass(frozen=True, slots=True)
class StillPose:
    """One rest of both sensors; unit up vectors and mean rates in sensor axes.

    A rate's sigma is that of its mean over this rest, in which a person sways a little.
    """

    from_s: float
    to_s: float
    thigh_up: Floats
    shank_up: Floats
    thigh_rate_rad_s: Floats
    shank_rate_rad_s: Floats
    thigh_rate_sigma_rad_s: float
    shank_rate_sigma_rad_s: float
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
    here = motion.usable[:count * size].reshape(count, size)
    known = np.maximum(here.sum(axis=1), 1)
    worst = np.zeros(count)
    for gyr, acc in ((motion.thigh_gyr, motion.thigh_acc), (motion.shank_gyr, motion.shank_acc)):
        rate, force = (np.where(here[..., None], values[:count * size].reshape(count, size, 3), 0.0)
                       for values in (gyr, acc))
        slow = np.degrees(np.sqrt((rate ** 2).sum(axis=(1, 2)) / known)) / STILL_RATE_DEG_S
        mean = force.sum(axis=1) / known[:, None]
        apart = np.where(here[..., None], force - mean[:, None], 0.0)
        shake = np.sqrt((apart ** 2).sum(axis=(1, 2)) / known) / STILL_ACC_M_S2
        worst = np.maximum(worst, np.maximum(slow, shake))
    worst[known < LEAST_KNOWN * size] = np.inf
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
    here = motion.usable[first * size:last * size, None]
    ups = [unit(np.where(here, acc[first * size:last * size], 0.0).reshape(last - first, size, 3).sum(axis=1))
           for acc in (motion.thigh_acc, motion.shank_acc)]
    parts, start = [], first
    for k in range(first + 1, last):
        drift = min(float(dot(up[k - first], up[start - first])) for up in ups)
        if drift < np.cos(np.radians(SAME_POSE_DEG)):
            parts.append((start, k))
            start = k
    return [*parts, (start, last)]


def _pose(part: Motion) -> StillPose:
    here = part.usable
    return StillPose(float(part.t_s[0]), float(part.t_s[-1]),
                     unit(part.thigh_acc[here].mean(axis=0)), unit(part.shank_acc[here].mean(axis=0)),
                     part.thigh_gyr[here].mean(axis=0), part.shank_gyr[here].mean(axis=0),
                     _mean_sigma(part, part.thigh_gyr), _mean_sigma(part, part.shank_gyr),
                     float(unrest(part).mean()))


def _mean_sigma(part: Motion, rate: Floats) -> float:
    """Of the mean rate, from how the means of its windows scatter; of the axis that scatters most."""
    size = _window(part)
    count = max(1, len(part) // size)
    means = rate[:count * size].reshape(count, -1, 3).mean(axis=1)
    return float(means.std(axis=0).max() / np.sqrt(count))
