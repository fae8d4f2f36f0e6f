"""The course of movement: smooth moves, the ways between postures, time without holes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from monitor.virtual.pose import COLUMN, POSTURES, STANDING, Pose, way
from monitor.virtual.script import INTERNAL_RATE_HZ, PIECE, Move, Script, minimum_jerk, play, shifted


def poses_of(*moves: Move) -> np.ndarray:
    return np.concatenate(list(play(moves)))


@pytest.mark.parametrize(("start", "end", "stops"), [
    ("standing", "standing", []), ("standing", "sitting", ["sitting"]),
    ("standing", "prone", ["sitting", "supine", "prone"]),
    ("prone", "side_leg_up", ["supine", "side_leg_up"]),
    ("side_leg_up", "standing", ["supine", "sitting", "standing"]), ("sitting", "supine", ["supine"])])
def test_postures_are_changed_by_the_way_a_person_goes(start, end, stops):
    assert way(start, end) == stops


@pytest.mark.parametrize("start", POSTURES)
@pytest.mark.parametrize("end", POSTURES)
def test_every_posture_can_be_reached_from_every_other(start, end):
    script = Script(np.random.default_rng(1))
    script.take(start)
    script.take(end)
    assert script.posture == end
    assert script.pose == POSTURES[end]
    assert all(a["end_s"] == b["start_s"] for a, b in pairwise(script.truth["postures"]))
    assert sum(move.duration_s for move in script.moves) == pytest.approx(script.now_s)


def test_a_move_begins_and_ends_at_rest():
    part = minimum_jerk(np.linspace(-0.5, 1.5, 2001))
    assert part[0] == 0
    assert part[-1] == 1
    speed = np.diff(part)
    assert (speed >= 0).all()
    assert speed[500] < 1e-6 < speed[1000] > 1e-6 > speed[1499]


def test_pieces_are_short_and_follow_each_other_without_a_jump():
    bent = shifted(STANDING, flexion=90.0)
    pieces = list(play([Move(bent, 1.7), Move(bent, 0.3337), Move(STANDING, 2.0)]))
    assert max(map(len, pieces)) <= PIECE
    poses = np.concatenate(pieces)
    assert len(poses) == pytest.approx(4.0337 * INTERNAL_RATE_HZ, abs=1)
    flexion = poses[:, COLUMN["flexion"]]
    assert flexion[int(1.9 * INTERNAL_RATE_HZ)] == pytest.approx(90)
    assert np.abs(np.diff(flexion)).max() < 0.06
    assert np.abs(np.diff(flexion, 2)).max() < 1e-3


def test_an_overlay_adds_to_the_pose_in_its_own_time():
    poses = poses_of(Move(STANDING, 0.5), Move(STANDING, 0.5, lambda t_s: {"flexion": t_s}))
    flexion = poses[:, COLUMN["flexion"]]
    assert (flexion[:INTERNAL_RATE_HZ // 2] == 0).all()
    assert flexion[-1] == pytest.approx(0.5, abs=1e-3)


def test_a_pose_is_one_row_of_its_fields():
    pose = Pose(flexion=12.0, roll=90.0)
    assert pose.array()[COLUMN["flexion"]] == 12.0
    assert pose.array()[COLUMN["roll"]] == 90.0
    assert len(pose.array()) == len(COLUMN)
