"""The knee angle with hindsight: orientations and heading from before and after each instant.

Never shown live and never mixed with the causal estimate, which alone decides what is counted.
"""

from __future__ import annotations

import numpy as np

from calibration.knee_angle import flexion_rad, joint_rotation
from calibration.model import Calibration
from calibration.rotation import Floats, about_vertical, conjugate, multiply, wrap
from monitor.leg import Bools
from monitor.pipeline.heading import headings_with_hindsight
from monitor.pipeline.orientation import smoothed_orientation
from monitor.pipeline.pair import PairBlock

LEAST_ZERO_ROWS = 20        # fewer, and the calibration came from another recording


def smoothed_flexion(block: PairBlock, rate_hz: float, calibration: Calibration) -> tuple[Floats, Bools]:
    """(n,) flexion in degrees over a whole recording and where both sensors had data."""
    thigh, shank = block.aligned.thigh, block.aligned.shank
    quats = smoothed_orientation(thigh, rate_hz), smoothed_orientation(shank, rate_hz)
    offset, _ = headings_with_hindsight(calibration, rate_hz, quats,
                                        (block.thigh.gyr_rad_s, block.shank.gyr_rad_s),
                                        block.thigh.restarted | block.shank.restarted)
    relative = multiply(conjugate(quats[0]), multiply(about_vertical(offset), quats[1]))
    variant = calibration.variant
    joint = joint_rotation(relative, calibration.thigh.sensor_to_segment(variant),
                           calibration.shank.sensor_to_segment(variant))
    raw = flexion_rad(joint)
    flexion = np.degrees(wrap(raw - _zero_rad(raw, block, calibration)))
    return flexion, ~(thigh.missing | shank.missing | thigh.gap | shank.gap)


def _zero_rad(raw: Floats, block: PairBlock, calibration: Calibration) -> float:
    """The straight leg as hindsight reads it; live, the gyros' biases were hardly known by then."""
    from_s, to_s = calibration.from_s, calibration.from_s + calibration.quality.still_s
    first, last = np.searchsorted(block.aligned.t_ns * 1e-9, (from_s, to_s))
    if last - first < LEAST_ZERO_ROWS:
        return float(np.radians(calibration.zero_deg))
    return float(np.angle(np.exp(1j * raw[first:last]).mean()))
