from __future__ import annotations

import json
import struct
import textwrap
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import firmware_protocol
from firmware_protocol.dialects import decoder_for
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.table import Table
from firmware_protocol.table_packets import SHIPPED, TableDecoder, device, encode_rows, shipped

TIMED = """
title = "Timed board"
service = "0000FFF0-0000-1000-8000-00805F9B34FB"
notify = "0000fff1-0000-1000-8000-00805f9b34fb"
names = ["Timed"]
rate_hz = 100
rows = 4
acc_range_g = 8

[[field]]
is = "time"
unit = "ms"

[[field]]
is = "gyr"
type = "i32"
unit = "rad_s"
per_unit = 1e6

[[field]]
is = "acc"
type = "i16"
unit = "m_s2"
per_unit = 400
"""


def mapping(**change: Any) -> dict[str, Any]:
    return {**tomllib.loads(TIMED), **change}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_tables_travel_as_json(name: str) -> None:
    layout = json.loads(json.dumps(dict(device(shipped(name)).layout)))
    assert Table.from_mapping(layout) == shipped(name)


@pytest.mark.parametrize("table", [Table.from_toml(TIMED), *map(shipped, SHIPPED)])
def test_what_is_encoded_is_decoded(table: Table) -> None:
    rng = np.random.default_rng(3)
    acc, gyr = rng.normal(0.0, 5.0, (table.rows, 3)), rng.normal(0.0, 2.0, (table.rows, 3))
    payload = encode_rows(table, acc, gyr, np.arange(table.rows) * 10_000 + 7_000)
    layout = dict(device(table).layout)
    (samples,) = decoder_for("table", rate_hz=100.0, acc_range_g=None, gyr_range_dps=None,
                             layout=layout).push(payload)
    assert samples.acc_m_s2 == pytest.approx(acc, abs=abs(table.si_per_count["acc"]))
    assert samples.gyr_rad_s == pytest.approx(gyr, abs=table.si_per_count["gyr"])
    if samples.t_us is not None:
        assert samples.t_us.tolist() == [7_000, 17_000, 27_000, 37_000]


def timed_payload(*stamps_ms: int) -> bytes:
    table = Table.from_toml(TIMED)
    rows = np.zeros(len(stamps_ms), table.row)
    rows["time"] = stamps_ms
    return rows.tobytes()


def test_milliseconds_wrap_into_increasing_microseconds() -> None:
    (samples,) = TableDecoder(Table.from_toml(TIMED)).push(timed_payload(2**32 - 10, 0, 10))
    assert samples.t_us is not None
    assert np.diff(samples.t_us).tolist() == [10_000, 10_000]
    assert 0 <= samples.t_us[0] < 2**32


@pytest.mark.parametrize("stamps", [(5, 5), (6, 5)])
def test_times_that_do_not_increase(stamps: tuple[int, int]) -> None:
    with pytest.raises(PacketError) as caught:
        TableDecoder(Table.from_toml(TIMED)).push(timed_payload(*stamps))
    assert caught.value.reason is PacketReason.BAD_TIME


def test_what_is_too_large_clips_at_the_range_or_at_the_type() -> None:
    table = Table.from_toml(TIMED)
    payload = encode_rows(table, np.full((1, 3), 1e6), np.full((1, 3), -1e6))
    (samples,) = TableDecoder(table).push(payload)
    assert samples.acc_m_s2[0, 0] == pytest.approx(8 * 9.80665, abs=1 / 400)
    assert samples.gyr_rad_s[0, 0] == pytest.approx(-2**31 / 1e6)
    assert samples.acc_saturated.all()
    assert not samples.gyr_saturated.any()   # no range declared


@pytest.mark.parametrize("rows", [0, 5])
def test_more_or_fewer_rows_than_declared(rows: int) -> None:
    with pytest.raises(PacketError) as caught:
        TableDecoder(Table.from_toml(TIMED)).push(timed_payload(*range(rows)))
    assert caught.value.reason is PacketReason.WRONG_LENGTH


def test_what_is_not_finite_never_comes_in() -> None:
    with pytest.raises(PacketError) as caught:
        TableDecoder(shipped("plain_float")).push(np.full(6, np.nan, "<f4").tobytes())
    assert caught.value.reason is PacketReason.NOT_FINITE


@pytest.mark.parametrize(("change", "named"), [
    ({"title": ""}, "title"), ({"service": "FFF0"}, "service"), ({"rate_hz": 0}, "rate_hz"),
    ({"names": []}, "names"), ({"rows": 0}, "rows"), ({"colour": "red"}, "colour"),
    ({"field": []}, "one field acc"),
    ({"field": [{"is": "acc", "type": "i16", "unit": "deg_s"}]}, "not measured in deg_s"),
    ({"field": [{"is": "mag", "type": "i16", "unit": "g"}]}, "field.0"),
    ({"field": [{"is": "acc", "type": "u8", "unit": "g"}]}, "field.0.acc.type"),
    ({"field": [{"is": "acc", "type": "i16", "unit": "g", "per_unit": 0}]}, "per_unit cannot be 0"),
    ({"start": [{"characteristic": "0000fff2-0000-1000-8000-00805f9b34fb", "hex": "zz"}]}, "start.0.hex"),
])
def test_a_wrong_table_names_its_field(change: dict[str, Any], named: str) -> None:
    with pytest.raises(PacketError, match=named) as caught:
        Table.from_mapping(mapping(**change))
    assert caught.value.reason is PacketReason.BAD_LAYOUT


def test_the_written_example_is_a_table() -> None:
    text = Path(firmware_protocol.__file__).with_name("DIALECTS.md").read_text()
    example = textwrap.dedent(text[text.index("    title ="):text.index("The Thingy:52 is")])
    assert Table.from_toml(example).row.itemsize == 4 + 6 + 6 + 2


def test_text_that_is_not_toml() -> None:
    with pytest.raises(PacketError, match="not TOML"):
        Table.from_toml("title = ")


def test_thingy_is_started_by_its_configuration() -> None:
    (write,) = device(shipped("thingy52")).start_writes(100)
    assert write.payload.hex() == "f401f401f401640001"


def test_a_thingy_saturates_where_its_makers_firmware_clips() -> None:
    table = shipped("thingy52")
    still = struct.pack("<9h", 0, 0, -1024, *[0] * 6)
    clipped = struct.pack("<9h", 0, 0, -2048, 32736, *[0] * 5)
    (fine,), (hit,) = (TableDecoder(table).push(payload) for payload in (still, clipped))
    assert not fine.acc_saturated.any()
    assert not fine.gyr_saturated.any()
    assert hit.acc_saturated.all()
    assert hit.gyr_saturated.all()
    assert encode_rows(table, np.array([[0.0, 0.0, 99.0]]), np.array([[30.0, 0.0, 0.0]])) == clipped
