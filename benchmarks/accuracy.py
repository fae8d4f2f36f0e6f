"""How exact the knee angle is, beside other methods: `python benchmarks/accuracy.py [--seeds N]`.

Writes docs/accuracy.md. The peers are measured where they are installed (`pip install patella[peers]`; qmt
has a wheel for CPython 3.11 only); recordings of real people where they are at hand beside the project.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from estimators import Estimate, Worn, methods, rmse_deg, worn
from real_people import lines as real_lines
from sections import DOCS, machine

from calibration.model import Calibration, SegmentFit
from calibration.rotation import conjugate, rotate, unit
from monitor.leg import Bools, Floats
from monitor.session import Session
from monitor.values import Placement, Segment, Side
from monitor.virtual.imu import mounting
from monitor.virtual.simulate import Simulation, simulate

RATE_HZ = 100.0
USUAL: dict[str, Any] = {"soft_tissue_deg": 6.0, "off_axis_deg": 5.0, "bias_deg_s": 0.5,
                           "loss_percent": 2.0, "acc_range_g": 16}
CONFIGURATIONS: dict[str, dict[str, Any]] = {"ideal": {"off_axis_deg": 0.0}, "worn": USUAL}
CLASSES = {
    "standing": ("squat", "step_up", "forward_lunge", "sit_to_stand", "heel_raise"),
    "walking and cycling": ("walking", "stair_climbing", "stationary_bike"),
    "lying and seated": ("straight_leg_raise_supine", "bridge", "short_arc_quad", "hamstring_curl",
                         "knee_extension_seated"),
    "hop work": ("double_leg_hop", "single_leg_hop"),
    "side-lying": ("straight_leg_raise_side", "clamshell"),
}
PROGRAMME = ("calibration", "squat:8", "step_up:6", "forward_lunge:5", "sit_to_stand:8", "heel_raise:6",
             "walking:60", "stair_climbing:30", "straight_leg_raise_supine:5", "bridge:5", "short_arc_quad:4",
             "hamstring_curl:6", "knee_extension_seated:6", "stationary_bike:30", "straight_leg_raise_side:8",
             "clamshell:7", "double_leg_hop:6", "single_leg_hop:6", "squat:5")
TARGETS = (("outside side-lying", 1.5), ("hop work", 2.0), ("side-lying", 4.0))
AXIS_TARGETS_DEG = {Segment.THIGH: 3.0, Segment.SHANK: 4.0}
REPEATABILITY_TARGET_DEG = 1.5
REPEATS = 10
# The axis that flexion is measured about, in either segment. What a knee turns otherwise while it bends, the
# off-axis motion, is an error that a calibration must not take for the hinge.
HINGE = np.array((0.0, 0.0, -1.0))
LIMITS = """\
- Simulated people move more alike than real ones. Their soft tissue follows the bending of the knee and rings
  when shaken, as far as is known; trust orderings and mechanisms more than the last tenth of a degree.
- Patella's figures are what the screen shows: its own zero, nothing fitted to the truth, unless the row says
  "free offset". Every other method is given the sign and the constant offset that suit it best, and Patella's
  own bridging of lost packets. qmt is also given the better pairing of its two axes.
- Skin that slides along with the bending of the knee about the knee's own axis cannot be seen by sensors on
  that skin: more than half of what is left in standing exercises is that.
- The recordings of real people are few: one person walking, one person's repetitions cut out of their session
  (no calibration, no long run), and a sensor moved by hand. None shows a slipped strap or a lying leg against
  a reference.
- Zero is the patient's own straight leg. Against motion capture it differs by several degrees."""


@dataclass(frozen=True, slots=True)
class Score:
    """One method in one class of exercises in one session, in degrees; the band as a part of the time."""

    rmse_deg: float
    sigma_deg: float | None = None
    within_band: float | None = None


