import csv
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from firmware_protocol.unquantised import decode_rows
from monitor.errors import RecordingError, RecordingReason
from monitor.recording.csv_import import ZERO_NS, import_csv
from monitor.recording.csv_table import REFERENCE, SIGNALS
from monitor.recording.reader import open_recording
from monitor.values import LinkEvent, LinkKind, Received, Segment, Side

HEADER = ["t_s", *SIGNALS]


def signals(n: int) -> NDArray[np.float64]:
    return np.random.default_rng(3).normal(size=(n, 12)) * 9.81


def write_table(path: Path, times: list[str], header: list[str] | None = None, extra: list[str] | None = None,
                end: str = "\n") -> NDArray[np.float64]:
    values = signals(len(times))
    lines = [",".join(header or HEADER)]
    for i, (time, row) in enumerate(zip(times, values.tolist(), strict=True)):
        lines.append(",".join([time, *map(repr, row), *([extra[i]] if extra else [])]))
    path.write_text(end.join(lines) + end, newline="")
    return values


def even(rate_hz: float, n: int, start_s: float = 0.0, decimals: int | None = None) -> list[str]:
    times = [start_s + i / rate_hz for i in range(n)]
    return [repr(t) if decimals is None else f"{t:.{decimals}f}" for t in times]


def samples(path: Path, segment: Segment) -> NDArray[np.float64]:
    packets = [item.payload for item in open_recording(path).inputs()
               if isinstance(item, Received) and item.placement.segment is segment]
    return np.vstack([decode_rows(payload) for payload in packets])


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "table.csv", tmp_path / "table.mcap"


@pytest.mark.parametrize(("rate_hz", "decimals"), [(25, None), (40, 3), (100, 2), (128, 7), (286, 3), (60, 6),
                                                   (1000, 3), (1000, None), (333.3333, 5)])
def test_samples_come_through_unchanged_at_any_rate(paths: tuple[Path, Path], rate_hz: float,
                                                    decimals: int | None) -> None:
    table, out = paths
    times = even(rate_hz, 3000, start_s=-1.5, decimals=decimals)
    values = write_table(table, times)
    import_csv(table, out, Side.LEFT)
    for segment, columns in ((Segment.THIGH, slice(0, 6)), (Segment.SHANK, slice(6, 12))):
        read = samples(out, segment)
        np.testing.assert_array_equal(read[:, 0], np.array([float(t) for t in times]))
        np.testing.assert_array_equal(read[:, 1:], values[:, columns])
    recording = open_recording(out)
    assert recording.problems == ()
    assert recording.info.zero_ns == ZERO_NS
    connected = [item for item in recording.inputs() if isinstance(item, LinkEvent)
                 and item.kind is LinkKind.CONNECTED]
    assert [item.detail["dialect"] for item in connected] == ["samples", "samples"]
    assert connected[0].detail["rate_hz"] == pytest.approx(rate_hz, rel=1e-5)
    assert connected[0].detail["acc_range_g"] is None
    assert not connected[0].detail["declares_mounting"]


def test_a_whole_rate_is_found_behind_rounded_times(paths: tuple[Path, Path]) -> None:
    table, out = paths
    write_table(table, even(286, 900, decimals=3))
    import_csv(table, out, Side.RIGHT)
    assert {sensor.rate_hz for sensor in open_recording(out).info.sensors.values()} == {286.0}


def test_packets_hold_a_quarter_second_and_are_stamped_when_complete(paths: tuple[Path, Path]) -> None:
    table, out = paths
    write_table(table, even(100, 1000))
    import_csv(table, out, Side.LEFT)
    packets = [item for item in open_recording(out).inputs() if isinstance(item, Received)]
    for packet in packets:
        rows = decode_rows(packet.payload)
        assert rows[-1, 0] - rows[0, 0] <= 0.25
        assert packet.t_host_ns == ZERO_NS + round(rows[-1, 0] * 1e9)


