from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.samples import Samples
from firmware_protocol.witmotion import DEVICE, WRITE_UUID, WitMotionDecoder, measured
from firmware_protocol.witmotion_frames import (
    BATTERY_REGISTER,
    Motion,
    Registers,
    battery_percent,
    decode_write,
    encode_frame,
    save,
    set_rate,
    unlock,
    write_register,
)


def frame(mark: int) -> bytes:
    """A measurement that can be told by its acc x, and holds no header."""
    return encode_frame(Motion((mark, 0, 2048, 0, 0, 0, 0, 0, 0)))


def pushed(*notifications: bytes) -> list[Samples]:
    decoder = WitMotionDecoder()
    return [samples for payload in notifications for samples in decoder.push(payload)]


def marks(blocks: Iterable[Samples]) -> list[int]:
    return [round(x / 9.80665 / 16 * 32768) for block in blocks for x in block.acc_m_s2[:, 0]]


def test_several_frames_are_one_block() -> None:
    (block,) = pushed(frame(1) + frame(2) + frame(3))
    assert marks([block]) == [1, 2, 3]
    assert not block.gap_before
    assert block.seq is None
    assert block.t_us is None


@given(st.lists(st.integers(1, 60), max_size=12))
def test_however_the_stream_is_cut_nothing_is_lost(cuts: list[int]) -> None:
    stream = b"".join(frame(i) for i in range(10))
    notifications, at = [], 0
    for cut in cuts:
        notifications.append(stream[at:at + cut])
        at += cut
    blocks = pushed(*(part for part in (*notifications, stream[at:]) if part))
    assert marks(blocks) == list(range(10))
    assert not any(block.gap_before for block in blocks)


def test_the_end_of_a_frame_that_began_earlier_is_passed_over() -> None:
    (block,) = pushed(frame(1)[7:] + frame(2))
    assert marks([block]) == [2]
    assert block.gap_before


def test_a_frame_whose_end_is_lost_is_passed_over() -> None:
    (block,) = pushed(frame(1)[:16], frame(2))
    assert marks([block]) == [2]
    assert block.gap_before


def test_bytes_lost_in_the_middle_cost_their_frame() -> None:
    first, second = pushed(frame(1) + frame(2) + frame(3)[:9] + frame(4) + frame(5))
    assert (marks([first]), marks([second])) == ([1, 2], [4, 5])
    assert not first.gap_before
    assert second.gap_before


def test_what_looks_like_a_header_in_a_measurement_is_not_believed() -> None:
    treacherous = encode_frame(Motion((0x6155, 0, 2048, 0, 0, 0, 0, 0, 0)))
    (block,) = pushed(treacherous[2:] + frame(2) + treacherous + frame(4))
    assert marks([block]) == [2, 0x6155, 4]


def test_nothing_but_rubbish_is_an_error_and_the_next_frame_is_read() -> None:
    decoder = WitMotionDecoder()
    with pytest.raises(PacketError) as caught:
        decoder.push(bytes(40))
    assert caught.value.reason is PacketReason.BAD_FIELD
    (block,) = decoder.push(frame(5))
    assert marks([block]) == [5]
    assert block.gap_before


@pytest.mark.parametrize("size", [0, 513, 10_000])
def test_impossible_notifications(size: int) -> None:
    with pytest.raises(PacketError) as caught:
        WitMotionDecoder().push(bytes(size))
    assert caught.value.reason is PacketReason.WRONG_LENGTH


def test_register_answers_are_no_samples_and_break_no_run() -> None:
    answer = encode_frame(Registers(BATTERY_REGISTER, (391, 0, 0, 0, 0, 0, 0, 0)))
    (block,) = pushed(frame(1) + answer + frame(2))
    assert marks([block]) == [1, 2]
    assert battery_percent(frame(1) + answer) == 75
    assert battery_percent(frame(1)) is None
    assert battery_percent(encode_frame(Registers(0x40, (391,) * 8))) is None


@pytest.mark.parametrize(("hundredths", "percent"), [(420, 100), (396, 100), (395, 90), (350, 10), (300, 0)])
def test_battery_steps(hundredths: int, percent: int) -> None:
    assert battery_percent(encode_frame(Registers(BATTERY_REGISTER, (hundredths,) * 8))) == percent


def test_what_is_measured_is_decoded_to_a_count() -> None:
    (block,) = pushed(encode_frame(measured([1.0, -9.8, 1e6], [0.5, -1e6, 0.0])))
    assert block.acc_m_s2[0] == pytest.approx([1.0, -9.8, 16 * 9.80665], abs=0.006)
    assert block.gyr_rad_s[0] == pytest.approx([0.5, -np.radians(2000.0), 0.0], abs=0.0011)
    assert block.acc_saturated.all()
    assert block.gyr_saturated.all()


def test_rails_are_saturated() -> None:
    (block,) = pushed(encode_frame(Motion((-32768, 0, 0, 0, 0, 32767, 0, 0, 0))) + frame(0))
    assert block.acc_saturated.tolist() == block.gyr_saturated.tolist() == [True, False]


def test_start_unlocks_and_sets_the_rate() -> None:
    writes = DEVICE.start_writes(200)
    assert [write.payload.hex() for write in writes] == ["ffaa6988b5", "ffaa030b00"]
    assert {(write.characteristic, write.response) for write in writes} == {(WRITE_UUID, False)}
    assert save().hex() == "ffaa000000"
    assert DEVICE.battery is not None
    assert DEVICE.battery.request is not None
    assert DEVICE.battery.request.payload.hex() == "ffaa276400"


def test_rates_without_a_code() -> None:
    with pytest.raises(PacketError):
        set_rate(60)


def test_what_the_sensor_reads_of_a_write() -> None:
    assert decode_write(set_rate(100)) == (0x03, 0x09)
    assert decode_write(unlock()) == (0x69, 0xB588)
    assert decode_write(write_register(0x24, 1)) == (0x24, 1)
    for rubbish in (b"", b"\xff\xaa\x03\x09", b"\xff\xab\x03\x09\x00", b"\xff\xaa\x03\x09\x00\x00"):
        with pytest.raises(PacketError):
            decode_write(rubbish)
