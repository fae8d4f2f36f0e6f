"""Numbers about one repetition, by name: what form rules, recognition and the review speak about.

Everything is measured on the repetition's own slice: at rest before it, while it is held, and over the whole.
"""

from __future__ import annotations

import numpy as np

from monitor.exercises.shape import Shape
from monitor.exercises.tremor import felt_at, tremor_db
from monitor.leg import Floats, LegBlock

# Median adult segment lengths (Winter, Biomechanics and Motor Control, table 4.1, for a height of 1.72 m); a
# lift height is that of a typical leg, good for comparing a person with himself.
THIGH_LENGTH_CM, SHANK_LENGTH_CM = 42.0, 42.0
GRAVITY_M_S2 = 9.80665
_AROUND_S = 0.15
_RESTED_S, RESTING_DEG_S = 0.3, 12.0
_RISE_KNOWN_S, _HIGHEST_STEP_CM = 6.0, 60.0
_LEANING = 0.35          # 20 degrees

MEASURES = frozenset({
    "range_deg", "peak_deg", "hold_s", "lifting_s", "lowering_s", "duration_s",
    "flexion_rest_deg", "flexion_held_deg", "flexion_max_deg", "flexion_min_deg", "flexion_range_deg",
    "thigh_elevation_rest_deg", "thigh_elevation_change_deg", "shank_elevation_rest_deg",
    "shank_elevation_change_deg", "thigh_roll_change_deg", "thigh_forward_change_deg",
    "thigh_outward_change_deg", "shank_forward_rest_deg", "shank_forward_change_deg", "ankle_rise_cm",
    "hold_unrest_deg_s", "rest_unrest_deg_s", "peak_dynamic_g", "net_rise_cm", "peak_rise_cm",
    "held_tremor_db", "flexion_top_deg"})
# Of other kinds of exercise: hops, balance, cyclic work.
FEATURES = MEASURES | {"travel_m_s", "flight_s", "unrest_over_calm_db", "sway_deg_s",
                       "thigh_elevation_max_deg"}


def measure(leg: LegBlock, shape: Shape) -> dict[str, float]:
    """Every measure of the repetition that `leg` shows; flexion only where it was valid throughout."""
    rate = leg.rate_hz
    timing = {"range_deg": abs(shape.held - shape.rest), "peak_deg": shape.held, "hold_s": shape.hold / rate,
              "lifting_s": (shape.lift_end - shape.lift_start) / rate,
              "lowering_s": (shape.lower_end - shape.lower_start) / rate,
              "duration_s": (shape.lower_end - shape.lift_start) / rate}
    rest, held = _rest_window(leg, shape), held_window(leg, shape)
    found = timing | _gravity_measures(leg, leg[rest], leg[held]) | _unrest(leg, held)
    found["peak_rise_cm"] = float(height_cm(leg, shape)[held].mean())
    rise = net_rise_cm(leg, max(0, round(shape.lift_start)))
    if rise is not None:
        found |= {"net_rise_cm": rise, "rest_unrest_deg_s": _rms_deg_s(leg[rest].thigh_gyr_rad_s)}
    if leg.valid.all():
        found |= _flexion_measures(leg.flexion_deg, rest, held)
    return found


def _flexion_measures(flexion: Floats, rest: slice, held: slice) -> dict[str, float]:
    high, low = float(flexion.max()), float(flexion.min())
    return {"flexion_rest_deg": float(flexion[rest].mean()), "flexion_held_deg": float(flexion[held].mean()),
            "flexion_max_deg": high, "flexion_min_deg": low, "flexion_range_deg": high - low}


def _gravity_measures(leg: LegBlock, rest: LegBlock, held: LegBlock) -> dict[str, float]:
    outward = 1.0 if rest.side == "right" else -1.0
    thigh, thigh_held = _thigh_up(rest, outward, leg), _thigh_up(held, outward, leg)
    shank, shank_held = _shank_up(rest, thigh), _shank_up(held, thigh_held)
    rise = THIGH_LENGTH_CM * (thigh_held[1] - thigh[1]) + SHANK_LENGTH_CM * (shank_held[1] - shank[1])
    return {
        "thigh_elevation_rest_deg": -_degrees(thigh[1]),
        "thigh_elevation_change_deg": _degrees(thigh[1]) - _degrees(thigh_held[1]),
        "shank_elevation_rest_deg": -_degrees(shank[1]),
        "shank_elevation_change_deg": _degrees(shank[1]) - _degrees(shank_held[1]),
        "thigh_roll_change_deg": _roll(thigh_held, outward) - _roll(thigh, outward),
        "thigh_forward_change_deg": _degrees(thigh_held[0]) - _degrees(thigh[0]),
        "thigh_outward_change_deg": outward * (_degrees(thigh_held[2]) - _degrees(thigh[2])),
        "shank_forward_rest_deg": _degrees(shank[0]),
        "shank_forward_change_deg": _degrees(shank_held[0]) - _degrees(shank[0]),
        "ankle_rise_cm": -float(rise)}


