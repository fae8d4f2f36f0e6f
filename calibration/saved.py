"""A calibration kept for later, with whose it is: it holds for the same straps on the same leg alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

import numpy as np

from calibration.model import Calibration, CalibrationError, CalibrationReason, Motion
from calibration.rotation import dot
from calibration.still_pose import still_poses

SAME_MOUNTING_DEG = 15.0     # a person does not stand twice exactly alike
LEAST_REST_S = 1.0


@dataclass(frozen=True, slots=True)
class Wearer:
    """Who wears which sensors where. `declared`: the housings say how they are worn."""

    patient: str
    side: str
    thigh_serial: str
    shank_serial: str
    declared: bool


@dataclass(frozen=True, slots=True)
class SavedCalibration:
    """A calibration and its wearer."""

    wearer: Wearer
    calibration: Calibration

    def to_json(self) -> dict[str, Any]:
        """A JSON-ready mapping that `from_json` reads back exactly."""
        return {"wearer": asdict(self.wearer), "calibration": self.calibration.to_json()}

    @classmethod
    def from_json(cls, value: Any) -> Self:
        """Read what `to_json` wrote; raises `CalibrationError` for anything else."""
        if not isinstance(value, Mapping) or not isinstance(value.get("wearer"), Mapping):
            raise unreadable()
        try:
            wearer = Wearer(**value["wearer"])
        except TypeError as fault:
            raise unreadable() from fault
        return cls(wearer, Calibration.from_json(value.get("calibration") or {}))

    @classmethod
    def from_text(cls, text: str | bytes) -> Self:
        """Read it from JSON; raises `CalibrationError`."""
        try:
            return cls.from_json(json.loads(text))
        except ValueError as fault:          # no JSON, or no text at all
            raise unreadable() from fault

    def for_wearer(self, now: Wearer) -> Calibration:
        """The calibration, where it was made by this wearer; raises `CalibrationError` for another."""
        why = self._why_not(now)
        if why is not None:
            raise CalibrationError(*why, step="still")
        return self.calibration

    def _why_not(self, now: Wearer) -> tuple[CalibrationReason, str] | None:
        made = self.wearer
        serials = made.thigh_serial, made.shank_serial
        if made.side != now.side:
            return (CalibrationReason.OTHER_LEG,
                    f"This calibration is of the {made.side} leg; calibrate this one.")
        if made.patient != now.patient:
            return (CalibrationReason.OTHER_WEARER,
                    "This calibration was made by another person; calibrate again.")
        if serials == (now.shank_serial, now.thigh_serial) != (now.thigh_serial, now.shank_serial):
            return (CalibrationReason.SWAPPED,
                    "The thigh and the shank sensor have changed places since this calibration; change them "
                    "back or calibrate again.")
        if made != now:
            return (CalibrationReason.OTHER_MOUNTING,
                    "This calibration was made with other sensors; calibrate again.")
        return None


def check_mounting(calibration: Calibration, motion: Motion) -> None:
    """Raise `CalibrationError` where the leg rests in the motion, but never as it did for this calibration.

    Gravity tells in any rest in the calibration's pose whether both sensors still sit as they did.
    """
    poses = still_poses(motion, LEAST_REST_S) if len(motion) > 1 else []
    least = np.cos(np.radians(SAME_MOUNTING_DEG))
    alike = [min(float(dot(pose.thigh_up, np.asarray(calibration.thigh.up))),
                 float(dot(pose.shank_up, np.asarray(calibration.shank.up)))) > least for pose in poses]
    if poses and not any(alike):
        raise CalibrationError(CalibrationReason.OTHER_MOUNTING,
                               "The sensors sit otherwise than when this calibration was made; calibrate "
                               "again.", "still")


def unreadable() -> CalibrationError:
    """The refusal of what is no calibration."""
    return CalibrationError(CalibrationReason.UNREADABLE, "The calibration cannot be read; calibrate again.")
