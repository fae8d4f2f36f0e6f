"""Tilt, posture and acceleration of each segment, from gravity alone: no heading, no drift."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calibration.model import SegmentFit, Variant
from calibration.rotation import Floats, conjugate, dot, rotate, unit
from monitor.leg import Bytes, Posture
from monitor.pipeline.align import Gridded
from monitor.pipeline.orientation import G_M_S2, Oriented
from monitor.values import Side

UP = np.array((0.0, 0.0, 1.0))


@dataclass(frozen=True, slots=True, eq=False)
class SegmentState:
    """One segment at n instants.

    Attributes:
        up: (n, 3) the direction away from the earth, segment axes.
        tilt_deg: (n,) angle to the same direction at the rest posture.
        elevation_deg: (n,) distal end above (+) or below (-) the horizontal.
        frontal_deg: (n,) sideways lean, distal end outward positive.
        acc_m_s2, gyr_rad_s: (n, 3) specific force and rate, segment axes.
        dynamic_g: (n, 2) acceleration without gravity: upward vertical, resultant.
    """

    up: Floats
    tilt_deg: Floats
    elevation_deg: Floats
    frontal_deg: Floats
    acc_m_s2: Floats
    gyr_rad_s: Floats
    dynamic_g: Floats


def segment_state(fit: SegmentFit, variant: Variant, side: Side, sensor: Gridded,
                  oriented: Oriented) -> SegmentState:
    """Carry one sensor's readings over to its segment."""
    turn = fit.sensor_to_segment(variant)
    up = rotate(turn, rotate(conjugate(oriented.quat), UP))
    rest = unit(rotate(turn, np.asarray(fit.up)))
    outward = 1.0 if side is Side.RIGHT else -1.0
    return SegmentState(
        up=up,
        tilt_deg=np.degrees(np.arccos(np.clip(dot(up, rest), -1.0, 1.0))),
        elevation_deg=np.degrees(np.arcsin(np.clip(-up[:, 1], -1.0, 1.0))),
        frontal_deg=np.degrees(np.arcsin(np.clip(outward * up[:, 2], -1.0, 1.0))),
        acc_m_s2=rotate(turn, sensor.acc_m_s2), gyr_rad_s=rotate(turn, oriented.gyr_rad_s),
        dynamic_g=dynamic_g(sensor, oriented))


def dynamic_g(sensor: Gridded, oriented: Oriented) -> Floats:
    """(n, 2) acceleration without gravity: upward vertical, resultant; 0 where there is no sample."""
    moving = (rotate(oriented.quat, sensor.acc_m_s2) - G_M_S2 * UP) / G_M_S2
    dynamic = np.stack((moving[:, 2], np.sqrt(dot(moving, moving))), axis=1)
    return np.where((sensor.missing | sensor.gap)[:, None], 0.0, dynamic)


LEANING = 0.6           # part of gravity along an axis that makes a posture: within 53 degrees of it
UPRIGHT_THIGH = 0.57    # a thigh within 55 degrees of the vertical is not seated
KNEE_UP_DEG = 20.0      # lying with bent knees: the thigh rises from the hip to the knee
HANGING_SHANK = 0.35
PERSISTS_S = 0.5
# A seated leg held straight out looks like one that lies, and the top of a bridge like a seat; but no muscle
# holds as still as a mattress, and nobody holds either for so long.
RESTS_DEG, RESTS_S = 0.2, 1.5
HELD_AT_MOST_S = 15.0


def posture_now(thigh: SegmentState, shank: SegmentState, side: Side) -> Bytes:
    """(n,) the posture that gravity in both segments suggests at each instant, by itself."""
    x, y, z = thigh.up[:, 0], thigh.up[:, 1], thigh.up[:, 2]
    outward = z if side is Side.RIGHT else -z
    posture = np.zeros(len(x), np.uint8)
    level = np.abs(y) < UPRIGHT_THIGH
    front_up = level & (x > LEANING)
    seated = front_up & (shank.up[:, 1] > HANGING_SHANK) & (thigh.elevation_deg < KNEE_UP_DEG)
    posture[y >= UPRIGHT_THIGH] = Posture.STANDING
    posture[front_up | ((y <= -UPRIGHT_THIGH) & (x > 0.0))] = Posture.SUPINE      # also with the knees up
    posture[seated] = Posture.SITTING
    posture[level & (x < -LEANING)] = Posture.PRONE
    posture[level & (outward > LEANING)] = Posture.SIDE_LEG_UP
    posture[level & (outward < -LEANING)] = Posture.SIDE_LEG_DOWN
    return posture


@dataclass(slots=True)
class PostureKeeper:
    """Believes a new posture once it has lasted; lying after sitting only once the leg rests.

    Attributes:
        rested: instants for which neither segment has left `place`, the elevations where they came to rest.
        knees_up: whether the knee was drawn up since the leg last lay straight.
    """

    rate_hz: float
    posture: int = Posture.UNKNOWN
    candidate: int = Posture.UNKNOWN
    lasted: int = 0
    rested: int = 0
    place: tuple[float, float] = 0.0, 0.0
    knees_up: bool = False

    def push(self, suggested: Bytes, thigh_elevation_deg: Floats, shank_elevation_deg: Floats) -> Bytes:
        """(n,) the posture kept at each instant."""
        kept = np.empty(len(suggested), np.uint8)
        rows = zip(suggested.tolist(), thigh_elevation_deg.tolist(), shank_elevation_deg.tolist(),
                   strict=True)
        for i, (now, thigh, shank) in enumerate(rows):
            self.lasted = self.lasted + 1 if now == self.candidate else 1
            self.candidate = now
            self._follow(thigh, shank)
            if now not in (self.posture, Posture.UNKNOWN) and self.lasted >= self._enough(now, thigh):
                self.posture = now
            kept[i] = self.posture
        return kept

    def _follow(self, thigh: float, shank: float) -> None:
        lying = Posture.SUPINE in (self.posture, self.candidate)
        drawn_up, straight = thigh > KNEE_UP_DEG and shank < 0.0, shank > -KNEE_UP_DEG
        self.knees_up = lying and (self.knees_up or drawn_up) and not straight
        self.rested += 1
        if max(abs(thigh - self.place[0]), abs(shank - self.place[1])) > RESTS_DEG:
            self.place, self.rested = (thigh, shank), 0

    def _enough(self, posture: int, thigh_elevation_deg: float) -> float:
        """For how many instants the posture must have been suggested."""
        change = self.posture, posture
        leg_out = change == (Posture.SITTING, Posture.SUPINE) and thigh_elevation_deg <= KNEE_UP_DEG
        bridge = change == (Posture.SUPINE, Posture.SITTING) and self.knees_up
        if self.posture == Posture.UNKNOWN:
            return 0.0
        held = bridge or (leg_out and self.rested < RESTS_S * self.rate_hz)
        return (HELD_AT_MOST_S if held else RESTS_S if leg_out else PERSISTS_S) * self.rate_hz