def _unrest(leg: LegBlock, held: slice) -> dict[str, float]:
    felt = felt_at(leg.rate_hz) and held.stop - held.start > leg.rate_hz
    effort = {"held_tremor_db": tremor_db(leg, held)} if felt else {}
    return effort | {"hold_unrest_deg_s": _rms_deg_s(leg.thigh_gyr_rad_s[held]),
            "peak_dynamic_g": float(leg.thigh_dynamic_g[:, 1].max())}


def height_cm(leg: LegBlock, shape: Shape) -> Floats:
    """(n,) height of the thigh over where it was at first, in a movement that turns round where `shape` says.

    Vertical acceleration integrated twice. At rest and where the movement turns it has no speed, which gives
    the error of the accelerometer in between; the way back, often cut off before its end, is not needed.
    """
    speed = np.cumsum(leg.thigh_dynamic_g[:, 0]) * (GRAVITY_M_S2 / leg.rate_hz)
    turns = np.arange(1, len(leg) + 1)[held_window(leg, shape)]
    drift = float(speed[turns - 1].mean() / turns.mean())
    height: Floats = np.cumsum(speed - drift * np.arange(1, len(leg) + 1)) * (100.0 / leg.rate_hz)
    return height


def _rms_deg_s(rates: Floats) -> float:
    return float(np.degrees(np.sqrt((rates * rates).sum(axis=1).mean())))


def net_rise_cm(leg: LegBlock, first: int) -> float | None:
    """How much higher the thigh is at the end than at sample `first`.

    None when no rest before it was seen, when so much time has passed that the error is a step's height, and
    when it comes out higher than anybody steps: then the rest was none.

    Vertical acceleration integrated twice, less its mean in the rest before: that mean is the error of the
    accelerometer, which over two seconds would otherwise grow to decimetres.
    """
    upward = leg.thigh_dynamic_g[:, 0] * GRAVITY_M_S2
    rested = max(2, round(_RESTED_S * leg.rate_hz))
    if first < rested - 1:
        first = rested
        if len(leg) <= rested or _rms_deg_s(leg.thigh_gyr_rad_s[:rested]) > RESTING_DEG_S:
            return None
    if len(leg) - first > _RISE_KNOWN_S * leg.rate_hz:
        return None
    velocity = np.cumsum(upward[first:] - upward[max(0, first - rested):first].mean()) / leg.rate_hz
    rise_cm = float(velocity.sum() / leg.rate_hz * 100.0)
    return rise_cm if abs(rise_cm) < _HIGHEST_STEP_CM else None


def _rest_window(leg: LegBlock, shape: Shape) -> slice:
    end = min(max(1, round(shape.lift_start + _AROUND_S * leg.rate_hz / 2)), len(leg))
    return slice(max(0, end - max(1, round(2 * _AROUND_S * leg.rate_hz))), end)


def held_window(leg: LegBlock, shape: Shape) -> slice:
    """The samples in which the movement is held, or turns round."""
    middle, around = (shape.lift_end + shape.lower_start) / 2, _AROUND_S * leg.rate_hz
    start = min(max(0, round(min(shape.lift_end, middle - around))), len(leg) - 1)
    return slice(start, max(start + 1, round(max(shape.lower_start, middle + around))))


def _thigh_up(leg: LegBlock, outward: float, whole: LegBlock) -> Floats:
    """The world's upward direction in thigh axes, from elevation and sideways lean.

    Its forward part has the sign of the accelerometer's; near the vertical, where a moment's acceleration
    could turn that, of the `whole` repetition's.
    """
    y = -float(np.sin(np.radians(leg.thigh_elevation_deg)).mean())
    z = outward * float(np.sin(np.radians(leg.thigh_frontal_deg)).mean())
    x = np.sqrt(max(0.0, 1.0 - y * y - z * z))
    lying = leg if x > _LEANING else whole
    return np.array([np.copysign(x, lying.thigh_acc_m_s2[:, 0].mean()), y, z])


def _shank_up(leg: LegBlock, thigh_up: Floats) -> Floats:
    """The same in shank axes: the thigh's turned by the knee, or the accelerometer while flexion is lost."""
    if not leg.valid.all():
        mean = leg.shank_acc_m_s2.mean(axis=0)
        up: Floats = mean / max(float(np.sqrt((mean * mean).sum())), 1e-9)
        return up
    bend = np.radians(float(leg.flexion_deg.mean()))
    x, y, z = thigh_up
    return np.array([np.cos(bend) * x - np.sin(bend) * y, np.sin(bend) * x + np.cos(bend) * y, z])


def _degrees(component: float) -> float:
    return float(np.degrees(np.arcsin(np.clip(component, -1.0, 1.0))))


def _roll(up: Floats, outward: float) -> float:
    """Turn about the long axis: 0 when the leg's outer side is up, positive when its front turns up."""
    return float(np.degrees(np.arctan2(up[0], outward * up[2])))
