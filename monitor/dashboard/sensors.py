"""The sensors page: what each sensor says of itself, and what can be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton

from monitor.dashboard import words
from monitor.dashboard.bridge import Monitor
from monitor.dashboard.figures import UNKNOWN, number, unit
from monitor.dashboard.parts import Choice, Line, Page, Panel, button, label, row, set_role
from monitor.snapshot import SensorState, SensorStatus, Snapshot
from monitor.values import Placement, Segment, Side

PLACES = tuple(Placement(side, segment) for side in Side for segment in Segment)


class SensorCard(Panel):
    """One sensor: facts in two columns, buttons under them."""

    def __init__(self, monitor: Monitor) -> None:
        super().__init__()
        self._monitor = monitor
        self.status: SensorStatus | None = None
        self.name, self.state = Line("", "headline"), label("", "muted")
        self.facts: dict[str, Line] = {}
        self.identify = button(
            self.tr("Blink"), self._identify, "", self.tr("Lets this sensor's light blink")
        )
        self.reconnect = button(self.tr("Connect again"), self._reconnect)
        self.place = Choice()
        self._build()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        names = (("serial", self.tr("Serial number")), ("battery", self.tr("Battery")),
                 ("signal", self.tr("Signal")), ("rate", self.tr("Rate")), ("lost", self.tr("Lost")),
                 ("reconnects", self.tr("Connected again")), ("saturated", self.tr("Beyond the range")))
        for line, (key, text) in enumerate(names):
            self.facts[key] = Line("", "")
            grid.addWidget(Line(text, "muted"), line, 0)
            grid.addWidget(self.facts[key], line, 1)
        for placement in PLACES:
            self.place.addItem(words.place(placement), placement)
        self.place.setAccessibleName(self.tr("Worn at"))
        self.place.activated.connect(self._assign)
        self.column.addWidget(self.name)
        self.column.addWidget(self.state)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self.column.addLayout(row(Line(self.tr("Worn at"), "muted"), self.place, stretch=False))
        self.column.addLayout(row(self.identify, self.reconnect))

    def show_status(self, status: SensorStatus) -> None:
        if status == self.status:
            return
        self.status = status
        self.name.setText(words.place(status.placement))
        self.state.setText(words.sensor_trouble(status))
        set_role(self.state, "muted" if words.sensor_well(status) else "deviation")
        self.identify.setEnabled(words.sensor_works(status))
        self.reconnect.setEnabled(status.state in (SensorState.LOST, SensorState.FAILED))
        self.place.setCurrentIndex(PLACES.index(status.placement))
        lost = f"{number(status.lost_percent, 1)} %" if status.loss_visible else self.tr("cannot be seen")
        for key, text in (
            ("serial", status.serial or UNKNOWN),
            ("battery", unit(status.battery_percent, "%")),
            ("signal", unit(status.rssi_dbm, "dBm")),
            ("rate", unit(status.rate_hz, "Hz", 1)),
            ("lost", lost),
            ("reconnects", number(status.reconnects)),
            ("saturated", self.tr("{} samples").format(number(status.saturated_samples))),
        ):
            self.facts[key].setText(text)

    def _identify(self) -> None:
        if self.status:
            self._monitor.command("identify", placement=self.status.placement)

    def _reconnect(self) -> None:
        if self.status:
            self._monitor.command("reconnect")

    def _assign(self, index: int) -> None:
        if self.status and PLACES[index] != self.status.placement:
            self._monitor.command("set_role", placement=self.status.placement, to=PLACES[index])


class SensorsPage(Page):
    """A card for each sensor, the clocks, a search; empty: what to do."""

    def __init__(self, monitor: Monitor) -> None:
        super().__init__()
        self._monitor = monitor
        self.cards: list[SensorCard] = []
        self.search: QPushButton = button(self.tr("Search"), lambda: monitor.command("scan"), "primary")
        self.clocks = Line("", "muted")
        self.empty = label(
            self.tr("No sensor yet. Switch both on, keep them within 5 m, and search."), "headline"
        )
        self._cards = QHBoxLayout()
        self._cards.setSpacing(12)
        self.column.addLayout(
            row(label(self.tr("Sensors"), "headline"), self.clocks, self.search, stretch=False)
        )
        self.column.addWidget(self.empty)
        self.column.addLayout(self._cards, 1)
        self.column.addStretch(1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        while len(self.cards) < len(snapshot.sensors):
            self.cards.append(SensorCard(self._monitor))
            self._cards.addWidget(self.cards[-1])
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(snapshot.sensors))
        for card, status in zip(self.cards, snapshot.sensors, strict=False):
            card.show_status(status)
        self.empty.setVisible(not snapshot.sensors)
        self.clocks.setText(self._clocks(snapshot))

    def _clocks(self, snapshot: Snapshot) -> str:
        if not snapshot.sensors:
            return ""
        skew = self.tr("clocks not compared yet") if snapshot.skew_ms is None else (
            self.tr("clocks {} ms apart").format(number(abs(snapshot.skew_ms), 1)))
        if snapshot.latency_ms is None:
            return skew
        return skew + " · " + self.tr("{} ms from arrival to screen").format(number(snapshot.latency_ms))
