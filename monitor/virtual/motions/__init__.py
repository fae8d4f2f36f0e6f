"""Every exercise that the virtual patient can do, by the id that the exercise library uses."""

from __future__ import annotations

from collections.abc import Mapping

from monitor.virtual.motions.calibration import Calibration
from monitor.virtual.motions.gait import Walking
from monitor.virtual.motions.hops import Hop
from monitor.virtual.motions.repetitions import REPETITIONS, Still
from monitor.virtual.motions.spec import Exercise

EXERCISES: Mapping[str, Exercise] = {
    "calibration": Calibration(),
    "stand": Still(),
    **REPETITIONS,
    "double_leg_hop": Hop(),
    "walking": Walking(),
}
