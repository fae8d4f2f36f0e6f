"""Each fault shows in what the sensors send, and only from when and where it should."""

from __future__ import annotations

import numpy as np
import pytest

from firmware_protocol.codec import decode_data
from firmware_protocol.packets import DataFlag, DataPacket
from monitor.errors import PatellaError
from monitor.values import LinkEvent, LinkKind, Received, Segment, Side
from monitor.virtual.faults import Fault, Trouble, parse_faults
from monitor.virtual.healthy_link import START_NS
from monitor.virtual.patient import Wear, virtual_patient
from monitor.virtual.simulate import Simulation, simulate

FROM_S = 8.0


def run(*faults: Fault, seconds: int = 24, **options: float) -> Simulation:
    trouble = Trouble(frozenset(faults), FROM_S, **options)
    return simulate([f"stand:{seconds}"], seed=3, rate_hz=100, trouble=trouble)


def packets(simulation: Simulation, segment: Segment) -> list[tuple[float, DataPacket]]:
    return [((i.t_host_ns - START_NS) * 1e-9, decode_data(i.payload)) for i in simulation.inputs
            if isinstance(i, Received) and i.placement.segment is segment]


def mean_acc_g(simulation: Simulation, segment: Segment, from_s: float, to_s: float) -> np.ndarray:
    rows = [p.counts[:, :3] for t_s, p in packets(simulation, segment) if from_s < t_s < to_s]
    return np.concatenate(rows).mean(axis=0) / 32768 * 16


def test_a_list_of_faults_is_read():
    assert parse_faults("strap-slip, low-battery") == {Fault.STRAP_SLIP, Fault.LOW_BATTERY}
    assert parse_faults("") == frozenset()
    assert parse_faults(",".join(Fault)) == set(Fault)


def test_an_unknown_fault_is_told_with_those_there_are():
    with pytest.raises(PatellaError, match=r"'rain'.*strap-slip, loose, dropout"):
        parse_faults("silent,rain")


def test_a_slipped_strap_turns_gravity_a_little_and_forward_a_lot():
    """Standing still, a turn round the upright limb shows only in which way the sensor faces."""
    whole, slipped = (simulate(["knee_extension_seated:3"], seed=3, rate_hz=100,
                               trouble=Trouble(faults, 9.0, 25.0))
                      for faults in (frozenset[Fault](), frozenset({Fault.STRAP_SLIP})))
    before, after = ((mean_acc_g(s, Segment.THIGH, 3.0, 4.0), mean_acc_g(s, Segment.THIGH, 10.0, 11.0))
                     for s in (whole, slipped))
    assert before[0] == pytest.approx(after[0])
    faced, faces = (acc / np.linalg.norm(acc) for acc in (before[1], after[1]))
    turned_deg = np.degrees(np.arccos(faced @ faces))
    assert turned_deg == pytest.approx(25.0, abs=3.0)   # seated, the thigh lies across gravity
    assert mean_acc_g(slipped, Segment.SHANK, 10.0, 11.0) == pytest.approx(
        mean_acc_g(whole, Segment.SHANK, 10.0, 11.0))


def test_a_loose_strap_shakes_with_movement():
    """What the thigh sensor turns beyond the thigh itself, before and after the strap came loose."""
    firm, loose = (simulate(["walking:16"], seed=3, rate_hz=100, trouble=Trouble(faults, 9.0))
                   for faults in (frozenset[Fault](), frozenset({Fault.LOOSE})))
    turned = [np.concatenate([p.counts[:, 3:] for _, p in packets(s, Segment.THIGH)]) / 32768 * 2000
              for s in (firm, loose)]
    more_dps = np.linalg.norm(turned[0] - turned[1], axis=1)
    assert more_dps[:800].max() < 1e-9
    assert more_dps[1000:1400].max() > 60


