"""Taps that both sensors feel at the same instant, and two knocks on one housing, to start and to pause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitor.virtual.motions.impact import footfall
from monitor.virtual.motions.spec import Spec
from monitor.virtual.script import Script

Floats = NDArray[np.float64]

TAP_M_S, TAP_PULSE_S, BETWEEN_S = 0.12, 0.008, 1.2
KNOCK_M_S, KNOCK_PULSE_S, KNOCKS_S = 0.09, 0.006, (0.2, 0.38)


@dataclass(frozen=True, slots=True)
class Taps:
    """Standing still, tap both sensors together `reps` times."""

    reps: int = 3

    def perform(self, script: Script, spec: Spec) -> None:
        script.take("standing")
        script.stay(1.5)
        for _ in range(spec.reps or self.reps):
            script.truth["taps"].append({"t_s": script.now_s + BETWEEN_S / 2})
            script.stay(BETWEEN_S, tap)
        script.stay(1.0)


def tap(t_s: Floats) -> Mapping[str, Floats]:
    """One blow in the middle, alike at thigh and shank."""
    blow = footfall(t_s - BETWEEN_S / 2, TAP_M_S, TAP_PULSE_S)
    return {"thigh_jolt": blow, "shank_jolt": blow}


@dataclass(frozen=True, slots=True)
class DoubleTap:
    """Standing still, knock twice on the thigh sensor's housing; `reps` times, seconds apart."""

    reps: int = 1

    def perform(self, script: Script, spec: Spec) -> None:
        script.take("standing")
        script.stay(1.5)
        for _ in range(spec.reps or self.reps):
            script.truth.setdefault("double_taps", []).append({"t_s": script.now_s + KNOCKS_S[1]})
            script.stay(2.0, knocks)


def knocks(t_s: Floats) -> Mapping[str, Floats]:
    """Two short blows on the thigh's housing."""
    return {"thigh_jolt": sum((footfall(t_s - at, KNOCK_M_S, KNOCK_PULSE_S) for at in KNOCKS_S),
                              np.zeros_like(t_s))}
