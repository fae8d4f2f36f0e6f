"""Both legs on the screens: which are worn, and one against the other."""

from dataclasses import replace

import pytest

from monitor.dashboard.live.symmetry import live_symmetry
from monitor.dashboard.sample import both_legs
from monitor.values import Legs, Side


def done(now, factor):
    """The same sets on the other leg with peaks `factor` as large."""
    def smaller(one):
        reps = tuple(replace(rep, peak_deg=rep.peak_deg * factor) for rep in one.reps)
        return replace(one, side=Side.LEFT, reps=reps)

    right = tuple(replace(one, side=Side.RIGHT) for one in now.sets if one.side is now.sets[0].side)
    return replace(now, sets=(*right, *map(smaller, right)))


def test_the_left_leg_is_held_against_the_right_in_the_newest_exercise_of_both():
    now = both_legs()
    exercise, percent = live_symmetry(done(now, 0.9))
    assert exercise == now.sets[-1].exercise
    assert percent == pytest.approx(90.0)
    assert live_symmetry(replace(done(now, 0.9), legs=())) is None
    assert live_symmetry(replace(now, sets=())) is None


def test_both_knees_can_be_chosen_and_are_named(open_window):
    now = done(both_legs(), 0.9)
    window, monitor = open_window(now)
    window.refresh()
    assert "both knees" in window._about(now)
    assert "left 90 % of right" in window.pages.live.knee.sentence.text()
    window.show_page("home")
    home = window.pages.home
    assert home.side.currentData() == Legs.BOTH
    home.begin.click()
    assert monitor.commands[-1] == ("begin", {"patient": now.patient, "side": Legs.BOTH})
