"""The report of one session, put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from monitor.history.follow_up import Dose
from monitor.history.rows import Course, Symmetry
from monitor.recording.outputs import replacing
from monitor.recording.reader import Info
from monitor.report import sections
from monitor.report.charts import Envelope, knee_chart
from monitor.report.page import Markup, heading, page, paragraph, section
from monitor.snapshot import Mark


@dataclass(frozen=True, slots=True)
class Background:
    """What other sessions say: each real change, the doses with their pain, and each leg's usual sway.

    `firm_sway` is the mean sway of stances on firm ground in m/s^2, by side.
    """

    courses: Sequence[Course] = ()
    doses: Sequence[Dose] = ()
    firm_sway: Mapping[str, float] = field(default_factory=dict)
    symmetries: Sequence[Symmetry] = ()


LegResult = tuple[Mapping[str, Any], Envelope]
"""What `patella analyze --json` prints of one leg, and the course of its knee angle."""


def session_report(legs: Sequence[LegResult], info: Info, background: Background | None = None, *,
                   titles: Mapping[str, str] | None = None, notes: Sequence[Mark] = (),
                   zone: tzinfo = UTC) -> str:
    """The report as one HTML document, made to be read on a screen and printed on A4.

    Args:
        legs: one leg, or the left and the right one.
        info: of the recording.
        background: earlier sessions.
        titles: of exercises by their id.
        notes: made afterwards.
        zone: for dates.
    """
    background, titles = background or Background(), titles or {}
    started, version = datetime.fromtimestamp(info.start_ns / 1e9, zone), legs[0][0]["version"]
    knee = "both knees" if len(legs) > 1 else f"{info.side} knee"
    lead = [paragraph(f"{info.patient or 'No code'} · {knee} · {started:%d %B %Y, %H:%M} · "
                      f"{info.duration_s / 60:.0f} min"),
            paragraph("Measured with Patella ", version, ". It measures and counts; it is not a "
                      "medical device and makes no diagnosis.", kind="muted")]
    history = (sections.symmetry(background.symmetries, titles),
               sections.trends(background.courses, titles, zone), sections.doses(background.doses))
    found: list[Markup | None] = []
    for analysis, course in legs:
        found += [heading(f"{analysis['side']} knee".capitalize())] if len(legs) > 1 else []
        found += [_chart(analysis, course, titles), sections.exercises(analysis, titles),
                  sections.landings(analysis), sections.balance(analysis, titles, background.firm_sway),
                  *(history if len(legs) == 1 else ()), sections.trust(analysis)]
    found += [*(history if len(legs) > 1 else ()), sections.notes(legs[0][0]["marks"], notes)]
    return page("Session report", lead, [part for part in found if part is not None])


def _chart(analysis: Mapping[str, Any], course: Envelope, titles: Mapping[str, str]) -> Markup:
    """The knee angle over the session."""
    return section("Knee flexion", knee_chart(course, analysis["sets"], titles), paragraph(
        "The band is where the angle lies 95 % of the time. Where nothing is drawn, nothing is known.",
        kind="muted"))


def write_report(out: Path, text: str) -> None:
    """Save a report; raises `RecordingError` when it cannot be written."""
    with replacing(out) as part:
        part.write_text(text, encoding="utf-8")
