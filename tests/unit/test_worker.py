"""When the worker publishes, measured on a clock that nobody waits for."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from monitor.acquisition import Acquisition
from monitor.snapshot import Snapshot
from monitor.sources.base import Emit
from monitor.values import EventKind, Input, Placement, Received, Segment, SessionEvent, Side
from monitor.virtual.virtual_time import run_in_virtual_time
from monitor.worker import PUBLISH_S, Setup, Worker

PACKET = Received(Placement(Side.LEFT, Segment.THIGH), 0, b"packet")


@dataclass
class CountingSession:
    moment: Snapshot
    pushes: list[int] = field(default_factory=list)

    def push(self, inputs: Sequence[Input]) -> SimpleNamespace:
        self.pushes.append(len(inputs))
        return SimpleNamespace(blocks=())

    def snapshot(self) -> Snapshot:
        return self.moment


@dataclass
class Burst:
    """Emits packets at their times, then lasts."""

    times_s: tuple[float, ...]

    async def run(self, emit: Emit) -> None:
        loop = asyncio.get_running_loop()
        for time_s in self.times_s:
            await asyncio.sleep(time_s - loop.time())
            emit(PACKET)
        await asyncio.Event().wait()


def latency_at(moment: Snapshot, packets_s: tuple[float, ...], time_s: float) -> float | None:
    """What the newest snapshot says of its latency at this time, in ms."""
    session = CountingSession(moment)

    async def main() -> float | None:
        setup = Setup(lambda _: Burst(packets_s), lambda *_: Acquisition(session), lambda: 0)
        worker = Worker(setup, "P1", Side.LEFT)
        running = asyncio.create_task(worker.run())
        await asyncio.sleep(time_s)
        latency_ms = worker.latest[0].latency_ms
        worker.stop()
        await running
        return latency_ms

    return run_in_virtual_time(main())


def test_a_packet_after_a_pause_is_shown_at_once(moment: Snapshot) -> None:
    assert latency_at(moment, (1.05,), 1.0501) == pytest.approx(0.0, abs=1e-6)


def test_packets_that_follow_wait_for_the_next_snapshot(moment: Snapshot) -> None:
    packets_s = (1.050, 1.051, 1.053)
    assert latency_at(moment, packets_s, 1.050 + PUBLISH_S + 1e-4) == pytest.approx(
        1000.0 * PUBLISH_S - 1.0, abs=1e-3)


def test_a_snapshot_without_a_new_packet_has_no_latency(moment: Snapshot) -> None:
    assert latency_at(moment, (1.05,), 1.15) is None


def test_a_flood_is_digested_in_batches(moment: Snapshot) -> None:
    session = CountingSession(moment)
    packets_s = tuple(1.0 + i * 1e-4 for i in range(10_000))

    async def main() -> None:
        setup = Setup(lambda _: Burst(packets_s), lambda *_: Acquisition(session), lambda: 0)
        worker = Worker(setup, "P1", Side.LEFT)
        running = asyncio.create_task(worker.run())
        await asyncio.sleep(2.5)
        worker.stop()
        await running

    run_in_virtual_time(main())
    assert sum(session.pushes) > len(packets_s)        # and the ticks
    assert len(session.pushes) < 1.0 / PUBLISH_S + 40


@pytest.mark.parametrize(("patients", "used"), [(["P1"], True), (["P2"], False), (["P2", "P1"], True),
                                                (["P3", "P1"], False)])
def test_a_new_recording_of_the_same_leg_keeps_the_calibration(moment: Snapshot, patients: list[str],
                                                               used: bool) -> None:
    """The straps are still on, unless somebody else was calibrated since; P2 was begun by mistake."""
    seen: list[Input] = []

    class Remembering(CountingSession):
        def push(self, inputs: Sequence[Input]) -> SimpleNamespace:
            seen.extend(inputs)
            return super().push(inputs)

    kept = '{"wearer": {"side": "left"}, "calibration": {}}'

    async def main() -> None:
        setup = Setup(lambda _: Burst(()), lambda patient, _: Acquisition(
            Remembering(moment), documents=lambda: {} if patient == "P2" else {
                "calibration_left.json": kept}), lambda: 7)
        worker = Worker(setup, "P1", Side.LEFT)
        running = asyncio.create_task(worker.run())
        await asyncio.sleep(0.5)
        for patient in patients:
            worker.command("begin", {"patient": patient, "side": Side.LEFT})
            await asyncio.sleep(0.5)
        worker.stop()
        await running

    run_in_virtual_time(main())
    asked = [one.detail for one in seen
             if isinstance(one, SessionEvent) and one.kind is EventKind.CALIBRATION]
    assert asked == [{"action": "use", "side": "left", "saved": json.loads(kept)}] * used
