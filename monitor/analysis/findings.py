"""What came of a whole recording of one leg: as plain values for programs, and in words for people."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from typing import Any

import numpy as np

from monitor.leg import Floats, LegBlock
from monitor.recording.reader import Recording
from monitor.session import Session
from monitor.smoothing import SmoothedKnee
from monitor.values import Side


@dataclass(slots=True)
class KneeTotals:
    """Running figures of the knee angle, in constant memory but for one byte a row."""

    rows: int = 0
    valid: int = 0
    least: float = float("inf")
    most: float = float("-inf")
    sigmas: list[Floats] = field(default_factory=list)

    def push(self, block: LegBlock) -> None:
        """Take a block's rows in."""
        self.rows += len(block)
        shown = block.flexion_deg[block.valid]
        if len(shown):
            self.valid += len(shown)
            self.least, self.most = min(self.least, float(shown.min())), max(self.most, float(shown.max()))
            self.sigmas.append(block.sigma_deg[block.valid].astype(np.float32))

    def to_json(self) -> dict[str, float | None]:
        """The `knee` object of the analysis."""
        any_valid = self.valid > 0
        return {
            "flexion_min_deg": self.least if any_valid else None,
            "flexion_max_deg": self.most if any_valid else None,
            "sigma_median_deg": float(np.median(np.concatenate(self.sigmas))) if any_valid else None,
            "valid_percent": 100.0 * self.valid / self.rows if self.rows else 0.0,
        }


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything `patella analyze` says of one leg."""

    recording: Recording
    side: Side
    session: Session
    knee: KneeTotals
    refusal: str
    smoothed: SmoothedKnee | None = None

    def to_json(self) -> dict[str, Any]:
        """One object of plain values, ready for `json.dumps`."""
        info = self.recording.info
        return {
            "recording": str(self.recording.path), "version": version("patella"), "side": str(self.side),
            "duration_s": info.duration_s, "sensors": self._sensors(), "skew_ms": self._skew(),
            "calibration": self._calibration(), "knee": self.knee.to_json(),
            **self._conclusions(),
            **({"smoothed": self.smoothed.to_json()} if self.smoothed else {}),
            "marks": [asdict(mark) for mark in self.session.told.marks], "warnings": self._warnings(),
        }

    def summary(self) -> str:
        """The same in words, for a person."""
        result = self.to_json()
        knee, calibration = result["knee"], result["calibration"]
        lines = [f"{result['recording']}: {result['side']} knee, {result['duration_s']:.0f} s",
                 f"Calibration: {calibration['status']}"
                 + (f" ({calibration['source']})" if calibration["source"] else "")
                 + (f": {calibration['reason']}" if calibration["reason"] else "")]
        if knee["flexion_min_deg"] is None:
            lines.append("Knee flexion: not known")
        else:
            least, most = knee["flexion_min_deg"], knee["flexion_max_deg"]
            lines.append(f"Knee flexion: {least:z.0f} to {most:z.0f} deg, "
                         f"± {knee['sigma_median_deg']:.1f} deg, known {knee['valid_percent']:.0f} % of it")
        lines += [_set_line(one) for one in result["sets"]]
        if result["landings"]:
            lines.append(f"Landings: {len(result['landings'])}, highest jump "
                         f"{100.0 * max(one['height_m'] for one in result['landings']):.0f} cm")
        lines += [f"{place}: {sensor['rate_hz']:.0f} Hz, {sensor['samples']} samples, "
                  f"{sensor['lost_percent']:.1f} % lost" for place, sensor in result["sensors"].items()]
        return "\n".join([*lines, *(f"Note: {warning}" for warning in result["warnings"])])

    def _conclusions(self) -> dict[str, Any]:
        engine = self.session.engine
        names = ("sets", "landings", "balance")
        return {name: [asdict(one) for one in getattr(engine, name)] if engine else [] for name in names}

    def _sensors(self) -> dict[str, Any]:
        sensors = {}
        for place, channel in self.session.pair.channels.items():
            sensor, tally = channel.ingest.sensor, channel.ingest.tally
            if sensor is not None:
                sensors[str(place)] = {
                    "rate_hz": sensor.rate_hz, "samples": tally.samples, "lost_percent": tally.lost_percent,
                    "gaps": tally.gaps, "saturated_samples": tally.saturated_samples,
                    "range_g": sensor.acc_range_g}
        return sensors

    def _skew(self) -> dict[str, float | None]:
        skews = self.session.skew_ms
        p50, p95 = (float(q) for q in np.percentile(skews, (50, 95))) if skews else (None, None)
        return {"p50": p50, "p95": p95}

    def _calibration(self) -> dict[str, Any]:
        calibration, zero_ns = self.session.calibration, self.recording.info.zero_ns
        status = self.session.calibration_status()
        if calibration is None:
            return {"status": str(status.state), "source": None, "from_s": None, "to_s": None,
                    "reason": self.refusal or status.sentence, "quality": None}
        return {"status": str(status.state), "source": calibration.source,
                "from_s": calibration.from_s - zero_ns * 1e-9, "to_s": calibration.to_s - zero_ns * 1e-9,
                "reason": "", "quality": asdict(calibration.quality)}

    def _warnings(self) -> list[str]:
        return [*self.recording.problems, *(problem.sentence for problem in self.session.warnings())]


def _set_line(one: dict[str, Any]) -> str:
    """One set in words."""
    counted, tried = sum(rep["counted"] for rep in one["reps"]), len(one["reps"])
    of = f"{counted} of {tried} repetitions counted" if tried else "timed"
    rules = Counter(rep["rule"].replace("_", " ") for rep in one["reps"] if not rep["counted"])
    said = [*(f"{rule} {number}" for rule, number in rules.items()), *one["notes"]]
    name = one["exercise"].replace("_", " ").capitalize()
    more = f" ({'; '.join(said)})" if said else ""
    return f"{name}, {one['start_s']:.0f} to {one['end_s']:.0f} s: {of}{more}"
