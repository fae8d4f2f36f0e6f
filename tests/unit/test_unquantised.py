from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from firmware_protocol.errors import PacketError, PacketReason
from firmware_protocol.unquantised import MAX_ROWS, UnquantisedDecoder, decode_rows, encode_rows


def rows(*times_s: float) -> NDArray[np.float64]:
    table = np.arange(7.0 * len(times_s)).reshape(-1, 7)
    table[:, 0] = times_s
    return table


def test_values_come_out_as_they_went_in() -> None:
    table = rows(0.1, 0.2, 12.345678901)
    (samples,) = UnquantisedDecoder().push(encode_rows(table))
    assert np.array_equal(samples.acc_m_s2, table[:, 1:4])
    assert np.array_equal(samples.gyr_rad_s, table[:, 4:])
    assert samples.t_ns is not None
    assert samples.t_us is not None
    assert samples.t_ns.tolist() == [100_000_000, 200_000_000, 12_345_678_901]
    assert samples.t_us.tolist() == [100_000, 200_000, 12_345_679]
    assert samples.seq is None
    assert not samples.acc_saturated.any()


def test_a_declared_range_marks_what_reaches_it() -> None:
    table = rows(0.0, 1.0)
    table[0, 2], table[1, 5] = -16 * 9.80665, np.radians(2000.0)
    (samples,) = UnquantisedDecoder(16.0, 2000.0).push(encode_rows(table))
    assert samples.acc_saturated.tolist() == [True, False]
    assert samples.gyr_saturated.tolist() == [False, True]


@pytest.mark.parametrize(("table", "reason"), [
    (np.zeros((0, 7)), PacketReason.BAD_COUNT),
    (rows(*np.arange(MAX_ROWS + 1.0)), PacketReason.BAD_COUNT),
    (np.zeros((2, 6)), PacketReason.BAD_FIELD),
    (rows(0.0, 0.0), PacketReason.BAD_TIME),
    (rows(1.0, 0.5), PacketReason.BAD_TIME),
    (rows(1e10), PacketReason.BAD_TIME),
    (rows(0.0, np.nan), PacketReason.NOT_FINITE),
    (np.where(rows(0.0, 1.0) == 10.0, np.inf, rows(0.0, 1.0)), PacketReason.NOT_FINITE),
])
def test_what_is_no_table_of_samples(table: NDArray[np.float64], reason: PacketReason) -> None:
    with pytest.raises(PacketError) as caught:
        encode_rows(table)
    assert caught.value.reason is reason


@pytest.mark.parametrize("size", [1, 55, 57])
def test_part_of_a_row_is_refused(size: int) -> None:
    with pytest.raises(PacketError) as caught:
        decode_rows(bytes(size))
    assert caught.value.reason is PacketReason.WRONG_LENGTH


def test_nothing_is_refused() -> None:
    with pytest.raises(PacketError) as caught:
        decode_rows(b"")
    assert caught.value.reason is PacketReason.BAD_COUNT
