"""Drawings as SVG: the knee angle over the session, and a quantity over sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from html import escape
from typing import Any

import numpy as np

from monitor.history.change import Trend
from monitor.leg import Bools, Floats, LegBlock
from monitor.report.page import Markup
from monitor.report.words import Quantity

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 900.0, 260.0, 42.0, 24.0, 18.0
_LABEL = 45.0      # the width of a label
_FLEXION_AXIS_DEG = (-10.0, 140.0)
_BAND = 1.96
_BUCKETS = 850
_BLUE, _SKY, _HAIRLINE, _SET = "#0B6CB5", "#BFDDF2", "#D5DBE2", "#EEF1F5"


class Envelope:
    """Smallest and largest flexion of each of some 850 stretches of a session; memory does not grow."""

    def __init__(self, start_ns: int, duration_s: float) -> None:
        self.duration_s = max(duration_s, 1e-3)
        self._start_ns = start_ns
        self._low: Floats = np.full(_BUCKETS, np.inf)
        self._high: Floats = np.full(_BUCKETS, -np.inf)
        self._sigma: Floats = np.zeros(_BUCKETS)

    def push(self, block: LegBlock) -> None:
        valid = block.valid
        place = (block.t_ns[valid] - self._start_ns) / 1e9 / self.duration_s * _BUCKETS
        bucket = place.astype(np.int64).clip(0, _BUCKETS - 1)
        np.minimum.at(self._low, bucket, block.flexion_deg[valid])
        np.maximum.at(self._high, bucket, block.flexion_deg[valid])
        np.maximum.at(self._sigma, bucket, block.sigma_deg[valid])

    @property
    def known(self) -> Bools:
        """(buckets,) true where there is any valid angle."""
        return np.isfinite(self._low)

    def stretches(self) -> list[tuple[Floats, Floats, Floats, Floats]]:
        """For each unbroken stretch: time in s, lowest and highest flexion, sigma, all in deg, (n,) each."""
        t_s = (np.arange(_BUCKETS) + 0.5) / _BUCKETS * self.duration_s
        edges = np.flatnonzero(np.diff(np.concatenate(([False], self.known, [False])).astype(int)))
        return [(t_s[a:b], self._low[a:b], self._high[a:b], self._sigma[a:b])
                for a, b in zip(edges[::2], edges[1::2], strict=True)]


def knee_chart(envelope: Envelope, sets: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> Markup:
    """Flexion with its 95 % band over the session, the sets behind it; gaps are drawn as gaps."""
    def x(t_s: float) -> float:
        return _LEFT + t_s / envelope.duration_s * (_WIDTH - _LEFT)

    parts = []
    for found in sets:
        left, right = x(found["start_s"]), x(found["end_s"])
        title = escape(titles.get(found["exercise"], found["exercise"]))
        parts.append(f'<rect x="{left:.1f}" y="{_TOP}" width="{max(right - left, 1.0):.1f}" '
                     f'height="{_HEIGHT - _TOP - _BOTTOM}" fill="{_SET}"/>'
                     f'<text x="{left:.1f}" y="12">{title}</text>')
    parts += [_flexion_line(deg) for deg in range(0, 141, 20)]
    for t_s, low, high, sigma in envelope.stretches():
        xs = [x(t) for t in t_s.tolist()]
        upper = list(zip(xs, (high + _BAND * sigma).tolist(), strict=True))
        lower = list(zip(xs, (low - _BAND * sigma).tolist(), strict=True))
        parts.append(f'<polygon points="{_points([*upper, *reversed(lower)])}" fill="{_SKY}"/>')
        extremes = zip(xs, low.tolist(), high.tolist(), strict=True)
        line = [(at, value) for at, least, most in extremes for value in (least, most)]
        parts.append(f'<polyline points="{_points(line)}" fill="none" stroke="{_BLUE}"/>')
    last_s = envelope.duration_s * (1.0 - _LABEL / _WIDTH)
    parts += [f'<text x="{x(t):.1f}" y="{_HEIGHT - 6}">{t / 60:.0f} min</text>'
              for t in np.arange(0.0, last_s, _step(envelope.duration_s)).tolist()]
    return _svg("Knee flexion over the session, in degrees, with its 95 % band", parts)


def trend_chart(trend: Trend, quantity: Quantity, zone: tzinfo) -> Markup:
    """Session means with their 95 % intervals; the band is the smallest real change around the first."""
    means = [point.mean for point in trend.points]
    reach = [point.mean + sign * _BAND * point.standard_error for point in trend.points for sign in (-1, 1)]
    band = trend.smallest_real_change or 0.0
    low, high = min([*reach, means[0] - band]), max([*reach, means[0] + band])
    span = high - low or 1.0

    def y(value: float) -> float:
        return _HEIGHT - _BOTTOM - (value - low) / span * (_HEIGHT - _BOTTOM - _TOP)

    step = (_WIDTH - 2 * _LEFT) / max(len(means) - 1, 1)
    parts = [f'<rect x="{_LEFT}" y="{y(means[0] + band):.1f}" width="{_WIDTH - _LEFT}" '
             f'height="{y(means[0] - band) - y(means[0] + band):.1f}" fill="{_SET}"/>']
    for i, point in enumerate(trend.points):
        x, half = _LEFT + 10 + i * step, _BAND * point.standard_error
        parts.append(f'<path d="M{x:.1f} {y(point.mean - half):.1f}V{y(point.mean + half):.1f}" '
                     f'stroke="{_BLUE}"/>'
                     f'<circle cx="{x:.1f}" cy="{y(point.mean):.1f}" r="4" fill="{_BLUE}"/>')
    parts += [f'<text x="{x:.1f}" y="{_HEIGHT - 6}" text-anchor="{anchor}">'
              f"{datetime.fromtimestamp(point.start_ns / 1e9, zone):%d %b %Y}</text>"
              for point, x, anchor in ((trend.points[0], _LEFT, "start"), (trend.points[-1], _WIDTH, "end"))]
    parts += [f'<text x="0" y="{y(value) + 4:.1f}">{quantity.factor * value:.{quantity.decimals}f}'
              f"{escape(quantity.unit)}</text>" for value in (low, high)]
    return _svg("Mean of each session with its 95 % interval", parts)


def _flexion_line(deg: float) -> str:
    y = _flexion_y(deg)
    return (f'<path d="M{_LEFT} {y:.1f}H{_WIDTH}" stroke="{_HAIRLINE}"/>'
            f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{deg}°</text>')


def _flexion_y(deg: float) -> float:
    low, high = _FLEXION_AXIS_DEG
    return _HEIGHT - _BOTTOM - (min(max(deg, low), high) - low) / (high - low) * (_HEIGHT - _BOTTOM - _TOP)


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{_flexion_y(deg):.1f}" for x, deg in points)


def _step(duration_s: float) -> float:
    """Seconds between time labels: whole minutes, at most a dozen labels."""
    return 60.0 * max(1, int(np.ceil(duration_s / 60.0 / 12.0)))


def _svg(name: str, parts: Sequence[str]) -> Markup:
    return Markup(f'<svg viewBox="0 0 {_WIDTH:.0f} {_HEIGHT:.0f}" role="img" aria-label="{escape(name)}">'
                  f"{''.join(parts)}</svg>")
