"""The steps of the guided calibration in words and pictures; ids are those of `CalibrationStatus.step`."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from calibration.procedure import INSTRUCTIONS
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import number
from monitor.dashboard.text.languages import core
from monitor.snapshot import CalibrationState, CalibrationStatus

translate = QCoreApplication.translate
STANDING, LYING = "standing", "lying"
STEPS = ("still", "swings", "bends")
PICTURES = {
    (STANDING, "still"): "still", (STANDING, "swings"): "swings", (STANDING, "bends"): "squats",
    (LYING, "still"): "still_lying", (LYING, "swings"): "straight_leg_raise", (LYING, "bends"): "heel_slides",
}


def guiding(status: CalibrationStatus) -> bool:
    """Whether a step is under way; one that was refused is simply to be done again."""
    refused = status.state is CalibrationState.REFUSED and bool(status.step)
    return status.state is CalibrationState.RUNNING or refused


def heading(status: CalibrationStatus, variant: str = STANDING) -> str:
    """The step under way as a command; else what is known of the calibration."""
    if not guiding(status):
        return words.calibration_state(status)
    title = step_title(status.step, variant)
    once_more = status.state is CalibrationState.REFUSED
    return translate("calibration", "Once more: {}").format(title) if once_more else title


def remark(sentence: str) -> str:
    """What the calibration says beyond its plain instruction, which the screens word themselves."""
    return "" if sentence in INSTRUCTIONS.values() else core(sentence)


def fit_in_words(quality: Iterable[tuple[str, float]]) -> list[str]:
    """What the checks found, a line each; unknown ones are spelt out."""
    told = {
        "repeatability_deg": translate("calibration", "The knee axis came out alike, within {}°"),
        "residual_deg": translate("calibration", "The knee moved about that axis, but for {}°"),
        "range_deg": translate("calibration", "The knee bent by {}°"),
        "still_s": translate("calibration", "The leg was still for {} s"),
        "clocks_apart_ms": translate("calibration", "The sensors' clocks are {} ms apart, by your taps"),
    }
    return [told.get(name, f"{name} {{}}").format(number(value, 1)) for name, value in quality]


def picture(step: str, variant: str = STANDING) -> str:
    """The name of the step's picture."""
    return PICTURES.get((variant, step), "still" if variant == STANDING else "still_lying")


def step_title(step: str, variant: str = STANDING) -> str:
    """The step as a short command."""
    titles = {
        (STANDING, "still"): translate("calibration", "Stand still"),
        (STANDING, "swings"): translate("calibration", "Swing the straight leg"),
        (STANDING, "bends"): translate("calibration", "Four slow squats"),
        (LYING, "still"): translate("calibration", "Lie still, leg straight"),
        (LYING, "swings"): translate("calibration", "Lift the straight leg"),
        (LYING, "bends"): translate("calibration", "Slide the heel"),
    }
    return titles.get((variant, step), translate("calibration", "Calibrating"))


def instruction(step: str, variant: str = STANDING) -> str:
    """What to do, in a sentence or two."""
    told = {
        (STANDING, "still"): translate(
            "calibration", "Stand upright, knee straight, 5 seconds without moving."
        ),
        (STANDING, "swings"): translate(
            "calibration", "Knee straight: swing the leg to and fro, three times."
        ),
        (STANDING, "bends"): translate("calibration", "Bend both knees slowly, stand up again, four times."),
        (LYING, "still"): translate(
            "calibration", "Lie on your back, knee straight, 5 seconds without moving."
        ),
        (LYING, "swings"): translate("calibration", "Knee straight: lift and lower the leg, three times."),
        (LYING, "bends"): translate("calibration", "Slide the heel towards you and away again, four times."),
    }
    return told.get((variant, step), translate("calibration", "Follow the picture."))
