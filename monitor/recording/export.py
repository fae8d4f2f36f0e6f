"""Writes what was estimated as a table that any statistics program reads.

Numbers are printed so that reading them back gives the very same ones; what is not known is an empty field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from monitor.leg import Bools, Floats, Ints, LegBlock, Posture
from monitor.recording.outputs import replacing

COLUMNS = ("t_s", "flexion_deg", "sigma_deg", "valid", "thigh_tilt_deg", "shank_tilt_deg", "posture")
REFERENCE_COLUMN = "knee_flexion_ref_deg"
SIDE_COLUMN = "side"
_POSTURES = [posture.name.lower() for posture in Posture]

Reference = tuple[Ints, Floats]


def export_csv(out: Path, blocks: Iterable[LegBlock], start_ns: int,
               reference: Reference | None = None, *, name_sides: bool = False) -> None:
    """Write one row for each grid sample; `valid` is 1 or 0, `t_s` counts from `start_ns`.

    Args:
        out: the file to write; an existing one is replaced.
        blocks: the estimate, in order of time.
        start_ns: session time of t_s = 0 (`Recording.info.zero_ns`).
        reference: (n,) session times and degrees of a recorded reference angle, added as a last column at
            the grid sample nearest to each.
        name_sides: say in a last column of which leg each row is.

    Raises `RecordingError` when the file cannot be written.
    """
    names = [*COLUMNS, *([REFERENCE_COLUMN] if reference else []), *([SIDE_COLUMN] if name_sides else [])]
    with replacing(out) as part, part.open("w", encoding="ascii", newline="") as file:
        file.write(",".join(names) + "\n")
        for block in blocks:
            file.writelines(_rows(block, start_ns, reference, f",{block.side}" if name_sides else ""))


def _rows(block: LegBlock, start_ns: int, reference: Reference | None,
          side: str) -> Iterator[str]:
    ends = [""] * len(block) if reference is None else [f",{text}" for text in _nearest(block, reference)]
    columns = (
        ((block.t_ns - start_ns) / 1e9).tolist(),
        _known(block.flexion_deg, block.valid), _known(block.sigma_deg, block.valid),
        block.valid.astype(int).tolist(),
        _known(block.thigh_tilt_deg, block.oriented), _known(block.shank_tilt_deg, block.oriented),
        block.posture.tolist(), ends)
    for t, flexion, sigma, valid, thigh, shank, posture, end in zip(*columns, strict=True):
        yield f"{t!r},{flexion},{sigma},{valid},{thigh},{shank},{_POSTURES[posture]}{end}{side}\n"


def _known(values: Floats, known: Bools) -> list[str]:
    return [repr(value) if shown else ""
            for value, shown in zip(values.tolist(), known.tolist(), strict=True)]


def _nearest(block: LegBlock, reference: Reference) -> list[str]:
    """The reference at each grid sample, empty where none lies within half a period."""
    t_ns, flexion_deg = reference
    half_ns = 0.5e9 / block.rate_hz
    after = np.searchsorted(t_ns, block.t_ns).clip(1, max(len(t_ns) - 1, 1))
    before = after - 1
    after = np.minimum(after, len(t_ns) - 1)
    nearest = np.where(block.t_ns - t_ns[before] <= t_ns[after] - block.t_ns, before, after)
    return _known(flexion_deg[nearest], np.abs(t_ns[nearest] - block.t_ns) <= half_ns)