def test_the_same_table_gives_the_same_bytes(paths: tuple[Path, Path]) -> None:
    table, out = paths
    write_table(table, even(100, 500))
    import_csv(table, out, Side.LEFT)
    first = out.read_bytes()
    import_csv(table, out, Side.LEFT)
    assert out.read_bytes() == first


@pytest.mark.parametrize("unknown", ["", "nan", "NaN"])
def test_the_reference_is_kept_and_where_it_is_unknown_left_out(paths: tuple[Path, Path],
                                                                unknown: str) -> None:
    table, out = paths
    texts = [unknown if i % 3 == 0 else f"{i / 7}" for i in range(500)]
    write_table(table, even(100, 500), [*HEADER, REFERENCE], texts)
    import_csv(table, out, Side.LEFT)
    reference = open_recording(out).reference()
    assert reference is not None
    t_ns, flexion_deg = reference
    kept = [i for i in range(500) if i % 3]
    assert (t_ns - ZERO_NS).tolist() == [round(i / 100 * 1e9) for i in kept]
    assert flexion_deg.tolist() == [float(texts[i]) for i in kept]


def test_columns_may_come_in_any_order_and_further_ones_are_named(paths: tuple[Path, Path]) -> None:
    table, out = paths
    times = even(100, 300)
    values = write_table(table, times)
    with table.open(newline="") as file:
        rows = list(csv.reader(file))
    rows = [[*reversed(row), "a, b" if i else "comment"] for i, row in enumerate(rows)]
    with table.open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    import_csv(table, out, Side.LEFT)
    np.testing.assert_array_equal(samples(out, Segment.SHANK)[:, 1:], values[:, 6:])
    assert "comment" in open_recording(out).info.note


@pytest.mark.parametrize("dress", [
    lambda text: "\ufeff" + text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace(",", " , "),
    lambda text: text + "\n\n",
    lambda text: text.rstrip("\n"),
    lambda text: re.sub(r"[^,\n]+", r'"\g<0>"', text),
    lambda text: text.replace("\n", "\n\n", 5),
])
def test_habits_of_spreadsheets_are_tolerated(paths: tuple[Path, Path], dress: Callable[[str], str]) -> None:
    table, out = paths
    values = write_table(table, even(100, 300))
    table.write_text(dress(table.read_text()), newline="", encoding="utf-8")
    import_csv(table, out, Side.LEFT)
    np.testing.assert_array_equal(samples(out, Segment.THIGH)[:, 1:], values[:, :6])


def test_scientific_notation_is_read(paths: tuple[Path, Path]) -> None:
    table, out = paths
    write_table(table, [f"{i / 100:.17e}" for i in range(300)])
    import_csv(table, out, Side.LEFT)
    assert len(samples(out, Segment.THIGH)) == 300


def refuse(table: Path, out: Path) -> str:
    with pytest.raises(RecordingError) as refused:
        import_csv(table, out, Side.LEFT)
    assert refused.value.reason is RecordingReason.BAD_TABLE
    assert not out.exists()
    assert list(out.parent.glob("*.part")) == []
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert sentence.startswith(str(table))
    return sentence.removeprefix(f"{table}: ")


def test_missing_and_doubled_columns_are_named(paths: tuple[Path, Path]) -> None:
    table, out = paths
    write_table(table, even(100, 300), [name.replace("shank_gyr_y", "shank_omega_y") for name in HEADER])
    assert refuse(table, out).startswith("line 1 lacks shank_gyr_y_rad_s")
    write_table(table, even(100, 300), [*HEADER[:-1], HEADER[1]])
    assert "lacks" in refuse(table, out)
    write_table(table, even(100, 300), [*HEADER, HEADER[1]], ["1"] * 300)
    assert "names thigh_acc_x_m_s2 twice" in refuse(table, out)
    table.write_text("a;b;c\n1;2;3\n")
    assert "line 1 names none of the columns" in refuse(table, out)


