"""Sensors that the user described."""

from importlib import resources
from pathlib import Path

import pytest

from firmware_protocol.dialects import recognise
from monitor.errors import LinkError
from monitor.sources.own_sensors import own_sensors

BOARD = resources.files("firmware_protocol").joinpath("table_plain_float.toml").read_text().replace(
    "PlainIMU", "MyBoard")


def test_each_file_describes_one_sensor(tmp_path: Path) -> None:
    (tmp_path / "board.toml").write_text(BOARD)
    mine, = own_sensors(tmp_path)
    assert recognise("MyBoard-7", (), [mine]) is mine
    assert recognise("MyBoard-7") is None


def test_without_the_folder_there_are_none(tmp_path: Path) -> None:
    assert own_sensors(tmp_path / "none") == ()


@pytest.mark.parametrize("content", [b"rate_hz = ", b'title = "only"', b"\xff\xfe"])
def test_a_file_that_describes_no_sensor_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "board.toml").write_bytes(content)
    with pytest.raises(LinkError, match=r"board\.toml cannot be used") as caught:
        own_sensors(tmp_path)
    assert len(str(caught.value).splitlines()) == 1
