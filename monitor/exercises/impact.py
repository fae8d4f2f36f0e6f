"""Peak tibial acceleration and what follows from it, from samples or the sensor's own faster peak hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from monitor.exercises.flight import GRAVITY_M_S2, Flight, norms_g
from monitor.leg import Floats, Impact, LegBlock

LOW_PASS_HZ = 60.0
BOUND_BELOW_HZ = 200.0     # a 12 ms rise is under-read by 7 % on average at 100 Hz, by 2 % at 200 Hz
SLOPE_FROM_HZ = 400.0      # below, 20 to 80 % of the rise is one or two samples
WITHIN_S = 0.1


@dataclass(frozen=True, slots=True)
class ImpactMeasures:
    """Peaks within 100 ms of contact; `None` where the rate or a lost packet does not allow the number."""

    axial_g: float
    resultant_g: float
    thigh_resultant_g: float
    is_lower_bound: bool
    loading_slope_g_per_s: float | None
    attenuation_percent: float | None


def impact_of(leg: LegBlock, flight: Flight, trailers: Sequence[Impact]) -> ImpactMeasures:
    """The impact of a landing; `trailers` are the sensors' own peaks near its contact."""
    first = max(0, int(flight.contact))
    window = slice(first, first + 2 + round(WITHIN_S * leg.rate_hz))
    shank = _low_pass(leg.shank_acc_m_s2, leg.rate_hz)[window] / GRAVITY_M_S2
    sampled = float(norms_g(shank * GRAVITY_M_S2).max())
    thigh = float(norms_g(_low_pass(leg.thigh_acc_m_s2, leg.rate_hz)[window]).max())
    axial = float(shank[:, 1].max())
    own, own_thigh = _strongest(trailers, shank=True), _strongest(trailers, shank=False)
    resultant = max(own.peak_resultant_g, sampled) if own is not None else sampled
    clipped = bool(leg.acc_saturated[window, 1].any()) or (own is not None and own.saturated)
    lost = bool(leg.interpolated[window].any())      # and the sensor's own peaks of that moment with it
    thigh = own_thigh.peak_resultant_g if own_thigh is not None else thigh
    return ImpactMeasures(
        axial_g=axial * (resultant / sampled), resultant_g=resultant, thigh_resultant_g=thigh,
        is_lower_bound=clipped or lost or (own is None and leg.rate_hz < BOUND_BELOW_HZ),
        loading_slope_g_per_s=_slope(shank[:, 1], leg.rate_hz),
        attenuation_percent=None if lost else 100.0 * (1.0 - thigh / resultant))


def peak_g(leg: LegBlock, contact: float) -> float:
    """The largest resultant of the quieter segment within 100 ms of contact: both must feel the ground.

    That of the other one where a packet was lost; zero where the shank was not heard at all then.
    """
    near = leg[int(contact):int(contact) + 2 + round(WITHIN_S * leg.rate_hz)]
    thigh, shank = (float(norms_g(acc).max()) for acc in (near.thigh_acc_m_s2, near.shank_acc_m_s2))
    if shank == 0.0:
        return 0.0
    return max(thigh, shank) if near.interpolated.any() else min(thigh, shank)


def _strongest(trailers: Sequence[Impact], *, shank: bool) -> Impact | None:
    own = [t for t in trailers if t.shank == shank]
    return max(own, key=lambda t: t.peak_resultant_g) if own else None


def _slope(axial: Floats, rate_hz: float) -> float | None:
    """Mean slope between 20 % and 80 % of the peak, in g/s."""
    top = int(np.argmax(axial))
    rise = axial[:top + 1]
    if rate_hz < SLOPE_FROM_HZ or rise[-1] <= 0 or rise[0] >= 0.2 * rise[-1]:
        return None
    low, high = (_last_crossing(rise, share * float(rise[-1])) for share in (0.2, 0.8))
    return float(0.6 * rise[-1] / ((high - low) / rate_hz))


def _last_crossing(rise: Floats, level: float) -> float:
    index = int(np.flatnonzero(rise < level)[-1])
    return float(index + (level - rise[index]) / (rise[index + 1] - rise[index]))


def _low_pass(acc: Floats, rate_hz: float) -> Floats:
    """Second-order Butterworth at 60 Hz, forwards only; nothing to do where the rate has no such band."""
    if rate_hz <= 2.5 * LOW_PASS_HZ:
        return acc
    from scipy.signal import butter, sosfilt, sosfilt_zi
    sections = butter(2, LOW_PASS_HZ, fs=rate_hz, output="sos")
    start = sosfilt_zi(sections)[:, :, None] * acc[0]
    filtered, _ = sosfilt(sections, acc, axis=0, zi=start)
    result: Floats = filtered
    return result
