"""One person who stands, sits and walks with thigh straps that shake, calibrated automatically."""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from estimators import qmt_angle

from calibration.hinge_axis import hinge_heading_offset, relative_rotation, twist
from calibration.model import Motion
from calibration.rotation import Floats
from monitor.analysis.run import begin
from monitor.leg import Bools, LegBlock
from monitor.pipeline.chain import motion_of
from monitor.pipeline.pair import PairBlock, SensorPair
from monitor.recording.csv_import import import_csv
from monitor.recording.reader import open_recording
from monitor.values import LinkEvent, Received, Side

SITTING_DEG = {Side.LEFT: 78.0, Side.RIGHT: 84.0}
WALKS_S = ((96.0, 115.0), (117.0, 138.0))
STRIDE_S = 1.5            # any stride of this person fits into it
AIM = "under 75 deg"


@dataclass(frozen=True, slots=True, eq=False)
class Walked:
    """The recording as any imported table is analysed, n instants, and what other methods need.

    `hinges` (3,) each, of thigh and shank, are those of the calibration.
    """

    t_s: Floats
    leg: LegBlock
    motion: Motion
    hinges: tuple[Floats, Floats]

    def flexion(self, from_s: float, to_s: float) -> Floats:
        return self.leg.flexion_deg[(self.t_s >= from_s) & (self.t_s < to_s) & self.leg.valid]

    @property
    def walking(self) -> Bools:
        """(n,) where the person walks."""
        return np.logical_or.reduce([(self.t_s >= a) & (self.t_s < b) for a, b in WALKS_S])


def walking_lines(data: Path, side: Side) -> Iterator[str]:
    """The rows of one leg."""
    one = stand_sit_walk(data / f"stand_sit_walk_{side}.npz", side)
    sitting = one.flexion(53.5, 78.5)
    rise = float(np.median(sitting) - np.median(one.flexion(40.5, 43.5)))
    drift = float(np.ptp(sitting[:len(sitting) // 25 * 25].reshape(25, -1).mean(axis=1)))
    name = f"stand, sit, walk, {side} leg"
    yield f"| {name} | stand to sit | {rise:.1f} deg | about {SITTING_DEG[side]:.0f} deg |"
    yield f"| {name} | drift in 25 s of sitting | {drift:.2f} deg | 0 |"
    for method, angle in angles(one).items():
        least, low, high, most = np.percentile(angle[one.walking], (1, 5, 95, 99))
        yield (f"| {name} | range of walking, {method} | {most - least:.1f} deg (1st to 99th percentile), "
               f"{high - low:.1f} (5th to 95th), {_stride_deg(one, angle):.1f} in a stride | {AIM} |")
    alone = _stride_deg(one, _integral_deg(one))
    yield f"| {name} | range of walking, gyroscopes alone | {alone:.1f} deg in a stride | {AIM} |"
    yield f"| {name} | known | {100 * one.leg.valid.mean():.1f} % of the time | 100 % |"


def angles(one: Walked) -> dict[str, Floats]:
    """(n,) degrees about the same hinges by several methods, zero and sign open."""
    offset = np.angle(np.exp(1j * hinge_heading_offset(one.motion, *one.hinges)).mean())
    fixed = twist(relative_rotation(one.motion, np.full(len(one.t_s), offset)), *one.hinges)
    found = {"Patella, live": one.leg.flexion_deg, "two VQFs, fixed heading": np.degrees(np.unwrap(fixed))}
    if importlib.util.find_spec("qmt"):
        found["qmt, our axes"] = np.degrees(np.unwrap(qmt_angle(one.motion, one.leg.rate_hz, *one.hinges)))
    return found


def _integral_deg(one: Walked) -> Floats:
    """(n,) both rates about the hinges summed up: no gravity, no heading, no filter."""
    rate = one.leg.thigh_gyr_rad_s[:, 2] - one.leg.shank_gyr_rad_s[:, 2]
    angle: Floats = np.degrees(np.cumsum(rate) / one.leg.rate_hz)
    return angle


def _stride_deg(one: Walked, angle: Floats) -> float:
    """The median range within a stride's time, which no slow drift of an integral changes."""
    size = round(STRIDE_S * one.leg.rate_hz)
    walking = np.flatnonzero(one.walking)
    return float(np.median([np.ptp(angle[rows]) for rows in np.split(walking, range(size, len(walking), size))
                            if len(rows) == size and rows[-1] - rows[0] == size - 1]))


def stand_sit_walk(source: Path, side: Side) -> Walked:
    """Import a recording as a table, and analyse it."""
    with tempfile.TemporaryDirectory() as name, np.load(source) as data:
        folder = Path(name)
        kinds = (("acc", "m_s2"), ("gyr", "rad_s"))
        columns = {f"{segment}_{kind}_{axis}_{unit_}": data[f"{segment}_{kind}_{unit_}"][:, i]
                   for segment in ("thigh", "shank") for kind, unit_ in kinds for i, axis in enumerate("xyz")}
        table = np.column_stack((data["t_s"], *columns.values()))
        np.savetxt(folder / "table.csv", table, "%.9g", ",", header=",".join(["t_s", *columns]), comments="")
        import_csv(folder / "table.csv", folder / "session.mcap", side)
        recording, pair = open_recording(folder / "session.mcap"), SensorPair(side)
        run = begin(recording, watch_exercises=False)
        leg = LegBlock.join(list(run.blocks))
        for one in recording.inputs():
            if isinstance(one, Received | LinkEvent) and one.placement is not None:
                pair.push(one)
    fit = run.session.calibration
    if fit is None:
        raise SystemExit(f"{source} was not calibrated: {run.refusal}")
    return Walked((leg.t_ns - recording.info.zero_ns) * 1e-9, leg, motion_of(PairBlock.join(pair.take())),
                  (np.asarray(fit.thigh.hinge), np.asarray(fit.shank.hinge)))
