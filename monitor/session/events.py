"""Whether the details of an event are what its kind has; a recording may come from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf
from typing import Any

from calibration.model import Variant
from monitor.values import EventKind, SessionEvent

Check = Callable[[Mapping[str, Any]], bool]


def understood(event: SessionEvent) -> bool:
    """True where a session can act on the event."""
    check = CHECKS.get(event.kind)
    return check is None or check(event.detail)


def _pain(detail: Mapping[str, Any]) -> bool:
    score = detail.get("score")
    return isinstance(score, int | float) and 0 <= score <= 10


def _calibration(detail: Mapping[str, Any]) -> bool:
    return detail.get("variant", Variant.STANDING) in list(Variant)


def _exercise(detail: Mapping[str, Any]) -> bool:
    return (isinstance(detail.get("id"), str | None) and isinstance(detail.get("set"), int | None)
            and _dose(detail.get("prescribed")))


def _dose(prescribed: object) -> bool:
    if not isinstance(prescribed, Mapping):
        return prescribed is None
    return all(isinstance(value, int | float) and 0 <= value < inf for value in prescribed.values())


def _undo(detail: Mapping[str, Any]) -> bool:
    before = detail.get("before")
    return detail.get("of") in UNDONE and (before is None or _pain({"score": before}))


def _overrule(detail: Mapping[str, Any]) -> bool:
    return all(isinstance(detail.get(name), int) for name in ("set", "rep"))


UNDONE = (EventKind.MARK, EventKind.THERAPIST_REP, EventKind.PAIN, EventKind.SET_END, EventKind.EXERCISE,
          EventKind.CALIBRATION)
CHECKS: Mapping[EventKind, Check] = {
    EventKind.PAIN: _pain, EventKind.CALIBRATION: _calibration, EventKind.EXERCISE: _exercise,
    EventKind.OVERRULE: _overrule, EventKind.UNDO: _undo}
