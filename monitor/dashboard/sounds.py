"""Short sounds made by calculation, and a speaker that is silent, and says so, where there is none."""

from __future__ import annotations

import logging
import shutil
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from time import monotonic

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QProcess

log = logging.getLogger(__name__)

RATE_HZ = 44_100
LEVEL = 0.35
FADE_S = 0.008        # a tone that starts or ends at once clicks
LEAD_S, TAIL_S = 0.02, 0.05   # silence around a sound: a system swallows the ends of a stream
LATE_S = 0.7          # a cue that had to wait for so long would say something else
VOICES = {"spd-say": ("-l", "{}"), "espeak-ng": ("-v", "{}"), "espeak": ("-v", "{}"), "say": ()}
Sound = NDArray[np.float32]


class Cue(StrEnum):
    TARGET = "target"        # a tick: the target is reached
    HOLD = "hold"            # a rising tone while it is held
    COUNTED = "counted"      # a double tick: one more repetition
    PROBLEM = "problem"      # a low tone: a sensor needs attention
    STEP = "step"            # the next step of the calibration
    PAUSE = "pause"          # falling: paused
    GO_ON = "go_on"          # rising: it goes on


def tone(from_hz: float, to_hz: float, length_s: float) -> Sound:
    """A sweep from one pitch to another, (n,) samples at 44.1 kHz, with soft ends."""
    n = round(length_s * RATE_HZ)
    phase = 2 * np.pi * np.cumsum(np.linspace(from_hz, to_hz, n)) / RATE_HZ
    fade = np.minimum(1.0, np.minimum(np.arange(n), np.arange(n)[::-1]) / (FADE_S * RATE_HZ))
    return (LEVEL * np.sin(phase) * fade).astype(np.float32)


def silence(length_s: float) -> Sound:
    return np.zeros(round(length_s * RATE_HZ), dtype=np.float32)


def sound(cue: Cue) -> Sound:
    """The sound of a cue, (n,) samples between -1 and 1."""
    tick = tone(1320, 1320, 0.05)
    return {
        Cue.TARGET: tick,
        Cue.HOLD: tone(440, 660, 0.25),
        Cue.COUNTED: np.concatenate([tick, silence(0.06), tick]),
        Cue.PROBLEM: tone(196, 175, 0.5),
        Cue.PAUSE: tone(660, 440, 0.3),
        Cue.GO_ON: tone(440, 880, 0.3),
        Cue.STEP: np.concatenate([tone(660, 660, 0.09), silence(0.03), tone(880, 880, 0.14)]),
    }[cue]


class Speaker:
    """Plays cues in a thread of its own; `why_silent` says why nothing is heard (empty: all is well)."""

    def __init__(self) -> None:
        self.muted, self.spoken = False, True
        self.why_silent = _why_no_sound()
        self._voice = next((v for v in VOICES if shutil.which(v)), "")
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="patella-sound")

    @property
    def speaks(self) -> bool:
        """Whether the system has a voice."""
        return bool(self._voice)

    def play(self, cue: Cue) -> None:
        """Sound `cue`; returns at once."""
        if not self.muted and not self.why_silent:
            self._worker.submit(self._play, sound(cue), monotonic())

    def say(self, text: str) -> None:
        """Speak a short text where the system has a voice."""
        if self._voice and self.spoken and not self.muted:
            language = QLocale().name().split("_")[0]
            spoken_in = [part.format("en" if language == "C" else language) for part in VOICES[self._voice]]
            voice = QProcess()
            voice.setProgram(self._voice)
            voice.setArguments([*spoken_in, text])
            voice.setStandardErrorFile(QProcess.nullDevice())     # where nothing can be heard it complains
            voice.startDetached()

    def close(self) -> None:
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _play(self, samples: Sound, asked_s: float) -> None:
        import sounddevice

        if monotonic() - asked_s > LATE_S:
            return
        whole = np.concatenate([silence(LEAD_S), samples, silence(TAIL_S)])
        try:
            sounddevice.play(whole, RATE_HZ, blocking=True)
        except sounddevice.PortAudioError as error:
            self.why_silent = str(error)
            log.warning("no sound: %s", error)


def _why_no_sound() -> str:
    """Why nothing can be heard on this computer; empty where sound works."""
    try:
        import sounddevice

        sounddevice.query_devices(kind="output")
    except OSError:
        return "PortAudio is not installed"
    except (ValueError, sounddevice.PortAudioError):
        return "no loudspeaker was found"
    return ""
