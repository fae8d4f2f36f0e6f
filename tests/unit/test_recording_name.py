import pytest

from monitor.recording.name import recording_name
from monitor.values import Side

NOON_NS = 1_763_640_000_000_000_000


@pytest.mark.parametrize(("patient", "written"), [
    ("p-17", "p-17"), ("", "anonymous"), ("../../etc/passwd", "etc-passwd"), ("Ödön K.", "d-n-K"),
    ("CON:/\\*?", "CON"), ("x" * 10_000, "x" * 40), ("\u202eabc", "abc")])
def test_names_are_safe_and_sort_by_time(patient: str, written: str) -> None:
    assert recording_name(NOON_NS, patient, Side.LEFT) == f"20251120-120000_{written}_left.mcap"
