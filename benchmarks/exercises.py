"""How well exercises are counted, timed, commented and recognised: simulated patients through the whole path.

    python benchmarks/exercises.py [--seeds N] [--rate HZ] [--only NAME ...]

For every exercise of the library and every seed: a virtual patient calibrates and does one set, with partial
repetitions, pauses and a form error on purpose in half of the seeds; its packets go through the same session
as live ones; what the session says is compared with what truly happened.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from patients import DAILY, Followed, Seen, follow, rate_of

from monitor.exercises.definition import library
from monitor.results import ExerciseSet, Repetition
from monitor.virtual.motions.programme import REPETITIONS

PAGE = Path(__file__).parents[1] / "docs" / "exercises.md"
SAME_EVENT_S = 1.0
LIMITS = """\
## What the evidence does not say

- A few patients an exercise show mechanisms, not percentages: run the command with more seeds before
  trusting a difference of some percent. One seed of everything takes a core a minute and a half.
- The signatures that tell exercises apart describe the usual execution; real people vary more.
  Confusions to expect are those between neighbours, which one leg's sensors tell apart by degrees only:
  squat, single-leg squat, reverse slide, split squat and reverse lunge; a lunge that slides out without a
  step; balance on a BOSU and on firm ground, in a person who is known on one of them only.
- Hops on one leg are told from hops on two by the unrest of the leg before them, against the person's own
  quietest standing. Hops without a moment's standing between leave the flight time alone to tell.
- A wall squat is told from a seat by the tremor of the thigh: without it, and under 60 Hz, where no tremor
  shows, it is not recognised unaided.
- A step-up is told from one that was given up by the height after it, and by the way down that follows;
  a slow one that was given up can count where nobody steps up after it.
- Where nobody names the sets, rises from a chair are parted by the person's own rhythm: a pause of twelve
  seconds and of three usual repetitions begins another set, or standing and then sitting about after all
  that are asked; and who gets up after a clearly longer seat and stays up, or once more before or after all
  that are asked, only leaves the chair. An eleventh rise in the rhythm of the others, from which the person
  soon sits down again, is counted. A chair on which the thigh slopes can make
  a lunge of a rise. `tests/property/test_blocks_of_rises.py` draws three
  blocks of ten at random, with eight ways to spend the time between.
- Worse sensors (one seed of everything at 60 Hz with 8 degrees of soft tissue, 2 degrees a second of gyro
  bias and 5 % of packets lost): every set was counted exactly. At 40 Hz three of ninety hops fell into lost
  packets (counted once, no command prints it). Under 100 Hz a flight reads short by one sample or more,
  so that hops on two legs pass for hops on one.
- Presses that hardly move (`quad_set`, `glute_med_isometric`) are experimental: no published
  accuracy exists for a strapped accelerometer, and the simulated tremor is only a guess at a real
  one.
- Real people: every cut repetition of squats, half squats, lunges, split squats and steps is one
  repetition, every drop landing and jump is found and none in squats, lunges, steps, heel raises,
  standing and walking, and the flight of the phone's jump is within 20 ms of the force plate's;
  `tests/unit/exercises` asserts all of it where the recordings are at hand.
