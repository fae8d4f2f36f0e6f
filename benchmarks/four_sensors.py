"""What a session of four sensors at 200 Hz costs: `benchmarks/four_sensors.py [SECONDS]`.

In virtual time, so that only the work counts: client, recording, the angles of both knees, exercises and
snapshots, all but the window. First with the virtual sensors and their air in the same process; then the same
session fed with what had come from them, and with what comes from a person who exercises, for a real radio's
air and sensors are no work of this computer. Writes its table into `docs/bluetooth.md`.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from sections import machine, write_section

from monitor import app
from monitor.recording.reader import open_recording
from monitor.sources.base import Emit, Source
from monitor.sources.ble import BleSource
from monitor.sources.bluetooth import Backend
from monitor.sources.clock import loop_clock
from monitor.sources.replay import ReplaySource
from monitor.values import EventKind, Input, Legs, LinkEvent, Received, SessionEvent
from monitor.virtual.healthy_link import START_NS
from monitor.virtual.on_air import on_air
from monitor.virtual.patella_gatt import PatellaGatt
from monitor.virtual.radio import Conditions
from monitor.virtual.simulate import simulate
from monitor.virtual.still import still_sensor
from monitor.virtual.virtual_time import run_in_virtual_time
from monitor.worker import Worker

SECONDS = 600.0
LOSSY = Conditions(interval_s=0.03, loss=0.2)
EXERCISES = ("calibration", "squat:10", "walking:60", "sit_to_stand:8", "double_leg_hop:6", "step_up:8")
GOAL_PERCENT = 35


class OnTheAir:
    """Four sensors at rest, their air and the client, as one source."""

    async def run(self, emit: Emit) -> None:
        """Stream until cancelled."""
        sensors = [PatellaGatt(still_sensor(place, 0xF0 + i, offset_us=1e6 * (i + 1)))
                   for i, place in enumerate(Legs.BOTH.places)]
        async with on_air(sensors, LOSSY) as air:
            backend = Backend(air.adapter.scanner, air.adapter.client)
            await BleSource(Legs.BOTH.places, loop_clock(START_NS), backend=backend).run(emit)


async def live(source: Source, seconds: float, folder: Path) -> None:
    """Run a session of both legs for so long, recorded in `folder`."""
    setup = app.live_setup(lambda _: source, folder, loop_clock(START_NS))
    worker = Worker(setup, "virtual", Legs.BOTH)
    running = asyncio.create_task(worker.run())
    await asyncio.sleep(seconds)
    worker.stop()
    await running


def measured(source: Source, seconds: float) -> tuple[float, list[Input]]:
    """Share of one core in percent, and what came from the sensors."""
    with TemporaryDirectory() as folder:
        begun_s = time.process_time()
        run_in_virtual_time(live(source, seconds, Path(folder)))
        share = 100.0 * (time.process_time() - begun_s) / seconds
        path, = Path(folder).glob("*.mcap")
        return share, [item for item in open_recording(path).inputs() if from_sensors(item)]


def fed(inputs: Sequence[Input]) -> ReplaySource:
    """A source of these inputs, at the pace at which they came."""
    return ReplaySource(lambda: iter(inputs))


def from_sensors(item: Input) -> bool:
    """Whether an input is a sensor's, or asks for a calibration; a session adds all others itself."""
    return isinstance(item, Received | LinkEvent) or (
        isinstance(item, SessionEvent) and item.kind is EventKind.CALIBRATION)


def main(seconds: float) -> None:
    """Measure, print, and write the section down."""
    app.warm_up()
    exercising = [item for item in simulate(EXERCISES, side=Legs.BOTH, seed=3).inputs if from_sensors(item)]
    lasted_s = (exercising[-1].t_host_ns - START_NS) * 1e-9
    everything, still = measured(OnTheAir(), seconds)
    rows = ((f"sensors at rest for {seconds:.0f} s, with sensors, air and client", everything),
            ("the same inputs, without sensors, air and client", measured(fed(still), seconds)[0]),
            (f"a person who exercises for {lasted_s:.0f} s, without sensors, air and client",
             measured(fed(exercising), lasted_s)[0]))
    text = "\n".join([
        "## What four sensors cost", "",
        f"`python benchmarks/four_sensors.py`: {machine()}, in virtual time. Both legs at 200 Hz, every "
        "30 ms, one packet in five repeated: recording, the angles of both knees, exercises and snapshots, "
        f"without a window. The goal is under {GOAL_PERCENT} %.", "",
        "| session | processor time, of one core |", "| --- | --- |",
        *(f"| {name} | {share:.0f} % |" for name, share in rows)])
    print(text)
    write_section("bluetooth.md", "four_sensors", text)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
