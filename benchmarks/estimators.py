"""One simulated session as every method sees it, and the methods: Patella's, and those of others.

All of them get the same samples on the same grid, with lost packets bridged as Patella does. Methods of
others that have no zero of their own get the best constant offset and the better sign for nothing.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from calibration.hinge_axis import hinge_heading_offset, relative_rotation, twist
from calibration.model import Calibration, Motion
from calibration.rotation import (
    Floats,
    conjugate,
    cross,
    dot,
    from_axes,
    multiply,
    perpendicular,
    rotate,
    wrap,
)
from monitor.leg import Bools, LegBlock
from monitor.pipeline.chain import motion_of
from monitor.pipeline.pair import PairBlock, SensorPair
from monitor.pipeline.smooth import smoothed_flexion
from monitor.session import Session
from monitor.values import LinkEvent, Received, Side
from monitor.virtual.healthy_link import START_NS
from monitor.virtual.simulate import Simulation

COMPLEMENTARY_TAU_S = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Worn:
    """A simulated session on Patella's grid of n instants; (n,) each but `block`, `leg` and `calibration`."""

    t_s: Floats
    truth_deg: Floats
    block: PairBlock
    leg: LegBlock
    calibration: Calibration
    rate_hz: float
    calibrating: Bools

    @property
    def motion(self) -> Motion:
        """As calibration reads it."""
        return motion_of(self.block)


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """(n,) flexion, where it is shown, and one standard deviation where the method has one."""

    flexion_deg: Floats
    known: Bools
    sigma_deg: Floats | None = None


def worn(simulation: Simulation) -> Worn:
    """Run a simulation through a live session, and keep what the other methods need."""
    events = simulation.truth.events
    side = Side(events["side"])
    session, pair = Session(side, watch_exercises=False), SensorPair(side)
    leg = LegBlock.join([block for first in range(0, len(simulation.inputs), 2000)
                         for block in session.push(simulation.inputs[first:first + 2000]).blocks])
    for one in simulation.inputs:
        if isinstance(one, Received | LinkEvent) and one.placement is not None:
            pair.push(one)
    if session.calibration is None:
        raise SystemExit(f"the session of seed {events['seed']} was never calibrated")
    block = PairBlock.join(pair.take())
    t_s: Floats = (block.aligned.t_ns - START_NS) * 1e-9
    guided = events["calibrations"][0]
    return Worn(t_s, np.interp(t_s, simulation.truth.t_s, simulation.truth.flexion_deg), block, leg,
                session.calibration, leg.rate_hz,
                (t_s >= guided["start_s"]) & (t_s < guided["end_s"]))


def causal(session: Worn) -> Estimate:
    """What the screen showed."""
    return Estimate(session.leg.flexion_deg, session.leg.valid, session.leg.sigma_deg)


def smoothed(session: Worn) -> Estimate:
    """The same with hindsight, over the instants that the screen showed."""
    flexion, known = smoothed_flexion(session.block, session.rate_hz, session.calibration)
    return Estimate(flexion, known & session.leg.valid)


def causal_free_zero(session: Worn) -> Estimate:
    """What the screen showed, with the freedom that the methods of others get."""
    return _with_free_zero(session, np.radians(session.leg.flexion_deg))


def smoothed_free_zero(session: Worn) -> Estimate:
    """The same with hindsight."""
    return _with_free_zero(session, np.radians(smoothed(session).flexion_deg))


def two_filters(session: Worn) -> Estimate:
    """Two VQFs that know nothing of each other, with the heading that fitted during calibration."""
    hinges = _hinges(session.calibration)
    offset = np.angle(np.exp(1j * hinge_heading_offset(session.motion[_span(session)], *hinges)).mean())
    turned = relative_rotation(session.motion, np.full(len(session.t_s), offset))
    return _with_free_zero(session, twist(turned, *hinges))


def complementary(session: Worn) -> Estimate:
    """Rates about the hinge, pulled towards the angle between both accelerometers in its plane."""
    hinges, motion = _hinges(session.calibration), session.motion
    rates = [dot(gyr, hinge) for gyr, hinge in zip((motion.thigh_gyr, motion.shank_gyr), hinges, strict=True)]
    tilts = [_in_plane(acc, hinge) for acc, hinge in zip((motion.thigh_acc, motion.shank_acc), hinges,
                                                         strict=True)]
    rate, tilt = rates[1] - rates[0], np.unwrap(tilts[0] - tilts[1])
    share, angle, out = 1.0 / (COMPLEMENTARY_TAU_S * session.rate_hz), float(tilt[0]), np.empty(len(rate))
    for i, (turn, seen) in enumerate(zip((rate / session.rate_hz).tolist(), tilt.tolist(), strict=True)):
        angle += turn
        angle += share * float(wrap(seen - angle))
        out[i] = angle
    return _with_free_zero(session, out)


