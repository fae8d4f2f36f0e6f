"""How well a repetition fits an exercise: posture at rest, and where its measures lie.

An interval of a signature is where nine in ten repetitions lie, read as a normal distribution; what a
signature does not name may lie anywhere. So the fits of different exercises can be compared (naive Bayes),
and the more closely described exercise wins where both fit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from monitor.exercises.definition import Exercise, Interval
from monitor.leg import Bytes, Posture

_NINE_IN_TEN = 1.645       # standard deviations on each side of a mean
# By unit, longest suffix first: how far outside of its interval a measure may lie before it rules the
# exercise out (people, straps and zeros differ), and how wide it spreads over all movements.
_LEEWAY = {"flight_s": 0.06, "_m_s": 0.25, "_deg_s": 1.5, "_deg": 7.0, "_cm": 4.0, "_g": 0.2, "_db": 3.0,
           "_s": 0.5}
_SPREAD = {"flight_s": 0.6, "_m_s": 3.0, "_deg_s": 30.0, "_deg": 150.0, "_cm": 80.0, "_g": 4.0, "_db": 40.0,
           "_s": 20.0}
KNOWN_ALLOWANCE = 3.0
_FRONT_UP = frozenset({Posture.SITTING, Posture.SUPINE})


def misfit(exercise: Exercise, measures: Mapping[str, float], *, allowance: float = 1.0) -> str | None:
    """The first measure that rules the exercise out, or None.

    `allowance` widens the leeway, for repetitions of an exercise that is known to be going on: a shallow
    squat is still a squat.
    """
    for name, (low, high) in exercise.signature.items():
        leeway = allowance * _by_unit(_LEEWAY, name)
        if name in measures and not low - leeway <= measures[name] <= high + leeway:
            return name
    return None


def fit(exercise: Exercise, measures: Mapping[str, float]) -> float:
    """Log of how much likelier the measures are in this exercise than in any; -inf when ruled out."""
    if misfit(exercise, measures) is not None:
        return -math.inf
    return sum(_gain(name, measures[name], interval)
               for name, interval in exercise.signature.items() if name in measures)


def shares(fits: Mapping[str, float]) -> dict[str, float]:
    """The probability of each of several fits, when one of them is true."""
    possible = {name: value for name, value in fits.items() if value > -math.inf}
    if not possible:
        return {}
    top = max(possible.values())
    parts = {name: math.exp(value - top) for name, value in possible.items()}
    total = sum(parts.values())
    return {name: part / total for name, part in parts.items()}


def posture_fits(exercise: Exercise, posture: Posture) -> bool:
    """Whether the exercise may begin so; an unknown posture contradicts nothing.

    Two sensors on one leg cannot tell lying from sitting with the leg out: both are a level thigh, front up.
    """
    alike = _FRONT_UP if posture in _FRONT_UP else {posture}
    return posture is Posture.UNKNOWN or any(p.name.lower() in exercise.posture for p in alike)


def usual_posture(postures: Bytes) -> Posture:
    """The posture of most samples."""
    return Posture(int(np.bincount(postures).argmax()))


def _gain(name: str, value: float, interval: Interval) -> float:
    low, high = interval
    sigma = max((high - low) / (2 * _NINE_IN_TEN), 0.5 * _by_unit(_LEEWAY, name))
    z = (value - (low + high) / 2) / sigma
    return math.log(_by_unit(_SPREAD, name) / (sigma * math.sqrt(2 * math.pi))) - z * z / 2


def _by_unit(table: Mapping[str, float], name: str) -> float:
    return next(value for suffix, value in table.items() if name.endswith(suffix))
