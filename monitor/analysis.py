"""A whole recording through the very same session as live, and what came of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from difflib import get_close_matches
from importlib.metadata import version
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

import numpy as np

from calibration.automatic import calibrate_automatically
from calibration.model import Calibration, CalibrationError, Motion
from calibration.saved import SavedCalibration, check_mounting
from monitor.errors import PatellaError, PrescriptionError, RecordingError, RecordingReason
from monitor.leg import Floats, Ints, LegBlock
from monitor.recording.format import EVENT
from monitor.recording.reader import Recording, open_recording
from monitor.session import Session
from monitor.session.both import calibration_document
from monitor.smoothing import SmoothedKnee, smooth_knee
from monitor.values import EventKind, Input, Legs, Side

Report = Callable[[float], None]
CHUNK = 2000          # inputs handed over at a time; any number gives the same result


@dataclass(slots=True)
class KneeTotals:
    """Running figures of the knee angle, in constant memory but for one byte a row."""

    rows: int = 0
    valid: int = 0
    least: float = float("inf")
    most: float = float("-inf")
    sigmas: list[Floats] = field(default_factory=list)

    def push(self, block: LegBlock) -> None:
        """Take a block's rows in."""
        self.rows += len(block)
        shown = block.flexion_deg[block.valid]
        if len(shown):
            self.valid += len(shown)
            self.least, self.most = min(self.least, float(shown.min())), max(self.most, float(shown.max()))
            self.sigmas.append(block.sigma_deg[block.valid].astype(np.float32))

    def to_json(self) -> dict[str, float | None]:
        """The `knee` object of the analysis."""
        any_valid = self.valid > 0
        return {
            "flexion_min_deg": self.least if any_valid else None,
            "flexion_max_deg": self.most if any_valid else None,
            "sigma_median_deg": float(np.median(np.concatenate(self.sigmas))) if any_valid else None,
            "valid_percent": 100.0 * self.valid / self.rows if self.rows else 0.0,
        }


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything `patella analyze` says of one leg."""

    recording: Recording
    side: Side
    session: Session
    knee: KneeTotals
    refusal: str
    smoothed: SmoothedKnee | None = None

    def to_json(self) -> dict[str, Any]:
        """One object of plain values, ready for `json.dumps`."""
        info = self.recording.info
        return {
            "recording": str(self.recording.path), "version": version("patella"), "side": str(self.side),
            "duration_s": info.duration_s, "sensors": self._sensors(), "skew_ms": self._skew(),
            "calibration": self._calibration(), "knee": self.knee.to_json(),
            **self._conclusions(),
            **({"smoothed": self.smoothed.to_json()} if self.smoothed else {}),
            "marks": [asdict(mark) for mark in self.session.marks], "warnings": self._warnings(),
        }

    def summary(self) -> str:
        """The same in words, for a person."""
        result = self.to_json()
        knee, calibration = result["knee"], result["calibration"]
        lines = [f"{result['recording']}: {result['side']} knee, {result['duration_s']:.0f} s",
                 f"Calibration: {calibration['status']}"
                 + (f" ({calibration['source']})" if calibration["source"] else "")
                 + (f": {calibration['reason']}" if calibration["reason"] else "")]
        if knee["flexion_min_deg"] is None:
            lines.append("Knee flexion: not known")
        else:
            lines.append(f"Knee flexion: {knee['flexion_min_deg']:.0f} to {knee['flexion_max_deg']:.0f} deg, "
                         f"± {knee['sigma_median_deg']:.1f} deg, known {knee['valid_percent']:.0f} % of it")
        lines += [_set_line(one) for one in result["sets"]]
        if result["landings"]:
            lines.append(f"Landings: {len(result['landings'])}, highest jump "
                         f"{100.0 * max(one['height_m'] for one in result['landings']):.0f} cm")
        lines += [f"{place}: {sensor['rate_hz']:.0f} Hz, {sensor['samples']} samples, "
                  f"{sensor['lost_percent']:.1f} % lost" for place, sensor in result["sensors"].items()]
        return "\n".join([*lines, *(f"Note: {warning}" for warning in result["warnings"])])

    def _conclusions(self) -> dict[str, Any]:
        engine = self.session.engine
        names = ("sets", "landings", "balance")
        return {name: [asdict(one) for one in getattr(engine, name)] if engine else [] for name in names}

    def _sensors(self) -> dict[str, Any]:
        sensors = {}
        for place, channel in self.session.pair.channels.items():
            sensor, tally = channel.ingest.sensor, channel.ingest.tally
            if sensor is not None:
                sensors[str(place)] = {
                    "rate_hz": sensor.rate_hz, "samples": tally.samples, "lost_percent": tally.lost_percent,
                    "gaps": tally.gaps, "saturated_samples": tally.saturated_samples,
                    "range_g": sensor.acc_range_g}
        return sensors

    def _skew(self) -> dict[str, float | None]:
        skews = self.session.skew_ms
        p50, p95 = (float(q) for q in np.percentile(skews, (50, 95))) if skews else (None, None)
        return {"p50": p50, "p95": p95}

    def _calibration(self) -> dict[str, Any]:
        calibration, zero_ns = self.session.calibration, self.recording.info.zero_ns
        status = self.session.calibration_status()
        if calibration is None:
            return {"status": str(status.state), "source": None, "from_s": None, "to_s": None,
                    "reason": self.refusal or status.sentence, "quality": None}
        return {"status": str(status.state), "source": calibration.source,
                "from_s": calibration.from_s - zero_ns * 1e-9, "to_s": calibration.to_s - zero_ns * 1e-9,
                "reason": "", "quality": asdict(calibration.quality)}

    def _warnings(self) -> list[str]:
        return [*self.recording.problems, *(problem.sentence for problem in self.session.warnings())]


def _set_line(one: dict[str, Any]) -> str:
    """One set in words."""
    counted, tried = sum(rep["counted"] for rep in one["reps"]), len(one["reps"])
    of = f"{counted} of {tried} repetitions counted" if tried else "timed"
    rules = Counter(rep["rule"].replace("_", " ") for rep in one["reps"] if not rep["counted"])
    said = [*(f"{rule} {number}" for rule, number in rules.items()), *one["notes"]]
    name = one["exercise"].replace("_", " ").capitalize()
    more = f" ({'; '.join(said)})" if said else ""
    return f"{name}, {one['start_s']:.0f} to {one['end_s']:.0f} s: {of}{more}"


def analyze(source: Path | Recording, *, side: Side | None = None, calibration: str = "recording",
            saved: Path | None = None, exercise: str | None = None, smooth: bool = False,
            progress: Report = lambda _: None, each: Callable[[LegBlock], None] = lambda _: None) -> Analysis:
    """Analyse one leg of a recording.

    Raises `RecordingError`, also for a leg that wears no sensors in it, `PrescriptionError` for an exercise
    nobody knows, and `PatellaError` for a saved calibration that is another's.

    Args:
        source: the recording, or where it lies.
        side: the leg; where None the recording's, the left one of both.
        calibration: "recording" looks for a calibration in the whole file where nobody guided one,
            "live" uses only what had been seen by then.
        saved: a calibration from before to use instead, in a file of its own or kept with a recording.
        exercise: fixes the exercise for the whole recording.
        smooth: also estimate with hindsight.
        progress: told the fraction done.
        each: given every block of the leg's states, in order.
    """
    if exercise is not None:
        check_exercise(exercise)
    recording, knee = opened(source), KneeTotals()
    run = begin(recording, side, calibration=calibration, saved=saved, progress=progress, exercise=exercise)
    for block in run.blocks:
        knee.push(block)
        each(block)
    run.session.finish()
    leg = run.session.side
    smoothed = smooth_knee(recording, leg, run.session.calibration) if smooth else None
    return Analysis(recording, leg, run.session, knee, run.refusal, smoothed)


def opened(source: Path | Recording) -> Recording:
    """The recording itself; raises `RecordingError`."""
    return source if isinstance(source, Recording) else open_recording(source)


def check_exercise(name: str) -> None:
    """Raise `PrescriptionError` for an exercise that the library does not have."""
    from monitor.exercises.definition import library

    known = library().ids
    if name not in known:
        near = get_close_matches(name, known, 1)
        hint = f"did you mean {near[0]}?" if near else "`patella exercises` lists them."
        raise PrescriptionError((f"There is no exercise called {name!r}; {hint}",))


def export_blocks(source: Path | Recording, *, side: Side | None = None, calibration: str = "recording",
                  saved: Path | None = None, progress: Report = lambda _: None,
                  ) -> tuple[Iterator[LegBlock], int, tuple[Ints, Floats] | None]:
    """What `export_csv` writes: the blocks, the instant of 0 s, the reference; raises `RecordingError`."""
    recording = opened(source)
    run = begin(recording, side, calibration=calibration, saved=saved, progress=progress,
                watch_exercises=False)
    return run.blocks, recording.info.zero_ns, recording.reference()


@dataclass(frozen=True, slots=True)
class Run:
    """A session that will have seen everything once its blocks are taken, and why it is not calibrated."""

    session: Session
    blocks: Iterator[LegBlock]
    refusal: str = ""


def begin(recording: Recording, side: Side | None = None, *, calibration: str = "recording",
          saved: Path | None = None, progress: Report = lambda _: None, **watching: Any) -> Run:
    """An analysis that goes on as its blocks are taken; arguments as for `analyze` and `Session`."""
    side, zero_ns = leg_of(recording, side), recording.info.zero_ns
    watching["paired"] = recording.info.legs is Legs.BOTH
    if saved is not None:
        found = saved_calibration(saved, recording, side)
        session = Session(side, zero_ns=zero_ns, calibration=found, automatic=False, **watching)
        return Run(session, _blocks(session, recording, progress))
    if calibration == "live" or _guided(recording, side):
        session = Session(side, zero_ns=zero_ns, **watching)
        return Run(session, _blocks(session, recording, progress))
    calibrated, refusal = calibration_in(recording, side, lambda part: progress(0.5 * part))
    session = Session(side, zero_ns=zero_ns, calibration=calibrated, automatic=False, **watching)
    blocks = _blocks(session, recording, lambda part: progress(0.5 + 0.5 * part))
    return Run(session, blocks, refusal)


def leg_of(recording: Recording, side: Side | None) -> Side:
    """The leg to look at; raises `RecordingError` where it wears no sensors."""
    if side is None or side in recording.info.legs.sides:
        return side or recording.info.side
    raise RecordingError(RecordingReason.EMPTY,
                         f"{recording.path} is of the {recording.info.side} leg alone; choose that one.")


def calibration_in(recording: Recording, side: Side,
                   progress: Report = lambda _: None) -> tuple[Calibration | None, str]:
    """The best calibration that the whole recording gives, or None and the sentence that says why not."""
    scout = _scouted(recording, side, progress)
    if not scout.motion:
        return None, "Both sensors are needed, and at least a second of data from each."
    try:
        return calibrate_automatically(Motion.join(scout.motion)), ""
    except CalibrationError as refusal:
        return None, str(refusal)


def saved_calibration(path: Path, recording: Recording, side: Side) -> Calibration:
    """A calibration from before, for this leg of a recording; raises `PatellaError` where it is another's."""
    scout = _scouted(recording, side, lambda _: None)
    try:
        found = read_calibration(path, side).for_wearer(scout.wearer())
        if scout.motion:
            check_mounting(found, Motion.join(scout.motion))
    except CalibrationError as refusal:
        raise PatellaError(f"{path}: {refusal}") from refusal
    return found


