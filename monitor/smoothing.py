"""The smoothed estimate of a whole recording, beside the causal one and labelled as what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from calibration.model import Calibration
from monitor.leg import Bools, Floats, Ints
from monitor.pipeline.pair import PairBlock, SensorPair
from monitor.pipeline.smooth import smoothed_flexion
from monitor.recording.reader import Recording
from monitor.values import LinkEvent, Received, Side


@dataclass(frozen=True, slots=True, eq=False)
class SmoothedKnee:
    """(n,) each: session time, flexion with hindsight, and where it is known."""

    t_ns: Ints
    flexion_deg: Floats
    known: Bools

    def to_json(self) -> dict[str, Any]:
        """The `smoothed` object of the analysis: the range with hindsight, never what was counted."""
        shown = self.flexion_deg[self.known]
        least, most = (float(shown.min()), float(shown.max())) if len(shown) else (None, None)
        return {"flexion_min_deg": least, "flexion_max_deg": most, "causal": False,
                "valid_percent": 100.0 * float(np.mean(self.known)) if len(self.known) else 0.0}


def smooth_knee(recording: Recording, side: Side, calibration: Calibration | None) -> SmoothedKnee | None:
    """Estimate the whole recording with hindsight; None where there is no calibration or no data."""
    pair = SensorPair(side)
    for one in recording.inputs():
        if isinstance(one, Received | LinkEvent) and one.placement is not None:
            pair.push(one)
    blocks = pair.take()
    if calibration is None or not blocks or pair.rate_hz is None:
        return None
    block = PairBlock.join(blocks)
    flexion, known = smoothed_flexion(block, pair.rate_hz, calibration)
    return SmoothedKnee(block.aligned.t_ns, flexion, known)
