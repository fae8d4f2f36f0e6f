"""Which sensor is worn where: by serial number, in a small JSON file that belongs to this computer's user.

It is also the allow-list: as soon as any sensor is known here, no other is streamed from, whatever it calls
itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from monitor.errors import LinkError, LinkReason
from monitor.folders import data_folder
from monitor.values import Placement

KEY = "sensors_1"      # another name for another layout


@dataclass(frozen=True, slots=True)
class Pairing:
    """Serial numbers and where their sensors are worn."""

    places: Mapping[str, Placement] = field(default_factory=dict)

    def placement(self, serial: str, stored: Placement | None) -> Placement | None:
        """Where this sensor may be streamed from, None where it may not.

        `stored` is what the sensor itself says; it counts only while nothing was assigned at all.
        """
        return self.places.get(serial) if self.places else stored

    def assigned(self, serial: str, placement: Placement) -> Pairing:
        """With this sensor at this place, and no other sensor there."""
        others = {s: p for s, p in self.places.items() if p != placement and s != serial}
        return Pairing({**others, serial: placement})

    def forgotten(self, serial: str) -> Pairing:
        """Without this sensor."""
        return Pairing({s: p for s, p in self.places.items() if s != serial})


def default_path() -> Path:
    """Where the pairing is kept when nobody says otherwise."""
    return data_folder() / "sensors.json"


def load_pairing(path: Path) -> Pairing:
    """Read the pairing, empty where there is no file; raises `LinkError` for one that is damaged."""
    try:
        sensors = json.loads(path.read_text(encoding="utf-8"))[KEY]
        return Pairing({str(serial): Placement.parse(place) for serial, place in sensors.items()})
    except FileNotFoundError:
        return Pairing()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise LinkError(LinkReason.REFUSED,
                        f"The list of your sensors in {path} cannot be read ({error}): "
                        "delete it and assign the sensors again.") from error


def save_pairing(path: Path, pairing: Pairing) -> None:
    """Write the pairing in one step, so that a crash leaves the old or the new one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {KEY: {serial: str(place) for serial, place in sorted(pairing.places.items())}}
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    draft.replace(path)
