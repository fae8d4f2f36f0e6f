"""Every vector: whole, cut at every byte, with trailing data; good ones encode back to the same bytes."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from firmware_protocol import commands, movella_dot, movella_sync, witmotion, witmotion_frames
from firmware_protocol.codec import decode_data, decode_info, encode_data, encode_info
from firmware_protocol.errors import PacketError
from firmware_protocol.movella_control import Mode
from firmware_protocol.table_packets import TableDecoder, decode_rows, shipped

VECTORS = Path(__file__).parents[2] / "firmware_protocol" / "vectors"


def vectors(file: str, part: str = "good") -> list[Any]:
    return [pytest.param(vector, id=vector["name"])
            for vector in json.loads((VECTORS / file).read_text())[part]]


def test_the_files_are_what_the_script_writes() -> None:
    script = runpy.run_path(str(Path(__file__).with_name("write_protocol_vectors.py")))
    for name, content in script["files"]().items():
        assert json.loads((VECTORS / name).read_text()) == content, name


def refuses_all_but_the_whole(decode: Any, payload: bytes) -> None:
    """Cut at every byte and followed by anything, it is no packet."""
    for end in range(len(payload)):
        with pytest.raises(PacketError):
            decode(payload[:end])
    for trailing in (b"\x00", b"\x01", payload):
        with pytest.raises(PacketError):
            decode(payload + trailing)


@pytest.mark.parametrize("vector", vectors("data.json"))
def test_data(vector: dict[str, Any]) -> None:
    payload = bytes.fromhex(vector["hex"])
    packet = decode_data(payload)
    assert (packet.flags, packet.seq, packet.dt_us, packet.t0_us) == tuple(
        vector[name] for name in ("flags", "seq", "dt_us", "t0_us"))
    assert packet.counts.tolist() == vector["counts"]
    impact = packet.impact and {"peak": packet.impact.peak, "offset_us": packet.impact.offset_us}
    assert impact == vector["impact"]
    assert encode_data(packet) == payload
    refuses_all_but_the_whole(decode_data, payload)


@pytest.mark.parametrize("vector", vectors("command.json"))
def test_command(vector: dict[str, Any]) -> None:
    payload = bytes.fromhex(vector["hex"])
    command, tag = commands.decode_command(payload)
    assert tag == vector["tag"]
    assert command == getattr(commands, vector["command"])(**vector["args"])
    assert commands.encode_command(command, tag) == payload
    refuses_all_but_the_whole(commands.decode_command, payload)


@pytest.mark.parametrize("vector", vectors("reply.json"))
def test_reply(vector: dict[str, Any]) -> None:
    payload = bytes.fromhex(vector["hex"])
    stamp = commands.SyncStamp(**vector["sync"]) if vector["sync"] else None
    expected = commands.Reply(vector["op"], vector["tag"], commands.Status(vector["status"]), stamp)
    assert commands.decode_reply(payload) == expected
    assert commands.encode_reply(expected) == payload
    refuses_all_but_the_whole(commands.decode_reply, payload)


@pytest.mark.parametrize("vector", vectors("info.json"))
def test_info(vector: dict[str, Any]) -> None:
    payload = bytes.fromhex(vector["hex"])
    info = decode_info(payload)
    for name in set(vector) - {"name", "hex"}:
        value = getattr(info, name)
        assert (list(value) if isinstance(value, tuple) else value) == vector[name], name
    assert encode_info(info) == payload
    refuses_all_but_the_whole(decode_info, payload)


DECODERS = {"data.json": decode_data, "command.json": commands.decode_command,
            "reply.json": commands.decode_reply, "info.json": decode_info}


@pytest.mark.parametrize(("file", "vector"), [
    pytest.param(file, *param.values, id=f"{file}: {param.id}")
    for file in DECODERS for param in vectors(file, "bad")])
def test_refused_with_the_reason(file: str, vector: dict[str, str]) -> None:
    with pytest.raises(PacketError) as caught:
        DECODERS[file](bytes.fromhex(vector["hex"]))
    assert caught.value.reason == vector["reason"]
    assert len(str(caught.value)) > 15


@pytest.mark.parametrize("vector", vectors("movella_dot.json"))
def test_movella_measurement(vector: dict[str, Any]) -> None:
    payload, mode = bytes.fromhex(vector["hex"]), Mode(vector["mode"])
    packet = movella_dot.decode_packet(mode, payload)
    assert packet == movella_dot.DotPacket(mode, vector["t_us"], tuple(vector["values"]))
    assert movella_dot.encode_packet(packet) == payload
    refuses_all_but_the_whole(lambda cut: movella_dot.decode_packet(mode, cut), payload)


@pytest.mark.parametrize("vector", vectors("movella_dot.json", "messages"))
def test_movella_message(vector: dict[str, Any]) -> None:
    payload = bytes.fromhex(vector["hex"])
    message = movella_sync.decode_message(payload)
    expected = movella_sync.Message(movella_sync.MessageId(vector["id"]), bytes.fromhex(vector["data"]))
    assert message == expected
    assert movella_sync.encode_message(message) == payload
    refuses_all_but_the_whole(movella_sync.decode_message, payload)


@pytest.mark.parametrize("vector", vectors("witmotion.json", "motion"))
def test_witmotion_motion(vector: dict[str, Any]) -> None:
    payload = bytes.fromhex(vector["hex"])
    frame = witmotion_frames.decode_frame(payload)
    assert frame == witmotion_frames.Motion(tuple(vector["counts"]))
    assert witmotion_frames.encode_frame(frame) == payload
    assert frame.counts[6] / 32768 * 180 == pytest.approx(vector["roll_deg"], abs=5e-4)
    (samples,) = witmotion.WitMotionDecoder().push(payload)
    assert samples.acc_m_s2[0] / 9.80665 == pytest.approx(vector["acc_g"], abs=5e-5)
    refuses_all_but_the_whole(witmotion_frames.decode_frame, payload)


@pytest.mark.parametrize("vector", vectors("witmotion.json", "registers"))
def test_witmotion_registers(vector: dict[str, Any]) -> None:
    payload = bytes.fromhex(vector["hex"])
    frame = witmotion_frames.decode_frame(payload)
    assert frame == witmotion_frames.Registers(vector["first"], tuple(vector["values"]))
    assert witmotion_frames.encode_frame(frame) == payload
    assert witmotion_frames.battery_percent(payload) == vector["percent"]


@pytest.mark.parametrize("vector", vectors("table.json"))
def test_table(vector: dict[str, Any]) -> None:
    payload, table = bytes.fromhex(vector["hex"]), shipped(vector["table"])
    (samples,) = TableDecoder(table).push(payload)
    assert samples.acc_m_s2[0] / 9.80665 == pytest.approx(vector["acc_g"])
    assert np.degrees(samples.gyr_rad_s[0]) == pytest.approx(vector["gyr_deg_s"])
    assert decode_rows(table, payload).tobytes() == payload
    refuses_all_but_the_whole(lambda cut: decode_rows(table, cut), payload)
