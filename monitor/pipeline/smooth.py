"""The knee angle with hindsight: orientations and heading from before and after each instant.

Never shown live and never mixed with the causal estimate, which alone decides what is counted.
"""

from __future__ import annotations

import numpy as np

from calibration.hinge_axis import hinge_heading_offset, relative_rotation
from calibration.knee_angle import flexion_rad, joint_rotation
from calibration.model import Calibration
from calibration.rotation import Floats, wrap
from monitor.leg import Bools
from monitor.pipeline.chain import motion_of
from monitor.pipeline.orientation import smoothed_orientation
from monitor.pipeline.pair import PairBlock


def smoothed_flexion(block: PairBlock, rate_hz: float, calibration: Calibration) -> tuple[Floats, Bools]:
    """(n,) flexion in degrees over a whole recording and where both sensors had data."""
    motion = motion_of(block)
    thigh, shank = block.aligned.thigh, block.aligned.shank
    both = type(motion)(motion.t_s, motion.thigh_acc, motion.shank_acc, motion.thigh_gyr, motion.shank_gyr,
                        smoothed_orientation(thigh, rate_hz), smoothed_orientation(shank, rate_hz),
                        motion.usable)
    offset = hinge_heading_offset(both, np.asarray(calibration.thigh.hinge),
                                  np.asarray(calibration.shank.hinge))
    variant = calibration.variant
    joint = joint_rotation(relative_rotation(both, offset), calibration.thigh.sensor_to_segment(variant),
                           calibration.shank.sensor_to_segment(variant))
    flexion = np.degrees(wrap(flexion_rad(joint) - np.radians(calibration.zero_deg)))
    return flexion, ~(thigh.missing | shank.missing | thigh.gap | shank.gap)
