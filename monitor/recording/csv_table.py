"""Reads a table of two sensors' samples block by block and checks every value before it is believed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from monitor.errors import RecordingError, RecordingReason

TIME = "t_s"
SIGNALS = tuple(f"{segment}_{kind}_{axis}_{unit}" for segment in ("thigh", "shank")
                for kind, unit in (("acc", "m_s2"), ("gyr", "rad_s")) for axis in "xyz")
REFERENCE = "knee_flexion_ref_deg"
_REQUIRED = (TIME, *SIGNALS)
_ROWS_AT_A_TIME = 8192
_ROWS_SHOWING_PRECISION = 1000
_LONGEST_LINE = 64 * 1024
_LEAST_USUAL_M_S2 = 3.0        # gravity alone is three times as much,
_MOST_USUAL_M_S2 = 20.0        # and no limb is shaken by so much half of the time


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """n consecutive rows of the table.

    Attributes:
        lines: (n,) line number in the file of each row, from 1.
        t_text: times as printed, for as many rows as show how finely they were printed.
        t_s: (n,) as in the file.
        signals: (n, 12) in the order of `SIGNALS`.
        reference_deg, has_reference: (n,) the reference angle where its field is neither empty nor nan.
    """

    lines: Sequence[int]
    t_text: Sequence[str]
    t_s: NDArray[np.float64]
    signals: NDArray[np.float64]
    reference_deg: NDArray[np.float64]
    has_reference: NDArray[np.bool_]


def bad_table(path: Path, sentence: str) -> RecordingError:
    return RecordingError(RecordingReason.BAD_TABLE, f"{path}: {sentence}")


def doubts(rows: Rows) -> tuple[str, ...]:
    """A sentence for each thing in these rows that no sensor on a person's limb reads."""
    acc = np.moveaxis(rows.signals.reshape(-1, 2, 2, 3)[:, :, 0], 2, 0)
    gravity, found = float(np.median(np.hypot(np.hypot(acc[0], acc[1]), acc[2]))), []
    if not _LEAST_USUAL_M_S2 < gravity < _MOST_USUAL_M_S2:
        found.append(f"The accelerations are {gravity:.3g} m/s² half of the time, where gravity is 9.81; the "
                     "columns want m/s², gravity included.")
    same = (rows.signals == rows.signals[0]).all(axis=0)
    if same.any():
        found.append(f"{', '.join(np.array(SIGNALS)[same])} never change; check that these columns hold "
                     "what was measured.")
    return tuple(found)


class Table:
    """An open table; `rows` may be consumed once.

    Attributes:
        ignored: names of columns that are neither signals nor the reference.
    """

    def __init__(self, path: Path, file: TextIO) -> None:
        self._path = path
        self._file = file
        header = file.readline(_LONGEST_LINE)
        if not header.strip() or len(header) >= _LONGEST_LINE:
            raise bad_table(path, f"line 1 does not name the columns ({TIME}, {SIGNALS[0]}, ...); add them.")
        self._names = [name.strip() for name in next(csv.reader([header]))]
        self.ignored = tuple(name for name in self._names if name not in (*_REQUIRED, REFERENCE))
        self._check_names()
        self._columns = [self._names.index(name) for name in _REQUIRED]

    def rows(self) -> Iterator[Rows]:
        """Blocks of rows; raises `RecordingError` naming the line and column of the first bad value."""
        line = 2
        while texts := list(islice(self._file, _ROWS_AT_A_TIME)):
            numbered = [(line + i, text) for i, text in enumerate(texts) if text.strip()]
            line += len(texts)
            if numbered:
                yield self._parse([number for number, _ in numbered], [text for _, text in numbered])

    def _check_names(self) -> None:
        missing = [name for name in _REQUIRED if name not in self._names]
        twice = sorted(name for name in (*_REQUIRED, REFERENCE) if self._names.count(name) > 1)
        if len(missing) == len(_REQUIRED):
            raise bad_table(self._path, f"line 1 {self._odd_header()}")
        if missing:
            raise bad_table(self._path, f"line 1 lacks {', '.join(missing)}; add them, in SI units.")
        if twice:
            raise bad_table(self._path, f"line 1 names {', '.join(twice)} twice; keep one of each.")

    def _odd_header(self) -> str:
        """What is wrong with a first line that names no column."""
        header = ",".join(self._names)
        for name, separator in (("semicolons", ";"), ("tabs", "\t")):
            if TIME in header.split(separator):
                return f"separates the columns by {name}; save the table with commas, and decimal points."
        if header.startswith(("#", "//", "%")):
            return "is a comment; remove the lines above the one that names the columns."
        return (f"names none of the columns {TIME}, {SIGNALS[0]} and so on, separated by commas; "
                "add that line.")

    def _parse(self, lines: list[int], texts: list[str]) -> Rows:
        self._check_widths(lines, texts)
        try:
            values = np.loadtxt(texts, delimiter=",", usecols=self._columns, comments=None, quotechar='"',
                                ndmin=2)
        except ValueError:
            values = np.full((len(texts), len(self._columns)), np.nan)
        if len(values) != len(texts) or not np.isfinite(values).all():
            raise self._first_bad_value(lines, texts)
        times = [row[self._columns[0]] for row in csv.reader(texts[:_ROWS_SHOWING_PRECISION])]
        return Rows(lines, times, values[:, 0], values[:, 1:], *self._reference(lines, texts))

    def _check_widths(self, lines: list[int], texts: list[str]) -> None:
        commas = len(self._names) - 1
        for line, text in zip(lines, texts, strict=True):
            if text.count(",") != commas and '"' not in text:
                raise bad_table(self._path, f"line {line} has {text.count(',') + 1} columns where line 1 "
                                f"names {commas + 1}; complete the line, or remove it and what follows.")

    def _reference(self, lines: list[int], texts: list[str]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        angles, known = np.zeros(len(texts)), np.zeros(len(texts), np.bool_)
        if REFERENCE in self._names:
            column = self._names.index(REFERENCE)
            for i, row in enumerate(csv.reader(texts)):
                field = row[column].strip()
                if field and field.lower() != "nan":
                    angles[i] = self._number(lines[i], REFERENCE, field)
                    known[i] = True
        return angles, known

    def _first_bad_value(self, lines: list[int], texts: list[str]) -> RecordingError:
        for line, row in zip(lines, csv.reader(texts), strict=False):
            for name, column in zip(_REQUIRED, self._columns, strict=True):
                try:
                    self._number(line, name, row[column].strip())
                except RecordingError as error:
                    return error
        return bad_table(self._path, f"lines {lines[0]} to {lines[-1]} cannot be read as numbers; "
                         "write plain ones, such as -9.81.")

    def _number(self, line: int, name: str, text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            what = f"reads '{text[:40]}', which is no number" if text else "is empty"
            raise bad_table(self._path, f"line {line}, column {name} {what}; correct it, or remove the line "
                            "and what follows.") from None
        if not np.isfinite(value):
            raise bad_table(self._path, f"line {line}, column {name} is {text}, but every sample must be a "
                            "finite number; correct it, or remove the line and what follows.")
        return value
