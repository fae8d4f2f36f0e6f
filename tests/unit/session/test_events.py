import pytest

from monitor.session import Session
from monitor.session.events import understood
from monitor.values import EventKind, SessionEvent, Side, Tick

START_NS = 1_767_225_600_000_000_000


@pytest.mark.parametrize(("kind", "detail"), [
    (EventKind.PAIN, {"score": 0}), (EventKind.PAIN, {"score": 10, "set": 2}),
    (EventKind.CALIBRATION, {"action": "start"}),
    (EventKind.CALIBRATION, {"action": "start", "variant": "lying"}),
    (EventKind.EXERCISE, {"id": "squat", "prescribed": {"reps": 10, "hold_s": 0.0}}),
    (EventKind.EXERCISE, {"id": None}), (EventKind.EXERCISE, {"id": "squat", "set": 1}),
    (EventKind.OVERRULE, {"set": 1, "rep": 3, "counted": False}),
    (EventKind.UNDO, {"of": "pain", "before": None}), (EventKind.UNDO, {"of": "set_end"}),
    (EventKind.UNDO, {"of": "exercise"}), (EventKind.UNDO, {"of": "calibration"}),
    (EventKind.SET_END, {}), (EventKind.MARK, {})])
def test_what_a_session_writes_is_understood(kind, detail):
    assert understood(SessionEvent(START_NS, kind, detail))


@pytest.mark.parametrize(("kind", "detail"), [
    (EventKind.PAIN, {}), (EventKind.PAIN, {"score": "much"}), (EventKind.PAIN, {"score": 11}),
    (EventKind.PAIN, {"score": None}), (EventKind.CALIBRATION, {"action": "start", "variant": "hanging"}),
    (EventKind.EXERCISE, {"id": "squat", "prescribed": {"reps": None}}),
    (EventKind.EXERCISE, {"id": "squat", "prescribed": {"hold_s": "long"}}),
    (EventKind.EXERCISE, {"id": "squat", "prescribed": {"reps": -1}}),
    (EventKind.EXERCISE, {"id": "squat", "prescribed": {"hold_s": float("nan")}}),
    (EventKind.EXERCISE, {"id": "squat", "prescribed": [10]}),
    (EventKind.EXERCISE, {"id": 5}), (EventKind.OVERRULE, {"set": "first", "rep": 1}),
    (EventKind.UNDO, {}), (EventKind.UNDO, {"of": "start"}), (EventKind.UNDO, {"of": "pain", "before": 11}),
    (EventKind.OVERRULE, {})])
def test_anything_else_is_left_out_and_said(kind, detail):
    session = Session(Side.LEFT)
    at_ns = START_NS + 1_500_000_000
    session.push([SessionEvent(START_NS, EventKind.START, {}), SessionEvent(at_ns, kind, detail),
                  *(Tick(at_ns + i * 100_000_000) for i in range(40))])
    session.finish()
    problem, = session.snapshot().problems
    assert problem.sentence == f"What was recorded as {kind} at 1.5 s cannot be read and is left out."
    assert session.snapshot().pain is None


def test_a_prescription_that_cannot_be_read_ends_no_session():
    session = Session(Side.LEFT)
    session.push([SessionEvent(START_NS, EventKind.PRESCRIPTION, {"text": "squats, ten of them"})])
    assert session.told.prescription is None
    problem, = session.snapshot().problems
    assert problem.sentence.startswith("The prescription is not followed: ")


@pytest.mark.parametrize(("patient", "said"), [("p-1", False), ("p-2", True), ("", False)])
def test_the_prescription_of_another_patient_is_said(patient, said):
    plan = 'patient = "p-1"\nside = "left"\n[[exercise]]\nid = "squat"\n'
    session = Session(Side.LEFT)
    session.push([SessionEvent(START_NS, EventKind.START, {"patient": patient}),
                  SessionEvent(START_NS, EventKind.PRESCRIPTION, {"text": plan})])
    assert [problem.sentence for problem in session.warnings()] == [
        "The prescription is for patient p-1, the session is p-2's: check that it is the right one."] * said
