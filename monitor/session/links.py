"""What is known of each sensor's link, for the sensor panel and the banner."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from firmware_protocol.dialects import shows_loss
from monitor.errors import LinkReason
from monitor.pipeline.ingest import Tally
from monitor.snapshot import Problem, SensorState, SensorStatus, Severity
from monitor.values import LinkEvent, LinkKind, Placement

RATE_WINDOW_NS = 2_000_000_000
RECENT_NS = 10_000_000_000        # what went wrong longer ago is no news for the banner
KNOCKED_NS = 3_000_000_000        # for so long it is said that a sensor was beyond its range
LOW_BATTERY_PERCENT = 15.0
HEAVY_LOSS_PERCENT = 5.0
STATES = {LinkKind.CONNECTED: SensorState.CONNECTED, LinkKind.STREAMING: SensorState.STREAMING,
          LinkKind.DISCONNECTED: SensorState.LOST, LinkKind.SILENT: SensorState.SILENT,
          LinkKind.FAILED: SensorState.FAILED}
FAULTY = {str(reason): SensorState.FAILED for reason in (LinkReason.UNSUPPORTED, LinkReason.REFUSED)}
SENTENCES = {SensorState.LOST: "The {where} sensor is out of reach; come closer or switch it on.",
             SensorState.SILENT: "The {where} sensor is silent; waiting for it.",
             SensorState.FAILED: "The {where} sensor cannot be used."}


def said_of_all(event: LinkEvent) -> Problem | None:
    """What an event that is no single sensor's says: what is wrong with Bluetooth, or what is waited for."""
    severity = {LinkKind.FAILED: Severity.PROBLEM, LinkKind.WAITING: Severity.INFO}.get(event.kind)
    return None if severity is None else Problem("bluetooth", severity, str(event.detail["sentence"]))


@dataclass(frozen=True, slots=True)
class Count:
    """A sensor's tally at one moment."""

    t_host_ns: int = 0
    samples: int = 0
    lost: int = 0
    refused: int = 0
    saturated: int = 0

    def since(self, before: Count) -> Count:
        """What was counted after `before`."""
        return Count(self.t_host_ns - before.t_host_ns, self.samples - before.samples,
                     self.lost - before.lost, self.refused - before.refused,
                     self.saturated - before.saturated)

    @property
    def lost_percent(self) -> float:
        """Of what was sent."""
        sent = self.samples + self.lost
        return 100.0 * self.lost / sent if sent else 0.0


@dataclass(slots=True)
class Link:
    """One sensor's link, from its events and its tally of samples."""

    placement: Placement
    tally: Tally
    state: SensorState = SensorState.SEARCHING
    serial: str = ""
    battery_percent: float | None = None
    rssi_dbm: float | None = None
    connections: int = 0
    loss_visible: bool = True
    sentence: str = ""
    rate_hz: float | None = None      # samples a second over the last two seconds, None before two ticks
    _counts: deque[Count] = field(default_factory=deque)
    _anew: bool = False               # nothing has come yet since it was connected

    def push(self, event: LinkEvent) -> None:
        """Take a link event in."""
        detail = event.detail
        if event.kind in STATES:
            self.state = FAULTY.get(str(detail.get("reason")), STATES[event.kind])
            said = SENTENCES.get(self.state, "").format(where=self._where)
            self.sentence = str(detail.get("sentence") or said)
        if event.kind is LinkKind.CONNECTED:
            self.connections += 1
            self._anew = True
            self.serial = str(detail.get("serial", ""))
            self.loss_visible = shows_loss(str(detail.get("dialect")), detail.get("layout", {}))
        elif event.kind is LinkKind.BATTERY:
            self.battery_percent = float(detail["percent"])
        elif event.kind is LinkKind.RSSI:
            self.rssi_dbm = float(detail["dbm"])

    def received(self) -> None:
        """A packet came: whatever was said of silence is over, and what an outage lost is no news."""
        if self.state is not SensorState.STREAMING:
            self.state, self.sentence = SensorState.STREAMING, ""
        if self._anew and self._counts:
            self._counts = deque([self._count(self._counts[-1].t_host_ns)])
        self._anew = False

    def tick(self, t_host_ns: int) -> None:
        """Remember what had come by now."""
        self._counts.append(self._count(t_host_ns))
        while self._counts[0].t_host_ns < t_host_ns - RECENT_NS:
            self._counts.popleft()
        self.rate_hz = self._rate_hz()

    def _count(self, t_host_ns: int) -> Count:
        tally = self.tally
        return Count(t_host_ns, tally.samples, tally.lost, tally.refused_packets, tally.saturated_samples)

    def _since(self, window_ns: int) -> Count:
        """What was counted between the newest tick and so long before it; nothing before there were two."""
        if not self._counts:
            return Count()
        last = before = self._counts[-1]
        for count in reversed(self._counts):         # the newest few of many
            if count.t_host_ns < last.t_host_ns - window_ns:
                break
            before = count
        return last.since(before)

    def _rate_hz(self) -> float | None:
        new = self._since(RATE_WINDOW_NS)
        return new.samples / (new.t_host_ns * 1e-9) if new.t_host_ns else None

    def status(self) -> SensorStatus:
        """The row of the sensor panel."""
        return SensorStatus(
            self.placement, self.state, self.sentence, self.serial, self.battery_percent, self.rssi_dbm,
            self.rate_hz, self.tally.lost_percent, self.loss_visible, max(0, self.connections - 1),
            self.tally.saturated_samples, self.tally.markers, self._lately().lost_percent, self._knocked)

    def problems(self) -> list[Problem]:
        """What the banner must say about this sensor now."""
        found = []
        if self.state in SENTENCES:
            found.append(Problem(f"{self.placement}_link", Severity.PROBLEM, self.sentence))
        if self._knocked:
            found.append(Problem(f"{self.placement}_range", Severity.WARNING,
                                 f"The {self._where} sensor was knocked beyond its range; the peak is higher "
                                 "than what is shown."))
        return found + self._warned(self._lately())

    def warnings(self) -> list[Problem]:
        """What must be said about this sensor's whole session."""
        return self._warned(self._count(0))

    def _lately(self) -> Count:
        """What was counted within the last ten seconds."""
        now = self._count(0)
        return now.since(self._counts[0]) if self._counts else now

    @property
    def _knocked(self) -> bool:
        return self._since(KNOCKED_NS).saturated > 0

    @property
    def _where(self) -> str:
        return self.placement.segment.value

    def _warned(self, count: Count) -> list[Problem]:
        battery = self.battery_percent
        warnings = (
            ("battery", battery is not None and battery <= LOW_BATTERY_PERCENT,
             f"'s battery is at {battery or 0.0:.0f} %; charge it after this session."),
            ("loss", count.lost_percent > HEAVY_LOSS_PERCENT,
             f" loses {count.lost_percent:.0f} % of its data; move the receiver closer."),
            ("packets", count.refused > 0,
             f" sent {count.refused} packets that cannot be read: {self.tally.last_fault}."))
        return [Problem(f"{self.placement}_{name}", Severity.WARNING, f"The {self._where} sensor{text}")
                for name, wrong, text in warnings if wrong]
