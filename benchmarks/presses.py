"""How often a press that hardly moves is felt, and how often one is felt that was none.

`python benchmarks/presses.py` simulates presses whose muscle tremor and micro-motion are as strong as stated,
and people who lie still or move about, and analyses both as if they did the exercise. It writes
`docs/presses.md`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from monitor.session import Session
from monitor.values import Side
from monitor.virtual.motions import EXERCISES
from monitor.virtual.motions.programme import ON_SIDE, ON_TOWEL, REPETITIONS
from monitor.virtual.motions.repetitions import Repeated
from monitor.virtual.motions.spec import Spec
from monitor.virtual.pose import Pose
from monitor.virtual.simulate import Simulation, simulate

PAGE = Path(__file__).parents[1] / "docs" / "presses.md"
RATE_HZ, SEEDS, PRESSES, QUIET_S = 100, 2, 10, 600
RELAXED = 0.015            # m/s^2 of tremor in a relaxed thigh, as everywhere in the simulator
# Tremor in m/s^2 RMS, and the way of the thigh in degrees.
EVIDENCE: Mapping[str, tuple[float, float]] = {
    "tremor of 0.35 m/s² and micro-motion of 0.8°": (0.35, 0.8), "the same tremor alone": (0.35, 0.0),
    "half the tremor alone": (0.17, 0.0), "a quarter of it alone": (0.09, 0.0),
    "an eighth of it alone": (0.045, 0.0),
    "micro-motion of 0.8° alone": (RELAXED, 0.8), "micro-motion of 0.4° alone": (RELAXED, 0.4),
    "neither": (RELAXED, 0.0)}
QUIET = {"lying still on the back": ("quad_set", "lie_supine"),
         "lying still on the side": ("glute_med_isometric", "lie_on_side"),
         "ordinary activity, told a quad set": ("quad_set", "daily_activity"),
         "ordinary activity, told a press on the side": ("glute_med_isometric", "daily_activity")}
HEAD = """\
# Presses that hardly move

Written by `python benchmarks/presses.py`: {presses} simulated presses of 5 s for each line, at {rate} Hz.
`quad_set` and `glute_med_isometric` are **experimental**: no accuracy is published for a strapped
accelerometer, and how strongly a real thigh's muscle vibrates through a strap is not known; so hit rates are
given by the strength of the evidence. A press that is not felt is reported as "timed, contraction not
verified" and never counted.

| evidence | quad_set felt | glute_med_isometric felt |
| --- | --- | --- |
"""
FALSE_HEAD = """
| ten minutes of | presses felt that were none |
| --- | --- |
"""
FOOT = """
Tremor is the thigh's acceleration between 10 and 40 Hz, and counts from 8 dB (2.5 times) above the same leg
relaxed, which vibrates with 0.015 m/s² here. Under 60 Hz of samples that band cannot be seen, and
micro-motion alone decides. It counts from half a degree of the thigh in `quad_set`, and from the lift of some
two degrees that tightens the belt in `glute_med_isometric`.
"""


@dataclass(slots=True)
class Felt:
    """Presses that were made, those of them that counted, and what else counted."""

    made: int = 0
    felt: int = 0
    false: int = 0


def main() -> int:
    """Run the benchmark; prints the page and writes it down."""
    lines = [f"| {name} | {share('quad_set', *strength)} | {share('glute_med_isometric', *strength)} |"
             for name, strength in EVIDENCE.items()]
    quiet = [f"| {name} | {falsely(*what)} |" for name, what in QUIET.items()]
    text = (HEAD.format(presses=SEEDS * PRESSES, rate=RATE_HZ) + "\n".join(lines) + "\n" + FALSE_HEAD
            + "\n".join(quiet) + "\n" + FOOT)
    print(text)
    PAGE.write_text(text, encoding="utf-8")
    return 0


def share(exercise: str, tremor: float, way_deg: float) -> str:
    """Of presses made with so much evidence, those that were felt; and how many more counted."""
    total = Felt()
    with patch.dict(EXERCISES, {exercise: pressed(exercise, tremor, way_deg)}):
        for seed in range(SEEDS):
            held_against(total, patient(Spec(exercise, PRESSES), seed), exercise)
    more = f", {total.false} more" if total.false else ""
    return f"{total.felt} of {total.made}{more}"


def falsely(exercise: str, instead: str) -> str:
    """Presses that counted while something else was done."""
    total = Felt()
    held_against(total, patient(Spec(instead, QUIET_S), seed=0), exercise)
    return str(total.false)


def patient(does: Spec, seed: int) -> Simulation:
    """A calibration, and then what there is to be done."""
    print(does.name, seed, file=sys.stderr, flush=True)
    return simulate(["calibration", does], seed=seed, rate_hz=RATE_HZ)


def pressed(exercise: str, tremor: float, way_deg: float) -> Repeated:
    """The exercise with evidence of a certain strength."""
    return replace(REPETITIONS[exercise], top=_top(exercise, way_deg, tremor))


def _top(exercise: str, way_deg: float, tremor: float) -> Pose:
    if exercise == "quad_set":
        return replace(ON_TOWEL, hip_flexion=ON_TOWEL.hip_flexion - way_deg,
                       flexion=ON_TOWEL.flexion - 3 * way_deg, tremor=tremor)
    return replace(ON_SIDE, hip_abduction=way_deg, tremor=tremor)


def held_against(total: Felt, simulation: Simulation, exercise: str) -> None:
    """Count what the session makes of it."""
    session = Session(Side.RIGHT, exercise=exercise)
    for start in range(0, len(simulation.inputs), 2000):
        session.push(simulation.inputs[start:start + 2000])
    session.finish()
    assert session.engine is not None
    made = [(one["start_s"], one["end_s"]) for done in simulation.truth.events["exercises"]
            for one in done["repetitions"]]
    counted = [(r.start_s + r.end_s) / 2 for one in session.engine.sets for r in one.reps if r.counted]
    felt = sum(any(start < middle < end for middle in counted) for start, end in made)
    total.made, total.felt, total.false = total.made + len(made), total.felt + felt, (
        total.false + len(counted) - felt)


if __name__ == "__main__":
    raise SystemExit(main())
