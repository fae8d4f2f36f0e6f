"""Knee flexion with its uncertainty and its validity."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from calibration.knee_angle import flexion_rad, frontal_and_rotation_rad, joint_rotation
from calibration.model import Calibration
from calibration.rotation import Floats, about_vertical, conjugate, dot, length, multiply, rotate, wrap
from monitor.leg import Bools, Bytes, Reason
from monitor.pipeline.align import AlignedBlock
from monitor.pipeline.heading import Heading, Headings
from monitor.pipeline.orientation import Oriented
from monitor.pipeline.strap import Strap

SIGMA_LIMIT_DEG = 10.0
SETTLING_S = 1.0
# The likeliest parts of the errors of fourteen simulated wearers, held against those of five others.
SKIN_DEG = 1.3            # at a right angle: skin that slides as the knee bends hides along the hinge,
SKIN_PART = 0.3           # the more, the more of it shows beside the hinge
HEADING_PART = 0.6        # the heading's own sigma takes drift for as fast as it can be
ACC_BIAS_DEG = 0.25       # both accelerometers' own zeros, 3 mg each: seen as far as a segment has turned
GAP_DEG_PER_S = 1.0
GAP_PART = 0.025          # of the turn across a gap: what a curve between two rates may miss
RESTART_DEG = 4.0
ACC_CLIPPED_DEG = 0.15
GYR_CLIPPED_DEG = 1.0
FORGOTTEN_DEG = 1e-3
FORGET_S = 5.0            # the orientation filter forgets a disturbance in a few of its time constants


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
    disturbance_deg: float = 0.0      # what gaps and clipping have left, decaying
    settling: int = 0                 # instants until a new start may be shown

    def __post_init__(self) -> None:
        self.heading = Heading(self.calibration, self.rate_hz)
        self.strap = Strap(self.rate_hz, self.calibration)

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
        slipped = self.strap.push(flexion, (frontal, rotation), np.degrees(headings.sigma_rad),
                                  headings.residual_deg, ~_incomplete(block), (thigh, shank))
        sigma = self._sigma(block, thigh, shank, headings, flexion)
        reason = self._reasons(block, restarted, sigma, slipped)
        valid = reason == Reason.NONE
        shown = valid.astype(float)
        trend = np.sqrt(sigma ** 2 + 4.0 + np.degrees(headings.sigma_rad) ** 2)
        return KneeAngles(flexion * shown, sigma * shown, valid, reason, frontal * shown, rotation * shown,
                          trend * shown)

    def _sigma(self, block: AlignedBlock, thigh: Oriented, shank: Oriented, headings: Headings,
               flexion: Floats) -> Floats:
        """(n,) one standard deviation of flexion, in degrees."""
        bent = np.sin(np.radians(np.clip(np.abs(flexion), 0.0, 90.0)))
        skin = np.hypot(SKIN_DEG, SKIN_PART * headings.residual_deg) * bent
        upright = np.abs(rotate(thigh.quat, np.asarray(self.calibration.thigh.hinge))[:, 2])
        heading = HEADING_PART * np.degrees(headings.sigma_rad) * upright
        lasting = self._lasting(block, thigh.restarted | shank.restarted)
        squares = (self.calibration.zero_sigma_deg ** 2 + skin ** 2 + heading ** 2 + lasting ** 2
                   + self._skew_deg(block) ** 2 + self._acc_bias_deg(thigh, shank) ** 2)
        total: Floats = np.sqrt(squares)
        return total

    def _acc_bias_deg(self, thigh: Oriented, shank: Oriented) -> Floats:
        """(n,) what both accelerometers' own zeros tilt, the more the segments have left the still pose."""
        fit, earthward = self.calibration, np.array((0.0, 0.0, 1.0))
        turned = np.add(*(1.0 - dot(rotate(conjugate(sensor.quat), earthward), np.asarray(segment.up))
                          for sensor, segment in ((thigh, fit.thigh), (shank, fit.shank))))
        return ACC_BIAS_DEG * np.sqrt(np.maximum(turned, 0.0))

    def _skew_deg(self, block: AlignedBlock) -> Floats:
        """(n,) how far the two segments turn about the hinge in the time that their clocks are unsure of."""
        fit = self.calibration
        thigh, shank = (dot(sensor.gyr_rad_s, np.asarray(hinge)) * sensor.t_sigma_s for sensor, hinge in
                        ((block.thigh, fit.thigh.hinge), (block.shank, fit.shank.hinge)))
        return np.degrees(np.hypot(thigh, shank))

    def _lasting(self, block: AlignedBlock, restarted: Bools) -> Floats:
        """(n,) degrees that gaps, clipping and new starts have added and that fade with time."""
        both = (block.thigh, block.shank)
        gap = np.add(*(s.gap * (GAP_DEG_PER_S + GAP_PART * np.degrees(length(s.gyr_rad_s)))
                       for s in both)) / self.rate_hz
        clipped = np.add(*(s.acc_saturated * ACC_CLIPPED_DEG + s.gyr_saturated * GYR_CLIPPED_DEG
                           for s in both))
        added = gap + clipped + restarted * RESTART_DEG
        if self.disturbance_deg == 0.0 and not added.any():
            return np.zeros(len(added))
        keep = float(np.exp(-1.0 / (FORGET_S * self.rate_hz)))
        out = np.empty(len(added))
        level = self.disturbance_deg
        for i, more in enumerate(added.tolist()):
            level = min(keep * level + more, 90.0)
            level = level if level > FORGOTTEN_DEG else 0.0
            out[i] = level
        self.disturbance_deg = level
        return out

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


def _incomplete(block: AlignedBlock) -> Bools:
    """(n,) where either sensor has no sample of its own, nor one nearby."""
    return block.thigh.gap | block.shank.gap | block.thigh.missing | block.shank.missing
