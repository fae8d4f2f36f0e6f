"""The sensor's C core writes what the Python codec reads: same vectors, same values, same refusals."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware_protocol import gatt
from firmware_protocol.codec import decode_data, decode_info, encode_data, encode_info
from firmware_protocol.commands import (
    Reply,
    Start,
    Status,
    decode_command,
    decode_reply,
    encode_reply,
    refusal,
)
from firmware_protocol.errors import PacketError
from firmware_protocol.packets import (
    ACC_RANGES_G,
    IMPACT_THRESHOLD_G,
    RATES_HZ,
    DataFlag,
    DataPacket,
    ImpactTrailer,
    Info,
    samples_that_fit,
)

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "firmware_protocol" / "vectors"

NewCore = Callable[[Info], Any]


def vectors(file: str, part: str = "good") -> list[dict[str, Any]]:
    return json.loads((VECTORS / file).read_text())[part]


BOX = decode_info(bytes.fromhex(vectors("info.json")[0]["hex"]))


def test_the_header_names_the_same_characteristics() -> None:
    header = (ROOT / "firmware" / "patella_sensor" / "src" / "core" / "patella.h").read_text()
    for name in ("SERVICE_UUID", "DATA_UUID", "CONTROL_UUID", "INFO_UUID"):
        assert f'#define PATELLA_{name} "{getattr(gatt, name)}"' in header


def test_info_vectors(core: NewCore) -> None:
    for vector in vectors("info.json"):
        info = decode_info(bytes.fromhex(vector["hex"]))
        assert core(info).info().hex() == vector["hex"]


@pytest.mark.parametrize("vector", [pytest.param(v, id=v["name"]) for v in vectors("data.json")])
def test_data_vectors(core: NewCore, vector: dict[str, Any]) -> None:
    packet = decode_data(bytes.fromhex(vector["hex"]))
    assert core(BOX).build(packet).hex() == vector["hex"]


@pytest.mark.parametrize(("acc", "peak"), [
    ((4096, 0, 0), 4096), ((4096, 90, 0), 4097), ((4096, 64, 0), 4096),   # 4096^2 + 4096 rounds down
    ((-32768, 0, 0), 32768), ((-32768, -32768, -32768), 56756)])
def test_the_peak_is_rounded_to_the_nearest_count(core: NewCore, acc: tuple[int, ...], peak: int) -> None:
    sensor = core(BOX)
    sensor.start(200, 1, 16)
    impact = decode_data(sensor.sample((*acc, 0, 0, 0), 5)).impact
    assert impact == ImpactTrailer(peak, 0)


def expected_reply(payload: bytes, info: Info) -> bytes:
    """What PROTOCOL.md asks of a sensor that is not streaming; SYNC's time is 99."""
    try:
        command, tag = decode_command(payload)
    except PacketError as error:
        refused = refusal(payload, error)
        return encode_reply(refused) if refused else b""
    match command.op.name:
        case "START":
            good = command.rate_hz in info.rates_hz and 1 <= command.samples <= 19
        case "RANGE":
            good = (command.acc_range_g in info.acc_ranges_g
                    and command.gyr_range_dps in info.gyr_ranges_dps)
        case "CONN_INTERVAL":
            good = 6 <= command.units <= 3200
        case "SYNC":
            return b"\x90" + bytes([tag, 0]) + payload[2:] + (99).to_bytes(4, "little")
        case _:
            good = True
    return encode_reply(Reply(command.op, tag, Status.OK if good else Status.UNSUPPORTED))


@pytest.mark.parametrize("vector", [
    pytest.param(v, id=v["name"]) for part in ("good", "bad") for v in vectors("command.json", part)])
def test_command_vectors(core: NewCore, vector: dict[str, Any]) -> None:
    payload = bytes.fromhex(vector["hex"])
    for end in range(len(payload) + 1):
        reply, _ = core(BOX).control(payload[:end], now_us=99)
        assert reply == expected_reply(payload[:end], BOX)
        assert not reply or encode_reply(decode_reply(reply)) == reply


ARGUMENTS = st.sampled_from([b"", *(rate.to_bytes(2, "little") + bytes([n]) for rate in (*RATES_HZ, 60)
                                    for n in (0, 1, 4, 19, 20)),
                             b"\x10\xd0\x07", b"\x20\xd0\x07", b"\x02\x01", b"\x06\x00"])
WRITES = st.builds(lambda op, tag, args: bytes([op, tag]) + args, st.integers(0, 255) | st.integers(1, 6),
                   st.integers(0, 255), ARGUMENTS | st.binary(max_size=5)) | st.binary(max_size=8)


