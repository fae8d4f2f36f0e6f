"""The knee's angles from the relative rotation of both segments."""

from __future__ import annotations

import numpy as np

from calibration.rotation import Floats, conjugate, multiply, wrap


def joint_rotation(relative: Floats, thigh_to_segment: Floats, shank_to_segment: Floats) -> Floats:
    """(n, 4) turns shank segment axes into thigh segment axes, from the same in sensor axes."""
    return multiply(multiply(thigh_to_segment, relative), conjugate(shank_to_segment))


def flexion_rad(joint: Floats) -> Floats:
    """(n,) flexion: the twist about the hinge, which points right in segment axes and extends the knee."""
    return wrap(-2.0 * np.arctan2(joint[..., 3], joint[..., 0]))


def frontal_and_rotation_rad(joint: Floats) -> tuple[Floats, Floats]:
    """(n,) each: what is left beside flexion, about the forward axis and about the bone. Trends only."""
    w, x, y, z = (joint[..., i] for i in range(4))
    size = np.sqrt(w * w + z * z)
    size = np.where(size > 1e-9, size, 1.0)
    # The swing that remains when the twist about z is taken off on the right.
    swing_x, swing_y = (x * w - y * z) / size, (y * w + x * z) / size
    return 2.0 * np.arcsin(np.clip(swing_x, -1.0, 1.0)), 2.0 * np.arcsin(np.clip(swing_y, -1.0, 1.0))
