"""Checks that a table's time is even, and finds its rate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from monitor.recording.csv_table import TIME, Rows, bad_table

_MIN_RATE_HZ, _MAX_RATE_HZ = 25.0, 1000.0
_MIN_DURATION_S = 1.0
_EARLIEST_S, _LATEST_S = -0.9e9, 4e9    # so that it fits a session clock of 64-bit nanoseconds
# Loggers stamp a little unevenly; every sample keeps its own time, so this much does no harm.
_JITTER_PERIODS = 0.1
# Rounding to the printed decimals makes steps differ all the time (3, 4, 3, 4 ms at 286 Hz); where hardly any
# differs from the usual one, those that do are missing or misplaced rows.
_ROUNDED_SHARE = 0.01


class EvenTime:
    """Takes a table's rows block by block; raises `RecordingError` at the first step that does not fit.

    Attributes:
        rate_hz: of the table, known after the first `push`.
    """

    def __init__(self, path: Path) -> None:
        self.rate_hz = 0.0
        self._path = path
        self._period_s = 0.0
        self._tolerance_s = 0.0
        self._last: tuple[list[int], NDArray[np.float64]] = [], np.zeros(0)

    def push(self, rows: Rows) -> None:
        last_line, last_t_s = self._last
        lines, t_s = [*last_line, *rows.lines], np.concatenate((last_t_s, rows.t_s))
        self._check_increase(lines, t_s)
        if not self.rate_hz:
            self._measure(rows)
        self._check_steps(lines, t_s)
        self._last = lines[-1:], t_s[-1:]

    def _measure(self, rows: Rows) -> None:
        t_s, steps = rows.t_s, np.diff(rows.t_s)
        if len(steps) < 1 or t_s[-1] - t_s[0] + steps.mean() < _MIN_DURATION_S:
            raise bad_table(self._path, f"it holds less than {_MIN_DURATION_S:.0f} s of samples; "
                            "record for longer.")
        usual_s = float(np.median(steps))
        odd = np.abs(steps - usual_s) > _JITTER_PERIODS * usual_s
        rounded = odd.mean() >= _ROUNDED_SHARE
        precision_s = printed_step_s(rows.t_text)
        self._period_s = float(steps.mean() if rounded else steps[~odd].mean())
        self._tolerance_s = _JITTER_PERIODS * self._period_s + (1.01 * precision_s if rounded else 0.0)
        self.rate_hz = _plain_rate_hz(self._period_s, precision_s / len(steps))
        if not _MIN_RATE_HZ <= self.rate_hz <= _MAX_RATE_HZ:
            raise bad_table(self._path, f"its rate is {self.rate_hz:.4g} Hz; {TIME} must be in seconds, at "
                            f"{_MIN_RATE_HZ:.0f} to {_MAX_RATE_HZ:.0f} samples a second.")

    def _check_increase(self, lines: Sequence[int], t_s: NDArray[np.float64]) -> None:
        outside = np.flatnonzero((t_s < _EARLIEST_S) | (t_s > _LATEST_S))
        if len(outside):
            i = int(outside[0])
            raise bad_table(self._path, f"line {lines[i]}: {TIME} is {t_s[i]:g}, which is no time in "
                            "seconds; let it start near 0.")
        backward = np.flatnonzero(np.diff(t_s) <= 0.0)
        if len(backward):
            i = int(backward[0])
            what = "repeats" if t_s[i + 1] == t_s[i] else f"goes back from {t_s[i]:.10g} to"
            raise bad_table(self._path, f"line {lines[i + 1]}: {TIME} {what} {t_s[i + 1]:.10g} s; each row "
                            "must be later than the one before.")

    def _check_steps(self, lines: Sequence[int], t_s: NDArray[np.float64]) -> None:
        steps = np.diff(t_s)
        wrong = np.flatnonzero(np.abs(steps - self._period_s) > self._tolerance_s)
        if len(wrong):
            i = int(wrong[0])
            raise bad_table(self._path, f"line {lines[i + 1]}: {TIME} steps by {steps[i]:.4g} s where "
                            f"{self._period_s:.4g} s is usual; time must be even: cut the table there or "
                            "resample it.")


def printed_step_s(texts: Sequence[str]) -> float:
    """The smallest step that the printed decimals can show: 0.001 for "0.35", "0.353"."""
    if any("e" in text.lower() for text in texts):
        return 0.0
    decimals = max(len(text.strip().partition(".")[2]) for text in texts)
    return float(10.0 ** -decimals)


def _plain_rate_hz(period_s: float, uncertainty_s: float) -> float:
    """The rate, as a whole number where the printed times do not tell it from one."""
    rate_hz = 1.0 / period_s
    whole = round(rate_hz)
    doubt = rate_hz * (rate_hz * 2.0 * uncertainty_s + 1e-6)
    return float(whole) if abs(rate_hz - whole) <= doubt else rate_hz
