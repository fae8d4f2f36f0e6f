"""A whole session without a radio: what a recording would hold, and what truly happened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from monitor.errors import PatellaError
from monitor.values import EventKind, Input, Legs, SessionEvent, Side, Tick
from monitor.virtual.faults import HEALTHY, Trouble
from monitor.virtual.healthy_link import POLL_S, START_NS, STREAM_FROM_S, HealthyLink, host_ns
from monitor.virtual.motions import EXERCISES
from monitor.virtual.motions.spec import Spec
from monitor.virtual.patient import Patient, Wear, wear, worn_on, write_scripts
from monitor.virtual.truth import Truth, Witness, observe

TICK_S = 0.1
SPEC = re.compile(r"(?P<name>\w+)(?::(?P<reps>[1-9]\d{0,3})(?:x(?P<hold>\d{1,3}(?:\.\d+)?))?)?", re.ASCII)


class SpecError(PatellaError):
    """Raised for what the virtual patient cannot do or a virtual sensor cannot be."""


def parse_specs(texts: Sequence[str]) -> tuple[Spec, ...]:
    """Read `name[:reps[xhold_s]]`, such as `squat:10` or `quad_set:10x5`; raises `SpecError`."""
    if not texts:
        raise SpecError("Say what to simulate, for example: calibration squat:10")
    return tuple(_parse_spec(text) for text in texts)


def _parse_spec(text: str) -> Spec:
    match = SPEC.fullmatch(text)
    if match is None:
        raise SpecError(f"'{text}' is not written name[:repetitions[xhold seconds]], "
                        "such as squat:10 or quad_set:10x5.")
    name, reps, hold = match.group("name", "reps", "hold")
    if name not in EXERCISES:
        raise SpecError(f"The virtual patient does not know the exercise '{name}'; it knows "
                        f"{', '.join(sorted(EXERCISES))}.")
    return Spec(name, int(reps) if reps else None, float(hold) if hold else None)


@dataclass(frozen=True, slots=True)
class Simulation:
    """A simulated session: `inputs` in order of time, as a recording keeps them, and each leg's truth."""

    inputs: tuple[Input, ...]
    truths: Mapping[Side, Truth]

    @property
    def truth(self) -> Truth:
        """Of the leg that wears sensors, the left one where both do."""
        return next(iter(self.truths.values()))

    def write_truth(self, folder: Path) -> None:
        """Write `flexion.csv` (`t_s,flexion_deg`, at the sample rate) and `events.json`.

        Of both legs each has a folder of its own, `left` and `right`.
        """
        for side, truth in self.truths.items():
            truth.write(folder / side if len(self.truths) > 1 else folder)


def simulate(specs: Sequence[str | Spec], *, side: Side | Legs = Side.RIGHT, seed: int = 0,
             rate_hz: float = 200, loss_percent: float = 0.0, bias_deg_s: float = 0.0,
             soft_tissue_deg: float = 0.0, acc_range_g: float = 16, off_axis_deg: float = 5.0,
             trouble: Trouble = HEALTHY, progress: Callable[[float], None] | None = None) -> Simulation:
    """Let a virtual patient do `specs` with two sensors on one leg, or four on both.

    The same arguments give the same bytes. `progress` is told the part done, 0 to 1.
    Raises `SpecError` for an unknown exercise and for numbers a sensor cannot have.
    """
    wanted = tuple(s if isinstance(s, Spec) else parse_specs([s])[0] for s in specs) or parse_specs([])
    scripts = write_scripts(wanted, Legs(side), seed)
    how = Wear(bias_deg_s, soft_tissue_deg, off_axis_deg, whole_g(acc_range_g), loss_percent, trouble)
    _check(rate_hz, how)
    first, *_ = scripts.values()
    inputs = [*_people(Legs(side), first.truth["calibrations"], first.now_s)]
    inputs += [Tick(host_ns(t)) for t in np.arange(TICK_S, first.now_s, TICK_S)]
    truths = {}
    for number, (leg, script) in enumerate(scripts.items()):
        patient = wear(iter(script.moves), leg, seed, worn_on(how, number), second=number > 0)
        witness = Witness(patient.motion)
        rng = np.random.default_rng([seed, 5, *[1] * number])
        for now_s, arrived in _acquire(patient, script.now_s, rate_hz, rng):
            inputs += arrived
            witness.see(now_s)
            if progress is not None:
                progress((number + now_s / script.now_s) / len(scripts))
        truths[leg] = observe(witness.course(), script, rate_hz, seed, leg)
    inputs.sort(key=lambda item: item.t_host_ns)
    return Simulation(tuple(inputs), truths)


def whole_g(acc_range_g: float) -> int:
    if acc_range_g != int(acc_range_g):
        raise SpecError(f"The range of a virtual sensor must be a whole number of g, not {acc_range_g:g}.")
    return int(acc_range_g)


def _check(rate_hz: float, how: Wear) -> None:
    limits = (("rate", rate_hz, 25, 1000, "Hz"), ("loss", how.loss_percent, 0, 90, "percent"),
              ("bias", how.bias_dps, 0, 50, "deg/s"), ("soft tissue", how.soft_tissue_deg, 0, 45, "degrees"),
              ("range", how.acc_range_g, 2, 200, "g"))
    for what, value, low, high, unit in limits:
        if not low <= value <= high:
            raise SpecError(f"The {what} of a virtual sensor must be {low} to {high} {unit}, not {value:g}.")


def _people(legs: Legs, calibrations: Sequence[dict[str, float]], end_s: float) -> Iterator[Input]:
    yield SessionEvent(START_NS, EventKind.START,
                       {"side": str(legs), "patient": "virtual", "version": "virtual", "note": "simulated"})
    for calibration in calibrations:
        yield SessionEvent(host_ns(calibration["start_s"]), EventKind.CALIBRATION,
                           {"action": "start", "variant": calibration["variant"]})
    yield SessionEvent(host_ns(end_s), EventKind.STOP, {})


def _acquire(patient: Patient, end_s: float, rate_hz: float,
             rng: np.random.Generator) -> Iterator[tuple[float, list[Input]]]:
    """What comes over both links, step by step until `end_s`."""
    links = [HealthyLink(sensor, rate_hz, link_rng)
             for sensor, link_rng in zip(patient.sensors, rng.spawn(2), strict=True)]
    yield STREAM_FROM_S, [item for link in links for item in link.connect()]
    for now_s in np.arange(STREAM_FROM_S + POLL_S, end_s, POLL_S):
        arrived = [item for link in links for item in link.poll(float(now_s))]
        yield float(now_s), [item for item in arrived if item.t_host_ns <= host_ns(end_s)]
