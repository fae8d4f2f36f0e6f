"""The sensors page: what each sensor says of itself, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QWidget

from monitor.dashboard.actions import Actions
from monitor.dashboard.calibration.card import Bar
from monitor.dashboard.look.parts import Choice, Line, Page, Panel, button, label, row, set_role
from monitor.dashboard.look.pictures import Picture
from monitor.dashboard.look.theme import Theme
from monitor.dashboard.text import words
from monitor.dashboard.text.figures import UNKNOWN, number, unit
from monitor.snapshot import SensorState, SensorStatus, Snapshot
from monitor.values import Placement, Segment, Side

ROOMY_PX = 1200
WEAKEST_DBM, STRONGEST_DBM = -95.0, -45.0      # at the edge of reach; within a metre
PLACES = tuple(Placement(side, segment) for side in Side for segment in Segment)


class SensorCard(Panel):
    """One sensor: facts in two columns, buttons under them."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.status: SensorStatus | None = None
        self.name, self.state = Line("", "headline"), label("", "muted")
        self.charge, self.reach = Bar(self.tr("Battery")), Bar(self.tr("Signal"))
        self.facts: dict[str, Line] = {}
        self.identify = button(
            self.tr("Blink"), self._identify, "", self.tr("Lets this sensor's light blink")
        )
        self.reconnect = button(self.tr("Connect again"), actions.reconnect)
        self.place = Choice()
        self._build()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(12)
        grid.setHorizontalSpacing(18)
        names = (("serial", self.tr("Serial number")), ("battery", self.tr("Battery")),
                 ("signal", self.tr("Signal")), ("rate", self.tr("Rate")), ("lost", self.tr("Lost")),
                 ("reconnects", self.tr("Connected again")), ("saturated", self.tr("Beyond the range")))
        for line, (key, text) in enumerate(names):
            self.facts[key] = Line("", "")
            for place, part in enumerate((Line(text, "muted"), self.facts[key])):
                grid.addWidget(part, line, place, Qt.AlignmentFlag.AlignVCenter)
            grid.setRowStretch(line, 1)
        for line, bar in ((1, self.charge), (2, self.reach)):
            grid.addWidget(bar, line, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for placement in PLACES:
            self.place.addItem(words.place(placement), placement)
        self.place.setAccessibleName(self.tr("Worn at"))
        self.place.activated.connect(self._assign)
        self.column.addWidget(self.name)
        self.column.addWidget(self.state)
        self.column.addLayout(grid, 3)
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
        self.charge.show_fraction((status.battery_percent or 0.0) / 100)
        rssi_dbm = status.rssi_dbm if status.rssi_dbm is not None else WEAKEST_DBM
        self.reach.show_fraction((rssi_dbm - WEAKEST_DBM) / (STRONGEST_DBM - WEAKEST_DBM))
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
            self._actions.identify(self.status.placement)

    def _assign(self, index: int) -> None:
        if self.status and PLACES[index] != self.status.placement:
            self._actions.assign(self.status.placement, PLACES[index])


class WhereTheyGo(Panel):
    """A picture of the leg with its two sensors, and how to put them on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("WhereTheyGo", "Where they go"))
        picture = Picture(theme)
        picture.show_move("still", 0.0)
        self.column.addWidget(picture, 1)
        for text in (self.tr("T: on the outside of the thigh, a hand's breadth above the knee."),
                     self.tr("S: on the shin, just below the kneecap."),
                     self.tr("Arrows point to the hip. Straps snug: no sensor rocks when it is tapped.")):
            self.column.addWidget(label(text, "muted"))


class SensorsPage(Page):
    """A card for each sensor, how they are worn, the clocks, a search; empty: what to do."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.cards: list[SensorCard] = []
        self.search: QPushButton = button(self.tr("Search"), actions.scan, "primary")
        self.clocks = Line("", "muted")
        self.empty = label(
            self.tr("No sensor yet. Switch both on, keep them within 5 m, and search."), "headline"
        )
        self.where = WhereTheyGo(theme)
        self.trouble = label("", "trouble")
        self._cards = QGridLayout()
        self._cards.setSpacing(12)
        self.column.addLayout(
            row(label(self.tr("Sensors"), "headline"), self.clocks, self.search, stretch=False)
        )
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.empty)
        both = row(self.where, spacing=12, stretch=False)
        cards, scroll = QWidget(), QScrollArea()
        cards.setLayout(self._cards)
        scroll.setWidget(cards)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both.insertWidget(0, scroll, 3)
        both.setStretch(1, 1)
        self.column.addLayout(both, 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        while len(self.cards) < len(snapshot.sensors):
            self.cards.append(SensorCard(self._actions))
            line, place = divmod(len(self.cards) - 1, len(Segment))
            self._cards.addWidget(self.cards[-1], line, place)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(snapshot.sensors))
        for card, status in zip(self.cards, snapshot.sensors, strict=False):
            card.show_status(status)
        self.trouble.setText(words.trouble(snapshot))
        self.trouble.setVisible(bool(self.trouble.text()))
        self.empty.setVisible(not snapshot.sensors)
        self.where.setVisible(len(snapshot.sensors) <= len(Segment) and self.width() >= ROOMY_PX)
        self.clocks.setText(self._clocks(snapshot))

    def _clocks(self, snapshot: Snapshot) -> str:
        if not snapshot.sensors:
            return ""
        if snapshot.skew_ms is None:
            skew = words.no_skew(snapshot.sensors)
        else:
            skew = self.tr("clocks {} ms apart").format(number(abs(snapshot.skew_ms), 1))
        if snapshot.latency_ms is None:
            return skew
        return skew + " · " + self.tr("{} ms from arrival to screen").format(number(snapshot.latency_ms))
