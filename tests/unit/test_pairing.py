"""Known sensors have their places, and strangers have none."""

import json

import pytest

from monitor.errors import LinkError
from monitor.sources.pairing import Pairing, load_pairing, save_pairing
from monitor.values import Placement, Segment, Side

THIGH, SHANK = (Placement(Side.LEFT, segment) for segment in Segment)


def test_a_sensor_is_where_it_was_assigned_whatever_it_says():
    assert Pairing({"A": THIGH}).placement("A", SHANK) == THIGH


def test_before_anything_is_assigned_the_sensor_is_believed():
    assert Pairing().placement("A", THIGH) == THIGH
    assert Pairing().placement("A", None) is None


@pytest.mark.parametrize("place", [THIGH, SHANK, None])
def test_as_soon_as_one_sensor_is_known_a_stranger_gets_no_place(place):
    assert Pairing({"A": THIGH}).placement("B", place) is None


def test_a_place_has_one_sensor_and_a_sensor_one_place():
    pairing = Pairing().assigned("A", THIGH).assigned("B", SHANK)
    assert pairing.assigned("C", THIGH).places == {"B": SHANK, "C": THIGH}
    assert pairing.assigned("A", SHANK).places == {"A": SHANK}


def test_a_forgotten_sensor_is_a_stranger():
    assert Pairing({"A": THIGH, "B": SHANK}).forgotten("A").places == {"B": SHANK}
    assert Pairing({"B": SHANK}).forgotten("A").places == {"B": SHANK}


def test_what_is_saved_comes_back(tmp_path):
    path = tmp_path / "deep" / "sensors.json"
    assert load_pairing(path) == Pairing()
    pairing = Pairing({"A": THIGH, "B": SHANK})
    save_pairing(path, pairing)
    assert load_pairing(path) == pairing
    assert [file.name for file in path.parent.iterdir()] == ["sensors.json"]


@pytest.mark.parametrize("content", [
    "", "{", "[]", "{}", '{"sensors_1": 3}', '{"sensors_1": {"A": "left_foot"}}',
    '{"sensors_1": {"A": null}}', "\x00"])
def test_a_damaged_file_is_named(tmp_path, content):
    path = tmp_path / "sensors.json"
    path.write_text(content)
    with pytest.raises(LinkError, match="assign the sensors again") as caught:
        load_pairing(path)
    assert str(path) in str(caught.value)


def test_the_file_is_for_people_too(tmp_path):
    path = tmp_path / "sensors.json"
    save_pairing(path, Pairing({"A": THIGH}))
    assert json.loads(path.read_text()) == {"sensors_1": {"A": "left_thigh"}}
