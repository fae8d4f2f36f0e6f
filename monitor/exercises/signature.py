"""How well a repetition fits an exercise: posture at rest and the ranges of its measures."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from monitor.exercises.definition import Exercise, Interval
from monitor.leg import Bytes, Posture

_LEEWAY = 0.35       # of an interval's width: people differ, so membership falls off gently outside it
_LEAST_LEEWAY = 6.0  # degrees (or centimetres): soft tissue and zero of a real leg
_LEEWAY_S = 0.5
_FRONT_UP = frozenset({Posture.SITTING, Posture.SUPINE})


def membership(name: str, value: float, interval: Interval) -> float:
    """1 inside the interval, falling to 0 over the leeway on both sides."""
    low, high = interval
    seconds = name.endswith("_s") and not name.endswith("deg_s")
    leeway = _LEEWAY_S if seconds else max(_LEEWAY * (high - low), _LEAST_LEEWAY)
    return float(max(0.0, 1.0 - max(0.0, low - value, value - high) / leeway))


def misfit(exercise: Exercise, measures: Mapping[str, float]) -> str | None:
    """The first measure that rules the exercise out, or None."""
    for name, interval in exercise.signature.items():
        if name in measures and membership(name, measures[name], interval) == 0.0:
            return name
    return None


def confidence(exercise: Exercise, measures: Mapping[str, float], posture: Posture) -> float:
    """How well the repetition fits, 0 to 1: the mean membership, 0 when one measure or the posture rules it out."""
    if not posture_fits(exercise, posture):
        return 0.0
    fits = [membership(n, measures[n], i) for n, i in exercise.signature.items() if n in measures]
    return float(np.mean(fits)) if fits and min(fits) > 0.0 else 0.0


def posture_fits(exercise: Exercise, posture: Posture) -> bool:
    """Whether the exercise may begin so; an unknown posture contradicts nothing.

    Two sensors on one leg cannot tell lying from sitting with the leg out: both are a level thigh, front up.
    """
    alike = _FRONT_UP if posture in _FRONT_UP else {posture}
    return posture is Posture.UNKNOWN or any(p.name.lower() in exercise.posture for p in alike)


def usual_posture(postures: Bytes) -> Posture:
    """The posture of most samples."""
    return Posture(int(np.bincount(postures).argmax()))