def test_dropouts_come_again_and_again_on_one_sensor():
    made = run(Fault.DROPOUT)
    for segment, expected in ((Segment.THIGH, 2), (Segment.SHANK, 0)):
        got = packets(made, segment)
        seq = np.array([p.seq for _, p in got])
        long_gaps = np.flatnonzero(np.diff(seq) > 40)
        assert len(long_gaps) == expected
        assert all(got[i + 1][1].flags & DataFlag.GAP for i in long_gaps)
        assert all(got[i][0] > FROM_S - 0.1 for i in long_gaps)


def test_a_silent_sensor_says_nothing_for_a_while_and_then_goes_on():
    made = run(Fault.SILENT)
    times = np.array([t_s for t_s, _ in packets(made, Segment.SHANK)])
    told = [(i.t_host_ns - START_NS) * 1e-9 for i in made.inputs
            if isinstance(i, LinkEvent) and i.kind is LinkKind.SILENT]
    assert len(told) == 1
    assert FROM_S + 0.8 < told[0] < FROM_S + 1.2
    silent = np.diff(times).max()
    assert silent == pytest.approx(12.0, abs=0.3)
    assert times[-1] > 24.0
    assert np.diff([t_s for t_s, _ in packets(made, Segment.THIGH)]).max() < 0.2


def test_knocks_saturate_one_accelerometer():
    made = run(Fault.SATURATION)
    flagged = [t_s for t_s, p in packets(made, Segment.SHANK) if p.flags & DataFlag.ACC_SATURATED]
    assert len(flagged) >= 6
    assert min(flagged) > FROM_S
    assert not any(p.flags & DataFlag.ACC_SATURATED for _, p in packets(made, Segment.THIGH))


def test_a_low_battery_is_low_on_one_sensor():
    made = run(Fault.LOW_BATTERY)
    told = {i.placement.segment: i.detail["percent"] for i in made.inputs
            if isinstance(i, LinkEvent) and i.kind is LinkKind.BATTERY and i.placement}
    assert told[Segment.SHANK] < 10 < told[Segment.THIGH]


def test_upside_down_points_to_the_foot():
    made = run(Fault.UPSIDE_DOWN)
    assert mean_acc_g(made, Segment.SHANK, 2.0, 6.0)[1] < -0.9
    assert mean_acc_g(made, Segment.THIGH, 2.0, 6.0)[1] > 0.9


def test_swapped_sensors_feel_each_others_segment():
    """Seated with the shank hanging, only the thigh lies level."""
    for faults, level in ((frozenset[Fault](), Segment.THIGH), (frozenset({Fault.SWAPPED}), Segment.SHANK)):
        made = simulate(["sit:8"], seed=3, rate_hz=100, trouble=Trouble(faults))
        upright = {s: mean_acc_g(made, s, 8.0, 11.0)[1] for s in Segment}
        assert abs(upright[level]) < 0.3
        assert max(upright.values()) > 0.9


def test_the_wrong_leg_faces_the_other_way():
    right, wrong = (simulate(["lie_on_side:8"], seed=3, rate_hz=100, trouble=Trouble(faults))
                    for faults in (frozenset[Fault](), frozenset({Fault.WRONG_LEG})))
    facing = [mean_acc_g(made, Segment.THIGH, 14.0, 18.0)[2] for made in (right, wrong)]
    assert facing[0] > 0.8     # the outer side is on top
    assert facing[1] < -0.8


def test_live_sensors_have_the_same_faults():
    how = Wear(trouble=Trouble(frozenset({Fault.LOW_BATTERY, Fault.SILENT}), 1.0))
    thigh, shank = virtual_patient([], Side.LEFT, 1, how=how)
    for sensor in (thigh, shank):
        sensor.start(200, 4, 0)
    sent = [sum(len(s.packets_until(k * 100_000)) for k in range(1, 40)) for s in (thigh, shank)]
    assert sent[0] > 3 * sent[1]
    assert shank.battery_percent(0) == 9
