"""Rotations with the component first agree with scipy's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from monitor.virtual.quaternions import X, Y, Z, about, conjugate, from_vector, multiply, rotate, small_vector

ANGLES = st.floats(-170, 170)
VECTORS = st.tuples(*[st.floats(-1.7, 1.7)] * 3).map(lambda v: np.array(v)[:, None])


def scipy_of(q: np.ndarray) -> Rotation:
    return Rotation.from_quat(q[:, 0], scalar_first=True)


@given(ANGLES, st.sampled_from([(X, "x"), (Y, "y"), (Z, "z")]), VECTORS)
def test_a_turn_about_an_axis(angle_deg, axis, vector):
    number, letter = axis
    turned = rotate(about(number, np.array([angle_deg])), vector)
    expected = Rotation.from_euler(letter, angle_deg, degrees=True).apply(vector[:, 0])
    assert turned[:, 0] == pytest.approx(expected)


@given(VECTORS, VECTORS)
def test_products_turn_first_by_the_second(a, b):
    product = multiply(from_vector(a), from_vector(b))
    expected = Rotation.from_rotvec(a[:, 0]) * Rotation.from_rotvec(b[:, 0])
    assert (scipy_of(product) * expected.inv()).magnitude() == pytest.approx(0, abs=1e-7)


@given(VECTORS)
def test_a_rotation_vector_comes_back_and_the_conjugate_undoes_it(vector):
    q = from_vector(vector)
    assert small_vector(q) == pytest.approx(vector, abs=1e-9)
    assert multiply(q, conjugate(q)) == pytest.approx(np.array([[1.0], [0], [0], [0]]), abs=1e-12)
