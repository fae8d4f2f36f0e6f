"""The report of one session, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from monitor.errors import RecordingError, RecordingReason
from monitor.history.change import Trend
from monitor.history.follow_up import Dose
from monitor.leg import LegBlock
from monitor.recording.reader import Info
from monitor.report import sections
from monitor.report.charts import Envelope, knee_chart
from monitor.report.page import page, paragraph, section


@dataclass(frozen=True, slots=True)
class Background:
    """What earlier sessions say: (exercise, measure, trend) each, and the doses with their pain."""

    trends: Sequence[tuple[str, str, Trend]] = ()
    doses: Sequence[Dose] = ()


def session_report(analysis: Mapping[str, Any], info: Info, blocks: Iterable[LegBlock],
                   background: Background | None = None, *, titles: Mapping[str, str] | None = None,
                   zone: tzinfo = UTC) -> str:
    """The report as one HTML document, made to be read on a screen and printed on A4.

    Args:
        analysis: what `patella analyze --json` prints.
        info: of the recording.
        blocks: the estimate, in order of time.
        background: earlier sessions.
        titles: of exercises by their id.
        zone: for dates.
    """
    background, titles = background or Background(), titles or {}
    envelope = Envelope(info.start_ns, info.duration_s)
    for block in blocks:
        envelope.push(block)
    started = datetime.fromtimestamp(info.start_ns / 1e9, zone)
    lead = [paragraph(f"{info.patient or 'No code'} · {info.side} knee · {started:%d %B %Y, %H:%M} · "
                      f"{info.duration_s / 60:.0f} min"),
            paragraph("Measured with Patella ", analysis["version"], ". It measures and counts; it is not a "
                      "medical device and makes no diagnosis.", kind="muted")]
    chart = section("Knee flexion", knee_chart(envelope, analysis["sets"], titles), paragraph(
        "The band is where the angle lies 95 % of the time. Where nothing is drawn, nothing is known.",
        kind="muted"))
    found = (chart, sections.exercises(analysis, titles), sections.landings(analysis),
             sections.balance(analysis, titles), sections.trends(background.trends, titles, zone),
             sections.doses(background.doses), sections.trust(analysis))
    return page("Session report", lead, [part for part in found if part is not None])


def write_report(out: Path, text: str) -> None:
    """Save a report; raises `RecordingError` when it cannot be written."""
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RecordingError(RecordingReason.NOT_WRITABLE, f"{out} cannot be written ({error.strerror}); "
                             "choose another folder or file name.") from error