@pytest.mark.parametrize(("text", "words"), [
    ("abc", "reads 'abc', which is no number"), ("", "is empty"), ("nan", "is nan"), ("-inf", "is -inf"),
    ("1.2.3", "reads '1.2.3'"), ("NaN", "is NaN")])
@pytest.mark.parametrize("row", [0, 250, 9000])
def test_a_bad_value_is_found_by_line_and_column(paths: tuple[Path, Path], text: str, words: str,
                                                 row: int) -> None:
    table, out = paths
    write_table(table, even(100, 9500))
    lines = table.read_text().splitlines()
    fields = lines[row + 1].split(",")
    fields[8] = text
    lines[row + 1] = ",".join(fields)
    table.write_text("\n".join(lines) + "\n")
    assert refuse(table, out).startswith(f"line {row + 2}, column shank_acc_y_m_s2 {words}")


def test_a_short_or_long_line_is_named(paths: tuple[Path, Path]) -> None:
    table, out = paths
    write_table(table, even(100, 300))
    lines = table.read_text().splitlines()
    table.write_text("\n".join([*lines[:100], lines[100].rpartition(",")[0], *lines[101:]]))
    assert refuse(table, out).startswith("line 101 has 12 columns where line 1 names 13")
    table.write_text("\n".join([*lines[:100], lines[100] + ",1", *lines[101:]]))
    assert refuse(table, out).startswith("line 101 has 14 columns")


@pytest.mark.parametrize(("row", "change_s", "words"), [
    (100, 0.5, "steps by 0.51 s where 0.01 s is usual"), (100, 0.01, "steps by 0.02 s"),
    (100, 0.005, "steps by 0.015 s"), (9000, 0.004, "steps by 0.014 s"), (100, -0.01, "repeats"),
    (8192, -0.01, "repeats"), (100, -0.5, "goes back from 0.99 to 0.5 s")])
def test_uneven_time_is_found_by_its_line(paths: tuple[Path, Path], row: int, change_s: float,
                                          words: str) -> None:
    table, out = paths
    times = [i / 100 + (change_s if i >= row else 0.0) for i in range(9500)]
    write_table(table, [f"{t:.4f}" for t in times])
    sentence = refuse(table, out)
    assert sentence.startswith(f"line {row + 2}:")
    assert words in sentence


@pytest.mark.parametrize(("rate_hz", "decimals"), [(100, 2), (100, None), (40, 3), (286, 3), (60, 2)])
@pytest.mark.parametrize("row", [50, 400])
def test_a_missing_row_is_found_however_time_is_printed(paths: tuple[Path, Path], rate_hz: float,
                                                        decimals: int | None, row: int) -> None:
    table, out = paths
    times = even(rate_hz, 1000, decimals=decimals)
    write_table(table, times[:row] + times[row + 1:])
    assert refuse(table, out).startswith(f"line {row + 2}: t_s steps by")


def test_a_little_jitter_of_a_logger_is_no_uneven_time(paths: tuple[Path, Path]) -> None:
    table, out = paths
    jitter_s = np.random.default_rng(1).uniform(-0.0004, 0.0004, 500)
    write_table(table, [repr(i / 100 + j) for i, j in enumerate(jitter_s.tolist())])
    import_csv(table, out, Side.LEFT)
    assert open_recording(out).info.duration_s == pytest.approx(5.0, abs=0.02)


@pytest.mark.parametrize(("times", "words"), [
    (even(20, 300), "its rate is 20 Hz"), (even(2000, 3000), "its rate is 2000 Hz"),
    (even(100, 50), "less than 1 s"), (["0"], "less than 1 s"), ([], "no samples"),
    ([repr(1.7e12 + i * 10.0) for i in range(300)], "no time in seconds"),
    ([repr(i * 10.0) for i in range(300)], "its rate is 0.1 Hz")])
