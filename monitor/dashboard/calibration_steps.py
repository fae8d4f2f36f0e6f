"""The steps of the guided calibration in words; ids are those of `CalibrationStatus.step`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def step_title(step: str) -> str:
    """The step as a short command."""
    return {
        "still": translate("calibration", "Stand still"),
        "still_lying": translate("calibration", "Lie still, leg straight"),
        "swings": translate("calibration", "Swing the straight leg"),
        "squats": translate("calibration", "Four slow squats"),
        "extensions": translate("calibration", "Bend and straighten, sitting"),
        "heel_slides": translate("calibration", "Slide the heel"),
        "tap": translate("calibration", "Tap both sensors together"),
    }.get(step, translate("calibration", "Calibrating"))


def instruction(step: str) -> str:
    """What to do, in a sentence or two."""
    return {
        "still": translate("calibration", "Stand upright, knee straight, and do not move for 5 seconds."),
        "still_lying": translate("calibration", "Lie on your back with the knee straight. Do not move."),
        "swings": translate("calibration", "Knee straight: swing the leg forward and back, three times."),
        "squats": translate("calibration", "Bend both knees slowly and stand up again, four times."),
        "extensions": translate("calibration", "Sit. Straighten the knee slowly, bend it again, four times."),
        "heel_slides": translate("calibration", "Slide the heel towards you and away again, four times."),
        "tap": translate("calibration", "Hold the sensors together and tap them once on the table."),
    }.get(step, translate("calibration", "Follow the picture."))
