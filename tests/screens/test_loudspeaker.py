"""What a loudspeaker gives: the shipped sounds through a real sound system, recorded from its monitor.

A sound server of its own with a sink that goes nowhere takes the loudspeaker's place; without PulseAudio,
its ALSA plugin and PortAudio there is nothing to listen to.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from monitor.dashboard.sounds import RATE_HZ, Cue, sound

PLAY = """
import sys, time
from PySide6.QtCore import QCoreApplication, QLocale
app = QCoreApplication([])
from monitor.dashboard.sounds import Cue, Speaker
speaker = Speaker()
if speaker.why_silent:
    sys.exit(speaker.why_silent)
time.sleep(1.5)
for cue in Cue:
    speaker.play(cue)
    time.sleep(1.0)
if speaker.speaks:
    QLocale.setDefault(QLocale("de"))
    speaker.say("7")
    time.sleep(2.0)
speaker.close()
print(bool(speaker.speaks))
"""
TOOLS = ("pulseaudio", "parec", "pactl")
SPACED_S = 0.35      # silence between two sounds


@pytest.fixture
def loudspeaker(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment in which a process is heard."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"there is no {missing[0]}")
    (tmp_path / ".asoundrc").write_text("pcm.!default pulse\nctl.!default pulse\n")
    env = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)}
    server = subprocess.Popen(
        ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n", "-L",
         f"module-null-sink sink_name=loud rate={RATE_HZ}", "-L", "module-native-protocol-unix"],
        env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            if subprocess.run(["pactl", "info"], env=env, capture_output=True, check=False).returncode == 0:
                break
        else:
            pytest.skip("PulseAudio does not start here")
        yield env
    finally:
        server.terminate()
        server.wait()


@pytest.mark.soak
def test_every_cue_is_heard_whole_without_a_click(loudspeaker: dict[str, str], tmp_path: Path) -> None:
    raw = tmp_path / "heard.raw"
    with raw.open("wb") as file:
        listener = subprocess.Popen(["parec", "-d", "loud.monitor", "--format=s16le", f"--rate={RATE_HZ}",
                                     "--channels=1", "--latency-msec=20"], env=loudspeaker, stdout=file)
        player = subprocess.run([sys.executable, "-c", PLAY], env=loudspeaker, capture_output=True, text=True,
                                check=False)
        listener.terminate()
        listener.wait()
    if player.returncode:
        pytest.skip(player.stderr)
    heard = np.fromfile(raw, dtype="<i2") / 32768
    sounds = [one for one in sounding(heard) if len(one) > 0.02 * RATE_HZ]
    assert len(sounds) == len(Cue) + ("True" in player.stdout)
    for one, cue in zip(sounds, Cue, strict=False):
        made = sound(cue)
        assert len(one) == pytest.approx(len(made), abs=0.005 * RATE_HZ), cue
        assert np.abs(np.diff(one)).max() < 1.2 * np.abs(np.diff(made)).max(), f"{cue} clicks"
        assert max(abs(one[0]), abs(one[-1])) < 0.02, f"{cue} starts or ends at once"


def sounding(heard: np.ndarray) -> list[np.ndarray]:
    """The stretches that are not silent."""
    on = np.flatnonzero(np.abs(heard) > 1e-3)
    parts = np.split(on, np.flatnonzero(np.diff(on) > SPACED_S * RATE_HZ) + 1)
    return [heard[part[0]:part[-1] + 1] for part in parts if len(part)]