def test_unsuitable_times_are_refused(paths: tuple[Path, Path], times: list[str], words: str) -> None:
    table, out = paths
    write_table(table, times)
    assert words in refuse(table, out)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00t\x00_", bytes(range(256)) * 400,
                                     b"PK\x03\x04" * 99])
def test_what_is_no_table_is_refused(paths: tuple[Path, Path], content: bytes) -> None:
    table, out = paths
    table.write_bytes(content)
    refuse(table, out)


def test_a_missing_table_is_said(paths: tuple[Path, Path]) -> None:
    with pytest.raises(RecordingError) as refused:
        import_csv(*paths, Side.LEFT)
    assert refused.value.reason is RecordingReason.NOT_FOUND


def test_an_existing_recording_survives_a_bad_table(paths: tuple[Path, Path]) -> None:
    table, out = paths
    write_table(table, even(100, 300))
    import_csv(table, out, Side.LEFT)
    before = out.read_bytes()
    table.write_text("t_s\n1\n")
    with pytest.raises(RecordingError):
        import_csv(table, out, Side.LEFT)
    assert out.read_bytes() == before


@pytest.mark.parametrize(("separator", "words"), [(";", "by semicolons"), ("\t", "by tabs")])
def test_another_separator_is_named(paths: tuple[Path, Path], separator: str, words: str) -> None:
    table, out = paths
    write_table(table, even(100, 300))
    table.write_text(table.read_text().replace(",", separator))
    assert words in refuse(table, out)


def test_a_comment_above_the_names_is_named(paths: tuple[Path, Path]) -> None:
    table, out = paths
    write_table(table, even(100, 300))
    table.write_text("# made by a logger\n" + table.read_text())
    assert "is a comment" in refuse(table, out)


def import_rows(table: Path, out: Path, rows: NDArray[np.float64]) -> tuple[str, ...]:
    numbers = ([t / 100, *row] for t, row in enumerate(rows.tolist()))
    table.write_text("\n".join([",".join(HEADER), *(",".join(map(repr, row)) for row in numbers)]) + "\n")
    return import_csv(table, out, Side.LEFT)


def at_rest(n: int) -> NDArray[np.float64]:
    shaken = np.random.default_rng(1).normal(0.0, 0.02, (n, 12))
    return np.tile([0.0, 9.81, 0.0, 0.5, 0.0, 0.0], 2) + shaken


def test_what_no_limb_reads_is_doubted_and_the_table_is_kept(paths: tuple[Path, Path]) -> None:
    rows = at_rest(500)
    assert import_rows(*paths, rows) == ()
    assert import_rows(*paths, rows * ([1.0] * 9 + [0.0] * 3)) == (
        "shank_gyr_x_rad_s, shank_gyr_y_rad_s, shank_gyr_z_rad_s never change; check that these columns hold "
        "what was measured.",)
    tumbling = np.random.default_rng(1).normal(0.0, 30.0, (500, 12)) * np.tile([1.0] * 3 + [0.1] * 3, 2)
    assert "m/s² half of the time, where gravity is 9.81" in import_rows(*paths, tumbling)[0]
    assert len(samples(paths[1], Segment.THIGH)) == 500


def test_another_unit_is_refused(paths: tuple[Path, Path]) -> None:
    for factor in (1.0 / 9.81, 9.81, 1e300):
        with pytest.raises(RecordingError, match=r"thigh_acc_x_m_s2, y and z read .* at rest, where gravity"):
            import_rows(*paths, at_rest(500) * np.tile([factor] * 3 + [1.0] * 3, 2))
    assert not paths[1].exists()


def test_a_table_is_never_written_over(paths: tuple[Path, Path]) -> None:
    table, _ = paths
    write_table(table, even(100, 300))
    before = table.read_text()
    with pytest.raises(RecordingError, match="is the file that is read"):
        import_csv(table, table, Side.LEFT)
    assert table.read_text() == before