def read_calibration(path: Path, side: Side) -> SavedCalibration:
    """The calibration in a file of its own, or that of a recording (of this leg where it has both).

    Raises `CalibrationError` and `PatellaError`.
    """
    if path.suffix != ".mcap":
        try:
            return SavedCalibration.from_text(path.read_bytes())
        except OSError as fault:
            raise PatellaError(f"{path} cannot be read: {fault.strerror}.") from fault
    other = open_recording(path)
    leg = side if side in other.info.legs.sides else other.info.side
    kept = other.attachments.get(calibration_document(leg))
    if kept is not None:
        return SavedCalibration.from_text(kept)
    run = begin(other, leg, watch_exercises=False)         # imported or simulated: nothing was shown of it
    for _ in run.blocks:
        pass
    for saved in run.session.saved():
        return saved
    why = run.refusal or run.session.calibration_status().sentence
    raise PatellaError(f"{path} has no calibration: {why}")


def _scouted(recording: Recording, side: Side, progress: Report) -> Session:
    scout = Session(side, automatic=False, keep_motion=True, watch_exercises=False)
    for _ in _blocks(scout, recording, progress):
        pass
    return scout


def _guided(recording: Recording, side: Side) -> bool:
    """Whether somebody asked for the guided procedure of this leg and let it run."""
    events = (json.loads(message.data) for message in recording.messages((EVENT,)))
    actions = [event["detail"].get("action") for event in events
               if event["kind"] == EventKind.CALIBRATION and event["detail"].get("side", side) == side]
    return any(action in ("start", "use") and after != "cancel"
               for action, after in zip_longest(actions, actions[1:]))


def _blocks(session: Session, recording: Recording, progress: Report) -> Iterator[LegBlock]:
    start, length = recording.info.start_ns, max(1, recording.info.end_ns - recording.info.start_ns)
    for chunk in _chunks(recording.inputs()):
        yield from session.push(chunk).blocks
        progress(min(1.0, (chunk[-1].t_host_ns - start) / length))


def _chunks(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    inputs = iter(inputs)
    while chunk := list(islice(inputs, CHUNK)):
        yield chunk
