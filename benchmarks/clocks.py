"""How far apart two sensors' times are after alignment: `benchmarks/clocks.py [SECONDS]`.

Both sensors feel the same steady turning up and down of a turntable, so that every sample tells the true time
it was taken at. They stream over the virtual air, in virtual time, with crystals 100 ppm apart, repeated
packets and moments in which everything has to wait; what the pipeline makes of it is compared row by row.
Writes its table into `docs/bluetooth.md`.
"""

from __future__ import annotations

import asyncio
import sys

import numpy as np
from numpy.typing import NDArray
from sections import machine, write_section

from monitor.pipeline.pair import SensorPair
from monitor.sources.ble import BleSource, leg
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import loop_clock
from monitor.sources.pairing import Pairing
from monitor.values import Input, LinkEvent, Received, Side
from monitor.virtual.clock import Clock
from monitor.virtual.firmware import VirtualSensor
from monitor.virtual.imu import Measured
from monitor.virtual.makes import places, serve_as
from monitor.virtual.on_air import on_air
from monitor.virtual.radio import Conditions
from monitor.virtual.still import StillImu
from monitor.virtual.virtual_time import run_in_virtual_time

SECONDS = 600.0
WAITING_S = 20.0             # for DOTs to agree on a clock, and for the first estimates
SPAN_S, TOP_DPS = 10.0, 1900.0
TURNING = 0.05               # of the top: there it turns round, and tells little
DRIFTS_PPM, OFFSETS_US = (50.0, -50.0), (1e6, 9e8)
AWAY_EVERY_S, AWAY_S = 7.0, 0.05
GOALS_MS = {"patella": 3.0, "movella": 5.0, "witmotion": 15.0}


class Turntable(StillImu):
    """Turns up to `TOP_DPS` about x and down again, `SPAN_S` each."""

    def measure(self, edges_s: NDArray[np.float64], acc_range_g: float) -> Measured:
        """As the still sensor's, with the rate of the moment."""
        measured = super().measure(edges_s, acc_range_g)
        t_s = (edges_s[:-1] + edges_s[1:]) / 2
        measured.gyr_dps[:, 0] = TOP_DPS * np.abs(t_s / SPAN_S % 2 - 1)
        return measured


async def acquire(make: str, interval_s: float, seconds: float) -> list[Input]:
    """Everything that came from two sensors."""
    sensors = [VirtualSensor(place, Turntable(), Clock(OFFSETS_US[i], DRIFTS_PPM[i]),
                             np.random.default_rng(i), serial=0xC10C0 + i)
               for i, place in enumerate(leg(Side.LEFT))]
    inputs: list[Input] = []
    async with on_air(serve_as(make, sensors), Conditions(interval_s=interval_s, loss=0.05)) as air:
        backend = Backend(air.adapter.scanner, air.adapter.client)
        source = BleSource(leg(Side.LEFT), loop_clock(0), backend=backend,
                           pairing=Pairing(places(make, sensors)))
        running = asyncio.create_task(source.run(inputs.append))
        for i in range(int(seconds / AWAY_EVERY_S)):
            await asyncio.sleep(AWAY_EVERY_S - AWAY_S)
            air.peripherals[i % 2].leave_range()
            await asyncio.sleep(AWAY_S)
            air.peripherals[i % 2].enter_range()
        running.cancel()
        await asyncio.wait([running])
    return inputs


def skew_ms(inputs: list[Input]) -> NDArray[np.float64]:
    """(n,) difference between the true times of the two samples in each aligned row, in ms."""
    pair, skews = SensorPair(Side.LEFT), []
    for item in inputs:
        if isinstance(item, Received | LinkEvent):
            pair.push(item)
        for block in pair.take():
            late = block.aligned.t_ns > inputs[0].t_host_ns + WAITING_S * 1e9
            both = block.aligned.thigh, block.aligned.shank
            turns = np.stack([np.degrees(one.gyr_rad_s[:, 0]) for one in both]) / TOP_DPS
            whole = ~np.logical_or.reduce([one.bridged | one.gap | one.missing for one in both])
            clear = ((turns > TURNING) & (turns < 1 - TURNING)).all(axis=0)
            skews.append(np.abs(turns[0] - turns[1])[late & whole & clear] * SPAN_S * 1e3)
    return np.concatenate(skews)


def row(make: str, interval_s: float, seconds: float) -> str:
    """One make and connection interval as a table row."""
    skews = skew_ms(run_in_virtual_time(acquire(make, interval_s, seconds)))
    p50, p95, worst = np.percentile(skews, [50, 95, 100])
    return (f"| {make} | {1e3 * interval_s:.0f} ms | {p50:.1f} ms | {p95:.1f} ms | {worst:.1f} ms | "
            f"{GOALS_MS[make]:.0f} ms |")


def main(seconds: float) -> None:
    """Measure, print, and write the section down."""
    text = "\n".join([
        "## How well two clocks agree", "",
        f"`python benchmarks/clocks.py`: {machine()}, {seconds:.0f} s in virtual time. Crystals 100 ppm "
        f"apart, one packet in twenty repeated, nothing from either sensor for {1e3 * AWAY_S:.0f} ms every "
        f"{2 * AWAY_EVERY_S:.0f} s and then all at once. Between the true times of two samples in a row:", "",
        "| sensors | connection interval | p50 | p95 | worst | goal for p95 |",
        "| --- | --- | --- | --- | --- | --- |",
        *(row(make, interval_s, seconds) for make in GOALS_MS for interval_s in (0.015, 0.03))])
    print(text)
    write_section("bluetooth.md", "clocks", text)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
