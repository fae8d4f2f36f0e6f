"""An accelerometer's own zero, from rests in different poses.

At rest the specific force is as large as gravity, whichever way the sensor lies; what differs from pose to
pose is the zero of its axes (Lötters, Schipper, Veltink, Olthuis, Bergveld 1998, Sensors and Actuators A
68:221-228). Four thousandths of g tilt gravity by a quarter of a degree, and otherwise in each pose.
"""

from __future__ import annotations

import numpy as np

from monitor.leg import Bools, Floats

G_M_S2 = 9.81
WINDOW_S = 0.5
AT_REST = 0.1                # part by which a force at rest may differ from gravity
BIAS_SIGMA = 0.01            # in g: what is usual in small parts,
SCALE_SIGMA = 0.005          # their sensitivity together with the local gravity,
REST_SIGMA = 0.001           # and one rest's unrest
SEPARATE = 10                # more windows than these tell no more: they share their poses
ROUNDS = 10


def acc_bias_m_s2(acc_m_s2: Floats, resting: Bools, rate_hz: float) -> Floats:
    """(3,) the likeliest offset of accelerations (n, 3); zero as far as the rests do not tell."""
    force = np.sqrt((acc_m_s2 ** 2).sum(axis=1)) / G_M_S2
    quiet = resting & (np.abs(force - 1.0) < AT_REST)
    size = max(1, round(WINDOW_S * rate_hz))
    count = len(force) // size
    whole = quiet[:count * size].reshape(count, size).all(axis=1)
    mean = acc_m_s2[:count * size].reshape(count, size, 3)[whole].mean(axis=1) / G_M_S2
    force = np.sqrt((mean ** 2).sum(axis=1))
    design, wanted = np.column_stack((mean / force[:, None], np.ones(len(mean)))), force - 1.0
    prior = np.diag(np.array((BIAS_SIGMA, BIAS_SIGMA, BIAS_SIGMA, SCALE_SIGMA)) ** -2)
    fitted = np.zeros(4)
    for _ in range(ROUNDS):      # a limb that slides on evenly is no rest, and must not count as much
        doubt = 1.0 + ((wanted - design @ fitted) / REST_SIGMA) ** 2
        weight = REST_SIGMA ** -2 * min(1.0, SEPARATE / max(len(mean), 1)) / doubt
        fitted = np.linalg.solve((weight * design.T) @ design + prior, (weight * design.T) @ wanted)
    return np.asarray(G_M_S2 * fitted[:3])
