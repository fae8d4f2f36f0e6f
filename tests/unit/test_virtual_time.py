"""Time that passes only when everybody waits."""

import asyncio
import time

import pytest

from monitor.sources.clock import loop_clock
from monitor.virtual.virtual_time import StuckError, run_in_virtual_time


def test_an_hour_passes_in_a_moment():
    async def main():
        await asyncio.sleep(3600)
        return asyncio.get_running_loop().time()

    began_s = time.perf_counter()
    assert run_in_virtual_time(main()) == pytest.approx(3600)
    assert time.perf_counter() - began_s < 5


def test_things_happen_in_their_order():
    happened = []

    async def at(seconds):
        await asyncio.sleep(seconds)
        happened.append((seconds, asyncio.get_running_loop().time()))

    async def main():
        await asyncio.gather(at(3), at(1), at(2))

    run_in_virtual_time(main())
    assert happened == [(1, pytest.approx(1)), (2, pytest.approx(2)), (3, pytest.approx(3))]


def test_waiting_for_nothing_is_an_error_and_not_for_ever():
    async def main():
        await asyncio.get_running_loop().create_future()

    with pytest.raises(StuckError):
        run_in_virtual_time(main())


def test_the_clock_of_a_source_follows_the_loop():
    async def main():
        clock = loop_clock(1_000)
        await asyncio.sleep(2.5)
        return clock()

    assert run_in_virtual_time(main()) == 2_500_001_000
