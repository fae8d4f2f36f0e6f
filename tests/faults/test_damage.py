"""Whatever happens to the bytes of a recording: nothing wrong is read in silence, what is whole is read."""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from monitor.errors import RecordingError
from monitor.recording.reader import open_recording
from monitor.recording.recovery import PARTIAL, WHOLE, recover, verify
from monitor.values import Input

SEED = 20240


def assert_honest(path: Path, damaged: bytes, items: list[Input]) -> None:
    """The damaged bytes are refused, or read as an honest part of what was recorded."""
    path.write_bytes(damaged)
    try:
        recording = open_recording(path)
    except RecordingError:
        return
    assert recording.problems
    assert recording.info.patient == "p-7"
    read = list(recording.inputs())
    assert read == subsequence(items, read)
    assert set(recording.attachments.values()) <= {b'patient = "p-7"\n'} | {
        data for name, data in recording.attachments.items() if name == "PROTOCOL.md" and data[:1] == b"#"}


def subsequence(whole: list[Input], part: Iterable[Input]) -> list[Input]:
    """Those of `part` that are found in `whole` in the same order."""
    rest = iter(whole)
    return [item for item in part if any(item == other for other in rest)]


def test_the_untouched_bytes_are_whole(session: tuple[bytes, list[Input]], tmp_path: Path) -> None:
    content, items = session
    path = tmp_path / "whole.mcap"
    path.write_bytes(content)
    assert verify(path).exit_code == WHOLE
    assert list(open_recording(path).inputs()) == items


def check_flips(session: tuple[bytes, list[Input]], tmp_path: Path, bits: Iterable[int]) -> None:
    content, items = session
    for bit in bits:
        damaged = bytearray(content)
        damaged[bit // 8] ^= 1 << bit % 8
        assert_honest(tmp_path / "flipped.mcap", bytes(damaged), items)


def test_no_flipped_bit_passes_in_silence(session: tuple[bytes, list[Input]], tmp_path: Path) -> None:
    check_flips(session, tmp_path, random.Random(SEED).sample(range(8 * len(session[0])), 400))


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_no_flipped_bit_of_any_byte_passes_in_silence(session: tuple[bytes, list[Input]],
                                                      tmp_path: Path) -> None:
    chance = random.Random(SEED)
    check_flips(session, tmp_path, (8 * i + chance.randrange(8) for i in range(len(session[0]))))


def check_cuts(session: tuple[bytes, list[Input]], tmp_path: Path, lengths: Iterable[int]) -> None:
    content, items = session
    for length in lengths:
        assert_honest(tmp_path / "cut.mcap", content[:length], items)


def test_a_file_cut_anywhere_keeps_its_whole_chunks(session: tuple[bytes, list[Input]],
                                                    tmp_path: Path) -> None:
    size = len(session[0])
    anywhere = random.Random(SEED).sample(range(size), 150)
    check_cuts(session, tmp_path, [*anywhere, *range(0, 64), *range(size - 150, size)])


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_a_file_cut_at_every_byte_keeps_its_whole_chunks(session: tuple[bytes, list[Input]],
                                                         tmp_path: Path) -> None:
    check_cuts(session, tmp_path, range(len(session[0])))


@pytest.mark.parametrize("seed", range(60))
def test_larger_damage_is_told(session: tuple[bytes, list[Input]], tmp_path: Path, seed: int) -> None:
    content, items = session
    chance = random.Random(seed)
    at, length = chance.randrange(len(content)), chance.randrange(1, 6000)
    middle = chance.choice([b"", bytes(length), chance.randbytes(length), content[at:at + length] * 2])
    damaged = content[:at] + middle + content[at + length:]
    if damaged != content:
        assert_honest(tmp_path / "torn.mcap", damaged, items)


@pytest.mark.parametrize("seed", range(20))
def test_a_recovered_file_is_whole_and_says_what_it_lost(session: tuple[bytes, list[Input]], tmp_path: Path,
                                                         seed: int) -> None:
    content, items = session
    bad, good = tmp_path / "bad.mcap", tmp_path / "good.mcap"
    damaged = bytearray(content)
    damaged[random.Random(seed).randrange(len(content) // 4, 3 * len(content) // 4)] ^= 0x10
    bad.write_bytes(damaged)
    report = recover(bad, good)
    assert report.exit_code == PARTIAL
    assert verify(good).exit_code == WHOLE
    recovered = list(open_recording(good).inputs())
    assert recovered == list(open_recording(bad).inputs())
    packets = sum("payload" in item.__slots__ for item in items)
    kept = sum("payload" in item.__slots__ for item in recovered)
    assert packets - kept == sum(report.lost_packets.values())
    assert report.lost_s < 1.0


def test_noise_and_foreign_files_are_no_recordings(tmp_path: Path) -> None:
    path = tmp_path / "noise.mcap"
    for content in (b"", b"\x00", b"t_s,thigh\n1,2\n", random.Random(SEED).randbytes(300_000), bytes(5000)):
        path.write_bytes(content)
        with pytest.raises(RecordingError):
            open_recording(path)
