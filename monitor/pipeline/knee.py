"""Knee flexion with its uncertainty and its validity."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from calibration.knee_angle import flexion_rad, frontal_and_rotation_rad, joint_rotation
from calibration.model import Calibration
from calibration.rotation import Floats, about_vertical, conjugate, multiply, wrap
from monitor.leg import Bools, Bytes, Reason
from monitor.pipeline.align import AlignedBlock
from monitor.pipeline.heading import Heading
from monitor.pipeline.orientation import Oriented
from monitor.pipeline.strap import Strap
from monitor.pipeline.uncertainty import Uncertainty

SIGMA_LIMIT_DEG = 10.0
SETTLING_S = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class KneeAngles:
    """(n,) each; angles in degrees, 0 where not valid."""

    flexion_deg: Floats
    sigma_deg: Floats
    valid: Bools
    reason: Bytes
    frontal_deg: Floats
    rotation_deg: Floats
    trend_sigma_deg: Floats


@dataclass(slots=True)
class Knee:
    """The streaming knee angle under one calibration."""

    calibration: Calibration
    rate_hz: float
    heading: Heading = field(init=False)
    strap: Strap = field(init=False)
    uncertainty: Uncertainty = field(init=False)
    settling: int = 0                 # instants until a new start may be shown

    def __post_init__(self) -> None:
        self.heading = Heading(self.calibration, self.rate_hz)
        self.strap = Strap(self.rate_hz, self.calibration)
        self.uncertainty = Uncertainty(self.calibration, self.rate_hz)

    def push(self, block: AlignedBlock, thigh: Oriented, shank: Oriented) -> KneeAngles:
        """The knee at the block's instants."""
        restarted = thigh.restarted | shank.restarted
        headings = self.heading.push(thigh.quat, shank.quat, thigh.gyr_rad_s, shank.gyr_rad_s, restarted)
        shank_quat = multiply(about_vertical(headings.offset_rad), shank.quat)
        fit, variant = self.calibration, self.calibration.variant
        joint = joint_rotation(multiply(conjugate(thigh.quat), shank_quat),
                               fit.thigh.sensor_to_segment(variant), fit.shank.sensor_to_segment(variant))
        flexion = np.degrees(wrap(flexion_rad(joint) - np.radians(fit.zero_deg)))
        frontal, rotation = (np.degrees(angle) for angle in frontal_and_rotation_rad(joint))
        slipped, suspected = self.strap.push(flexion, (frontal, rotation), headings, block, (thigh, shank))
        sigma = np.hypot(self.uncertainty.push(block, thigh, shank, headings, flexion), suspected)
        reason = self._reasons(block, restarted, sigma, slipped)
        valid = reason == Reason.NONE
        shown = valid.astype(float)
        trend = np.sqrt(sigma ** 2 + 4.0 + np.degrees(headings.sigma_rad) ** 2)
        return KneeAngles(flexion * shown, sigma * shown, valid, reason, frontal * shown, rotation * shown,
                          trend * shown)

    def _reasons(self, block: AlignedBlock, restarted: Bools, sigma: Floats, slipped: Bools) -> Bytes:
        """(n,) the gravest reason at each instant."""
        reason = np.where(sigma > SIGMA_LIMIT_DEG, Reason.UNCERTAIN, Reason.NONE).astype(np.uint8)
        reason[slipped] = Reason.SLIPPED
        reason[self._unsettled(restarted)] = Reason.SETTLING
        reason[block.thigh.gyr_saturated | block.shank.gyr_saturated] = Reason.SATURATED
        reason[block.thigh.gap | block.shank.gap] = Reason.GAP
        reason[block.thigh.missing | block.shank.missing] = Reason.NO_DATA
        return reason

    def _unsettled(self, restarted: Bools) -> Bools:
        """(n,) within the first second after a new start."""
        reach = round(SETTLING_S * self.rate_hz)
        index = np.arange(len(restarted))
        last = np.maximum.accumulate(np.where(restarted, index, -reach - 1))
        unsettled: Bools = (index - last < reach) | (index < self.settling)
        left = max(self.settling - len(index), reach - (len(index) - int(last[-1])))
        self.settling = max(0, left)
        return unsettled
