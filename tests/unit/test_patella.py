from __future__ import annotations

import numpy as np
import pytest

from firmware_protocol import commands, gatt, patella
from firmware_protocol.codec import encode_data
from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.packets import DataFlag, DataPacket, Impact, ImpactTrailer
from firmware_protocol.patella import PatellaDecoder
from firmware_protocol.samples import Samples


def decoded(counts: list[list[int]], flags: int = 0, t0_us: int = 0,
            impact: ImpactTrailer | None = None) -> Samples:
    packet = DataPacket(flags, 7, 2500, t0_us, np.array(counts, np.int16), impact)
    (samples,) = PatellaDecoder(16.0, 2000.0).push(encode_data(packet))
    return samples


def test_counts_become_si_units() -> None:
    samples = decoded([[2048, 0, -32768, 16384, 0, -16384]])
    assert samples.acc_m_s2.tolist() == [[9.80665, 0.0, -16 * 9.80665]]
    assert np.degrees(samples.gyr_rad_s[0]) == pytest.approx([1000.0, 0.0, -1000.0])
    assert samples.seq == 7
    assert samples.t_ns is None


def test_time_increases_inside_a_packet_through_the_wrap() -> None:
    samples = decoded([[0] * 6] * 3, t0_us=2**32 - 2500)
    assert samples.t_us is not None
    assert samples.t_us.tolist() == [2**32 - 2500, 2**32, 2**32 + 2500]


def test_the_rows_at_the_rail_are_the_saturated_ones() -> None:
    samples = decoded([[0] * 6, [0, -32768, 0, 0, 0, 0], [0, 0, 0, 0, 0, 32767]],
                      DataFlag.ACC_SATURATED | DataFlag.GYR_SATURATED)
    assert samples.acc_saturated.tolist() == [False, True, False]
    assert samples.gyr_saturated.tolist() == [False, False, True]


def test_clipping_between_the_samples_makes_all_of_them_doubtful() -> None:
    samples = decoded([[0] * 6] * 2, DataFlag.ACC_SATURATED)
    assert samples.acc_saturated.all()
    assert not samples.gyr_saturated.any()


def test_flags_and_impact() -> None:
    quiet = decoded([[0] * 6])
    assert (quiet.gap_before, quiet.marker, quiet.impact) == (False, False, None)
    flags = DataFlag.GAP | DataFlag.MARKER | DataFlag.IMPACT
    loud = decoded([[0] * 6], flags, impact=ImpactTrailer(40960, 1875))
    assert (loud.gap_before, loud.marker) == (True, True)
    assert loud.impact == Impact(offset_us=1875, peak_resultant_g=20.0, saturated=False)


def test_a_clipped_impact_is_a_lower_bound() -> None:
    flags = DataFlag.ACC_SATURATED | DataFlag.IMPACT
    impact = decoded([[32767] * 6], flags, impact=ImpactTrailer(56755, 0)).impact
    assert impact is not None
    assert impact.saturated


@pytest.mark.parametrize("ranges", [(None, 2000.0), (16.0, None), (0.0, 2000.0)])
def test_without_ranges_nothing_can_be_scaled(ranges: tuple[float | None, float | None]) -> None:
    with pytest.raises(PacketError) as caught:
        PatellaDecoder.declared(acc_range_g=ranges[0], gyr_range_dps=ranges[1], rate_hz=200.0, layout={})
    assert caught.value.reason is PacketReason.BAD_LAYOUT


@pytest.mark.parametrize(("rate_hz", "samples"), [(25, 1), (50, 1), (100, 2), (200, 4), (400, 8)])
def test_the_stream_keeps_fifty_packets_a_second(rate_hz: int, samples: int) -> None:
    (write,) = patella.DEVICE.start_writes(rate_hz)
    assert write.characteristic == gatt.CONTROL_UUID
    assert commands.decode_command(write.payload)[0] == commands.Start(rate_hz, samples)
