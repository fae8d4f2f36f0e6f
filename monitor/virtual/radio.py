"""The air between virtual Bluetooth controllers: connection events, repeats, range and supervision time-out.

Bumble's `LocalLink` delivers everything at once and for ever. A real link carries data only at its
connection events, repeats a lost packet in the next event (the link layer never drops one in silence),
delivers nothing out of range, and ends at both ends when the supervision time is over. `Radio` adds these,
with a seed.
"""

from __future__ import annotations

import asyncio
import math
import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bumble import hci, ll
from bumble.controller import Connection, Controller
from bumble.core import PhysicalTransport
from bumble.link import LocalLink
from bumble.transport.common import Transport

INTERVAL_UNIT_S = 0.00125          # of a connection interval on the air
RSSI_SPREAD_DB = 3.0
ROUNDING = 1e-6                    # of a connection interval

Extended, Legacy = hci.HCI_LE_Extended_Advertising_Report_Event, hci.HCI_LE_Advertising_Report_Event
_Report = TypeVar("_Report", hci.HCI_LE_Extended_Advertising_Report_Event.Report,
                  hci.HCI_LE_Advertising_Report_Event.Report)


@dataclass(frozen=True, slots=True)
class Conditions:
    """How good the air is.

    Attributes:
        interval_s: shortest connection interval the central grants, and the first one; 0 delivers at once.
        packets_per_event: how many packets one direction can send in one connection event.
        loss: probability that a packet must be repeated in the next connection event.
        supervision_s: a link is lost after so much silence.
        advertising_loss: probability that an advertisement is not heard.
        rssi_dbm: mean signal strength that receivers report.
    """

    interval_s: float = 0.015
    packets_per_event: int = 6
    loss: float = 0.0
    supervision_s: float = 2.0
    advertising_loss: float = 0.0
    rssi_dbm: float = -55.0


class RadioController(Controller):
    """A virtual controller on a `Radio`, with three faults of bumble 0.0.236 mended."""

    link: Radio
    le_acl_data_packet_length = 251   # with bumble's 27, a notification crosses the HCI in ten pieces

    def __init__(self, name: str, radio: Radio) -> None:
        super().__init__(name, link=radio)

    def transport(self) -> Transport:
        """What a bumble host is built on."""
        return Transport(self, self)

    def send_hci_packet(self, packet: hci.HCI_Packet) -> None:
        """Give scan responses their own content and reports a signal strength, which bumble does not."""
        if isinstance(packet, Extended):
            packet = Extended(self._as_heard(packet.reports, Extended.EventType.SCAN_RESPONSE))
        elif isinstance(packet, Legacy):
            packet = Legacy(self._as_heard(packet.reports, Legacy.EventType.SCAN_RSP))
        if self.host:
            asyncio.get_running_loop().call_soon(self.host.on_packet, bytes(packet))

    def _as_heard(self, reports: Sequence[_Report], scan_response: int) -> Sequence[_Report]:
        for report in reports:
            report.rssi = self.link.rssi_dbm()
            if report.event_type == scan_response:
                report.data = self.link.scan_response(report.address)
        return reports

    def on_hci_le_create_connection_cancel_command(
            self, _command: hci.HCI_LE_Create_Connection_Cancel_Command) -> hci.HCI_StatusReturnParameters:
        """Forget the pending connection and say so; bumble does neither, and refuses every later one."""
        pending, self.pending_le_connection = self.pending_le_connection, None
        if pending is not None:
            self.send_hci_packet(hci.HCI_LE_Connection_Complete_Event(
                status=hci.HCI_ErrorCode.UNKNOWN_CONNECTION_IDENTIFIER_ERROR, connection_handle=0,
                role=hci.Role.CENTRAL, peer_address_type=hci.AddressType.PUBLIC_DEVICE,
                peer_address=hci.Address.ANY, connection_interval=0, peripheral_latency=0,
                supervision_timeout=0, central_clock_accuracy=0))
        return hci.HCI_StatusReturnParameters(hci.HCI_ErrorCode.SUCCESS)

    def on_hci_read_rssi_command(
            self, command: hci.HCI_Read_RSSI_Command) -> hci.HCI_Read_RSSI_ReturnParameters:
        """Answer with the strength of the air; bumble has no answer."""
        return hci.HCI_Read_RSSI_ReturnParameters(
            status=hci.HCI_ErrorCode.SUCCESS, handle=command.handle, rssi=self.link.rssi_dbm())

    def on_le_disconnected(self, connection: Connection, reason: int) -> None:
        """Forget what was still waiting to be sent on the link, and end it."""
        self.link.forget(self, connection.peer_address)
        super().on_le_disconnected(connection, reason)


class _Direction:
    """What one end has still to send on one connection, and when its next connection event is."""

    __slots__ = ("interval_s", "phase_s", "timer", "waiting")

    def __init__(self, interval_s: float, phase_s: float) -> None:
        self.interval_s = interval_s
        self.phase_s = phase_s
        self.waiting: deque[bytes] = deque()
        self.timer: asyncio.TimerHandle | None = None

    def next_event_s(self, now_s: float) -> float:
        """The first event after this one; a rounding error must not repeat the same event for ever."""
        events = math.floor((now_s - self.phase_s) / self.interval_s + ROUNDING) + 1
        return self.phase_s + events * self.interval_s