def qmt_alone(session: Worn) -> Estimate:
    """The offline pipeline of qmt: its axes from the calibration movement, its heading correction."""
    import qmt

    motion = session.motion[_span(session)]
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(invalid="ignore"):    # it tells every step
        axes = [np.ravel(axis) for axis in qmt.jointAxisEstHingeOlsson(
            motion.thigh_acc, motion.shank_acc, motion.thigh_gyr, motion.shank_gyr)]
    either = [_qmt(session, axes[0], sign * axes[1]) for sign in (1.0, -1.0)]
    return min(either, key=lambda estimate: rmse_deg(session, estimate, np.ones(len(session.t_s), np.bool_)))


def qmt_with_our_axes(session: Worn) -> Estimate:
    """The offline heading correction of qmt, given the axes of Patella's calibration."""
    return _qmt(session, *_hinges(session.calibration))


def _qmt(session: Worn, thigh_axis: Floats, shank_axis: Floats) -> Estimate:
    return _with_free_zero(session, qmt_angle(session.motion, session.rate_hz, thigh_axis, shank_axis))


def qmt_angle(motion: Motion, rate_hz: float, thigh_axis: Floats, shank_axis: Floats) -> Floats:
    """(n,) radians about the hinge under qmt's heading correction, sign and zero open."""
    import qmt
    from vqf import offlineVQF

    gyrs, quats = [], []
    for acc, gyr, axis in ((motion.thigh_acc, motion.thigh_gyr, thigh_axis),
                           (motion.shank_acc, motion.shank_gyr, shank_axis)):
        start = perpendicular(np.eye(3)[int(np.argmin(np.abs(axis)))], axis)
        segment = from_axes(start, cross(axis, start), axis)
        quat = offlineVQF(np.ascontiguousarray(gyr), np.ascontiguousarray(acc), None, 1.0 / rate_hz)
        quats.append(multiply(quat["quat6D"], segment))
        gyrs.append(rotate(conjugate(segment), gyr))
    t_s = np.arange(len(motion)) / rate_hz
    corrected = qmt.headingCorrection(*gyrs, *quats, t_s, np.array((0.0, 0.0, 1.0)), None)[0]
    relative = multiply(conjugate(quats[0]), corrected)
    angle: Floats = 2.0 * np.arctan2(relative[:, 3], relative[:, 0])
    return angle


def methods() -> Mapping[str, Callable[[Worn], Estimate]]:
    """Every method by the name of its row; those whose package is not installed are left out."""
    found: dict[str, Callable[[Worn], Estimate]] = {
        "Patella, live": causal, "Patella, smoothed": smoothed,
        "Patella, live, free offset": causal_free_zero, "Patella, smoothed, free offset": smoothed_free_zero}
    if importlib.util.find_spec("qmt"):
        found |= {"qmt, offline": qmt_alone, "qmt, offline, our axes": qmt_with_our_axes}
    return {**found, "two VQFs, fixed heading": two_filters, "complementary filter": complementary}


def rmse_deg(session: Worn, estimate: Estimate, where: Bools) -> float:
    """Root mean square error over the rows `where` that every method is judged on."""
    part = where & estimate.known & session.leg.valid
    error = estimate.flexion_deg[part] - session.truth_deg[part]
    return float(np.sqrt((error ** 2).mean()))


def _hinges(calibration: Calibration) -> tuple[Floats, Floats]:
    return np.asarray(calibration.thigh.hinge), np.asarray(calibration.shank.hinge)


def _span(session: Worn) -> slice:
    rows = np.flatnonzero(session.calibrating)
    return slice(int(rows[0]), int(rows[-1]) + 1)


def _in_plane(acc: Floats, hinge: Floats) -> Floats:
    start = perpendicular(np.eye(3)[int(np.argmin(np.abs(hinge)))], hinge)
    angle: Floats = np.arctan2(dot(acc, cross(hinge, start)), dot(acc, start))
    return angle


def _with_free_zero(session: Worn, angle_rad: Floats) -> Estimate:
    """Degrees with the sign and the constant offset that fit the truth best."""
    shown = session.leg.valid
    fits = []
    for sign in (1.0, -1.0):
        apart = np.exp(1j * (sign * angle_rad - np.radians(session.truth_deg)))
        error = np.degrees(np.angle(apart / apart[shown].mean()))
        fits.append((float((error[shown] ** 2).mean()), session.truth_deg + error))
    return Estimate(min(fits, key=lambda fit: fit[0])[1], np.ones(len(angle_rad), np.bool_))
