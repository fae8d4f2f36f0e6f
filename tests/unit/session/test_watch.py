from bisect import bisect_left

import pytest

from monitor.leg import LegBlock
from monitor.session import Session
from monitor.snapshot import CalibrationState
from monitor.values import EventKind, SessionEvent, Side


@pytest.mark.parametrize("before_the_end", [1, 2, 3])
def test_a_request_may_come_at_any_row_of_a_step(worn, before_the_end):
    """Just before the last one, the step that it begins has a single row, which has no rate."""
    inputs = [one for one in worn.inputs if one.t_host_ns < worn.inputs[0].t_host_ns + 3_000_000_000
              and not (isinstance(one, SessionEvent) and one.kind is EventKind.CALIBRATION)]
    first = Session(Side.RIGHT)
    rows = LegBlock.join(list(first.push(inputs).blocks)).t_ns
    step = first.watch.calibrator.step_rows
    asked = SessionEvent(int(rows[2 * step - before_the_end]), EventKind.CALIBRATION, {"action": "start"})
    place = bisect_left(inputs, asked.t_host_ns, key=lambda one: one.t_host_ns)
    session = Session(Side.RIGHT)
    session.push([*inputs[:place], asked, *inputs[place:]])
    assert session.snapshot().calibration.state is CalibrationState.RUNNING