class Radio(LocalLink):
    """Everything within (and out of) earshot; one for a test or a demonstration."""

    def __init__(self, conditions: Conditions | None = None, seed: int = 1) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.conditions = conditions or Conditions()
        self.repeats = 0
        self._random = random.Random(seed)
        self._out_of_range: dict[Controller, asyncio.TimerHandle] = {}
        self._directions: dict[tuple[Controller, hci.Address], _Direction] = {}

    def waiting(self, sender: Controller) -> int:
        """How many packets of this controller wait for a connection event."""
        return sum(len(d.waiting) for (owner, _), d in self._directions.items() if owner is sender)

    def rssi_dbm(self) -> int:
        return round(self._random.gauss(self.conditions.rssi_dbm, RSSI_SPREAD_DB))

    def scan_response(self, address: hci.Address) -> bytes:
        for controller in self.controllers:
            for advertised in controller.advertising_sets.values():
                if advertised.enabled and advertised.address == address:
                    return bytes(advertised.scan_response_data)
        return b""

    def leave_range(self, controller: Controller) -> None:
        """Nothing gets through to or from this controller; its links end when supervision notices."""
        self.enter_range(controller)
        self._out_of_range[controller] = asyncio.get_running_loop().call_later(
            self.conditions.supervision_s, self._supervise, controller)

    def enter_range(self, controller: Controller) -> None:
        """Undo `leave_range`; links that have not ended yet go on."""
        if timer := self._out_of_range.pop(controller, None):
            timer.cancel()

    def forget(self, sender: Controller, receiver: hci.Address) -> None:
        direction = self._directions.pop((sender, receiver), None)
        if direction is not None and direction.timer is not None:
            direction.timer.cancel()

    def send_acl_data(self, sender_controller: Controller, destination_address: hci.Address,
                      transport: PhysicalTransport, data: bytes) -> None:
        if transport != PhysicalTransport.LE or destination_address not in sender_controller.le_connections:
            return
        if not self.conditions.interval_s:
            self._deliver(sender_controller, destination_address, data)
            return
        direction = self._direction(sender_controller, destination_address)
        direction.waiting.append(data)
        if direction.timer is None:
            self._schedule(sender_controller, destination_address, direction)

    def send_advertising_pdu(self, sender_controller: Controller, packet: ll.AdvertisingPdu) -> None:
        may_be_missed = not isinstance(packet, ll.ConnectInd)
        if sender_controller in self._out_of_range or (
                may_be_missed and self._lost(self.conditions.advertising_loss)):
            return
        loop = asyncio.get_running_loop()
        for controller in self.controllers - self._out_of_range.keys() - {sender_controller}:
            loop.call_soon(controller.on_ll_advertising_pdu, packet)

    def send_ll_control_pdu(self, sender_address: hci.Address, receiver_address: hci.Address,
                            packet: ll.ControlPdu) -> None:
        sender, receiver = self.find_le_controller(sender_address), self.find_le_controller(receiver_address)
        if sender is None or receiver is None or self._apart(sender, receiver):
            return
        if isinstance(packet, ll.ConnectionUpdateInd):
            for end, other in ((sender, receiver_address), (receiver, sender_address)):
                self._direction(end, other).interval_s = max(
                    packet.interval * INTERVAL_UNIT_S, self.conditions.interval_s)
        super().send_ll_control_pdu(sender_address, receiver_address, packet)

    def _lost(self, probability: float) -> bool:
        return probability > 0 and self._random.random() < probability

    def _direction(self, sender: Controller, receiver: hci.Address) -> _Direction:
        key = sender, receiver
        if key not in self._directions:
            interval_s = self.conditions.interval_s
            self._directions[key] = _Direction(interval_s, self._random.random() * interval_s)
        return self._directions[key]

    def _schedule(self, sender: Controller, receiver: hci.Address, direction: _Direction) -> None:
        loop = asyncio.get_running_loop()
        direction.timer = loop.call_at(
            direction.next_event_s(loop.time()), self._connection_event, sender, receiver, direction)

    def _connection_event(self, sender: Controller, receiver: hci.Address, direction: _Direction) -> None:
        direction.timer = None
        for _ in range(min(self.conditions.packets_per_event, len(direction.waiting))):
            if receiver not in sender.le_connections:
                return
            if self._apart(sender, self.find_le_controller(receiver)) or self._lost(self.conditions.loss):
                self.repeats += 1
                break
            self._deliver(sender, receiver, direction.waiting.popleft())
        if direction.waiting:
            self._schedule(sender, receiver, direction)

    def _deliver(self, sender: Controller, receiver: hci.Address, data: bytes) -> None:
        """In the name that the connection was made with: Linux takes new ones for every scan."""
        connection, heard_by = sender.le_connections[receiver], self.find_le_controller(receiver)
        if heard_by is None or connection.self_address not in heard_by.le_connections:
            # the other end gave up while it was out of range: supervision would notice a little later
            sender.on_le_disconnected(connection, hci.HCI_ErrorCode.CONNECTION_TIMEOUT_ERROR)
            return
        asyncio.get_running_loop().call_soon(
            heard_by.on_link_acl_data, connection.self_address, PhysicalTransport.LE, data)

    def _apart(self, one: Controller, other: Controller | None) -> bool:
        return one in self._out_of_range or other in self._out_of_range

    def _supervise(self, lost: Controller) -> None:
        for controller in self.controllers:
            for connection in tuple(controller.le_connections.values()):
                if controller is lost or self.find_le_controller(connection.peer_address) is lost:
                    controller.on_le_disconnected(connection, hci.HCI_ErrorCode.CONNECTION_TIMEOUT_ERROR)