"""


@dataclass
class Tally:
    """What is measured of one exercise over all seeds."""

    sets: int = 0
    exact: int = 0
    within_one: int = 0
    recognised: int = 0
    hold_errors_s: list[float] = field(default_factory=list)
    form_made: int = 0
    form_found: int = 0
    clean: int = 0
    clean_commented: int = 0
    trials: int = 0
    trials_found: int = 0


@dataclass
class Landings:
    """Landings of all hops, and those that were invented elsewhere."""

    made: int = 0
    found: int = 0
    invented: int = 0
    flight_errors_s: list[float] = field(default_factory=list)
    height_errors_m: list[float] = field(default_factory=list)
    peak_errors: list[float] = field(default_factory=list)


def main() -> int:
    """Run the benchmark; prints its tables, and writes down those of the whole library."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--rate", type=int, default=100)
    parser.add_argument("--only", nargs="*", default=None)
    options = parser.parse_args()
    names = options.only if options.only is not None else [*library().ids, DAILY]
    bench = Bench(options.rate)
    jobs = [(name, seed, rate_of(name, options.rate)) for name in names for seed in range(options.seeds)]
    with ProcessPoolExecutor() as pool:
        for (name, seed, _), followed in zip(jobs, pool.map(follow, jobs), strict=True):
            bench.take(name, followed)
            if seed == options.seeds - 1:
                print(bench.row(name), file=sys.stderr, flush=True)
    text = bench.report(options.seeds)
    print(text)
    if options.only is None:
        PAGE.write_text(text, encoding="utf-8")
    return 0


