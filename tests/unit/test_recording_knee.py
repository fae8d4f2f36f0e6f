"""What was shown, decoded many messages at once, is what each of them says alone."""

import numpy as np
import pytest
from google.protobuf.message import DecodeError

from monitor.recording import schema
from monitor.recording.knee import KneeRows, rows_of

START_NS = 1_700_000_000_000_000_000


def message(t_ns: int, **known: object) -> bytes:
    """One sample as the writer serialises it."""
    return bytes(schema.message_class(schema.KNEE_SAMPLE)(t_ns=t_ns, **known).SerializeToString())


def alone(one: bytes) -> tuple[int, float, float, bool, int]:
    """What a message says, parsed by itself."""
    row = schema.message_class(schema.KNEE_SAMPLE).FromString(one)
    return row.t_ns, row.flexion_deg, row.sigma_deg, row.valid, row.reason


def mixed(count: int) -> list[bytes]:
    """Shown and missing samples, and now and then one that no writer of ours would make."""
    random = np.random.default_rng(3)
    angles = random.normal(40.0, 60.0, (count, 2))
    angles[7] = -0.0, np.inf
    kinds = random.integers(0, 8, count)
    odd = [{"valid": True, "reason": 3, "algorithm": "1"},
           {"flexion_deg": 1.5, "valid": True, "algorithm": "2.0"},
           {"valid": False, "reason": 200, "algorithm": "1"}, {"valid": True, "algorithm": "1"}]
    return [message(START_NS + place * 10_000_000, valid=True, flexion_deg=flexion, sigma_deg=sigma,
                    algorithm="1") if kind < 4 else
            message(START_NS + place * 10_000_000, valid=False, reason=int(kind), algorithm="1")
            if kind < 7 else message(int(random.integers(0, 2**40)), **odd[place % len(odd)])
            for place, (kind, (flexion, sigma)) in enumerate(zip(kinds, angles.tolist(), strict=True))]


def test_many_at_once_are_what_each_says_alone() -> None:
    messages = mixed(4000)
    assert rows_of(messages).tolist() == [alone(one) for one in messages]


def test_however_they_are_handed_over_they_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.recording.knee._AT_ONCE", 100)
    messages, rows = mixed(1000), KneeRows()
    for start in range(0, 1000, 70):
        rows.push(messages[start:start + 70])
    shown = rows.samples()
    found = zip(shown.t_ns.tolist(), shown.flexion_deg.tolist(), shown.sigma_deg.tolist(),
                shown.valid.tolist(), shown.reason.tolist(), strict=True)
    assert list(found) == [alone(one) for one in messages]


def test_what_is_foreign_is_refused() -> None:
    messages = [message(START_NS, valid=True, flexion_deg=1.0, sigma_deg=1.0, algorithm="1")] * 3
    with pytest.raises(DecodeError):
        rows_of([*messages, b"\xff" * len(messages[0])])
