"""Writes the knee angle as an OpenSim storage file (.sto), for musculoskeletal models."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from monitor.leg import LegBlock
from monitor.recording.outputs import replacing
from monitor.values import Side

_COORDINATE = {Side.LEFT: "knee_angle_l", Side.RIGHT: "knee_angle_r"}


def export_sto(out: Path, blocks: Iterable[LegBlock], start_ns: int, side: Side) -> None:
    """Write time and flexion, positive when bent, of every valid grid sample.

    The format knows no empty field, so instants without a valid angle have no row; models whose knee flexes
    negatively (gait2392) need the sign turned.

    Args:
        out: the file to write; an existing one is replaced.
        blocks: the estimate, in order of time.
        start_ns: session time of time = 0.
        side: names the model's coordinate, `knee_angle_l` or `knee_angle_r`.

    Raises `RecordingError` when the file cannot be written.
    """
    rows = [row for block in blocks for row in _rows(block, start_ns)]
    head = ("patella_knee_angle", "version=1", f"nRows={len(rows)}", "nColumns=2", "inDegrees=yes",
            "endheader", f"time\t{_COORDINATE[side]}")
    with replacing(out) as part:
        part.write_text("\n".join([*head, *rows]) + "\n", encoding="ascii")


def _rows(block: LegBlock, start_ns: int) -> list[str]:
    t_s = ((block.t_ns[block.valid] - start_ns) / 1e9).tolist()
    return [f"{t!r}\t{deg!r}" for t, deg in zip(t_s, block.flexion_deg[block.valid].tolist(), strict=True)]
