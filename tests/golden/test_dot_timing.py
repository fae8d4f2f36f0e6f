"""Loss from time stamps, on five Movella DOTs that streamed live for six seconds; one lost many packets."""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from firmware_protocol.sequence import TimeUnwrapper, lost_between

TIMING = Path(__file__).parents[3] / "shared" / "data" / "ble_packet_timing.csv"


@pytest.mark.skipif(not TIMING.exists(), reason="the recorded packet timing is not on this machine")
def test_loss_of_real_sensors_from_their_time_stamps() -> None:
    stamps: dict[str, list[int]] = defaultdict(list)
    with TIMING.open() as file:
        for row in csv.DictReader(file):
            stamps[row["sensor"]].append(int(row["sample_time_us"]))
    lost_percent = {}
    for sensor, raw in stamps.items():
        unwrapper = TimeUnwrapper()
        times = [unwrapper.push(t) for t in raw]
        lost = sum(lost_between(b - a, 1e6 / 60) for a, b in pairwise(times))
        lost_percent[sensor] = round(100 * lost / (lost + len(times)), 1)
    assert lost_percent == {"LFemur": 44.6, "LTibia": 0.0, "Pelvis": 0.0, "RFemur": 0.0, "RTibia": 0.0}
