"""What is known of each sensor's link, for the sensor panel and the banner."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from monitor.pipeline.ingest import Tally
from monitor.snapshot import Problem, SensorState, SensorStatus, Severity
from monitor.values import LinkEvent, LinkKind, Placement

RATE_WINDOW_NS = 2_000_000_000
LOW_BATTERY_PERCENT = 15.0
HEAVY_LOSS_PERCENT = 5.0
STATES = {LinkKind.CONNECTED: SensorState.CONNECTED, LinkKind.STREAMING: SensorState.STREAMING,
          LinkKind.DISCONNECTED: SensorState.LOST, LinkKind.SILENT: SensorState.SILENT,
          LinkKind.FAILED: SensorState.FAILED}
SENTENCES = {SensorState.LOST: "The {where} sensor is out of reach; come closer or switch it on.",
             SensorState.SILENT: "The {where} sensor is silent; waiting for it.",
             SensorState.FAILED: "The {where} sensor cannot be used."}


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
    _counts: deque[tuple[int, int]] = field(default_factory=deque)

    def push(self, event: LinkEvent) -> None:
        """Take a link event in."""
        detail = event.detail
        self.state = STATES.get(event.kind, self.state)
        if event.kind is LinkKind.CONNECTED:
            self.connections += 1
            self.serial = str(detail.get("serial", ""))
            self.loss_visible = bool(detail.get("layout", {}).get("loss_visible", True))
        elif event.kind is LinkKind.BATTERY:
            self.battery_percent = float(detail["percent"])
        elif event.kind is LinkKind.RSSI:
            self.rssi_dbm = float(detail["dbm"])
        self.sentence = str(detail.get("sentence") or SENTENCES.get(self.state, "").format(where=self._where))

    def received(self) -> None:
        """A packet came: whatever was said of silence is over."""
        if self.state is not SensorState.STREAMING:
            self.state, self.sentence = SensorState.STREAMING, ""

    def tick(self, t_host_ns: int) -> None:
        """Measure the rate over the last two seconds."""
        self._counts.append((t_host_ns, self.tally.samples))
        while self._counts[0][0] < t_host_ns - RATE_WINDOW_NS:
            self._counts.popleft()

    @property
    def rate_hz(self) -> float | None:
        """Samples a second as they come in, None before there are two ticks."""
        if len(self._counts) < 2:
            return None
        (t0, first), (t1, last) = self._counts[0], self._counts[-1]
        return (last - first) / ((t1 - t0) * 1e-9)

    def status(self) -> SensorStatus:
        """The row of the sensor panel."""
        return SensorStatus(
            self.placement, self.state, self.sentence, self.serial, self.battery_percent, self.rssi_dbm,
            self.rate_hz, self.tally.lost_percent, self.loss_visible, max(0, self.connections - 1),
            self.tally.saturated_samples)

    def problems(self) -> list[Problem]:
        """What the banner must say about this sensor."""
        found = []
        if self.state in SENTENCES:
            found.append(Problem(f"{self.placement}_link", Severity.PROBLEM, self.sentence))
        found += [Problem(f"{self.placement}_{name}", Severity.WARNING, f"The {self._where} sensor{text}")
                  for name, wrong, text in self._warnings() if wrong]
        return found

    @property
    def _where(self) -> str:
        return self.placement.segment.value

    def _warnings(self) -> tuple[tuple[str, bool, str], ...]:
        battery, tally = self.battery_percent, self.tally
        return (("battery", battery is not None and battery < LOW_BATTERY_PERCENT,
                 f"'s battery is at {battery or 0.0:.0f} %; charge it after this session."),
                ("loss", tally.lost_percent > HEAVY_LOSS_PERCENT,
                 f" loses {tally.lost_percent:.0f} % of its data; move the receiver closer."),
                ("packets", tally.refused_packets > 0,
                 f" sent {tally.refused_packets} packets that cannot be read: {tally.last_fault}."))