Scores = dict[tuple[str, str], list[Score]]      # by method and class


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=5)
    seeds = parser.parse_args().seeds
    scores = {name: configuration(name, seeds if name == "worn" else max(1, seeds // 2))
              for name in CONFIGURATIONS}
    axes = [axis_errors(seed) for seed in range(REPEATS)]
    repeats = [repeatability_deg(seed) for seed in range(2)]
    page = "\n".join(["# How exact the knee angle is", "",
                      f"Written by `python benchmarks/accuracy.py --seeds {seeds}`: {machine()}.", "",
                      *simulated_lines(scores), *reached(scores["worn"]), "", "## Calibration", "",
                      *calibration_lines(axes, repeats), "", "## Real people and sensors", "",
                      *real_lines(), "", "## Limits of this evidence", "", LIMITS, ""])
    print(page)
    (DOCS / "accuracy.md").write_text(page, encoding="utf-8")


def simulated(name: str, seed: int) -> Simulation:
    """A patient's whole programme, twelve and a half minutes."""
    side = Side.LEFT if seed % 2 else Side.RIGHT
    return simulate(PROGRAMME, side=side, seed=seed, rate_hz=RATE_HZ, **CONFIGURATIONS[name])


def configuration(name: str, seeds: int) -> Scores:
    """Every method on every class, a score a session."""
    scores: Scores = defaultdict(list)
    for seed in range(1, seeds + 1):
        simulation = simulated(name, seed)
        session = worn(simulation)
        parts = classes(session, simulation.truth.events["exercises"])
        for method, estimated in methods().items():
            estimate = estimated(session)
            for which, rows in parts.items():
                scores[method, which].append(score(session, estimate, rows))
        print(f"{name}, seed {seed}: " + ", ".join(
            f"{method} {scores[method, 'outside side-lying'][-1].rmse_deg:.2f}" for method in methods()),
              flush=True)
    return scores


def classes(session: Worn, exercises: Sequence[dict[str, Any]]) -> dict[str, Bools]:
    """Which rows belong to which class of exercises, from the end of the calibration on."""
    found = {}
    for name, members in CLASSES.items():
        rows = np.zeros(len(session.t_s), np.bool_)
        for one in exercises:
            if one["exercise"] in members:
                rows |= (session.t_s >= one["start_s"]) & (session.t_s < one["end_s"])
        found[name] = rows
    return {**found, "outside side-lying": ~found["side-lying"]}


def score(session: Worn, estimate: Estimate, rows: Bools) -> Score:
    """Judge an estimate over some rows."""
    if estimate.sigma_deg is None:
        return Score(rmse_deg(session, estimate, rows))
    part = rows & estimate.known
    error = np.abs(estimate.flexion_deg - session.truth_deg)[part]
    sigma = estimate.sigma_deg[part]
    return Score(rmse_deg(session, estimate, rows), float(np.median(sigma)),
                 float((error < 1.96 * sigma).mean()))


def simulated_lines(scores: dict[str, Scores]) -> Iterator[str]:
    """The tables of both configurations."""
    yield from ("## Simulated sessions", "",
                "Root mean square error of flexion in degrees over all sessions (in brackets the worst "
                "session). A session is a programme of twelve minutes on either leg, live at 100 Hz after a "
                "guided calibration.")
    columns = [*CLASSES, "outside side-lying"]
    for name, title in (("ideal", "Ideal sensors on a pure hinge"),
                        ("worn", "6 deg soft tissue, 5 deg off-axis motion, 0.5 deg/s bias, 2 % loss, 16 g")):
        sessions = len(scores[name]["Patella, live", "standing"])
        yield from ("", f"### {title}: {sessions} sessions", "", "| method | " + " | ".join(columns) + " |",
                    "| --- |" + " --- |" * len(columns))
        for method in methods():
            cells = [[one.rmse_deg for one in scores[name][method, which]] for which in columns]
            yield f"| {method} | " + " | ".join(f"{rms(cell):.2f} ({max(cell):.2f})" for cell in cells) + " |"
    yield from ("", "### The 95 % band of the live estimate, in the second configuration", "",
                "| class | within the band | least session | median sigma |", "| --- | --- | --- | --- |")
    for which in columns:
        cell = scores["worn"]["Patella, live", which]
        within = [100.0 * (one.within_band or 0.0) for one in cell]
        yield (f"| {which} | {np.mean(within):.1f} % | {min(within):.1f} % | "
               f"{np.median([one.sigma_deg or 0.0 for one in cell]):.2f} deg |")


def reached(scores: Scores) -> Iterator[str]:
    """What was aimed at and what came of it, also where it was missed."""
    yield from ("", "### Aims", "")
    for which, aim in TARGETS:
        live = rms([one.rmse_deg for one in scores["Patella, live", which]])
        yield f"- {which}: {live:.2f} deg of {aim:.1f} deg, {met(live < aim)}."
        alike = rms([one.rmse_deg for one in scores["Patella, live, free offset", which]])
        for method in (m for m in methods() if m.startswith("qmt")):
            peer = rms([one.rmse_deg for one in scores[method, which]])
            yield (f"- {which}, no worse than {method} ({live:.2f} as shown, {alike:.2f} with the same free "
                   f"offset, against {peer:.2f} deg): {met(min(live, alike) <= peer)}.")
    for which in (*CLASSES, "outside side-lying"):
        live, hindsight = (rms([one.rmse_deg for one in scores[m, which]])
                           for m in ("Patella, live", "Patella, smoothed"))
        yield f"- {which}, smoothed better than live ({hindsight:.2f} against {live:.2f} deg): " + (
            f"{met(hindsight < live)}.")
    for which in CLASSES:
        within = float(np.mean([100.0 * (one.within_band or 0.0) for one in scores["Patella, live", which]]))
        yield f"- {which}, truth within the band 90 to 99 % of the time ({within:.1f} %): " + (
            f"{met(90.0 <= within <= 99.0)}.")


def met(fact: bool) -> str:
    return "met" if fact else "**missed**"


def rms(values: Sequence[float]) -> float:
    return float(np.sqrt(np.mean(np.square(values))))


def calibrations(specs: Sequence[str], seed: int) -> tuple[Side, list[Calibration]]:
    """Every calibration of a session with all the usual errors."""
    side = list(Side)[seed % 2]
    session = Session(side, watch_exercises=False)
    found: list[Calibration] = []
    simulation = simulate(specs, side=side, seed=seed, rate_hz=RATE_HZ, **USUAL)
    for first in range(0, len(simulation.inputs), 100):
        session.push(simulation.inputs[first:first + 100])
        if session.calibration is not None and (not found or session.calibration is not found[-1]):
            found.append(session.calibration)
    return side, [one for one in found if one.source == "guided"]


def axis_errors(seed: int) -> dict[Segment, float]:
    """Degrees between the calibrated hinges and those that the straps truly have."""
    side, found = calibrations(["calibration"], seed)
    return {segment: from_truth_deg(fit, side, segment, seed) for segment, fit in
            ((Segment.THIGH, found[-1].thigh), (Segment.SHANK, found[-1].shank))}


def from_truth_deg(fit: SegmentFit, side: Side, segment: Segment, seed: int) -> float:
    """Degrees between one fit and where the simulated strap put the sensor."""
    electronics = np.random.default_rng([seed, 2 + list(Segment).index(segment)])
    true = rotate(conjugate(mounting(Placement(side, segment), electronics)[:, 0]), HINGE)
    return float(np.degrees(np.arccos(np.clip(true @ np.asarray(fit.hinge), -1.0, 1.0))))


def repeatability_deg(seed: int) -> dict[Segment, float]:
    """Root mean square angle of ten calibrations of the same wearer from their mean."""
    _, found = calibrations(["calibration"] * REPEATS, seed)
    return {segment: spread_deg([np.asarray(getattr(one, segment.value).hinge) for one in found])
            for segment in Segment}


def spread_deg(axes: Sequence[Floats]) -> float:
    middle = unit(np.mean(axes, axis=0))
    return rms([float(np.degrees(np.arccos(np.clip(axis @ middle, -1.0, 1.0)))) for axis in axes])


def calibration_lines(axes: Sequence[dict[Segment, float]],
                      repeats: Sequence[dict[Segment, float]]) -> Iterator[str]:
    """Guided calibrations in the second configuration."""
    yield "| segment | hinge from the truth, median | worst | aim | spread of 10 repeats | aim |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for segment in Segment:
        errors, spread = [one[segment] for one in axes], max(one[segment] for one in repeats)
        aim = AXIS_TARGETS_DEG[segment]
        yield (f"| {segment.value} | {np.median(errors):.2f} deg | {max(errors):.2f} deg | {aim:.0f} deg, "
               f"{met(max(errors) < aim)} | {spread:.2f} deg | {REPEATABILITY_TARGET_DEG} deg, "
               f"{met(spread < REPEATABILITY_TARGET_DEG)} |")
    yield from ("", f"{len(axes)} wearers for the first columns; {len(repeats)} wearers who calibrated "
                f"{REPEATS} times each, without taking the straps off, for the spread.")


if __name__ == "__main__":
    main()
