"""Height of a jump, direction of a hop, and how the leg comes to rest after a landing."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from monitor.exercises.flight import GRAVITY_M_S2, Flight, norms_g
from monitor.leg import Floats, LegBlock

_LEAST_TRAVEL_M_S = 0.4
_CROUCH_AT_LEAST_S, _STILL_G, _STILL_RAD_S = 0.5, 0.04, 0.15
_CALMEST_S, _GYRO_NOISE_DEG_S = 0.5, 0.2
SHARP_FROM_HZ = 200.0
MORE_BENT_DEG = 15.0        # a knee this much more bent at contact lengthens the flight
DEEPEST_WITHIN_S = 0.6
_SETTLED_S, _QUIET_S, _RMS_S, _TRIAL_S = 3.0, 0.5, 0.25, 10.0


@dataclass(frozen=True, slots=True)
class AfterLanding:
    flexion_max_deg: float | None
    stabilise_s: float | None
    measures: dict[str, float] = field(default_factory=dict)


def height(leg: LegBlock, flight: Flight) -> tuple[float, float, float]:
    """Flight time (s), height h = g T^2 / 8 (m) and its standard deviation from two quantised edges (m).

    At low rates the sensor's own smoothing, which spreads an impact over a sample, shortens the flight too.
    """
    duration_s = (flight.contact - flight.takeoff) / leg.rate_hz
    smoothed = 1.0 if leg.rate_hz < SHARP_FROM_HZ else 0.0
    edges_s = np.sqrt(2.0 / 12.0 + smoothed) / leg.rate_hz
    return (duration_s, GRAVITY_M_S2 * duration_s**2 / 8.0,
            float(GRAVITY_M_S2 * duration_s / 4.0 * edges_s))


def flexion_at(leg: LegBlock, instant: float) -> float | None:
    """Flexion at a fractional sample, None where it is not valid."""
    index = min(max(int(instant), 0), len(leg) - 2)
    if not leg.valid[index:index + 2].all():
        return None
    part = min(instant - index, 1.0)
    return float((1 - part) * leg.flexion_deg[index] + part * leg.flexion_deg[index + 1])


def after_landing(leg: LegBlock, contact: float) -> AfterLanding:
    """Deepest flexion and, over a whole trial, the time to stabilise."""
    first = int(contact)
    part = slice(first, first + 1 + round(DEEPEST_WITHIN_S * leg.rate_hz))
    stabilise_s = _time_to_stabilise(leg[first:])
    if not leg.valid[part].all():
        return AfterLanding(None, stabilise_s)
    deepest = int(np.argmax(leg.flexion_deg[part]))
    return AfterLanding(float(leg.flexion_deg[part][deepest]), stabilise_s,
                        {"time_to_deepest_s": deepest / leg.rate_hz})


def unrest_before(leg: LegBlock, flight: Flight) -> dict[str, float]:
    """How restlessly the leg stood before the crouch, at its calmest: mean thigh rate in dB over 1 deg/s.

    On one leg people sway several times as much as on two.
    """
    window = round(_CALMEST_S * leg.rate_hz)
    latest = int(flight.takeoff) - round(_CROUCH_AT_LEAST_S * leg.rate_hz)
    if latest < window or not leg.oriented[:latest].all():
        return {}
    turning = np.degrees(np.sqrt((leg.thigh_gyr_rad_s[:latest] ** 2).sum(axis=1)))
    level = 20.0 * np.log10(np.maximum(turning, _GYRO_NOISE_DEG_S))
    return {"stance_unrest_db": float(np.convolve(level, np.full(window, 1.0 / window), "valid").min())}


def travel(leg: LegBlock, flight: Flight) -> dict[str, float]:
    """Direction of a hop (0 forward, 90 outward) and its horizontal speed at take-off.

    The thigh's specific force is integrated through its gyro from the stillest moment before the push-off to
    the take-off; over a second that drifts by some 0.2 m/s, so that hops on the spot get no direction.
    """
    end = int(flight.takeoff)
    start = _stillest(leg, end)
    if start is None or not leg.oriented[start:end].all():
        return {}
    velocity = _velocity(leg.thigh_acc_m_s2[start:end], leg.thigh_gyr_rad_s[start:end], leg.rate_hz)
    forward, outward = float(velocity[0]), float(velocity[2] if leg.side == "right" else -velocity[2])
    speed = float(np.hypot(forward, outward))
    direction = {"travel_deg": float(np.degrees(np.arctan2(outward, forward)))}
    return {"travel_m_s": speed} | (direction if speed >= _LEAST_TRAVEL_M_S else {})


def _stillest(leg: LegBlock, takeoff: int) -> int | None:
    """A moment well inside the stillness before the crouch; None when the leg never stood still."""
    window = max(2, round(0.1 * leg.rate_hz))
    latest = takeoff - round(_CROUCH_AT_LEAST_S * leg.rate_hz)
    if latest <= window:
        return None
    unrest = np.abs(norms_g(leg.thigh_acc_m_s2[:latest]) - 1.0)
    turning = np.sqrt((leg.thigh_gyr_rad_s[:latest] ** 2).sum(axis=1))
    box = np.full(window, 1.0 / window)
    calm = np.flatnonzero((np.convolve(unrest, box, "valid") < _STILL_G)
                          & (np.convolve(turning, box, "valid") < _STILL_RAD_S))
    return int(calm[-min(len(calm), 2 * window)]) if calm.size else None


def _velocity(acc: Floats, gyr: Floats, rate_hz: float) -> Floats:
    """(3,) velocity change in the thigh's frame at the start, levelled by its mean specific force there."""
    from scipy.spatial.transform import Rotation
    steady = acc[:max(3, round(0.1 * rate_hz))].mean(axis=0)
    level = Rotation.align_vectors([[0.0, 1.0, 0.0]], [steady])[0]
    turned, velocity = level, np.zeros(3)
    for force, rate in zip(acc, gyr, strict=True):
        velocity += (turned.apply(force) - [0.0, GRAVITY_M_S2, 0.0]) / rate_hz
        turned = turned * Rotation.from_rotvec(rate / rate_hz)
    return velocity


def _time_to_stabilise(leg: LegBlock) -> float | None:
    """Until the 0.25 s RMS of thigh acceleration stays 0.5 s under mean + 3 SD of the trial's last 3 s."""
    trial = round(_TRIAL_S * leg.rate_hz)
    if len(leg) < trial - 1 or not leg.oriented[:trial].all():
        return None
    unrest = (norms_g(leg.thigh_acc_m_s2[:trial]) - 1.0) ** 2
    window = max(1, round(_RMS_S * leg.rate_hz))
    sums = np.cumsum(np.concatenate([[0.0], unrest]))
    rms = np.sqrt(np.maximum(sums[window:] - sums[:-window], 0.0) / window)
    last = rms[-round(_SETTLED_S * leg.rate_hz):]
    quiet = rms < last.mean() + 3 * last.std()
    needed = round(_QUIET_S * leg.rate_hz)
    runs = np.convolve(quiet, np.ones(needed), "valid") >= needed - 0.5
    return float((window + int(np.argmax(runs))) / leg.rate_hz) if runs.any() else None
