"""One step of the least squares that fit the knee's axis in both sensors: see `hinge_axis` for the facts.

Every fact is quadratic in the axes, so that all samples of a movement come down to a few 3 x 3 means, and a
step costs the same however many they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibration.rotation import Floats, cross, dot, length, matrix, perpendicular, unit

LEVEL_SIGMA_DEG = 4.0          # how far from horizontal a straight knee's hinge may be
ORIENTATION_SIGMA_DEG = 5.0    # soft tissue and the knee's own secondary rotations
RATE_SIGMA = 0.3               # the same, as a part of the relative rate
SWING_SIGMA = 0.08             # how far out of its plane a leg swings, as a part of its rate,
BENDING_SIGMA = 0.5            # and what the bending of the knee adds, as a part of the relative rate
LEAST_SIGMA_RAD_S = 0.05
LEAST_SWINGING = 0.1           # part of the movement: less of it tells less
UNTOLD = 1e-6                  # knowledge of a turn of which a motion tells nothing, as with one sensor twice
MOST_TURN_RAD = 0.6            # of one step

Pair = tuple[Floats, Floats]                  # thigh and shank
Equations = tuple[Floats, Floats, float]      # normal matrix and slope over small turns, twice the cost


@dataclass(frozen=True, slots=True)
class Step:
    """Axes (3,) after a Gauss-Newton step, what was left before it, and how sure each is, in degrees."""

    axes: Pair
    cost: float
    sigma_deg: tuple[float, float]
    turn_rad: float


@dataclass(frozen=True, slots=True)
class Told:
    """What the samples of a movement tell of both axes, while the heading offset is held: (3, 3) each.

    Attributes:
        relative: mean of the matrices that turn shank sensor axes into thigh sensor axes.
        bending: mean square of the relative rate, seen from either segment.
        swinging: the same of each segment's own rate, where the leg swung about the hinge.
    """

    relative: Floats
    bending: Pair
    swinging: tuple[Floats, ...]

    @classmethod
    def of(cls, relative: Floats, bending: Floats, rates: tuple[Floats, ...]) -> Told:
        """From n samples: `relative` (n, 4) and its rate (n, 3); level `rates` (n, 3) where the leg swung."""
        turned = matrix(relative)
        sigma = RATE_SIGMA * max(float(np.sqrt(dot(bending, bending).mean())), 1e-6)
        seen = bending, np.einsum("nji,nj->ni", turned, bending)
        return cls(turned.mean(axis=0), (_mean_square(seen[0] / sigma), _mean_square(seen[1] / sigma)),
                   tuple(_mean_square(rate / _swing_sigma(rate, bending)[:, None]) for rate in rates))


def step(axes: Pair, ups: Pair, told: Told) -> Step:
    """Turn both axes to where the facts agree best; `ups` (3,) with the leg straight and at rest."""
    planes = [np.stack(plane(axis), axis=1) for axis in axes]
    normal, slope, cost = _one_line(axes, planes, told.relative)
    for i, (axis, across, up) in enumerate(zip(axes, planes, ups, strict=True)):
        here = slice(2 * i, 2 * i + 2)
        for of_fact in (_along(axis, across, told.bending[i]), _level(axis, across, up),
                        *(_swung(axis, across, up, square) for square in told.swinging[i:i + 1])):
            normal[here, here] += of_fact[0]
            slope[here] += of_fact[1]
            cost += of_fact[2]
    covariance = np.linalg.inv(normal + UNTOLD * np.eye(4))
    turn = -covariance @ slope
    size = float(np.sqrt((turn ** 2).sum()))
    turn *= min(1.0, MOST_TURN_RAD / max(size, UNTOLD))
    thigh, shank = (unit(axis + across @ turn[2 * i:2 * i + 2])
                    for i, (axis, across) in enumerate(zip(axes, planes, strict=True)))
    sigmas = np.degrees(np.sqrt(np.diag(covariance).reshape(2, 2).sum(axis=1))).tolist()
    return Step((thigh, shank), 0.5 * cost, (sigmas[0], sigmas[1]), size)


def plane(axis: Floats) -> Pair:
    """Two unit vectors (3,) square to a third and to each other, arbitrary in their plane."""
    start = perpendicular(np.eye(3)[int(np.argmin(np.abs(axis)))], axis)
    return start, cross(axis, start)


def _one_line(axes: Pair, planes: list[Floats], relative: Floats) -> Equations:
    """The relative rotation leaves the hinge where it is: of both axes' turns."""
    thigh, shank = axes
    known = np.radians(ORIENTATION_SIGMA_DEG) ** -2
    normal = known * np.eye(4)
    normal[:2, 2:] = -known * planes[0].T @ relative @ planes[1]
    normal[2:, :2] = normal[:2, 2:].T
    slope = -known * np.concatenate((planes[0].T @ relative @ shank, planes[1].T @ relative.T @ thigh))
    return normal, slope, 2.0 * known * (1.0 - float(thigh @ relative @ shank))


def _along(axis: Floats, across: Floats, square: Floats) -> Equations:
    """The relative rate lies along the hinge."""
    along = float(axis @ square @ axis)
    normal = across.T @ square @ across + along * np.eye(2)
    return normal, -across.T @ square @ axis, float(np.trace(square)) - along


def _level(axis: Floats, across: Floats, up: Floats) -> Equations:
    """The hinge is nearly level with the leg straight and at rest."""
    sine = min(max(float(dot(up, axis)), -1.0), 1.0)
    tilt = float(np.degrees(np.arcsin(sine))) / LEVEL_SIGMA_DEG
    change = np.degrees(up @ across) / LEVEL_SIGMA_DEG / max(np.sqrt(1.0 - sine ** 2), UNTOLD)
    return np.outer(change, change), tilt * change, tilt ** 2


def _swung(axis: Floats, across: Floats, up: Floats, square: Floats) -> Equations:
    """The leg swung about the hinge, and not about the level line square to it."""
    line = cross(up, axis)
    size, line = max(float(length(line)), UNTOLD), unit(line)
    change = np.stack([cross(up, one) for one in across.T], axis=1)
    change = (change - np.outer(line, line @ change)) / size
    return change.T @ square @ change, change.T @ square @ line, float(line @ square @ line)


def _mean_square(v: Floats) -> Floats:
    square: Floats = v.T @ v / len(v)
    return square


def _swing_sigma(rate: Floats, bending: Floats) -> Floats:
    """(n,) of a segment's own rate across the hinge, for all of its swinging as one observation."""
    swinging = (SWING_SIGMA * length(rate)) ** 2
    variance = swinging + (BENDING_SIGMA * length(bending)) ** 2 + LEAST_SIGMA_RAD_S ** 2
    part = max(float((swinging / variance).mean()), LEAST_SWINGING)
    return np.sqrt(variance * part)
