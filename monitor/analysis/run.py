"""A session over a whole recording, calibrated by all of it, by another recording, or as it was live."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from calibration.automatic import calibrate_automatically
from calibration.model import Calibration, CalibrationError, Motion
from calibration.saved import SavedCalibration, check_mounting
from monitor.analysis.passes import Report, blocks_of, leg_of
from monitor.errors import PatellaError
from monitor.leg import LegBlock
from monitor.recording.format import EVENT
from monitor.recording.reader import Recording, open_recording
from monitor.session import Session
from monitor.session.both import calibration_document
from monitor.values import EventKind, Legs, Side


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
        return Run(session, blocks_of(session, recording, progress))
    if calibration == "live" or _guided(recording, side):
        session = Session(side, zero_ns=zero_ns, **watching)
        return Run(session, blocks_of(session, recording, progress))
    calibrated, refusal = calibration_in(recording, side, lambda part: progress(0.5 * part))
    session = Session(side, zero_ns=zero_ns, calibration=calibrated, automatic=False, **watching)
    blocks = blocks_of(session, recording, lambda part: progress(0.5 + 0.5 * part))
    return Run(session, blocks, refusal)


def calibration_in(recording: Recording, side: Side,
                   progress: Report = lambda _: None) -> tuple[Calibration | None, str]:
    """The best calibration that the whole recording gives, or None and the sentence that says why not."""
    scout = _scouted(recording, side, progress)
    if not scout.motion:
        return None, "Both sensors are needed, and at least a second of data from each."
    try:
        return calibrate_automatically(Motion.join(scout.motion), declared=scout.pair.declares_mounting), ""
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
    for _ in blocks_of(scout, recording, progress):
        pass
    return scout


def _guided(recording: Recording, side: Side) -> bool:
    """Whether somebody asked for the guided procedure of this leg and let it run."""
    events = (json.loads(message.data) for message in recording.messages((EVENT,)))
    actions = [event["detail"].get("action") for event in events
               if event["kind"] == EventKind.CALIBRATION and event["detail"].get("side", side) == side]
    return any(action in ("start", "use") and after != "cancel"
               for action, after in zip_longest(actions, actions[1:]))
