import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from monitor.dashboard import sample
from monitor.dashboard.patient.cues import Cues
from monitor.dashboard.sounds import LATE_S, LEAD_S, RATE_HZ, TAIL_S, Cue, Sound, Speaker, sound, tone
from monitor.snapshot import ExerciseProgress, Snapshot

LIFTING = replace(sample.EXERCISE, phase="lifting", hold_s=0.0)


def heard(*exercises: ExerciseProgress) -> list[Cue]:
    cues = Cues()
    return [cue for e in exercises for cue in cues.push(sample.moment(exercise=e))[0]]


@pytest.mark.parametrize("cue", Cue)
def test_every_sound_is_audible_bounded_and_starts_softly(cue: Cue) -> None:
    samples = sound(cue)
    assert 0.1 < np.abs(samples).max() <= 1.0
    assert abs(samples[0]) < 0.01
    assert abs(samples[-1]) < 0.01


def test_a_tone_has_the_pitch_it_was_asked_for() -> None:
    spectrum = np.abs(np.fft.rfft(tone(440, 440, 1.0)))
    assert np.fft.rfftfreq(RATE_HZ, 1 / RATE_HZ)[spectrum.argmax()] == pytest.approx(440, abs=1)


def test_reaching_the_target_ticks_and_the_hold_rises_each_second() -> None:
    holds = [replace(sample.EXERCISE, phase="holding", hold_s=s) for s in (0.2, 0.9, 1.1, 1.9, 2.0)]
    assert heard(LIFTING, *holds) == [Cue.TARGET, Cue.HOLD, Cue.HOLD]


def test_a_counted_repetition_ticks_twice_and_is_spoken() -> None:
    cues = Cues()
    cues.push(sample.moment(exercise=LIFTING))
    assert cues.push(sample.moment(exercise=replace(LIFTING, reps_counted=8))) == ([Cue.COUNTED], "8")


def test_a_new_set_does_not_count_what_was_before() -> None:
    assert heard(replace(LIFTING, reps_counted=0), replace(LIFTING, set_number=2, reps_counted=3)) == []


def test_a_new_problem_is_heard_once() -> None:
    cues, moments = Cues(), [sample.moment(), sample.troubled(), sample.troubled()]
    assert [cues.push(m)[0] for m in moments] == [[], [Cue.PROBLEM], []]


def test_a_muted_or_missing_loudspeaker_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.dashboard.sounds._why_no_sound", lambda: "no loudspeaker was found")
    speaker = Speaker()
    speaker.play(Cue.COUNTED)
    assert speaker.why_silent == "no loudspeaker was found"
    speaker.close()


def test_snapshots_without_an_exercise_are_silent() -> None:
    quiet: Snapshot = sample.moment(exercise=None)
    cues = Cues()
    assert [cues.push(quiet), cues.push(quiet)] == [([], ""), ([], "")]


def test_an_exercise_that_begins_and_every_pause_is_heard() -> None:
    cues, now = Cues(), sample.moment()
    heard = [cues.push(one)[0] for one in (sample.moment(exercise=None), now, replace(now, paused=True), now)]
    assert heard == [[], [Cue.STEP], [Cue.PAUSE], [Cue.GO_ON]]


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[Sound]:
    """What the loudspeaker of a computer that has one is given."""
    given: list[Sound] = []
    fake = SimpleNamespace(PortAudioError=OSError, play=lambda samples, *_, **__: given.append(samples))
    monkeypatch.setitem(sys.modules, "sounddevice", fake)
    monkeypatch.setattr("monitor.dashboard.sounds._why_no_sound", str)
    return given


def test_silence_around_a_sound_keeps_it_whole(played: list[Sound]) -> None:
    speaker = Speaker()
    speaker.play(Cue.TARGET)
    speaker._worker.shutdown(wait=True)
    whole, = played
    lead, tail = round(LEAD_S * RATE_HZ), round(TAIL_S * RATE_HZ)
    np.testing.assert_array_equal(whole[lead:-tail], sound(Cue.TARGET))
    assert not whole[:lead].any()
    assert not whole[-tail:].any()


def test_a_cue_that_comes_too_late_is_left_out(played: list[Sound], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.dashboard.sounds.monotonic", lambda: 10.0)
    speaker = Speaker()
    speaker._play(sound(Cue.TARGET), 10.0 - LATE_S - 0.1)
    assert played == []
    speaker._play(sound(Cue.HOLD), 10.0 - LATE_S + 0.1)
    assert len(played) == 1
    speaker.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the voice is a shell script")
def test_a_voice_that_complains_does_not_fill_the_terminal(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
        qtbot: QtBot) -> None:
    voice, said = tmp_path / "spd-say", tmp_path / "said"
    voice.write_text('#!/bin/sh\necho no sound card >&2\n'
                     f'echo "$@" > {said}.half\n/bin/mv {said}.half {said}\n')
    voice.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    Speaker().say("7")
    qtbot.waitUntil(said.exists, timeout=30_000)
    assert said.read_text().endswith(" 7\n")
    assert "sound card" not in capfd.readouterr().err
