from __future__ import annotations

import math

import numpy as np
import pytest

from firmware_protocol import movella_control, movella_dot
from firmware_protocol.dialects import decoder_for
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.movella_control import Mode
from firmware_protocol.movella_dot import DotDecoder, DotPacket, encode_packet
from firmware_protocol.samples import Decoder


def decoder(mode: int = 21) -> Decoder:
    return decoder_for("movella_dot", rate_hz=60.0, acc_range_g=None, gyr_range_dps=None,
                       layout={"mode": mode})


@pytest.mark.parametrize(("mode", "before"), [
    (Mode.RATE_QUANTITIES, ()), (Mode.CUSTOM_5, (1.0, 0.0, 0.0, 0.0))])
def test_both_modes_with_angular_rate_give_the_same_samples(mode: Mode, before: tuple[float, ...]) -> None:
    packet = DotPacket(mode, 2**32 - 1, (*before, 1.0, 2.0, 3.0, 90.0, 0.0, -90.0))
    (samples,) = decoder(mode).push(encode_packet(packet))
    assert samples.acc_m_s2.tolist() == [[1.0, 2.0, 3.0]]
    assert samples.gyr_rad_s[0] == pytest.approx([math.pi / 2, 0.0, -math.pi / 2])
    assert samples.t_us is not None
    assert samples.t_us.tolist() == [2**32 - 1]
    assert samples.seq is None
    assert not samples.acc_saturated[0]


def test_the_limit_of_the_range_is_saturated() -> None:
    packet = DotPacket(Mode.RATE_QUANTITIES, 0, (0.0, -16 * 9.80665, 0.0, 2000.0, 0.0, 0.0))
    (samples,) = DotDecoder().push(encode_packet(packet))
    assert samples.acc_saturated.tolist() == samples.gyr_saturated.tolist() == [True]


@pytest.mark.parametrize("mode", [3, 20, "21", None, [21]])
def test_modes_without_angular_rate_are_refused(mode: int) -> None:
    with pytest.raises(PacketError) as caught:
        decoder(mode)
    assert caught.value.reason is PacketReason.BAD_LAYOUT


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_never_comes_in(value: float) -> None:
    payload = np.array([0.0, value, 0.0, 0.0, 0.0, 0.0], "<f4").tobytes()
    with pytest.raises(PacketError) as caught:
        DotDecoder().push(bytes(4) + payload)
    assert caught.value.reason is PacketReason.NOT_FINITE


def test_a_value_beyond_single_precision_cannot_be_sent() -> None:
    with pytest.raises(PacketError):
        encode_packet(DotPacket(Mode.RATE_QUANTITIES, 0, (1e300, 0.0, 0.0, 0.0, 0.0, 0.0)))


def test_start_sets_the_rate_and_then_the_mode() -> None:
    rate, start = movella_dot.device().start_writes(30)
    assert rate.characteristic == "15171002-4947-11e9-8646-d663bd873d93"
    assert len(rate.payload) == 32
    assert (rate.payload[0], rate.payload[24:26]) == (0x10, b"\x1e\x00")
    assert movella_control.visited_rate(rate.payload) == 30
    assert (start.characteristic, start.payload) == ("15172001-4947-11e9-8646-d663bd873d93", b"\x01\x01\x15")


def test_each_mode_streams_on_its_characteristic() -> None:
    assert movella_dot.device(Mode.RATE_QUANTITIES).notify == movella_control.MEDIUM_PAYLOAD_UUID
    assert movella_dot.device(Mode.CUSTOM_5).notify == movella_control.LONG_PAYLOAD_UUID
    with pytest.raises(PacketError):
        movella_dot.device(Mode.COMPLETE_QUATERNION)


def test_120_hz_only_records() -> None:
    with pytest.raises(PacketError):
        movella_dot.device().start_writes(120)
    with pytest.raises(PacketError):
        movella_control.set_output_rate(120)


def test_identify_visits_nothing_else() -> None:
    (write,) = movella_dot.device().identify
    assert write.payload == b"\x01\x01" + bytes(30)
    assert movella_control.visited_rate(write.payload) is None


def test_serial_number() -> None:
    payload = movella_control.encode_information(0xD422CD00012345AB)
    assert len(payload) == 34
    assert movella_control.decode_serial(payload) == "D422CD00012345AB"
    with pytest.raises(PacketError):
        movella_control.decode_serial(payload[:-1])


@pytest.mark.parametrize("size", [0, 31, 33])
def test_device_control_of_another_length(size: int) -> None:
    with pytest.raises(PacketError):
        movella_control.visited_rate(bytes(size))
