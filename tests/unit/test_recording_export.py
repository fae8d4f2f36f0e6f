import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from monitor.errors import RecordingError
from monitor.leg import ARRAYS, LegBlock, Posture
from monitor.recording.export import export_csv
from monitor.recording.export_sto import export_sto
from monitor.values import Side

START_NS = 1_700_000_000_000_000_000


def block(t_ns: np.ndarray, seed: int = 0) -> LegBlock:
    n = len(t_ns)
    random = np.random.default_rng(seed)
    arrays: dict[str, Any] = {name: random.normal(size=n) for name in ARRAYS}
    arrays |= {"t_ns": t_ns, "valid": random.random(n) < 0.7, "oriented": random.random(n) < 0.8,
               "posture": random.integers(0, 7, n).astype(np.uint8)}
    return LegBlock(Side.LEFT, 100.0, **arrays)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_numbers_read_back_are_the_same_and_unknown_ones_are_empty(tmp_path: Path) -> None:
    out = tmp_path / "knee.csv"
    parts = [block(START_NS + np.arange(50) * 10_000_000),
             block(START_NS + np.arange(50, 80) * 10_000_000, 1)]
    export_csv(out, parts, START_NS)
    whole, rows = LegBlock.join(parts), rows_of(out)
    assert len(rows) == 80
    for i, row in enumerate(rows):
        assert row["t_s"] == repr(i / 100)
        assert row["valid"] == str(int(whole.valid[i]))
        assert row["posture"] == Posture(whole.posture[i]).name.lower()
        for name, known in (("flexion_deg", whole.valid), ("sigma_deg", whole.valid),
                            ("thigh_tilt_deg", whole.oriented), ("shank_tilt_deg", whole.oriented)):
            assert row[name] == (repr(float(getattr(whole, name)[i])) if known[i] else "")


@pytest.mark.parametrize("texts", [["-1.5", "0.0", "0.01", "12345.678"], ["1763640000.123456", "7.0"]])
def test_the_times_are_those_of_the_imported_file(tmp_path: Path, texts: list[str]) -> None:
    zero_ns = 946_684_800_000_000_000
    t_ns = np.array([zero_ns + round(float(text) * 1e9) for text in texts])
    export_csv(tmp_path / "knee.csv", [block(t_ns)], zero_ns)
    assert [row["t_s"] for row in rows_of(tmp_path / "knee.csv")] == texts


def test_the_reference_stands_beside_its_own_instants_only(tmp_path: Path) -> None:
    t_ns = START_NS + np.arange(10) * 10_000_000
    reference = (t_ns[3:6] + 2_000_000, np.array([1.0, 2.0, 3.5]))
    export_csv(tmp_path / "knee.csv", [block(t_ns)], START_NS, reference)
    column = [row["knee_flexion_ref_deg"] for row in rows_of(tmp_path / "knee.csv")]
    assert column == ["", "", "", "1.0", "2.0", "3.5", "", "", "", ""]


def test_no_blocks_leave_a_header(tmp_path: Path) -> None:
    export_csv(tmp_path / "knee.csv", [], START_NS)
    assert (tmp_path / "knee.csv").read_text() == (
        "t_s,flexion_deg,sigma_deg,valid,thigh_tilt_deg,shank_tilt_deg,posture\n")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="cannot be written"):
        export_csv(tmp_path / "missing" / "knee.csv", [], START_NS)


@pytest.mark.parametrize(("side", "name"), [(Side.LEFT, "knee_angle_l"), (Side.RIGHT, "knee_angle_r")])
def test_a_storage_file_holds_the_valid_angles(tmp_path: Path, side: Side, name: str) -> None:
    whole = block(START_NS + np.arange(50) * 10_000_000)
    export_sto(tmp_path / "knee.sto", [whole[:20], whole[20:]], START_NS, side)
    lines = (tmp_path / "knee.sto").read_text().splitlines()
    body = lines.index("endheader") + 2
    assert lines[body - 1] == f"time\t{name}"
    assert f"nRows={whole.valid.sum()}" in lines
    rows = [tuple(map(float, line.split("\t"))) for line in lines[body:]]
    assert rows == [(i / 100, whole.flexion_deg[i]) for i in np.flatnonzero(whole.valid)]
