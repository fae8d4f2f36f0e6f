"""What the encoder must not put on the wire; the wire is in `tests/golden/test_protocol_vectors.py`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from firmware_protocol.codec import encode_data, encode_info
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.packets import DataPacket, ImpactTrailer, Info, Role, WornSide, samples_that_fit

PACKET = DataPacket(0, 1, 5000, 2, np.zeros((4, 6), np.int16))
INFO = Info(Role.THIGH, WornSide.LEFT, True, 1, 1660, 7, 8, 0, 16, 19, 2000, 200, 4,
            (2, 4, 8, 16), (2000,), (200,))


@pytest.mark.parametrize(("change", "reason"), [
    ({"counts": np.zeros((0, 6), np.int16)}, PacketReason.BAD_COUNT),
    ({"counts": np.zeros((20, 6), np.int16)}, PacketReason.BAD_COUNT),
    ({"counts": np.zeros((4, 3), np.int16)}, PacketReason.BAD_FIELD),
    ({"counts": np.zeros((4, 6))}, PacketReason.BAD_FIELD),
    ({"flags": 64}, PacketReason.BAD_FIELD),
    ({"flags": 32}, PacketReason.BAD_FIELD),
    ({"impact": ImpactTrailer(1, 2)}, PacketReason.BAD_FIELD),
    ({"flags": 32, "impact": ImpactTrailer(65536, 2)}, PacketReason.BAD_FIELD),
    ({"seq": 65536}, PacketReason.BAD_FIELD),
    ({"dt_us": 0}, PacketReason.BAD_FIELD),
    ({"t0_us": -1}, PacketReason.BAD_FIELD),
])
def test_data_that_cannot_be_sent(change: dict[str, Any], reason: PacketReason) -> None:
    with pytest.raises(PacketError) as caught:
        encode_data(replace(PACKET, **change))
    assert caught.value.reason is reason


@pytest.mark.parametrize(("change", "reason"), [
    ({"samples": 20, "samples_cap": 20}, PacketReason.BAD_COUNT),
    ({"samples": 5, "samples_cap": 4}, PacketReason.BAD_COUNT),
    ({"acc_range_g": 32}, PacketReason.BAD_FIELD),
    ({"rates_hz": (200, 100)}, PacketReason.BAD_FIELD),
    ({"rates_hz": (200, 300)}, PacketReason.BAD_FIELD),
    ({"serial": 2**64}, PacketReason.BAD_FIELD),
])
def test_info_that_cannot_be_sent(change: dict[str, Any], reason: PacketReason) -> None:
    with pytest.raises(PacketError) as caught:
        encode_info(replace(INFO, **change))
    assert caught.value.reason is reason


def test_info_is_as_long_as_written() -> None:
    assert len(encode_info(INFO)) == 34


@pytest.mark.parametrize(("rate_hz", "most"), [(25, 1), (50, 3), (100, 6), (200, 13), (400, 19)])
def test_a_packet_spans_no_more_than_its_offset_can_say(rate_hz: int, most: int) -> None:
    assert samples_that_fit(rate_hz, 19, 19) == most
    assert samples_that_fit(rate_hz, 1, 19) == 1


def test_the_mtu_limits_the_samples() -> None:
    assert samples_that_fit(200, 4, 1) == 1
