"""What a therapist judged otherwise, put into what an analysis found; the analysis itself stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from monitor.values import EventKind, SessionEvent


def judged(sets: Iterable[Mapping[str, Any]], notes: Sequence[SessionEvent]) -> list[dict[str, Any]]:
    """The sets of `patella analyze --json` with each overruled repetition as the therapist said.

    A judgement names a set by its number, from 1, among those of its own leg.
    """
    seen: Counter[str] = Counter()
    found = []
    for one in sets:
        seen[str(one["side"])] += 1
        said = {event.detail.get("rep"): bool(event.detail.get("counted")) for event in notes
                if event.kind is EventKind.OVERRULE and event.detail.get("set") == seen[str(one["side"])]
                and event.detail.get("side", one["side"]) == one["side"]}
        found.append({**one, "reps": [_judged(rep, said.get(i)) for i, rep in enumerate(one["reps"], 1)]})
    return found


def _judged(rep: Mapping[str, Any], counted: bool | None) -> dict[str, Any]:
    otherwise = counted is not None and counted != rep["counted"]
    return {**rep, "counted": counted, "rule": "overruled"} if otherwise else dict(rep)
