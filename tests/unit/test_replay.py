"""A replay gives back what was recorded, at the pace that was asked for."""

import asyncio

import pytest

from monitor.sources.replay import ReplaySource
from monitor.values import Tick
from monitor.virtual.virtual_time import run_in_virtual_time

TICKS = [Tick(1_000_000_000 + 100_000_000 * i) for i in range(601)]


def played(speed, act=None):
    """What was emitted, and when on the loop's clock."""
    emitted = []

    async def main():
        loop = asyncio.get_running_loop()
        source = ReplaySource(lambda: TICKS, speed)
        if act is not None:
            act(loop, source)
        await source.run(lambda item: emitted.append((loop.time(), item)))
        return loop.time()

    return run_in_virtual_time(main()), emitted


@pytest.mark.parametrize(("speed", "seconds"), [(1, 60), (4, 15), (None, 0)])
def test_everything_comes_in_order_in_the_time_it_should_take(speed, seconds):
    took, emitted = played(speed)
    assert [item for _, item in emitted] == TICKS
    assert took == pytest.approx(seconds, abs=1e-6)
    if speed:
        assert [t for t, _ in emitted] == pytest.approx([0.1 * i / speed for i in range(601)])


def test_a_pause_adds_its_length_and_loses_nothing():
    def pause(loop, source):
        loop.call_later(10.05, lambda: source.command("pause", on=True))
        loop.call_later(15.0, lambda: source.command("pause", on=False))

    took, emitted = played(1, pause)
    assert [item for _, item in emitted] == TICKS
    assert took == pytest.approx(64.8, abs=0.2)


def test_the_speed_may_change_on_the_way():
    took, emitted = played(1, lambda loop, source: loop.call_later(
        30.05, lambda: source.command("speed", factor=4)))
    assert [item for _, item in emitted] == TICKS
    assert took == pytest.approx(30 + 30 / 4, abs=0.2)


def test_a_replay_without_pauses_leaves_the_loop_some_air():
    turns = []

    async def main():
        async def other():
            while True:
                turns.append(1)
                await asyncio.sleep(0)

        task = asyncio.create_task(other())
        await ReplaySource(lambda: TICKS, None).run(lambda _item: None)
        task.cancel()

    run_in_virtual_time(main())
    assert len(turns) >= 2
