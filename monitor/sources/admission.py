"""Who may be streamed from, and who was asked in vain."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from monitor.errors import LinkError, LinkReason
from monitor.sources.description import Description
from monitor.sources.pairing import Pairing
from monitor.values import Placement

TURNED_AWAY_S = 30.0        # before a sensor that was no use is asked again


class Admission:
    """Judges every sensor of one session.

    Attributes:
        pairing: who is known; may be replaced by a newer one.
    """

    def __init__(self, wanted: Collection[Placement], pairing: Pairing) -> None:
        self.pairing = pairing
        self._wanted = wanted
        self._turned_away: dict[str, tuple[float, LinkError]] = {}     # address: until when, and why

    def place(self, told: Description, linked: Mapping[Placement, str]) -> Placement:
        """Where it is worn; raises `LinkError` for a sensor that must not be streamed from.

        `linked` are the places that have a sensor already, and the serial numbers of these.
        """
        serial = told.serial
        if serial in linked.values():
            raise LinkError(LinkReason.REFUSED, f"The sensor {serial} is there twice, so only one is used.")
        placement = self.pairing.placement(serial, told.stored)
        if placement is None:
            raise LinkError(LinkReason.REFUSED,
                            f"The sensor {serial} is not one of yours: assign it before it is used.")
        if placement not in self._wanted:
            raise LinkError(LinkReason.REFUSED, f"The sensor {serial} belongs to the {spoken(placement)}, "
                                                "not to the leg in this session: assign it anew.")
        if placement in linked:
            raise LinkError(LinkReason.SAME_ROLE, f"The sensors {linked[placement]} and {serial} both belong "
                                                  f"to the {spoken(placement)}: assign one anew.")
        return placement

    def turn_away(self, address: str, error: LinkError, now_s: float) -> None:
        """Leave it alone for a while."""
        self._turned_away[address] = now_s + TURNED_AWAY_S, error

    def turned_away(self, address: str, now_s: float) -> LinkError | None:
        """Why this one need not be asked just now, None when it should be."""
        until_s, error = self._turned_away.get(address, (0.0, None))
        return error if now_s < until_s else None


def spoken(placement: Placement) -> str:
    """A place in words."""
    return f"{placement.side} {placement.segment}"
