"""An ideal right leg whose sensors' axes are those of its segments, already on one grid and oriented."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from calibration.model import Calibration, Quality, SegmentFit, Variant
from calibration.rotation import about_vertical, conjugate, from_axes, multiply, rotate
from monitor.pipeline.align import AlignedBlock, Gridded
from monitor.pipeline.orientation import Oriented
from monitor.pipeline.pair import PairBlock

RATE_HZ = 100.0
START_NS = 1_767_225_600_000_000_000
X, Y, Z = np.eye(3)
BASES = {"standing": from_axes(X, Z, -Y), "supine": from_axes(Z, -X, -Y), "prone": from_axes(-Z, -X, Y),
         "side_leg_up": from_axes(X, Y, Z), "side_leg_down": from_axes(X, -Y, -Z)}


def about(axis: np.ndarray, degrees: np.ndarray) -> np.ndarray:
    half = np.radians(np.asarray(degrees, float))[..., None] / 2
    return np.concatenate((np.cos(half), np.sin(half) * axis), axis=-1)


def rates(quat: np.ndarray) -> np.ndarray:
    step = multiply(conjugate(quat[:-1]), quat[1:])
    rate = 2.0 * RATE_HZ * step[:, 1:] * np.sign(step[:, :1])
    return np.concatenate((rate[:1], rate))


def sensor(quat: np.ndarray) -> tuple[Gridded, Oriented]:
    no = np.zeros(len(quat), np.bool_)
    acc, gyr = rotate(conjugate(quat), 9.81 * Z), rates(quat)
    return Gridded(acc, gyr, no, no, no, no, no, np.zeros(len(no))), Oriented(
        quat, gyr, no, np.zeros((len(no), 3)))


def pose(flexion_deg: np.ndarray, hip_deg: np.ndarray | float = 0.0, *, base: str = "standing",
         heading_rad: float = 0.0, frontal_deg: float = 0.0) -> PairBlock:
    """A leg with these angles (n,), the shank's earth frame turned by `heading_rad` against the thigh's."""
    flexion_deg = np.asarray(flexion_deg, float)
    hip = np.broadcast_to(hip_deg, flexion_deg.shape)
    thigh = multiply(multiply(BASES[base], about(X, np.full(len(hip), frontal_deg))), about(Z, hip))
    shank = multiply(about_vertical(np.array(-heading_rad)), multiply(thigh, about(Z, -flexion_deg)))
    (thigh_grid, thigh_oriented), (shank_grid, shank_oriented) = sensor(thigh), sensor(shank)
    t_ns = START_NS + np.arange(len(hip), dtype=np.int64) * 10_000_000
    return PairBlock(AlignedBlock(t_ns, thigh_grid, shank_grid), thigh_oriented, shank_oriented)


@pytest.fixture(scope="session")
def posed() -> Callable[..., PairBlock]:
    """`posed(flexion_deg, hip_deg, **how)`: see `pose`."""
    return pose


@pytest.fixture(scope="session")
def fit() -> Calibration:
    """Both sensors sit exactly along their segments."""
    segment = SegmentFit((0.0, 0.0, -1.0), (0.0, 1.0, 0.0), (0.0, 0.0, 0.0), 1.0, 0.0)
    return Calibration(segment, segment, 0.0, 0.5, Variant.STANDING, "guided", 0.0, 5.0,
                       Quality(1.0, 1.0, 90.0, 5.0), 0.0)
