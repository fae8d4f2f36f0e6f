"""One leg, from oriented sensors to the state that exercises and screens read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibration.model import Calibration, Motion
from monitor.leg import Floats, LegBlock, Posture, Reason
from monitor.pipeline.knee import Knee, KneeAngles
from monitor.pipeline.pair import PairBlock
from monitor.pipeline.segments import PostureKeeper, SegmentState, dynamic_g, posture_now, segment_state
from monitor.values import Side


def motion_of(block: PairBlock) -> Motion:
    """The block as calibration reads it, time in seconds on the session's clock."""
    thigh, shank = block.aligned.thigh, block.aligned.shank
    clipped = thigh.gyr_saturated | shank.gyr_saturated
    unusable = thigh.gap | shank.gap | thigh.missing | shank.missing | clipped
    t_s: Floats = block.aligned.t_ns.astype(np.float64) * 1e-9
    return Motion(t_s, thigh.acc_m_s2, shank.acc_m_s2, thigh.gyr_rad_s, shank.gyr_rad_s,
                  block.thigh.quat, block.shank.quat, ~unusable, clipped)


@dataclass(slots=True)
class Leg:
    """Turns oriented sensors into leg states; `calibrate` takes effect from the next block on."""

    side: Side
    rate_hz: float
    knee: Knee | None = None
    posture: PostureKeeper | None = None

    def calibrate(self, calibration: Calibration, seen_until_now: bool = False) -> None:
        """Use a calibration; its heading offset holds only where its data reached until now."""
        self.knee = Knee(calibration, self.rate_hz)
        if seen_until_now:
            self.knee.heading.start_at(calibration.heading_offset_rad)
        self.posture = PostureKeeper(self.rate_hz)

    def push(self, block: PairBlock) -> LegBlock:
        """The leg at the block's instants."""
        if self.knee is None or self.posture is None:
            return self._uncalibrated(block)
        fit = self.knee.calibration
        thigh = segment_state(fit.thigh, fit.variant, self.side, block.aligned.thigh, block.thigh)
        shank = segment_state(fit.shank, fit.variant, self.side, block.aligned.shank, block.shank)
        angles = self.knee.push(block.aligned, block.thigh, block.shank)
        posture = self.posture.push(posture_now(thigh, shank, self.side), thigh.elevation_deg,
                                    shank.elevation_deg)
        return self._block(block, angles, thigh, shank, posture)

    def _block(self, block: PairBlock, angles: KneeAngles, thigh: SegmentState, shank: SegmentState,
               posture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> LegBlock:
        left, right = block.aligned.thigh, block.aligned.shank
        return LegBlock(
            side=self.side, rate_hz=self.rate_hz, t_ns=block.aligned.t_ns,
            flexion_deg=angles.flexion_deg, sigma_deg=angles.sigma_deg, valid=angles.valid,
            reason=angles.reason, frontal_deg=angles.frontal_deg, rotation_deg=angles.rotation_deg,
            trend_sigma_deg=angles.trend_sigma_deg, oriented=~(left.missing | right.missing),
            thigh_tilt_deg=thigh.tilt_deg, shank_tilt_deg=shank.tilt_deg,
            thigh_elevation_deg=thigh.elevation_deg, thigh_frontal_deg=thigh.frontal_deg,
            shank_frontal_deg=shank.frontal_deg, posture=posture,
            thigh_acc_m_s2=thigh.acc_m_s2, shank_acc_m_s2=shank.acc_m_s2,
            thigh_gyr_rad_s=thigh.gyr_rad_s, shank_gyr_rad_s=shank.gyr_rad_s,
            thigh_dynamic_g=thigh.dynamic_g, shank_dynamic_g=shank.dynamic_g,
            acc_saturated=np.stack((left.acc_saturated, right.acc_saturated), axis=1),
            interpolated=left.bridged | right.bridged | left.gap | right.gap)

    def _uncalibrated(self, block: PairBlock) -> LegBlock:
        """What can be told without knowing how the sensors sit: how each of them accelerates."""
        left, right = block.aligned.thigh, block.aligned.shank
        count = len(block)
        zero, none, vector = np.zeros(count), np.zeros(count, np.bool_), np.zeros((count, 3))
        reason = np.full(count, Reason.UNCALIBRATED, np.uint8)
        reason[left.missing | right.missing] = Reason.NO_DATA
        return LegBlock(
            side=self.side, rate_hz=self.rate_hz, t_ns=block.aligned.t_ns, flexion_deg=zero, sigma_deg=zero,
            valid=none, reason=reason, frontal_deg=zero, rotation_deg=zero, trend_sigma_deg=zero,
            oriented=none, thigh_tilt_deg=zero, shank_tilt_deg=zero, thigh_elevation_deg=zero,
            thigh_frontal_deg=zero, shank_frontal_deg=zero,
            posture=np.full(count, Posture.UNKNOWN, np.uint8), thigh_acc_m_s2=vector, shank_acc_m_s2=vector,
            thigh_gyr_rad_s=vector, shank_gyr_rad_s=vector,
            thigh_dynamic_g=dynamic_g(left, block.thigh), shank_dynamic_g=dynamic_g(right, block.shank),
            acc_saturated=np.stack((left.acc_saturated, right.acc_saturated), axis=1),
            interpolated=left.bridged | right.bridged | left.gap | right.gap)
