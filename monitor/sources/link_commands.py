"""What people can ask of a sensor that streams."""

from __future__ import annotations

from firmware_protocol.commands import Identify, SetRole
from firmware_protocol.packets import Role, WornSide
from monitor.errors import LinkError, LinkReason
from monitor.sources.sensor_link import SensorLink
from monitor.values import Placement, Segment, Side

_ROLES = {Segment.THIGH: Role.THIGH, Segment.SHANK: Role.SHANK}
_SIDES = {Side.LEFT: WornSide.LEFT, Side.RIGHT: WornSide.RIGHT}


async def identify(link: SensorLink, seconds: int = 10) -> None:
    """Let it blink; raises `LinkError` where it cannot. Other makes choose the time themselves."""
    if link.control is not None:
        await link.control.ask(Identify(seconds))
    elif link.heard.kind.identify:
        await link.write(*link.heard.kind.identify)
    else:
        raise LinkError(LinkReason.UNSUPPORTED, f"{link.who} has no light to show itself by.")


async def store_role(link: SensorLink, to: Placement) -> None:
    """Let it remember where it is worn, if it is of a make that can; raises `LinkError`."""
    if link.control is not None:
        await link.control.ask(SetRole(_ROLES[to.segment], _SIDES[to.side]))
