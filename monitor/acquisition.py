"""A session being acquired: every input is written down before anything looks at it.

The same object serves live sensors, a replay and headless runs; without a recorder nothing is written.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from monitor.errors import PatellaError
from monitor.leg import LegBlock
from monitor.snapshot import Problem, RecordingStatus, Severity, Snapshot
from monitor.values import Input

log = logging.getLogger(__name__)

ANALYSIS_FAILED = ("The analysis of this session stopped because of a fault in the program; "
                   "the recording goes on and can be analysed later.")


class Digest(Protocol):
    """What one push makes of its inputs."""

    @property
    def blocks(self) -> tuple[LegBlock, ...]: ...


class PureSession(Protocol):
    """A session as a pure function of its inputs (`monitor.session.Session`)."""

    def push(self, inputs: Sequence[Input]) -> Digest: ...

    def snapshot(self) -> Snapshot: ...


class Recorder(Protocol):
    """Where inputs and the shown knee angle are kept (`monitor.recording.writer.RecordingWriter`)."""

    def write(self, item: Input, /) -> None: ...

    def write_knee(self, block: LegBlock, algorithm: str, /) -> None: ...

    def attach(self, name: str, media_type: str, data: bytes, /) -> None: ...

    def close(self) -> None: ...


class Acquisition:
    """Keeps each input, then lets the session look at it; a failure of one does not stop the other.

    Args:
        session: what looks at the inputs.
        recorder: what keeps them, and the angles that `algorithm` (its version) made of them.
        path: the recorder's file, if it has one.
        documents: what is to be kept with the recording when it ends, JSON by name.
    """

    def __init__(self, session: PureSession, recorder: Recorder | None = None, *, algorithm: str = "",
                 path: Path | None = None, documents: Callable[[], Mapping[str, str]] = dict) -> None:
        self._session = session
        self.documents = documents
        self._recorder = recorder
        self._algorithm = algorithm
        self._waiting: list[Input] = []
        self._shown = session.snapshot()
        self._recording = RecordingStatus(str(path), 0.0) if path else None
        self._problems: tuple[Problem, ...] = ()
        self._failed = False

    @property
    def recording(self) -> bool:
        """True while inputs are written down."""
        return self._recorder is not None

    def push(self, item: Input) -> None:
        """Write the input down at once; the session sees it at the next `digest`."""
        self._record(lambda recorder: recorder.write(item))
        self._waiting.append(item)

    def digest(self) -> None:
        """Let the session look at everything pushed so far, and write down what will be shown of it."""
        waiting, self._waiting = self._waiting, []
        if not waiting or self._failed:
            return
        try:
            blocks = self._session.push(waiting).blocks
            self._shown = self._session.snapshot()
        except Exception:                # whatever is wrong with the analysis, the recording goes on
            log.exception("the analysis failed")
            self._failed = True
            self._shown = self._shown.aged()
            self._add_problem("analysis", ANALYSIS_FAILED)
            return
        for block in blocks:
            self._record(partial(self._write_knee, block))

    def snapshot(self) -> Snapshot:
        """What the last `digest` made, with the state of the recording and every problem met here."""
        if self._recording is not None and self._recorder is not None:
            self._recording = replace(self._recording, duration_s=self._shown.t_s)
        return replace(self._shown, recording=self._recording,
                       problems=(*self._problems, *self._shown.problems))

    def end_recording(self) -> None:
        """Digest what still waits and close the recording whole; the session may go on without it."""
        self.digest()
        for name, text in self.documents().items():
            self._record(partial(self._attach, name, text.encode()))
        self._record(lambda recorder: recorder.close())
        if self._recorder is not None:
            self._recorder = self._recording = None

    @staticmethod
    def _attach(name: str, data: bytes, recorder: Recorder) -> None:
        recorder.attach(name, "application/json", data)

    def _write_knee(self, block: LegBlock, recorder: Recorder) -> None:
        recorder.write_knee(block, self._algorithm)

    def _record(self, write: Callable[[Recorder], None]) -> None:
        """Write, or end the recording where it stands; the session goes on without it."""
        if self._recorder is None:
            return
        try:
            write(self._recorder)
        except (PatellaError, OSError) as error:
            with suppress(PatellaError, OSError):
                self._recorder.close()
            self._recorder = None
            if self._recording is not None:
                self._recording = replace(self._recording, failed=str(error))
            self._add_problem("recording", f"The recording ends here and is kept: {error}")

    def _add_problem(self, name: str, sentence: str) -> None:
        self._problems += (Problem(name, Severity.PROBLEM, sentence),)
