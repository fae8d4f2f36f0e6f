"""Turns a table of two sensors' samples into a recording, losing nothing of its numbers.

The same table always gives the same bytes: the session's clock starts at a constant, not at today.
"""

from __future__ import annotations

import csv
from importlib.metadata import version
from pathlib import Path

import numpy as np

from firmware_protocol.unquantised import encode_rows
from monitor.errors import RecordingError, RecordingReason
from monitor.recording.csv_table import Rows, Table, bad_table, doubts
from monitor.recording.csv_units import Units
from monitor.recording.even_time import EvenTime
from monitor.recording.outputs import keep_apart, replacing
from monitor.recording.writer import RecordingWriter
from monitor.values import (
    EventKind,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Segment,
    Sensor,
    SessionEvent,
    Side,
    Tick,
)

ZERO_NS = 946_684_800_000_000_000   # a table's 0 s on the session's clock: the first moment of the year 2000
PSEUDONYM = "imported"
_PACKET_S = 0.25
_SIGNALS_OF_A_SENSOR = 6


def import_csv(csv_path: Path, out: Path, side: Side) -> tuple[str, ...]:
    """Write the table as a recording of dialect "samples"; `out` appears only when all of it could be read.

    Returns a sentence for each thing about its numbers that no sensor on a limb reads.
    Raises `RecordingError` with the line and column of the first thing that is wrong.
    """
    keep_apart(csv_path, out)
    with replacing(out) as part:
        return _import(csv_path, part, side)


def _import(csv_path: Path, part: Path, side: Side) -> tuple[str, ...]:
    try:
        with csv_path.open(encoding="utf-8-sig") as file:
            return _convert(csv_path, Table(csv_path, file), part, side)
    except FileNotFoundError as error:
        sentence = f"{csv_path} does not exist; check the name."
        raise RecordingError(RecordingReason.NOT_FOUND, sentence) from error
    except UnicodeDecodeError as error:
        raise bad_table(csv_path, "it is not UTF-8 text; save it as CSV in UTF-8.") from error
    except csv.Error as error:
        raise bad_table(csv_path, f"it is not a CSV table ({error}).") from error
    except OSError as error:
        raise bad_table(csv_path, f"it cannot be read ({error.strerror}).") from error


def _convert(path: Path, table: Table, part: Path, side: Side) -> tuple[str, ...]:
    time = EvenTime(path)
    blocks = table.rows()
    first = next(blocks, None)
    if first is None:
        raise bad_table(path, "it has a header but no samples.")
    time.push(first)
    units = Units(time.rate_hz)
    units.push(first)
    with RecordingWriter(part, side=side, patient=PSEUDONYM, version=version("patella"),
                         zero_ns=ZERO_NS) as writer:
        writing = _Conversion(writer, side, time.rate_hz)
        writing.start(first, table.ignored)
        writing.push(first)
        for rows in blocks:
            time.push(rows)
            units.push(rows)
            writing.push(rows)
        writing.stop()
    if wrong := units.wrong():
        raise bad_table(path, wrong)
    return (*doubts(first), *units.doubts())


class _Conversion:
    def __init__(self, writer: RecordingWriter, side: Side, rate_hz: float) -> None:
        self._writer = writer
        self._side = side
        self._rate_hz = rate_hz
        self._placements = [Placement(side, segment) for segment in (Segment.THIGH, Segment.SHANK)]
        self._rows_a_packet = max(1, int(rate_hz * _PACKET_S))
        self._now_ns = ZERO_NS

    def start(self, rows: Rows, ignored: tuple[str, ...]) -> None:
        self._now_ns = _session_ns(rows.t_s[:1])[0]
        note = f"columns not used: {', '.join(ignored)}" if ignored else ""
        detail = {"side": str(self._side), "patient": PSEUDONYM, "version": version("patella"), "note": note}
        self._writer.write(SessionEvent(self._now_ns, EventKind.START, detail))
        for placement in self._placements:
            sensor = Sensor(placement, "samples", self._rate_hz)
            self._writer.write(LinkEvent(placement, self._now_ns, LinkKind.CONNECTED, sensor.to_json()))
            self._writer.write(LinkEvent(placement, self._now_ns, LinkKind.STREAMING))

    def push(self, rows: Rows) -> None:
        t_ns = np.array(_session_ns(rows.t_s))
        for first in range(0, len(rows.t_s), self._rows_a_packet):
            part = slice(first, first + self._rows_a_packet)
            self._now_ns = int(t_ns[part][-1])
            for i, placement in enumerate(self._placements):
                signals = rows.signals[part, i * _SIGNALS_OF_A_SENSOR:(i + 1) * _SIGNALS_OF_A_SENSOR]
                payload = encode_rows(np.column_stack((rows.t_s[part], signals)))
                self._writer.write(Received(placement, self._now_ns, payload))
            known = rows.has_reference[part]
            self._writer.write_reference(t_ns[part][known], rows.reference_deg[part][known])
            self._writer.write(Tick(self._now_ns))

    def stop(self) -> None:
        self._writer.write(SessionEvent(self._now_ns, EventKind.STOP))


def _session_ns(t_s: np.ndarray) -> list[int]:
    return [ZERO_NS + t for t in np.rint(t_s * 1e9).astype(np.int64).tolist()]
