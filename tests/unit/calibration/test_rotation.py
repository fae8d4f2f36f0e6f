import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from calibration import rotation

RNG = np.random.default_rng(2)
P, Q = (Rotation.random(20, random_state=i) for i in (1, 2))
V = RNG.standard_normal((20, 3))


def quats(turn: Rotation) -> np.ndarray:
    return np.roll(turn.as_quat(), 1, axis=-1)


def test_multiply_conjugate_and_rotate_agree_with_scipy():
    product = rotation.multiply(quats(P), quats(Q))
    np.testing.assert_allclose(rotation.rotate(product, V), (P * Q).apply(V), atol=1e-12)
    np.testing.assert_allclose(rotation.rotate(rotation.conjugate(quats(P)), V), P.inv().apply(V), atol=1e-12)
    np.testing.assert_allclose(rotation.matrix(quats(P)), P.as_matrix(), atol=1e-12)


def test_one_quaternion_turns_many_vectors():
    np.testing.assert_allclose(rotation.rotate(quats(P)[0], V), P[0].apply(V), atol=1e-12)


def test_cross_dot_and_length():
    np.testing.assert_allclose(rotation.cross(V, V[::-1]), np.cross(V, V[::-1]), atol=1e-15)
    np.testing.assert_allclose(rotation.dot(V, V[::-1]), (V * V[::-1]).sum(axis=1), atol=1e-15)
    np.testing.assert_allclose(rotation.length(V), np.sqrt((V ** 2).sum(axis=1)))


def test_unit_of_nothing_stays_nothing():
    units = rotation.unit([[0.0, 0.0, 0.0], [0.0, 3.0, 4.0]])
    np.testing.assert_array_equal(units, [[0, 0, 0], [0, 0.6, 0.8]])


@pytest.mark.parametrize(("angle", "wrapped"), [(0.0, 0.0), (np.pi, -np.pi), (-np.pi, -np.pi),
                                                 (3.5 * np.pi, -0.5 * np.pi), (-7.0, 2 * np.pi - 7.0)])
def test_wrap(angle, wrapped):
    assert rotation.wrap(np.array(angle)) == pytest.approx(wrapped)


def test_about_vertical_turns_headings():
    turned = rotation.rotate(rotation.about_vertical(np.array([0.4])), np.array([[1.0, 0.0, 5.0]]))
    assert rotation.heading(turned)[0] == pytest.approx(0.4)
    assert turned[0, 2] == 5.0


def test_from_axes_turns_the_unit_axes_into_the_given_ones():
    x, y, z = P[3].as_matrix().T
    turn = rotation.from_axes(x, y, z)
    np.testing.assert_allclose(rotation.rotate(turn, np.eye(3)), [x, y, z], atol=1e-12)


def test_perpendicular_keeps_only_what_is_across():
    across = rotation.perpendicular(np.array((3.0, 4.0, 7.0)), np.array((0.0, 0.0, 1.0)))
    np.testing.assert_allclose(across, (0.6, 0.8, 0.0))
