"""How sure flexion is: the parts of its error that the stream itself tells, as one standard deviation.

Each part is held to be independent of the others. Their sizes are the likeliest of the errors of twenty-two
simulated wearers (3 to 9 deg of soft tissue, 0.2 to 1 deg/s of bias, 4 to 16 g, 40 and 100 Hz).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibration.model import Calibration
from calibration.rotation import Floats, conjugate, cross, dot, length, rotate
from monitor.pipeline.align import AlignedBlock, Gridded
from monitor.pipeline.heading import Headings
from monitor.pipeline.orientation import G_M_S2, TAU_ACC_S, Oriented

EARTHWARD = np.array((0.0, 0.0, 1.0))
SKIN_DEG = 1.35           # at a right angle: skin that slides as the knee bends hides along the hinge,
SKIN_PART = 0.2           # the more, the more of it shows beside the hinge
SHAKEN_DEG_PER_G = 0.4    # what a strap is shaken rings in the skin, and is no gravity either
SHAKEN_S = 1.0
# A level hinge makes the heading surer than the errors of one reading let it believe; what comes on top of
# that has drifted since.
LEARNT_DEG, LEARNT_PART = 1.7, 0.45
ACC_BIAS_DEG = 0.35       # both accelerometers' own zeros, 4 mg each: seen as far as a segment has turned
GAP_DEG_PER_S = 0.5       # at rest a gap costs next to nothing,
GAP_PART = 0.03           # while turning what a curve between two rates may miss of the turn,
GAP_PER_SHAKING = 1.5     # in deg a second and g: and while shaken what gravity may miss of it
RESTART_DEG = 4.0
GYR_CLIPPED_DEG = 1.0
FORGOTTEN_DEG = 1e-3
FORGET_S = 5.0            # the orientation filter forgets a disturbance in a few of its time constants
# A change of velocity of which the filter has seen nothing tilts its gravity by so much some seconds later:
# the peak answer of a low-pass filter of second order.
TILT_DEG_PER_M_S = float(np.degrees(0.645 / (TAU_ACC_S * G_M_S2)))


@dataclass(slots=True)
class Uncertainty:
    """The streaming sigma of flexion under one calibration; every other field is its state."""

    calibration: Calibration
    rate_hz: float
    disturbance_deg: float = 0.0      # what gaps and clipping have left, decaying
    shaken: float = 0.0               # mean square by which forces differed from gravity of late, in g

    def push(self, block: AlignedBlock, thigh: Oriented, shank: Oriented, headings: Headings,
             flexion_deg: Floats) -> Floats:
        """(n,) one standard deviation of flexion (n,), in degrees."""
        bent = np.sin(np.radians(np.clip(np.abs(flexion_deg), 0.0, 90.0)))
        skin = np.hypot(SKIN_DEG, SKIN_PART * headings.residual_deg) * bent
        shaken_g = self._shaken_g(block)
        lasting = self._lasting(self._added_deg(block, thigh, shank, shaken_g))
        squares = (self.calibration.zero_sigma_deg ** 2 + skin ** 2 + (SHAKEN_DEG_PER_G * shaken_g) ** 2
                   + self._heading_deg(thigh, headings) ** 2 + lasting ** 2 + self._skew_deg(block) ** 2
                   + self._acc_bias_deg(thigh, shank) ** 2)
        total: Floats = np.sqrt(squares)
        return total

    def _heading_deg(self, thigh: Oriented, headings: Headings) -> Floats:
        """(n,) of the heading between the segments, as far as the hinge stands upright."""
        upright = np.abs(rotate(thigh.quat, np.asarray(self.calibration.thigh.hinge))[:, 2])
        sigma = np.degrees(headings.sigma_rad)
        return upright * np.hypot(LEARNT_PART * np.minimum(sigma, LEARNT_DEG),
                                  np.maximum(sigma - LEARNT_DEG, 0.0))

    def _acc_bias_deg(self, thigh: Oriented, shank: Oriented) -> Floats:
        """(n,) what both accelerometers' own zeros tilt, the more the segments have left the still pose."""
        fit = self.calibration
        turned = np.add(*(1.0 - dot(rotate(conjugate(sensor.quat), EARTHWARD), np.asarray(segment.up))
                          for sensor, segment in ((thigh, fit.thigh), (shank, fit.shank))))
        return ACC_BIAS_DEG * np.sqrt(np.maximum(turned, 0.0))

    def _skew_deg(self, block: AlignedBlock) -> Floats:
        """(n,) how far the two segments turn about the hinge in the time that their clocks are unsure of."""
        fit = self.calibration
        thigh, shank = (dot(sensor.gyr_rad_s, np.asarray(hinge)) * sensor.t_sigma_s for sensor, hinge in
                        ((block.thigh, fit.thigh.hinge), (block.shank, fit.shank.hinge)))
        return np.degrees(np.hypot(thigh, shank))

    def _shaken_g(self, block: AlignedBlock) -> Floats:
        """(n,) root mean square by which the force on either sensor differed from gravity of late."""
        gain = 1.0 - float(np.exp(-1.0 / (SHAKEN_S * self.rate_hz)))
        now = np.maximum(_beside_gravity_g(block.thigh), _beside_gravity_g(block.shank)) ** 2
        level, out = self.shaken, []
        for one in now.tolist():
            level += gain * (one - level)
            out.append(level)
        self.shaken = level
        return np.sqrt(out)

    def _added_deg(self, block: AlignedBlock, thigh: Oriented, shank: Oriented, shaken_g: Floats) -> Floats:
        """(n,) what gaps, clipping and new starts add at each instant."""
        gap = np.add(*(s.gap * (GAP_DEG_PER_S + GAP_PART * np.degrees(length(s.gyr_rad_s))
                                + GAP_PER_SHAKING * shaken_g)
                       for s in (block.thigh, block.shank))) / self.rate_hz
        clipped = np.add(block.thigh.gyr_saturated, block.shank.gyr_saturated, dtype=float) * GYR_CLIPPED_DEG
        restarted = (thigh.restarted | shank.restarted) * RESTART_DEG
        return gap + clipped + restarted + self._tilted_deg(thigh, shank)

    def _tilted_deg(self, thigh: Oriented, shank: Oriented) -> Floats:
        """(n,) by how much forces that were clipped may tilt either segment, in the plane that flexes."""
        tilt = np.zeros(len(thigh.quat))
        for sensor, fit in ((thigh, self.calibration.thigh), (shank, self.calibration.shank)):
            if sensor.unseen_m_s.any():
                up = rotate(conjugate(sensor.quat), EARTHWARD)
                tilt += TILT_DEG_PER_M_S * np.abs(dot(sensor.unseen_m_s, cross(up, np.asarray(fit.hinge))))
        return tilt

    def _lasting(self, added: Floats) -> Floats:
        """(n,) what has been added until each instant, as it fades with time."""
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


def _beside_gravity_g(sensor: Gridded) -> Floats:
    """(n,) by how much the force differs from gravity; nothing where there is no sample."""
    return np.where(sensor.gap | sensor.missing, 0.0, np.abs(length(sensor.acc_m_s2) / G_M_S2 - 1.0))
