"""What another version of the software makes of the same recording, repetition by repetition.

Raw packets are kept, so an old session can be analysed anew; this tells what changed, and so is also a
regression test on real sessions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_SAME_DEG, _SAME_S = 0.05, 0.005      # smaller changes are not worth a line


@dataclass(frozen=True, slots=True)
class Attempt:
    """One repetition of an analysis, with the exercise of its set."""

    exercise: str
    start_s: float
    end_s: float
    peak_deg: float
    hold_s: float
    counted: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Change:
    """One repetition before and after; None where only the other version sees it."""

    before: Attempt | None
    after: Attempt | None

    @property
    def verdict_changed(self) -> bool:
        """Whether it counts for one of the versions only."""
        return bool(self.before and self.before.counted) != bool(self.after and self.after.counted)

    def __str__(self) -> str:
        seen = self.after or self.before
        assert seen is not None
        if self.before is None or self.after is None:
            which = "new" if self.before is None else "gone"
            return f"{seen.start_s:.1f} s {seen.exercise}: {which} ({seen.rule})"
        parts = [f"{self.before.rule} -> {self.after.rule}"] if self.before.rule != self.after.rule else []
        if self.before.exercise != self.after.exercise:
            parts.append(f"was {self.before.exercise}")
        parts.append(f"peak {self.after.peak_deg - self.before.peak_deg:+.1f} deg")
        parts.append(f"hold {self.after.hold_s - self.before.hold_s:+.2f} s")
        return f"{seen.start_s:.1f} s {seen.exercise}: {', '.join(parts)}"


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """Every repetition that differs between two `patella analyze --json` of one recording, in order of time.

    Repetitions belong together when each one's middle lies within the other.
    """
    changes, rest = [], list(_attempts(after))
    for old in _attempts(before):
        new = next((one for one in rest if _belong_together(old, one)), None)
        if new is not None:
            rest.remove(new)
        changes.append(Change(old, new))
    changes += [Change(None, new) for new in rest]
    return tuple(sorted((change for change in changes if not _alike(change)), key=_start_s))


def _attempts(analysis: Mapping[str, Any]) -> Iterator[Attempt]:
    for found in analysis["sets"]:
        reps: Sequence[Mapping[str, Any]] = found["reps"]
        for rep in reps:
            yield Attempt(found["exercise"], rep["start_s"], rep["end_s"], rep["peak_deg"], rep["hold_s"],
                          rep["counted"], rep["rule"])


def _belong_together(a: Attempt, b: Attempt) -> bool:
    middle_a, middle_b = (a.start_s + a.end_s) / 2, (b.start_s + b.end_s) / 2
    return b.start_s <= middle_a <= b.end_s and a.start_s <= middle_b <= a.end_s


def _alike(change: Change) -> bool:
    old, new = change.before, change.after
    return (old is not None and new is not None and (old.exercise, old.rule) == (new.exercise, new.rule)
            and abs(old.peak_deg - new.peak_deg) < _SAME_DEG and abs(old.hold_s - new.hold_s) < _SAME_S)


def _start_s(change: Change) -> float:
    seen = change.before or change.after
    return seen.start_s if seen else 0.0