@given(payload=WRITES)
def test_c_answers_as_python(core: NewCore, payload: bytes) -> None:
    reply, action = core(BOX).control(payload, now_us=99)
    assert reply == expected_reply(payload, BOX)
    assert (action == 0) or reply[2] == Status.OK


@given(rate_hz=st.sampled_from(RATES_HZ), wish=st.integers(1, 19), mtu=st.integers(23, 517))
def test_c_fits_as_many_samples_as_python(core: NewCore, rate_hz: int, wish: int, mtu: int) -> None:
    sensor = core(BOX)
    sensor.connected(mtu)
    cap = sensor.state.info.samples_cap
    assert 12 + 12 * cap + 4 <= max(mtu - 3, 28)
    sensor.control(bytes([Start.op, 0]) + Start.layout.pack(rate_hz, wish))
    assert sensor.state.info.samples == samples_that_fit(rate_hz, wish, cap)
    assert decode_info(sensor.info()).samples == sensor.state.info.samples


COUNT = st.integers(-32768, 32767) | st.sampled_from([-32768, -32767, 32767, 0, 2048])
ROWS = st.lists(st.tuples(*[COUNT] * 6), min_size=1, max_size=19)
PEAKS = st.lists(st.tuples(st.integers(0, 18), st.integers(1, 2499), st.tuples(*[COUNT] * 3)), max_size=5)


def python_packet(rows: list[tuple[int, ...]], peaks: list[tuple[int, tuple[int, ...]]], t0_us: int, seq: int,
                  acc_range_g: int) -> bytes:
    """The same packet by PROTOCOL.md; `peaks` are (time after t0, acc), in order of time."""
    counts = np.array(rows, np.int16)
    seen = sorted([*peaks, *((i * 2500, row[:3]) for i, row in enumerate(rows))], key=lambda entry: entry[0])
    offset_us, largest = max(seen, key=lambda entry: sum(v * v for v in entry[1]))
    squared = sum(v * v for v in largest)
    peak = math.isqrt(squared) + (squared - math.isqrt(squared)**2 > math.isqrt(squared))
    impact = ImpactTrailer(peak, max(offset_us, 0)) if squared >= (
        IMPACT_THRESHOLD_G * 32768 // acc_range_g)**2 else None
    flags = DataFlag.GAP | (DataFlag.IMPACT if impact else 0)
    if any(abs(v) >= 32767 for _, acc in seen for v in acc):
        flags |= DataFlag.ACC_SATURATED
    if any(abs(v) >= 32767 for row in rows for v in row[3:]):
        flags |= DataFlag.GYR_SATURATED
    return encode_data(DataPacket(int(flags), seq, 2500, t0_us, counts, impact))


@given(rows=ROWS, peaks=PEAKS, t0_us=st.integers(0, 2**32 - 1), seq=st.integers(0, 65535),
       acc_range_g=st.sampled_from(ACC_RANGES_G))
def test_c_builds_the_packet_python_builds(core: NewCore, rows: list[tuple[int, ...]],
                                           peaks: list[tuple[int, int, tuple[int, ...]]], t0_us: int,
                                           seq: int, acc_range_g: int) -> None:
    sensor = core(BOX)
    sensor.start(400, len(rows), acc_range_g)
    sensor.state.builder.seq = seq
    between = sorted(((slot % len(rows)) * 2500 - after, acc) for slot, after, acc in peaks)
    packet = b""
    for i, row in enumerate(rows):
        for offset_us, acc in between:
            if (i - 1) * 2500 < offset_us < i * 2500:
                sensor.peak(acc, (t0_us + offset_us) % 2**32)
        assert packet == b""
        packet = sensor.sample(row, (t0_us + i * 2500) % 2**32)
    assert packet == python_packet(rows, between, t0_us, seq, acc_range_g)
    assert sensor.state.builder.seq == (seq + 1) % 65536


def test_info_and_stream_agree_with_the_codec_after_commands(core: NewCore) -> None:
    sensor = core(BOX)
    sensor.connected(247)
    for written in ("0301080001", "0502 0201", "010364000a"):
        sensor.control(bytes.fromhex(written))
    info = decode_info(sensor.info())
    assert encode_info(info) == sensor.info()
    assert (info.rate_hz, info.samples, info.role, info.side) == (100, 6, 2, 1)
    packets = [sensor.sample((0, 2048, 0, 0, 0, 0), i * 10_000) for i in range(12)]
    first, second = (decode_data(packet) for packet in packets if packet)
    assert (first.flags, first.seq, first.dt_us) == (DataFlag.GAP | DataFlag.CONFIGURATION_CHANGED, 0, 10_000)
    assert (second.flags, second.seq, second.t0_us) == (0, 1, 60_000)