class Bench:
    """Keeps the tallies."""

    def __init__(self, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self.tallies: dict[str, Tally] = defaultdict(Tally)
        self.landings = Landings()
        self.confusion: dict[str, Counter[str]] = defaultdict(Counter)
        self.false_repetitions: list[int] = []

    def take(self, name: str, one: Followed) -> None:
        """Compare what was seen of one patient with what truly happened."""
        if name == DAILY:
            self.false_repetitions.append(sum(counted(s) for s in one.unaided.sets))
            self._landed(one.events, one.unaided)
            return
        self._counted(self.tallies[name], one.events["exercises"][-1], one.told)
        self._landed(one.events, one.told)
        seen = seen_as(one.unaided)
        self.confusion[name][seen] += 1
        self.tallies[name].recognised += seen == name

    def _counted(self, tally: Tally, truth: dict[str, Any], seen: Seen) -> None:
        wanted = [r for r in truth["repetitions"] if r["counted"]]
        got = [r for s in seen.sets for r in s.reps if r.counted]
        tally.sets += 1
        tally.exact += len(got) == len(wanted)
        tally.within_one += abs(len(got) - len(wanted)) <= 1
        tally.trials += len(truth.get("trials", ()))
        tally.trials_found += sum(any(abs(b.start_s - t["start_s"]) < 5 for b in seen.balance)
                                  for t in truth.get("trials", ()))
        for true, found in paired(wanted, got):
            tally.hold_errors_s.append(abs(found.hold_s - true["hold_s"]))
            if true["form"]:
                tally.form_made += 1
                tally.form_found += true["form"][0] in found.form
            else:
                tally.clean += 1
                tally.clean_commented += bool(found.form)

    def _landed(self, events: dict[str, Any], seen: Seen) -> None:
        truths = list(events["landings"])
        self.landings.made += len(truths)
        for found in seen.landings:
            true = min(truths, key=lambda t: abs(t["t_s"] - found.t_s), default=None)
            if true is None or abs(true["t_s"] - found.t_s) > 0.1:
                self.landings.invented += 1
                continue
            self.landings.found += 1
            self.landings.flight_errors_s.append(abs(found.flight_s - true["flight_s"]))
            self.landings.height_errors_m.append(abs(found.height_m - true["height_m"]))
            if not found.peak_is_lower_bound:
                self.landings.peak_errors.append(abs(found.peak_resultant_g / true["peak_shank_g"] - 1))

    def row(self, name: str) -> str:
        """One line of the table."""
        t = self.tallies[name]
        if name == DAILY:
            return f"| {DAILY} | false repetitions in 10 min: {self.false_repetitions} |"
        hold = percentiles(t.hold_errors_s, "{:.2f}")
        form = f"{t.form_found}/{t.form_made}" if t.form_made else "-"
        clean = f"{t.clean_commented}/{t.clean}" if t.clean else "-"
        trials = f"{t.trials_found}/{t.trials}" if t.trials else "-"
        return (f"| {name} | {percent(t.exact, t.sets)} | {percent(t.within_one, t.sets)} | {hold} | {form} "
                f"| {clean} | {trials} | {percent(t.recognised, t.sets)} |")

    def report(self, seeds: int) -> str:
        """The tables as Markdown."""
        rows = [self.row(name) for name in self.tallies]
        total = sum(t.sets for t in self.tallies.values())
        exact, one, known = (sum(getattr(t, n) for t in self.tallies.values())
                             for n in ("exact", "within_one", "recognised"))
        holds = [e for n, t in self.tallies.items() for e in t.hold_errors_s if held(n)]
        made, found, clean, said = (sum(getattr(t, n) for t in self.tallies.values())
                                    for n in ("form_made", "form_found", "clean", "clean_commented"))
        return "\n".join([
            "# How well exercises are followed", "",
            f"Written by `python benchmarks/exercises.py --seeds {seeds} --rate {self.rate_hz}`: simulated "
            f"patients, {seeds} seeds of every exercise, both legs, through the whole path from packets on. "
            "Simulated people move more alike than real ones; trust orderings and mechanisms more than the "
            "last percent.", "",
            "| exercise | count exact | within one | hold error s, p50 / p95 | form errors found | "
            "clean commented | trials found | recognised |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |", *rows, "",
            f"All: {total} sets, count exact {percent(exact, total)}, within one {percent(one, total)}, hold "
            f"error {percentiles(holds, '{:.2f}')} s, form errors found {percent(found, made)}, clean "
            f"repetitions commented {percent(said, clean)}, recognised {percent(known, total)}.", "",
            f"Ten minutes of ordinary activity, false repetitions in each run: {self.false_repetitions}.", "",
            *self._landing_lines(), "",
            "## Recognition: what each was taken for", "", *self._confusion_lines(), "", LIMITS])

    def _landing_lines(self) -> list[str]:
        a = self.landings
        return ["## Landings", "", f"{a.found} of {a.made} found, {a.invented} invented. Flight error "
                f"{percentiles([1000 * e for e in a.flight_errors_s], '{:.1f}')} ms, height error "
                f"{percentiles([100 * e for e in a.height_errors_m], '{:.2f}')} cm, peak error (where it is "
                f"no lower bound) {percentiles([100 * e for e in a.peak_errors], '{:.1f}')} %; p50 / p95."]

    def _confusion_lines(self) -> list[str]:
        return ["| done | seen as |", "| --- | --- |", *(
            f"| {name} | " + ", ".join(f"{seen} {n}" for seen, n in counts.most_common()) + " |"
            for name, counts in self.confusion.items())]


def held(name: str) -> bool:
    return name in REPETITIONS and REPETITIONS[name].hold_s > 0


def counted(of: ExerciseSet) -> int:
    return sum(r.counted for r in of.reps)


def seen_as(seen: Seen) -> str:
    """The exercise that most of what was recognised belongs to."""
    weights: Counter[str] = Counter()
    for s in seen.sets:
        weights[s.exercise] += counted(s) or round((s.end_s - s.start_s) / 3)
    for trial in seen.balance:
        weights[trial.exercise] += 3
    return weights.most_common(1)[0][0] if weights else "nothing"


def paired(wanted: list[dict[str, Any]], got: list[Repetition]) -> list[tuple[dict[str, Any], Repetition]]:
    """True and found repetitions that happened at the same time."""
    pairs = []
    for true in wanted:
        middle = (true["start_s"] + true["end_s"]) / 2
        near = min(got, key=lambda r: abs((r.start_s + r.end_s) / 2 - middle), default=None)
        if near is not None and abs((near.start_s + near.end_s) / 2 - middle) < SAME_EVENT_S:
            pairs.append((true, near))
    return pairs


def percent(part: int, of: int) -> str:
    return f"{100 * part / of:.0f} %" if of else "-"


def percentiles(values: list[float], form: str) -> str:
    if not values:
        return "-"
    return " / ".join(form.format(float(q)) for q in np.percentile(values, (50, 95)))


if __name__ == "__main__":
    sys.exit(main())
