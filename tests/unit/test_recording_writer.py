from pathlib import Path

import numpy as np
import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from mcap.reader import make_reader

from monitor.leg import ARRAYS, LegBlock, Reason
from monitor.recording.reader import open_recording
from monitor.recording.writer import RecordingWriter
from monitor.values import (
    EventKind,
    LinkEvent,
    LinkKind,
    Placement,
    Received,
    Segment,
    Sensor,
    SessionEvent,
    Side,
    Tick,
)

START_NS = 1_700_000_000_000_000_000
THIGH = Placement(Side.LEFT, Segment.THIGH)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.mcap"


def writer_for(path: Path) -> RecordingWriter:
    return RecordingWriter(path, side=Side.LEFT, patient="p-1", version="3.2.1")


def knee_block() -> LegBlock:
    arrays = dict.fromkeys(ARRAYS, np.zeros(3))
    arrays |= {"t_ns": START_NS + np.array([0, 10_000_000, 20_000_000]),
               "valid": np.array([True, False, True]),
               "reason": np.array([0, Reason.GAP, 0], np.uint8), "flexion_deg": np.array([0.1, 0.0, -0.0]),
               "sigma_deg": np.array([1 / 3, 0.0, 2.5])}
    return LegBlock(Side.LEFT, 100.0, **arrays)  # type: ignore[arg-type]


def test_what_is_shown_is_kept_bit_for_bit(path: Path) -> None:
    block = knee_block()
    with writer_for(path) as writer:
        writer.write(Tick(START_NS))
        writer.write_knee(block, "3.2.1")
    knee = open_recording(path).knee()
    for name in ("t_ns", "flexion_deg", "sigma_deg", "valid", "reason"):
        assert getattr(knee, name).tobytes() == getattr(block, name).tobytes()
    assert knee.algorithm == "3.2.1"


def test_other_viewers_decode_the_knee_angle(path: Path) -> None:
    with writer_for(path) as writer:
        writer.write_knee(knee_block(), "3.2.1")
    with path.open("rb") as file:
        found = list(make_reader(file, validate_crcs=True).iter_messages(topics=["/derived/knee"]))
    schema = found[0][0]
    assert schema is not None
    assert schema.encoding == "protobuf"
    pool = descriptor_pool.DescriptorPool()
    for proto in descriptor_pb2.FileDescriptorSet.FromString(schema.data).file:
        pool.Add(proto)
    make = message_factory.GetMessageClass(pool.FindMessageTypeByName(schema.name))
    rows = [make.FromString(message.data) for _, _, message in found]
    assert [row.flexion_deg for row in rows if row.HasField("flexion_deg")] == [0.1, 0.0]
    assert [row.valid for row in rows] == [True, False, True]
    assert rows[1].reason == Reason.GAP


def test_the_first_input_is_on_disk_before_anything_else_happens(path: Path) -> None:
    start = SessionEvent(START_NS, EventKind.START, {"side": "left", "patient": "p-1"})
    writer = writer_for(path)
    writer.write(start)
    assert list(open_recording(path).inputs()) == [start]
    writer.close()


def test_no_more_than_half_a_second_waits_in_memory(path: Path) -> None:
    writer = writer_for(path)
    for i in range(1000):
        t_ns = START_NS + i * 7_000_000
        writer.write(Tick(t_ns))
        assert t_ns - open_recording(path).info.end_ns < 500_000_000
    writer.close()


def test_a_clock_that_is_set_back_does_not_stop_the_flushing(path: Path) -> None:
    writer = writer_for(path)
    writer.write(Tick(START_NS))
    early = [Tick(START_NS - 3_600_000_000_000 + i * 100_000_000) for i in range(20)]
    for tick in early:
        writer.write(tick)
    assert len(list(open_recording(path).inputs())) > 15
    writer.close()


def test_the_channels_are_those_in_use_and_times_are_the_hosts_and_the_devices(path: Path) -> None:
    packet = bytes([1, 0, 1, 0, 0, 0, 0, 0, *(123_456).to_bytes(4, "little"), *bytes(12)])
    with writer_for(path) as writer:
        sensor = Sensor(THIGH, "patella", 100.0)
        writer.write(LinkEvent(THIGH, START_NS, LinkKind.CONNECTED, sensor.to_json()))
        writer.write(Received(THIGH, START_NS + 5, packet))
        writer.write(Received(THIGH, START_NS + 6, b"short"))
    with path.open("rb") as file:
        reader = make_reader(file)
        found = [(channel.topic, message.log_time, message.publish_time, message.sequence)
                 for _, channel, message in reader.iter_messages(log_time_order=False)]
        assert [record.name for record in reader.iter_attachments()] == ["PROTOCOL.md"]
        assert {"session", "sensor"} <= {record.name for record in reader.iter_metadata()}
    assert found == [("/link", START_NS, START_NS, 0),
                     ("/raw/left_thigh", START_NS + 5, 123_456_000, 0),
                     ("/raw/left_thigh", START_NS + 6, START_NS + 6, 1)]


def test_documents_travel_with_the_recording(path: Path) -> None:
    with writer_for(path) as writer:
        writer.write(Tick(START_NS))
        writer.attach("prescription.toml", "application/toml", b"side = 'left'")
    recording = open_recording(path)
    assert recording.attachments == {"prescription.toml": b"side = 'left'"}
    assert recording.media_types == {"prescription.toml": "application/toml"}


def test_both_legs_fit_in_one_recording(path: Path) -> None:
    placements = [Placement(side, segment) for side in Side for segment in Segment]
    packets = [Received(placement, START_NS + i, bytes([i])) for i, placement in enumerate(placements)]
    with writer_for(path) as writer:
        for packet in packets:
            writer.write(packet)
    assert list(open_recording(path).inputs()) == packets


def test_the_prescription_travels_as_a_document_too(path: Path) -> None:
    with writer_for(path) as writer:
        writer.write(SessionEvent(START_NS, EventKind.PRESCRIPTION, {"text": "side = 'left'  # ü"}))
    assert open_recording(path).attachments["prescription.toml"].decode() == "side = 'left'  # ü"
