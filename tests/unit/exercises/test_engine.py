"""The engine: what is told and what is recognised, dose, pain, pauses, wrong legs, any chunks."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.exercises.engine import ExerciseEngine
from monitor.exercises.prescription import parse_prescription
from monitor.leg import LegBlock, Posture
from monitor.values import EventKind, SessionEvent, Side

RATE = 50.0
PLAN = """patient = "P-1"
side = "right"
[[exercise]]
id = "straight_leg_raise_supine"
sets = 2
reps = 4
hold_s = 2
"""


def lying(make_leg, make_repeated, reps=4, top=30.0, hold_s=2.0, flexion=0.0):
    lift = make_repeated(RATE, reps, top, hold_s=hold_s, lower_s=1.9)
    return make_leg(RATE, flexion=np.full(len(lift), flexion), elevation=lift, posture=Posture.SUPINE)


def later(block, seconds):
    """The same leg some seconds later."""
    arrays = {n: getattr(block, n) for n in LegBlock.__slots__ if n not in ("side", "rate_hz", "t_ns")}
    return LegBlock(block.side, block.rate_hz, t_ns=block.t_ns + round(seconds * 1e9), **arrays)


def run(engine, *blocks, chunk=10**9):
    for block in blocks:
        for start in range(0, len(block), chunk):
            engine.push(block[start:start + chunk])
    return engine


def event(seconds, kind, **detail):
    return SessionEvent(round(seconds * 1e9), kind, detail)


def test_what_is_done_is_recognised_without_being_told(make_leg, make_repeated):
    engine = run(ExerciseEngine(Side.RIGHT, RATE, start_ns=0), lying(make_leg, make_repeated, reps=6))
    engine.finish()
    [one] = engine.sets
    assert (one.exercise, sum(r.counted for r in one.reps)) == ("straight_leg_raise_supine", 6)


def test_two_movements_alone_are_no_set_unless_told(make_leg, make_repeated):
    leg = lying(make_leg, make_repeated, reps=2)
    unaided, told = (run(ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise=e), leg)
                     for e in (None, "straight_leg_raise_supine"))
    unaided.finish()
    told.finish()
    assert unaided.sets == ()
    assert len(told.sets[0].reps) == 2


def test_another_exercise_than_planned_is_said(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    engine.event(event(0.0, EventKind.EXERCISE, id="quad_set"))
    run(engine, lying(make_leg, make_repeated))
    assert "This looks like straight leg raise, on the back; the plan says quad set." in engine.warnings


def test_the_prescribed_dose_stands_in_the_set(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, prescription=parse_prescription(PLAN))
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    run(engine, lying(make_leg, make_repeated))
    progress = engine.progress()
    assert progress is not None
    assert (progress.reps_counted, progress.reps_prescribed, progress.sets_prescribed) == (4, 4, 2)
    assert progress.phase == "rest"
    engine.finish()
    assert engine.sets[0].prescribed == {"sets": 2, "reps": 4, "hold_s": 2.0}


def test_a_rest_counts_down_and_the_next_set_begins(make_leg, make_repeated):
    plan = parse_prescription(PLAN + "rest_s = 20")
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, prescription=plan)
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    first = lying(make_leg, make_repeated)
    still = lying(make_leg, make_repeated, reps=5, top=0.01)
    back_s = len(first) / RATE - 1.0
    run(engine, first, later(still[:round(4 * RATE)], back_s + 1.0))
    assert engine.progress().phase == "rest"
    assert engine.progress().rest_left_s == pytest.approx(15.0, abs=0.5)
    assert (engine.progress().set_number, engine.progress().reps_counted) == (1, 4)
    run(engine, later(still[round(4 * RATE):round(11 * RATE)], back_s + 5.0))
    assert engine.progress().rest_left_s == pytest.approx(8.0, abs=0.5)
    assert len(engine.sets) == 1
    run(engine, later(still[:round(12 * RATE)], back_s + 12.0))
    assert (engine.progress().phase, engine.progress().set_number) == ("ready", 2)
    run(engine, later(first, back_s + 24.0))
    assert engine.progress().phase == "done"
    engine.finish()
    assert [len(one.reps) for one in engine.sets] == [4, 4]


def test_after_the_last_set_it_is_done_until_somebody_begins_once_more(make_leg, make_repeated):
    plan = parse_prescription(PLAN.replace("sets = 2", "sets = 1"))
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, prescription=plan)
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    first, still = lying(make_leg, make_repeated), lying(make_leg, make_repeated, reps=6, top=0.01)
    run(engine, first, later(still, len(first) / RATE))
    now = engine.progress()
    assert (now.phase, now.set_number, now.reps_counted, len(now.reps)) == ("done", 1, 4, 4)
    end_s = (len(first) + len(still)) / RATE
    run(engine, later(first[:round(3.0 * RATE)], end_s))
    now = engine.progress()
    assert (now.phase, now.set_number, now.reps) == ("lifting", 2, ())
    end_s += 3.0
    engine.event(event(end_s, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    run(engine, later(still[:50], end_s))
    now = engine.progress()
    assert (now.phase, now.set_number, now.reps_counted, len(now.reps)) == ("ready", 2, 0, 0)


def test_a_set_is_numbered_as_it_was_begun_for_the_day_may_have_had_others(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, prescription=parse_prescription(PLAN))
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine", set=2))
    first = lying(make_leg, make_repeated)
    run(engine, first[:500])
    assert (engine.progress().set_number, engine.progress().sets_prescribed) == (2, 2)
    run(engine, first[500:])
    assert engine.progress().phase == "done"


def test_lifting_and_lowering_have_their_own_pace(make_leg, make_repeated):
    plan = parse_prescription(PLAN + "tempo = { lift_s = 2.0, lower_s = 3.0 }")
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, prescription=plan)
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    leg = lying(make_leg, make_repeated, reps=1)
    seen = {}
    for at in range(0, len(leg), 10):
        engine.push(leg[at:at + 10])
        now = engine.progress()
        seen.setdefault(now.phase, []).append(now)
    assert {phase: {one.tempo_s for one in moments} for phase, moments in seen.items()} == {
        "ready": {0.0}, "lifting": {2.0}, "holding": {0.0}, "lowering": {3.0}}
    assert seen["lifting"][-1].phase_s == pytest.approx(1.2, abs=0.3)
    assert seen["holding"][-1].phase_s == pytest.approx(2.0 + 0.8, abs=0.2)   # and near the top
    assert seen["lowering"][-1].phase_s == pytest.approx(1.9 - 0.7, abs=0.25)    # without its gentle ends
    for moments in seen.values():
        spent = [one.phase_s for one in moments if one.phase != "ready"]
        assert spent == sorted(spent)


def test_a_set_under_way_goes_on_after_a_short_pause(make_leg, make_repeated):
    """Only a set that is complete ends sooner than any other."""
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, prescription=parse_prescription(PLAN))
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    first, rest = (lying(make_leg, make_repeated, reps=n, top=top) for n, top in ((2, 30.0), (3, 0.01)))
    run(engine, first, later(rest, len(first) / RATE), later(first, (len(first) + len(rest)) / RATE)).finish()
    assert [len(one.reps) for one in engine.sets] == [4]


def test_what_the_screen_asks_for_goes_before_the_plan(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, prescription=parse_prescription(PLAN))
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine", prescribed={"reps": 3}))
    run(engine, lying(make_leg, make_repeated, reps=1)).finish()
    assert engine.sets[0].prescribed == {"sets": 2, "reps": 3, "hold_s": 2.0}


def test_the_other_leg_is_said_and_not_counted(make_leg, make_repeated):
    plan = parse_prescription(PLAN.replace('"right"', '"left"'))
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, prescription=plan,
                            exercise="straight_leg_raise_supine")
    run(engine, lying(make_leg, make_repeated)).finish()
    assert {r.rule for r in engine.sets[0].reps} == {"wrong_leg"}
    assert not any(r.counted for r in engine.sets[0].reps)
    assert "other leg" in engine.warnings[0]


def test_a_set_ends_by_the_button_and_keeps_its_pain(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    first = lying(make_leg, make_repeated)
    end_s = len(first) / RATE
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    engine.event(event(end_s, EventKind.SET_END))
    engine.event(event(end_s + 1, EventKind.PAIN, score=5))
    run(engine, first, later(first, end_s))
    engine.finish()
    assert [s.pain for s in engine.sets] == [5, None]


def test_a_long_rest_ends_a_set(make_leg, make_repeated):
    first = lying(make_leg, make_repeated)
    rest = lying(make_leg, make_repeated, reps=12, top=0.01)
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="straight_leg_raise_supine")
    run(engine, first, later(rest, len(first) / RATE), later(first, (len(first) + len(rest)) / RATE)).finish()
    assert [len(s.reps) for s in engine.sets] == [4, 4]


def test_nothing_is_counted_in_a_pause(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="straight_leg_raise_supine")
    engine.event(event(0.0, EventKind.PAUSE, paused=True))
    run(engine, lying(make_leg, make_repeated)).finish()
    assert engine.sets == ()


@pytest.mark.parametrize("chunk", [7, 10**9])
def test_what_follows_a_pause_is_recognised_where_it_is(make_leg, make_repeated, chunk):
    paused, leg = lying(make_leg, make_repeated, reps=3), lying(make_leg, make_repeated, reps=6)
    engine, over_s = ExerciseEngine(Side.RIGHT, RATE, start_ns=0), len(paused) / RATE
    engine.event(event(0.5, EventKind.PAUSE, paused=True))
    engine.event(event(over_s, EventKind.PAUSE, paused=False))
    run(engine, paused, later(leg, over_s), chunk=chunk).finish()
    assert [(one.exercise, len(one.reps)) for one in engine.sets] == [("straight_leg_raise_supine", 6)]
    assert engine.sets[0].start_s > over_s


def test_cycles_after_a_pause_without_an_angle_are_looked_up_where_they_are(make_leg):
    """In the pause the knee was not known; what is looked back at must not lie there."""
    cycles = 40.0 + 30.0 * np.sin(2 * np.pi * np.arange(round(40 * RATE)) / RATE)
    unknown = make_leg(RATE, flexion=cycles, elevation=np.full(len(cycles), -60.0),
                       valid=np.zeros(len(cycles), bool))
    known = make_leg(RATE, flexion=cycles, elevation=np.full(len(cycles), -60.0))
    engine, over_s = ExerciseEngine(Side.RIGHT, RATE, start_ns=0), len(cycles) / RATE
    engine.event(event(0.0, EventKind.PAUSE, paused=True))
    engine.event(event(over_s, EventKind.PAUSE, paused=False))
    run(engine, unknown, later(known, over_s)).finish()
    assert all(one.start_s > over_s for one in engine.sets)


def test_the_therapist_counts_and_overrules(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    leg = lying(make_leg, make_repeated)
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    engine.event(event(3.0, EventKind.THERAPIST_REP))
    run(engine, leg)
    progress = engine.progress()
    assert progress is not None
    assert progress.therapist_reps == 1
    engine.event(event(900.0, EventKind.SET_END))
    engine.event(event(901.0, EventKind.OVERRULE, set=1, rep=2, counted=False))
    engine.finish()
    assert [(r.counted, r.rule) for r in engine.sets[0].reps][1] == (False, "overruled")


def test_a_set_ended_by_mistake_goes_on(make_leg, make_repeated):
    leg = lying(make_leg, make_repeated)
    half = len(leg) // 2
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine", prescribed={"reps": 20}))
    run(engine, leg[:half])
    at_s = half / RATE
    engine.event(event(at_s, EventKind.THERAPIST_REP))
    engine.event(event(at_s, EventKind.SET_END))
    engine.event(event(at_s, EventKind.PAIN, score=4))
    engine.event(event(at_s, EventKind.UNDO, of="set_end"))
    run(engine, leg[half:])
    progress = engine.progress()
    assert progress is not None
    assert (progress.set_number, progress.therapist_reps) == (1, 1)
    engine.finish()
    done, = engine.sets
    whole = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="straight_leg_raise_supine")
    run(whole, leg).finish()
    assert [r.counted for r in done.reps] == [r.counted for r in whole.sets[0].reps]
    assert done.pain == 4


def test_a_whole_set_stays_ended(make_leg, make_repeated):
    leg = lying(make_leg, make_repeated)
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine", prescribed={"reps": 1}))
    run(engine, leg)
    before = engine.sets
    engine.event(event(900.0, EventKind.SET_END))
    engine.event(event(901.0, EventKind.UNDO, of="set_end"))
    engine.finish()
    assert len(engine.sets) == len(before)


@pytest.mark.parametrize("chunk", [7, 10**9])
@pytest.mark.parametrize("told", [True, False])
def test_an_exercise_begun_by_mistake_is_as_if_it_had_not_been(make_leg, make_repeated, told, chunk):
    """Its set goes on, with what was done until it was taken back."""
    leg = lying(make_leg, make_repeated, reps=8)
    meant, mistaken = (ExerciseEngine(Side.RIGHT, RATE, start_ns=0) for _ in range(2))
    for engine in (meant, mistaken):
        if told:
            engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    half_s = len(leg) / RATE / 2
    mistaken.event(event(half_s, EventKind.EXERCISE, id="squat"))
    mistaken.event(event(half_s + 8.0, EventKind.UNDO, of="exercise"))
    for engine in (meant, mistaken):
        run(engine, leg, chunk=chunk).finish()
    assert mistaken.sets == meant.sets
    assert [len(one.reps) for one in meant.sets] == [8]


def test_a_pause_after_an_exercise_begun_by_mistake_is_a_pause(make_leg, make_repeated):
    leg = lying(make_leg, make_repeated, reps=8)
    engine, half_s = ExerciseEngine(Side.RIGHT, RATE, start_ns=0), len(leg) / RATE / 2
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    engine.event(event(half_s, EventKind.EXERCISE, id="squat"))
    engine.event(event(half_s, EventKind.PAUSE, paused=True))
    engine.event(event(half_s + 12.0, EventKind.PAUSE, paused=False))
    engine.event(event(half_s + 12.0, EventKind.UNDO, of="exercise"))
    run(engine, leg).finish()
    assert [one.exercise for one in engine.sets] == ["straight_leg_raise_supine"]
    assert 4 < len(engine.sets[0].reps) < 8


def test_nothing_is_under_way_again_where_nothing_was(make_leg, make_repeated):
    engine, leg = ExerciseEngine(Side.RIGHT, RATE, start_ns=0), lying(make_leg, make_repeated, reps=2)
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    engine.event(event(8.0, EventKind.SET_END))
    engine.event(event(9.0, EventKind.UNDO, of="exercise"))
    engine.event(event(9.1, EventKind.UNDO, of="exercise"))
    run(engine, leg[:round(9.2 * RATE)])
    assert (engine.sets, engine.progress()) == ((), None)


def test_an_own_count_and_a_pain_score_are_taken_back(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    engine.event(event(0.0, EventKind.EXERCISE, id="straight_leg_raise_supine"))
    for at_s in (3.0, 3.1):
        engine.event(event(at_s, EventKind.THERAPIST_REP))
    engine.event(event(3.2, EventKind.UNDO, of="therapist_rep"))
    run(engine, lying(make_leg, make_repeated))
    progress = engine.progress()
    assert progress is not None
    assert progress.therapist_reps == 1
    engine.event(event(900.0, EventKind.PAIN, score=9))
    engine.event(event(901.0, EventKind.UNDO, of="pain", before=None))
    engine.finish()
    assert engine.sets[0].pain is None


def test_an_unknown_exercise_in_a_recording_is_said(make_leg, make_repeated):
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0)
    engine.event(event(0.0, EventKind.EXERCISE, id="juggling"))
    run(engine, lying(make_leg, make_repeated))
    assert "juggling" in engine.warnings[0]


def test_a_repetition_is_known_at_once(make_leg, make_repeated):
    """Within 150 ms of the moment the leg is back."""
    leg = lying(make_leg, make_repeated, reps=1)
    back = 2.0 + 1.2 + 2.0 + 1.9
    engine = run(ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="straight_leg_raise_supine"),
                 leg[:round((back + 0.15) * RATE)])
    progress = engine.progress()
    assert progress is not None
    assert progress.reps_counted == 1


def test_the_hold_can_be_watched_while_it_lasts(make_leg, make_repeated):
    leg = lying(make_leg, make_repeated, reps=1, hold_s=4.0)
    engine = ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise="straight_leg_raise_supine")
    run(engine, leg[:round((2.0 + 1.2 + 2.5) * RATE)])
    progress = engine.progress()
    assert progress is not None
    assert progress.phase == "holding"
    assert progress.hold_s == pytest.approx(2.5, abs=0.35)


@pytest.fixture(scope="module")
def mixed(request):
    """Raises, a gap and squats, as one leg."""
    conftest = request.getfixturevalue("builders")
    lift = conftest.repeated(RATE, 4, 30.0, hold_s=1.5, lower_s=1.9)
    raises = conftest.leg_block(RATE, flexion=0 * lift, elevation=lift, posture=Posture.SUPINE)
    bend = conftest.repeated(RATE, 5, 85.0)
    lost = np.ones(len(bend), bool)
    lost[420:450] = False
    squats = conftest.leg_block(RATE, flexion=bend, elevation=-90.0 + 0.66 * bend, valid=lost)
    return LegBlock.join([raises, later(squats, len(raises) / RATE)])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(1, 2400), max_size=60),
       exercise=st.sampled_from([None, "squat", "sit_to_stand"]))
def test_any_chunks_give_the_same_results(mixed, cuts, exercise):
    whole, pieces = (ExerciseEngine(Side.RIGHT, RATE, start_ns=0, exercise=exercise) for _ in range(2))
    run(whole, mixed)
    edges = [0, *sorted({min(c, len(mixed)) for c in cuts}), len(mixed)]
    for start, end in pairwise(edges):
        pieces.push(mixed[start:end])
    assert pieces.progress() == whole.progress()
    for engine in (whole, pieces):
        engine.finish()
    assert pieces.sets == whole.sets
    assert pieces.landings == whole.landings
    assert pieces.balance == whole.balance
    assert pieces.warnings == whole.warnings
