"""Host time as sources stamp it: nanoseconds since the Unix epoch, from a clock that never jumps.

A source is given its clock, the same one that stamps everything else in the session.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

Clock = Callable[[], int]


def loop_clock(start_ns: int) -> Clock:
    """The running event loop's own clock, `start_ns` now; in virtual time it runs with the loop."""
    loop = asyncio.get_running_loop()
    began_s = loop.time()
    return lambda: start_ns + round((loop.time() - began_s) * 1e9)
