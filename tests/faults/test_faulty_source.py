"""A whole session through a source that does everything wrong now and then, and its recording replayed."""

from __future__ import annotations

import asyncio

from monitor import app
from monitor.snapshot import CalibrationState, SensorState
from monitor.sources.clock import loop_clock
from monitor.sources.faulty import Faults, FaultySource, Stretch
from monitor.sources.replay import ReplaySource
from monitor.values import EventKind, Legs, LinkEvent, Placement, Received, Segment, SessionEvent, Side
from monitor.virtual.simulate import START_NS, simulate
from monitor.virtual.virtual_time import run_in_virtual_time
from monitor.worker import Worker

THIGH, SHANK = (Placement(Side.LEFT, segment) for segment in Segment)
BAD = Faults(dropped=0.02, duplicated=0.02, late=0.02, corrupt=0.002, battery_percent=3,
             silences=(Stretch(42.0, 43.5, SHANK),), absences=(Stretch(47.0, 49.0, THIGH),))


def given():
    """What two sensors send while a person is calibrated and squats."""
    inputs = simulate(["calibration", "squat:6"], side=Side.LEFT, seed=4, rate_hz=100).inputs
    return [item for item in inputs if isinstance(item, Received | LinkEvent)
            or (isinstance(item, SessionEvent) and item.kind is EventKind.CALIBRATION)]


async def live(inputs, folder):
    """The last snapshot of the session."""
    clock = loop_clock(START_NS)
    source = FaultySource(ReplaySource(lambda: iter(inputs), 1.0), BAD, seed=2)
    worker = Worker(app.live_setup(lambda _: source, folder, clock), "virtual", Legs.LEFT)
    running = asyncio.create_task(worker.run())
    await asyncio.sleep((inputs[-1].t_host_ns - START_NS) * 1e-9)
    snapshot = worker.latest[0]
    worker.stop()
    await running
    return snapshot


def test_a_session_goes_on_through_faults_of_every_kind_and_replays_bit_for_bit(tmp_path):
    shown = run_in_virtual_time(live(given(), tmp_path))
    assert all(sensor.state is SensorState.STREAMING for sensor in shown.sensors)
    assert shown.calibration.state in (CalibrationState.GOOD, CalibrationState.POOR)
    assert {"left_thigh_battery", "left_shank_battery"} <= {problem.id for problem in shown.problems}
    path, = tmp_path.glob("*.mcap")
    assert app.replay(path, speed=None, headless=True)
