"""Every exercise that the virtual patient can do, by the id that the exercise library uses."""

from __future__ import annotations

from collections.abc import Mapping

from monitor.virtual.motions.calibration import CALIBRATIONS
from monitor.virtual.motions.everyday import DailyActivity
from monitor.virtual.motions.gait import CYCLES
from monitor.virtual.motions.hops import HOPS
from monitor.virtual.motions.programme import REPETITIONS
from monitor.virtual.motions.spec import Exercise
from monitor.virtual.motions.still import BALANCES, Still
from monitor.virtual.motions.taps import DoubleTap, Taps

EXERCISES: Mapping[str, Exercise] = {
    **CALIBRATIONS,
    **REPETITIONS,
    **HOPS,
    **BALANCES,
    **CYCLES,
    "stand": Still("standing"),
    "sit": Still("sitting"),
    "lie_supine": Still("supine"),
    "lie_on_side": Still("side_leg_up"),
    "tap": Taps(),
    "double_tap": DoubleTap(),
    "daily_activity": DailyActivity(),
}
