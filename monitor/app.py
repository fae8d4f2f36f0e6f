"""The composition root: the one place that names concrete classes and puts them together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from monitor.acquisition import Acquisition
from monitor.recording.name import recording_name
from monitor.recording.writer import RecordingWriter
from monitor.runtime import Clock
from monitor.values import Side

VERSION = version("patella")
NOBODY = "nobody"      # the pseudonym where no patient was chosen


def default_folder() -> Path:
    """Where recordings go when nobody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("patella", appauthor=False) / "recordings"


def recorded_session(folder: Path, side: Side, patient: str, clock: Clock) -> Callable[[], Acquisition]:
    """What begins a session that is written to a file of its own in `folder`."""
    def begin() -> Acquisition:
        from monitor.session import Session

        folder.mkdir(parents=True, exist_ok=True)
        path = free_path(folder, clock(), patient, side)
        writer = RecordingWriter(path, side=side, patient=patient, version=VERSION)
        return Acquisition(Session(side), writer, algorithm=VERSION, path=path)

    return begin


def free_path(folder: Path, now_ns: int, patient: str, side: Side) -> Path:
    """A name that no recording has yet: two may begin within one second."""
    path = folder / recording_name(now_ns, patient, side)
    return free_path(folder, now_ns + 1_000_000_000, patient, side) if path.exists() else path


def simulate(specs: Sequence[str], output: Path, truth: Path | None, *, side: Side, **how: Any) -> None:
    """Write a recording of a virtual patient, and the truth where it is wanted."""
    from monitor.virtual.simulate import simulate as make

    simulation = make(specs, side=side, **how)
    with RecordingWriter(output, side=side, patient="virtual", version=VERSION) as writer:
        for item in simulation.inputs:
            writer.write(item)
    if truth is not None:
        simulation.write_truth(truth)
