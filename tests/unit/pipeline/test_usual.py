import numpy as np
import pytest

from monitor.pipeline.usual import Usual, posture_terms

UPRIGHT, SEATED = (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)


def learnt(usual, terms, beside_deg):
    for one, beside in zip(terms, beside_deg, strict=True):
        usual.learn(one, beside)
    return usual


def squats(count):
    """Flexion and up in the thigh's axes while both segments lean by half of it."""
    flexion = 45.0 * (1.0 - np.cos(np.arange(count) * 0.4))
    lean = np.radians(flexion) / 2
    return flexion, np.stack((np.sin(lean), np.cos(lean), 0.0 * lean), axis=1)


def test_nothing_is_usual_before_anything_was_seen():
    usual, (terms,) = Usual(3.0, 1.0), posture_terms(np.array((90.0,)), np.array((SEATED,)))
    assert not usual.expected_deg(terms).any()
    assert usual.variance(terms) > 3.0 ** 2


@pytest.mark.parametrize("segment", ["thigh", "shank"])
def test_a_hinge_beside_the_true_one_is_foretold_wherever_the_knee_is_bent(segment):
    flexion, up = squats(600)
    bent = np.radians(flexion) if segment == "shank" else 0.0 * flexion
    beside = 6.0 * np.stack((np.sin(bent), np.cos(bent)), axis=1)
    usual = learnt(Usual(5.0, 1.0), posture_terms(flexion, up), beside)
    for again in (3, 5, 9):
        expected = usual.expected_deg(posture_terms(flexion, up)[again])
        np.testing.assert_allclose(expected, beside[again], atol=0.7)


def test_what_was_seen_often_is_sure_and_a_new_posture_is_not():
    flexion, up = squats(600)
    usual = learnt(Usual(3.0, 1.0), posture_terms(flexion, up), np.zeros((600, 2)))
    both = posture_terms(np.full(2, 5.0), np.array((UPRIGHT, SEATED)))
    seen, new = (usual.variance(terms) for terms in both)
    assert seen < 1.0
    assert new > 4.0 * seen


def test_a_slow_change_is_followed():
    flexion, up = squats(3000)
    beside = np.linspace(0.0, 10.0, 3000)[:, None] * np.ones(2)
    usual = learnt(Usual(3.0, 1.0), posture_terms(flexion, up), beside)
    np.testing.assert_allclose(usual.expected_deg(posture_terms(flexion, up)[-1]), 10.0, atol=1.0)


def test_noisier_readings_teach_less():
    terms = posture_terms(np.full(20, 20.0), np.array((UPRIGHT,) * 20))
    quiet, noisy = (learnt(Usual(3.0, noise), terms, np.full((20, 2), 4.0)) for noise in (1.0, 6.0))
    assert noisy.expected_deg(terms[0])[0] < 0.5 * quiet.expected_deg(terms[0])[0]
