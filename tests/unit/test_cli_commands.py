"""Every command with good and with bad input: what it prints, what it leaves, how it ends."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import numpy as np
import pytest

from monitor.cli import entry, programme
from monitor.recording.notes import add_note
from monitor.recording.reader import open_recording
from monitor.values import EventKind, SessionEvent

COLUMNS = ["t_s", *(f"{segment}_{kind}_{axis}_{unit}" for segment in ("thigh", "shank")
                    for kind, unit in (("acc", "m_s2"), ("gyr", "rad_s")) for axis in "xyz")]


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line of a refusal."""
        assert self.code == 1, self.err
        assert self.out == ""
        (line,) = self.err.splitlines()
        return line


Run = Callable[..., Ended]


@pytest.fixture
def patella(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["patella", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            entry.main()
        captured = capsys.readouterr()
        return Ended(int(ended.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def squats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short simulated session, whole."""
    path = tmp_path_factory.mktemp("simulated") / "squats.mcap"
    from monitor.app import simulate
    from monitor.values import Side

    simulate(["calibration", "squat:3"], path, path.parent / "truth", side=Side.LEFT, rate_hz=100, seed=1)
    return path


def table(path: Path, rows: int = 500, **columns: np.ndarray) -> Path:
    """A table of a leg that stands still, with some columns replaced."""
    still = {name: np.zeros(rows) for name in COLUMNS} | {"t_s": np.arange(rows) / 100}
    still["thigh_acc_y_m_s2"] = still["shank_acc_y_m_s2"] = np.full(rows, 9.81)
    values = still | columns
    lines = [",".join(values)] + [",".join(map(str, row)) for row in zip(*values.values(), strict=True)]
    path.write_text("\n".join(lines))
    return path


class TestSimulate:
    def test_it_leaves_a_recording_and_the_truth(self, patella: Run, tmp_path: Path) -> None:
        out = tmp_path / "squat.mcap"
        how = "--rate 50 --side right --loss 2 --bias 0.5 --soft-tissue 6 --range 8"
        ended = patella("simulate", "squat:1", "-o", out, "--truth", tmp_path / "truth", *how.split())
        assert (ended.code, ended.err) == (0, "")
        info = open_recording(out).info
        assert info.side == "right"
        assert {sensor.rate_hz for sensor in info.sensors.values()} == {50.0}
        assert {sensor.acc_range_g for sensor in info.sensors.values()} == {8.0}
        assert (tmp_path / "truth" / "flexion.csv").read_text().startswith("t_s,flexion_deg\n")
        assert json.loads((tmp_path / "truth" / "events.json").read_text())

    def test_the_same_seed_makes_the_same_file(self, patella: Run, tmp_path: Path) -> None:
        for name, seed in (("a", 3), ("b", 3), ("c", 4)):
            assert patella("simulate", "squat:1", "-o", tmp_path / name, "--seed", str(seed)).code == 0
        a, b, c = ((tmp_path / name).read_bytes() for name in "abc")
        assert a == b
        assert a != c

    @pytest.mark.parametrize(("spec", "complaint"), [
        ("flying", "does not know"), ("squat:x", "is not written")])
    def test_what_the_patient_cannot_do_is_refused(self, patella: Run, tmp_path: Path, spec: str,
                                                   complaint: str) -> None:
        assert complaint in patella("simulate", spec, "-o", tmp_path / "x.mcap").sentence
        assert not (tmp_path / "x.mcap").exists()

    def test_a_folder_that_is_not_there_is_named(self, patella: Run, tmp_path: Path) -> None:
        nowhere = tmp_path / "none" / "x.mcap"
        assert str(nowhere) in patella("simulate", "squat:1", "-o", nowhere).sentence


class TestImport:
    def test_a_table_becomes_a_recording(self, patella: Run, tmp_path: Path) -> None:
        out = tmp_path / "still.mcap"
        ended = patella("import", table(tmp_path / "still.csv"), "-o", out, "--side", "right")
        assert (ended.code, ended.err) == (0, "")
        assert open_recording(out).info.side == "right"

    @pytest.mark.parametrize(("name", "value"), [
        ("shank_gyr_z_rad_s", np.array(["text"] * 500)),
        ("thigh_acc_x_m_s2", np.full(500, np.nan)),
        ("t_s", np.arange(500)[::-1] / 100.0),
        ("t_s", (np.arange(500) / 22.3607) ** 2),
    ])
    def test_a_column_that_cannot_be_used_is_named(self, patella: Run, tmp_path: Path, name: str,
                                                   value: np.ndarray) -> None:
        refused = patella("import", table(tmp_path / "bad.csv", **{name: value}), "-o", tmp_path / "x.mcap")
        assert name in refused.sentence or "time" in refused.sentence
        assert not (tmp_path / "x.mcap").exists()

    def test_a_missing_column_is_named(self, patella: Run, tmp_path: Path) -> None:
        path = tmp_path / "bad.csv"
        path.write_text("t_s,thigh_acc_x_m_s2\n0,0\n")
        assert "thigh_acc_y_m_s2" in patella("import", path, "-o", tmp_path / "x.mcap").sentence

    def test_an_empty_file_is_refused(self, patella: Run, tmp_path: Path) -> None:
        path = tmp_path / "bad.csv"
        path.touch()
        assert str(path) in patella("import", path, "-o", tmp_path / "x.mcap").sentence


class TestVerifyAndRecover:
    def test_a_whole_recording_is_whole(self, patella: Run, squats: Path, tmp_path: Path) -> None:
        assert patella("verify", squats).code == 0
        assert patella("recover", squats, "-o", tmp_path / "same.mcap").code == 0

    def test_a_cut_recording_is_recovered_with_loss(self, patella: Run, squats: Path, tmp_path: Path) -> None:
        cut, saved = tmp_path / "cut.mcap", tmp_path / "saved.mcap"
        cut.write_bytes(squats.read_bytes()[:squats.stat().st_size // 2])
        assert patella("verify", cut).code == 3
        assert patella("recover", cut, "-o", saved).code == 3
        assert patella("verify", saved).code == 0
        assert open_recording(saved).info.duration_s > 10.0

    @pytest.mark.parametrize("content", [b"", b"no recording at all", bytes(1000)])
    def test_nothing_can_be_made_of_nothing(self, patella: Run, tmp_path: Path, content: bytes) -> None:
        bad = tmp_path / "bad.mcap"
        bad.write_bytes(content)
        assert str(bad) in patella("verify", bad).sentence
        assert str(bad) in patella("recover", bad, "-o", tmp_path / "saved.mcap").sentence
        assert not (tmp_path / "saved.mcap").exists()


class TestProgramme:
    GOOD = 'patient = "P1"\nside = "left"\n[[exercise]]\nid = "squat"\nsets = 2\nreps = 10\n'

    def test_every_exercise_is_listed_with_its_dose(self, patella: Run) -> None:
        lines = patella("exercises").out.splitlines()
        assert any(line.startswith("squat ") and "2 x 10" in line for line in lines)
        assert len(lines) > 30

    def test_a_good_prescription_is_told_back(self, patella: Run, tmp_path: Path) -> None:
        path = tmp_path / "plan.toml"
        path.write_text(self.GOOD)
        ended = patella("prescription", "check", path)
        assert (ended.code, ended.err) == (0, "")
        assert "squat: 2 x 10" in ended.out

    @pytest.mark.parametrize(("was", "is_", "line"), [
        ("squat", "squatt", 4), ("reps = 10", "reps = -1", 6), ("sets = 2", "sets = 'two'", 5),
        ("left", "middle", 2), ("side =", "side", 2)])
    def test_what_is_wrong_is_named_with_its_line(self, patella: Run, tmp_path: Path, was: str, is_: str,
                                                  line: int) -> None:
        path = tmp_path / "plan.toml"
        path.write_text(self.GOOD.replace(was, is_))
        ended = patella("prescription", "check", path)
        assert ended.code == 1
        assert f"line {line}" in ended.err.lower()

    def test_a_file_that_is_no_text_is_refused(self, patella: Run, tmp_path: Path) -> None:
        path = tmp_path / "plan.toml"
        path.write_bytes(bytes(range(128, 256)))
        assert str(path) in patella("prescription", "check", path).sentence

    def test_an_unknown_exercise_is_refused(self, patella: Run, squats: Path) -> None:
        assert "flying" in patella("analyze", squats, "--exercise", "flying").sentence


class TestResults:
    def test_analyze_prints_one_object_with_every_key(self, patella: Run, squats: Path) -> None:
        ended = patella("analyze", squats, "--json")
        assert (ended.code, ended.err) == (0, "")
        result = json.loads(ended.out)
        assert {"recording", "version", "side", "duration_s", "sensors", "skew_ms", "calibration", "knee",
                "sets", "landings", "balance", "marks", "warnings"} <= set(result)
        assert set(result["sensors"]["left_thigh"]) == {
            "rate_hz", "samples", "lost_percent", "gaps", "saturated_samples", "range_g"}
        assert set(result["knee"]) == {
            "flexion_min_deg", "flexion_max_deg", "sigma_median_deg", "valid_percent"}
        assert result["knee"]["flexion_max_deg"] > 60.0

    def test_analyze_speaks_to_people_too(self, patella: Run, squats: Path) -> None:
        ended = patella("analyze", squats)
        assert (ended.code, ended.err) == (0, "")
        assert "left knee" in ended.out

    def test_export_writes_a_table_with_empty_fields_for_unknown_angles(self, patella: Run, squats: Path,
                                                                        tmp_path: Path) -> None:
        out = tmp_path / "knee.csv"
        assert patella("export", squats, "--to", "csv", "-o", out, "--calibration", "live").code == 0
        header, first, *_, last = out.read_text().splitlines()
        assert header.startswith("t_s,flexion_deg,sigma_deg,valid,thigh_tilt_deg,shank_tilt_deg,posture")
        assert first.split(",")[1] == ""
        assert abs(float(last.split(",")[1])) < 10.0

    def test_export_writes_a_storage_file_for_models(self, patella: Run, squats: Path,
                                                     tmp_path: Path) -> None:
        out = tmp_path / "knee.sto"
        assert patella("export", squats, "--to", "sto", "-o", out).code == 0
        head, _, rows = out.read_text().partition("endheader\n")
        assert "inDegrees=yes" in head
        assert rows.startswith("time\tknee_angle_l\n")
        angles = [float(line.split("\t")[1]) for line in rows.splitlines()[1:]]
        assert max(angles) > 60.0

    def test_why_explains_a_repetition_by_its_number(self, patella: Run, squats: Path) -> None:
        first, same = patella("why", squats, "1"), patella("why", squats, "1.1")
        assert (first.code, first.err) == (0, "")
        assert first.out == same.out
        assert "repetition 1 of" in first.out

    def test_why_draws_the_signal_that_it_saw(self, patella: Run, squats: Path) -> None:
        line = patella("why", squats, "1").out.splitlines()[-1]
        assert re.fullmatch(r"Knee flexion, -?[\d.]+° to \d+°: [▁▂▃▄▅▆▇█ ]{60}", line)
        course = line.split(": ")[1]
        assert course[0] == course[-1] == "▁"
        assert "█" in course[15:45]

    def test_why_knows_which_repetitions_there_are(self, patella: Run, squats: Path) -> None:
        assert "no repetition 99" in patella("why", squats, "99").sentence

    def test_why_holds_a_repetition_against_the_exercise_that_is_named(self, patella: Run,
                                                                     squats: Path) -> None:
        assert "squat" in patella("why", squats, "1", "--exercise", "squat").out.lower()
        assert "flying" in patella("why", squats, "1", "--exercise", "flying").sentence

    def test_report_counts_as_the_therapist_said(self, patella: Run, squats: Path, tmp_path: Path) -> None:
        copied = tmp_path / "squats.mcap"
        copy(squats, copied)
        add_note(copied, SessionEvent(0, EventKind.OVERRULE, {"set": 1, "rep": 2, "counted": False}))
        assert patella("report", copied, "-o", tmp_path / "report.html").code == 0
        text = (tmp_path / "report.html").read_text()
        assert "2 of 3 tried" in text
        assert "decided by the therapist (1)" in text

    def test_compare_tells_what_another_version_made_of_it(self, patella: Run, squats: Path,
                                                           tmp_path: Path) -> None:
        earlier = tmp_path / "before.json"
        then = json.loads(patella("analyze", squats, "--json").out)
        then["version"] = "0.0.1"
        then["sets"][0]["reps"][1] |= {"counted": False, "rule": "too_small"}
        earlier.write_text(json.dumps(then))
        first, last = patella("compare", earlier, squats).out.splitlines()
        assert "squat: too_small -> counted" in first
        assert last.startswith("Differing repetitions: 1, in whether they count: 1; version 0.0.1 then")

    @pytest.mark.parametrize("text", ["no analysis", "{}", "[1]", '{"sets": [{}], "version": "1"}'])
    def test_compare_needs_an_analysis(self, patella: Run, squats: Path, tmp_path: Path, text: str) -> None:
        earlier = tmp_path / "before.json"
        earlier.write_text(text)
        assert "is no analysis" in patella("compare", earlier, squats).sentence

    def test_report_writes_one_page(self, patella: Run, squats: Path, tmp_path: Path) -> None:
        out = tmp_path / "report.html"
        assert patella("report", squats, "-o", out).code == 0
        assert "left knee" in out.read_text()
        assert "not a medical device" in " ".join(out.read_text().split())

    def test_replay_of_what_was_never_shown_says_so(self, patella: Run, squats: Path) -> None:
        assert "No angle had been shown" in patella("replay", squats, "--headless", "--speed", "max").out


class TestHistory:
    @pytest.fixture
    def folder(self, squats: Path, tmp_path: Path) -> Path:
        copy(squats, tmp_path / "squats.mcap")
        return tmp_path

    def test_a_patients_sessions_are_listed_with_what_was_done_of_the_plan(
            self, patella: Run, folder: Path, squats: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        that_day = datetime.fromtimestamp(open_recording(squats).info.start_ns / 1e9, UTC)
        monkeypatch.setattr(programme, "local_now", lambda: that_day)
        plan = folder / "plan.toml"
        plan.write_text(TestProgramme.GOOD.replace("P1", "virtual"))
        ended = patella("history", folder, "--patient", "virtual", "--prescription", plan)
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith("virtual: 1 session\n")
        assert "3 repetitions" in ended.out
        assert ended.out.endswith("Done of what was prescribed since "
                                  f"{that_day:%Y-%m-%d}: {100 * 3 / 20:.0f} %\n")

    def test_without_a_code_every_patient_is_told_of_and_what_cannot_be_read(self, patella: Run,
                                                                            folder: Path) -> None:
        (folder / "other.mcap").write_text("a shopping list")
        ended = patella("history", folder)
        assert "virtual: 1 session" in ended.out
        assert "other.mcap" in ended.out

    @pytest.mark.parametrize("line", ["{}/none", "{} --patient P9", "{} --prescription {}/none.toml"])
    def test_what_is_not_there_is_named(self, patella: Run, folder: Path, line: str) -> None:
        sentence = patella("history", *line.replace("{}", str(folder)).split()).sentence
        assert "none" in sentence or "P9" in sentence

    def test_pain_is_asked_for_and_kept_with_what_was_done(
            self, patella: Run, folder: Path, squats: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        end_s = open_recording(squats).info.end_ns / 1e9
        monkeypatch.setattr(programme, "local_now", lambda: datetime.fromtimestamp(end_s + 3700, UTC))
        assert "patella pain squats.mcap SCORE --asked hour" in patella("history", folder).out
        kept = patella("pain", folder / "squats.mcap", "4")
        assert (kept.code, kept.out) == (
            0, "Kept beside squats.mcap: pain 4 after 1 set, 3 repetitions.\n")
        again = patella("history", folder).out
        assert "pain an hour after 4" in again
        assert "To ask" not in again

    @pytest.mark.parametrize("score", ["11", "-1", "much"])
    def test_pain_off_the_scale_is_refused(self, patella: Run, folder: Path, score: str) -> None:
        ended = patella("pain", folder / "squats.mcap", "--", score)
        assert ended.code == 2
        assert "SCORE" in ended.err
        assert not (folder / "squats.notes.jsonl").exists()

    def test_pain_about_nothing_is_refused(self, patella: Run, folder: Path) -> None:
        (folder / "other.mcap").write_text("a shopping list")
        assert "other.mcap" in patella("pain", folder / "other.mcap", "3").sentence

    def test_an_empty_folder_has_no_patient(self, patella: Run, tmp_path: Path) -> None:
        assert "no recording" in patella("history", tmp_path).sentence


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("line", ["demo --out {}", "live --record {}"])
def test_without_a_display_a_window_is_refused_in_a_sentence(tmp_path: Path, line: str) -> None:
    bare = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "monitor.cli", *line.format(tmp_path / "out").split()]
    ended = subprocess.run(command, env=bare, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "no display" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


class TestSensors:
    @pytest.fixture(autouse=True)
    def _own_pairing(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr("monitor.sources.pairing.default_path", lambda: tmp_path / "sensors.json")

    def test_a_sensor_is_assigned_listed_and_forgotten(self, patella: Run) -> None:
        assert "No sensor has been assigned" in patella("sensors").out
        assert patella("sensors", "assign", "12AB", "left_thigh").code == 0
        assert patella("sensors").out == "12AB  left_thigh\n"
        assert patella("sensors", "forget", "12AB").code == 0
        assert "No sensor has been assigned" in patella("sensors").out

    def test_the_list_has_a_command_of_its_own_and_serial_numbers_any_case(self, patella: Run) -> None:
        assert patella("sensors", "assign", "12ab", "left_thigh").out == "12AB  left_thigh\n"
        assert patella("sensors", "list").out == "12AB  left_thigh\n"

    def test_a_sensor_blinks_by_its_serial_number(
            self, patella: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("monitor.app.identify", lambda serial: f"Patella-{serial}")
        assert patella("sensors", "identify", "12ab").out == "Patella-12AB blinks.\n"

    @pytest.mark.parametrize("line", ["assign 12AB left_arm", "forget 12AB"])
    def test_a_place_or_sensor_that_is_not_known_is_wrong_usage(self, patella: Run, line: str) -> None:
        assert patella("sensors", *line.split()).code == 2

    def test_a_damaged_list_is_named(self, patella: Run, tmp_path: Path) -> None:
        (tmp_path / "sensors.json").write_text("{")
        assert str(tmp_path / "sensors.json") in patella("sensors").sentence


@pytest.mark.parametrize("line", [
    "analyze {}", "analyze {} --json", "replay {} --headless --speed max", "export {} --to csv -o {}.csv",
    "report {} -o {}.html",
    "verify {}", "recover {} -o {}.mcap", "why {} 1"])
class TestNoRecording:
    def test_a_file_that_is_not_there(self, patella: Run, tmp_path: Path, line: str) -> None:
        missing = tmp_path / "missing.mcap"
        assert str(missing) in patella(*line.replace("{}", str(missing)).split()).sentence

    def test_a_file_that_is_no_recording(self, patella: Run, tmp_path: Path, line: str) -> None:
        other = tmp_path / "other.mcap"
        other.write_text("a shopping list")
        assert str(other) in patella(*line.replace("{}", str(other)).split()).sentence

    def test_a_folder(self, patella: Run, tmp_path: Path, line: str) -> None:
        assert str(tmp_path) in patella(*line.replace("{}", str(tmp_path)).split()).sentence


@pytest.mark.parametrize("command", [("export",), ("export", "--to", "sto"), ("report",), ("recover",)])
def test_a_recording_is_never_written_over(patella: Run, squats: Path, tmp_path: Path,
                                           command: tuple[str, ...]) -> None:
    mine = tmp_path / "mine.mcap"
    copy(squats, mine)
    ended = patella(command[0], mine, *command[1:], "-o", mine)
    assert ended.code == 1
    assert "is the file that is read" in ended.err
    assert mine.read_bytes() == squats.read_bytes()
